"""How the history of a week goes on with a release."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from kakehashi.frozen import FrozenMap
from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.discretion import by_name, told
from kakehashi.site.history import Entry, History
from kakehashi.site.moves import Moves, moves_between, under_new_slugs
from kakehashi.site.site import Site
from kakehashi.week import VisibleWeek


def next_history(before: History, old: VisibleWeek | None, new: VisibleWeek, number: int, instant: datetime) -> History:
    """The history of the release `number` of the week `new`, made at `instant` (aware), after that of `old`.

    `before` is the history of `old`; a first release has neither. What moved keeps one line of history under its new
    slug, and every earlier address leads to the present one. Nobody who went is told of; see `kakehashi.site.history`.
    """
    if old is None:
        return History((Entry(number, instant), *before.entries), before.gone)
    moves = moves_between(old, new)
    was, now = Site(under_new_slugs(old, moves)), Site(new)
    entries = (Entry(number, instant, tuple(told(was, now))), *before.relocated(moves).entries)
    gone = FrozenMap(sorted(dict(_gone(before, Site(old), now, moves)).items()))
    return History(entries, gone).without(dict(_removed(was, now)))


def _removed(was: Site, now: Site) -> Iterator[tuple[str, frozenset[str]]]:
    """Everyone who was shown by name and is no longer, with the names that this person had."""
    for slug, person in was.week.people.items():
        if was.has_page(slug) and not by_name(now, slug):
            names = {form for name in person.names.values() for form in (name.whole, name.short) if form}
            yield slug, frozenset(names | {*person.spellings})


def _folders(site: Site) -> set[str]:
    """The address of every page of a site."""
    language = site.week.host_language
    return {_address(address) for address in site.addresses(language)}


def _address(address: Address) -> str:
    return address.folder.removeprefix(f"{address.language}/")


def _gone(before: History, old: Site, now: Site, moves: Moves) -> Iterator[tuple[str, str | None]]:
    present = _folders(now)
    moved = dict(_moved(moves))

    def present_address(address: str | None) -> str | None:
        if address is None or address in present:
            return address
        led = moved.get(address)
        return led if led in present else _nearby(now, led or address)

    for address, target in before.gone.items():
        if address not in present and not _lost_with_a_person(target, present, moved):
            yield address, present_address(target)
    for address in _folders(old) - present:
        if not _lost_with_a_person(address, present, moved):
            yield address, present_address(address)


def _moved(moves: Moves) -> Iterator[tuple[str, str]]:
    """From the older to the newer address of each part that moved."""
    for kind in Kind:
        if not kind.value.endswith("/*"):
            continue
        for slug, newer in moves.get(kind.value.removesuffix("/*"), {}).items():
            yield kind.value.replace("*", slug) + "/", kind.value.replace("*", newer) + "/"


def _nearby(now: Site, address: str) -> str | None:
    """Where something stands that has no page of its own any more: a closed item in the table of its day."""
    kind, _, slug = address.rstrip("/").partition("/")
    if kind != "items" or slug not in now.week.items:
        return None
    placed = slug in now.timetable.by_item
    language = now.week.host_language
    return _address(
        Address(language, Kind.DAY, day_slug(now.day_of(slug))) if placed else Address(language, Kind.TIMETABLE)
    )


def _lost_with_a_person(address: str | None, present: set[str], moved: Mapping[str, str]) -> bool:
    """Whether an address led to a person who has no page any more, of whom nothing is said."""
    is_of_one = address is not None and address.startswith("people/") and address != "people/"
    return is_of_one and address not in present and moved.get(str(address)) not in present
