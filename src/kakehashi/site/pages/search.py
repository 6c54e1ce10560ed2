"""Search: a field, and a place for what is found, which the page's script fills from the index of its language.

Without the script, from a disk or when the index cannot be loaded the page says so and leads to the lists in which
everything stands.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kakehashi.site.addresses import Kind
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.search.record import Group

_HEADINGS = {
    Group.ITEMS: Kind.TIMETABLE,
    Group.PEOPLE: Kind.PEOPLE,
    Group.SYMPOSIA: Kind.SYMPOSIA,
    Group.INSTITUTIONS: Kind.INSTITUTIONS,
    Group.PROGRAMMES: Kind.PROGRAMMES,
    Group.AGREEMENTS: Kind.AGREEMENTS,
    Group.RECORDINGS: Kind.RECORDINGS,
}
_LISTS = (*_HEADINGS.values(), Kind.ASSOCIATION, Kind.REPORT)


class GroupShown(NamedTuple):
    """A kind of result with its heading; results with a time are parted by day."""

    name: str
    heading: str
    timed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """The groups of results in their order, the folder of the index, and the lists in which everything stands."""

    groups: tuple[GroupShown, ...]
    index: str
    lists: tuple[tuple[str, str], ...]


def search(r: Reader, slug: str) -> SearchPage:
    """The page that searches the site in its language."""
    return SearchPage(
        title=page_name(r.words, Kind.SEARCH),
        description=r.words.say("Search the programme, the speakers and all other pages"),
        groups=tuple(GroupShown(group.value, _heading(r, group), group is Group.ITEMS) for group in Group),
        index=f"{r.here.to_root}pagefind/{r.language}/",
        lists=tuple((r.to(kind), page_name(r.words, kind)) for kind in r.site.kinds if kind in _LISTS),
    )


def _heading(r: Reader, group: Group) -> str:
    kind = _HEADINGS.get(group)
    return r.words.say("Other pages") if kind is None else page_name(r.words, kind)
