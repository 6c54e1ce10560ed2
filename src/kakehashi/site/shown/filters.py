"""By what a list of items can be narrowed down, and what each item says to that.

The two halves of a contract with the page's script: a filter named `x` offers values, and an element with `data-item`
stays while its `data-x`, values parted by spaces, holds the chosen one. Slugs and language tags have no spaces. What
has `data-sitting` comes and goes alike and is not counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from kakehashi.site.reader import Reader


class Choice(NamedTuple):
    """One value of a filter: how the address names it, and its words."""

    value: str
    said: str


class Filter(NamedTuple):
    """A filter with those values alone that occur among the items; `every` is the choice of all."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]


def filters(r: Reader, items: Iterable[str]) -> tuple[Filter, ...]:
    """The filters of a list of items. One of whose values none occurs is left out; closed items offer nothing.

    The choices of each stand in the document's order, languages beyond the week's own by their tags.
    """
    slugs = [slug for slug in items if not r.site.is_closed(r.site.week.items[slug])]
    made = (_symposia(r, slugs), _languages(r, slugs), _institutions(r, slugs))
    return tuple(one for one in made if one.choices)


def _symposia(r: Reader, slugs: Sequence[str]) -> Filter:
    there = {r.site.symposium_of(r.site.week.items[slug]) for slug in slugs}
    choices = _choices(r.site.week.symposia, there, lambda slug: symposium_label(r, slug))
    return Filter("symposium", r.words.say("Symposium"), r.words.say("All symposia"), choices)


def symposium_label(r: Reader, slug: str) -> str:
    """A symposium in few words, without markup."""
    told = r.site.week.symposia[slug]
    return r.label(told.short) or r.label(told.title)


def _languages(r: Reader, slugs: Sequence[str]) -> Filter:
    there = {tag for slug in slugs for tag in r.site.week.items[slug].languages}
    ordered = dict.fromkeys((*r.site.week.languages, *sorted(there)))
    choices = _choices(ordered, there, r.words.language_name)
    return Filter("language", r.words.say("Language"), r.words.say("All languages"), choices)


def _institutions(r: Reader, slugs: Sequence[str]) -> Filter:
    week = r.site.week
    there = {one for slug in slugs for one in r.site.institutions_of(slug)}
    choices = _choices(week.institutions, there, lambda slug: r.label(week.institutions[slug].name))
    return Filter("institution", r.words.say("Institution"), r.words.say("All institutions"), choices)


def _choices(ordered: Iterable[str], occurring: Iterable[str | None], said: Callable[[str], str]) -> tuple[Choice, ...]:
    there = set(occurring)
    return tuple(Choice(value, said(value)) for value in ordered if value in there)


def marks(r: Reader, slug: str) -> Markup:
    """What an item says to the filters, as attributes; nothing of one that is closed."""
    item = r.site.week.items[slug]
    return Markup(" data-item") + ("" if r.site.is_closed(item) else _values(r, [slug]))


def sitting_marks(r: Reader, session: str) -> Markup:
    """What a session says to the filters: whatever one of its open items says; one without items, its symposium."""
    slugs = r.site.items_by_session.get(session, ())
    if not slugs:
        symposium = r.site.week.sessions[session].symposium
        return Markup(" data-sitting") + _attributes({"symposium": symposium or ""})
    shown = [slug for slug in slugs if not r.site.is_closed(r.site.week.items[slug])]
    return Markup(" data-sitting") + _values(r, shown)


def _values(r: Reader, slugs: Sequence[str]) -> Markup:
    items = [r.site.week.items[slug] for slug in slugs]
    symposia = [symposium for item in items if (symposium := r.site.symposium_of(item))]
    languages = [tag for item in items for tag in item.languages]
    institutions = [one for slug in slugs for one in r.site.institutions_of(slug)]
    found = {"symposium": symposia, "language": languages, "institution": institutions}
    return _attributes({name: " ".join(dict.fromkeys(values)) for name, values in found.items()})


def _attributes(told: Mapping[str, str]) -> Markup:
    return Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in told.items() if value)
