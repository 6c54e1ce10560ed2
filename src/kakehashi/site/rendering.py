"""From an address to the bytes of its page."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kakehashi.site import (
    facts_shown,
    marks_shown,
    notes_shown,
    people_shown,
    remarks_shown,
    times_shown,
    zones_shown,
)
from kakehashi.site.addresses import Address, Kind
from kakehashi.site.frame import frame
from kakehashi.site.pages import VIEWS
from kakehashi.site.reader import Reader
from kakehashi.site.site import Site
from kakehashi.words import own_name, words_of

GLOBALS: Mapping[str, Any] = {
    "Kind": Kind,
    "clock_sample": zones_shown.clock_sample,
    "comb": times_shown.comb,
    "day_key": notes_shown.day_key,
    "day_of": times_shown.day_of,
    "days_named": zones_shown.days_named,
    "excerpt": facts_shown.excerpt,
    "fields": notes_shown.fields,
    "has_notes": notes_shown.has_notes,
    "host_city": times_shown.host_city,
    "invented": remarks_shown.invented,
    "licence": notes_shown.licence,
    "local_spans": times_shown.local_spans,
    "mark": marks_shown.mark,
    "moment": times_shown.moment,
    "other_scripts": people_shown.other_scripts,
    "own_name": own_name,
    "person": people_shown.link,
    "position": people_shown.position,
    "position_of": people_shown.position_of,
    "remarks": remarks_shown.remarks,
    "shape": marks_shown.shape,
    "signet": marks_shown.SIGNET,
    "source": notes_shown.source,
    "span": times_shown.span,
    "speaker_names": people_shown.speaker_names,
    "stands_in": people_shown.stands_in,
    "tags": marks_shown.tags,
    "time": times_shown.time,
    "time_caption": notes_shown.time_caption,
    "with_position": people_shown.with_position,
    "zone_city": times_shown.zone_city,
    "zone_full": times_shown.zone_full,
    "zone_options": zones_shown.zone_options,
    "zone_short": times_shown.zone_short,
}
"""What every template may call beside its own context."""

TEMPLATES: Mapping[Kind, str] = {kind: f"pages/{kind.name.lower()}.html" for kind in Kind}


@cache
def environment(language: str) -> Environment:
    """The templates as a reader of `language` sees them: escaped by default, undefined names refused."""
    made = Environment(
        loader=PackageLoader("kakehashi.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    install: Callable[..., None] = made.install_gettext_translations  # type: ignore[attr-defined]
    install(words_of(language).translations, newstyle=True)
    made.policies["ext.i18n.trimmed"] = True
    made.globals |= GLOBALS
    return made


def render(site: Site, address: Address) -> bytes:
    """The HTML of one page, in UTF-8."""
    reader = Reader(site, address)
    context: dict[str, Any] = {"r": reader, "week": site.week, "frame": frame(reader)}
    context |= VIEWS[address.kind](reader, address.slug)
    html = environment(address.language).get_template(TEMPLATES[address.kind]).render(context)
    return html.encode("utf-8")
