"""A change in words: with people called as the week calls them, with links to what it speaks of, by day and kind."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup, escape

from kakehashi.findings import Change
from kakehashi.site.addresses import Kind, day_slug
from kakehashi.site.naming import page_name
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import begun
from kakehashi.site.shown.agreements import agreement_anchor, office_anchor
from kakehashi.site.told import told_to
from kakehashi.words import Text
from kakehashi.words.facts import sentence_of
from kakehashi.words.telling import value
from kakehashi.words.typography import NO_BREAK

_PLACE = re.compile(r"%\((\w+)\)s|(%%)")
_REMARKED = frozenset({"renamed", "moved", "retimed", "roomed", "unroomed", "timed", "untimed"})
"""What is said of a change in which the new value matters and the old one holds no longer."""

_JOINER = "\N{WORD JOINER}"
"""Keeps a line whole where there is no space: after the wide colon, at which Japanese would part it."""

_SECTIONS = {
    "symposia": Kind.SYMPOSIA,
    "people": Kind.PEOPLE,
    "institutions": Kind.INSTITUTIONS,
    "programmes": Kind.PROGRAMMES,
    "agreements": Kind.AGREEMENTS,
    "offices": Kind.AGREEMENTS,
    "association": Kind.ASSOCIATION,
    "recordings": Kind.RECORDINGS,
    "report": Kind.REPORT,
}


def sentence(r: Reader, change: Change) -> Markup:
    """The sentence of a change (of `told_to`): what it speaks of is a link, the new value bold, the old one struck."""
    message = sentence_of(change.code)
    if not isinstance(message, str):
        return escape(r.words.tell(change))
    said = r.words.translations.gettext(message)
    told = Markup()
    end = 0
    for place in _PLACE.finditer(said):
        before = said[end : place.start()]
        told += escape(_held(before) if place[1] == "old" else before)
        told += escape("%") if place[2] else _filled(r, change, place[1])
        end = place.end()
    return told + escape(said[end:])


def _held(text: str) -> str:
    """What leads to an old value, at the end of whose line it would not be left behind: `(before: ` stays with it."""
    return text[:-1] + NO_BREAK if text.endswith(" ") else text + _JOINER


def _filled(r: Reader, change: Change, name: str) -> Markup:
    shown = _value(r, change, name)
    act = change.code.partition(".")[2]
    if name == "old" and act in _REMARKED:
        return Markup("<s>{}</s>").format(shown)
    href = _href(r, change) if name == ("new" if act == "renamed" else "what") else ""
    if href:
        shown = Markup('<a href="{}">{}</a>').format(href, shown)
    return Markup("<b>{}</b>").format(shown) if name == "new" and act in _REMARKED else shown


def _value(r: Reader, change: Change, name: str) -> Markup:
    match it := change.values.get(name, ""):
        case Mapping():
            return r.text(it if isinstance(it, Text) else Text(it))
        case datetime():
            local, new = r.local(it), change.values.get("new")
            # The caption of the page tells the clock; an old time of the same day stands behind the new one.
            same_day = name == "old" and isinstance(new, datetime) and r.local(new).date() == local.date()
            day, time = r.words.day_short(local.date()), r.words.clock(local)
            told = time if same_day else r.words.say_in("a moment", "%(day)s %(time)s", day=day, time=time)
            return Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="minutes"), told)
    return escape(value(r.words, it))


def _href(r: Reader, change: Change) -> str:
    """A link to what a change speaks of, if it has a place in the week as it is now."""
    collection, slug = (*map(str, change.place), "", "")[:2]
    week = r.site.week
    if collection == "sessions":
        span = r.site.timetable.by_session.get(slug)
        return r.to(Kind.DAY, day_slug(r.local(span.start).date()), fragment=slug) if span else ""
    if collection == "people" and not (slug in week.people and r.site.has_page(slug)):
        return ""
    found = _HREFS.get(collection)
    if found is None or (slug and slug not in getattr(week, collection)) or not getattr(week, collection):
        return ""
    return found(r, slug)


def _page_of(kind: Kind) -> Callable[[Reader, str], str]:
    return lambda r, slug: r.to(kind, slug)


_HREFS: Mapping[str, Callable[[Reader, str], str]] = {
    "items": Reader.to_item,
    "symposia": _page_of(Kind.SYMPOSIUM),
    "institutions": _page_of(Kind.INSTITUTION),
    "people": _page_of(Kind.PERSON),
    "programmes": _page_of(Kind.PROGRAMME),
    "recordings": _page_of(Kind.RECORDING),
    "agreements": lambda r, slug: r.to(Kind.AGREEMENTS, fragment=agreement_anchor(slug)),
    "offices": lambda r, slug: r.to(Kind.AGREEMENTS, fragment=office_anchor(r, slug)),
    "association": _page_of(Kind.ASSOCIATION),
}
"""Where a part of each collection is told of."""


@dataclass(frozen=True, slots=True)
class Group:
    """What changed on one day, or of one kind of thing, a sentence each, and how many these are in words."""

    heading: str
    count: str
    lines: tuple[Markup, ...]


def grouped(r: Reader, changes: Iterable[Change]) -> tuple[Group, ...]:
    """Changes in the order of the navigation: of the week, day by day, without a day, then by kind of thing."""
    found: defaultdict[tuple[int, str, str], list[Markup]] = defaultdict(list)
    for change in told_to(r.site.week, changes, r.language):
        found[_group(r, change)].append(sentence(r, change))
    return tuple(Group(key[2], counted(r, len(found[key])), tuple(found[key])) for key in sorted(found))


def counted(r: Reader, number: int) -> str:
    """So many changes, in words."""
    return r.words.count("%(count)s change", "%(count)s changes", number)


def _group(r: Reader, change: Change) -> tuple[int, str, str]:
    """Where the group of a change stands: by a number, among days by the date; and its heading."""
    collection = str(change.place[0]) if change.place else ""
    if collection in ("items", "sessions"):
        day = change.values.get("day")
        if isinstance(day, date):
            return 1, day_slug(day), begun(r.words.day_short(day))
        return 2, "", r.words.say("Time to be announced")
    if collection == "rooms":
        return 3, "", r.words.say("Rooms")
    if collection in _SECTIONS:
        kind = _SECTIONS[collection]
        return 4 + list(_SECTIONS.values()).index(kind), "", page_name(r.words, kind)
    return 0, "", r.words.say("The week")
