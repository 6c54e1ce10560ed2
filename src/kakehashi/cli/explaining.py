"""What is told of an item and of every other place that it could have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kakehashi.cli.aligning import shortened, table, width
from kakehashi.cli.reporting import as_data as finding_as_data
from kakehashi.findings import Fact
from kakehashi.timetable import Choice, Explanation, Local, Standing
from kakehashi.week import Week
from kakehashi.week.naming import called
from kakehashi.words import Words
from kakehashi.words.telling import value

BEST = 10
"""So many places, and so many reasons, are told where not all are asked for."""
WIDEST = 40
"""Columns of what stands in a cell of a table."""
_CUSTOM = {"conflict.in-order", "conflict.in-protocol", "conflict.stages", "conflict.few-sessions", "conflict.gap"}
"""Demands that hold without anybody having written them."""


def lines(found: Explanation, words: Words, *, every: bool) -> Iterator[str]:
    """Where the item is, then the other places, earlier and later on its day and on other days, then what is not."""
    week = found.posed.week
    for fact in _where_it_is(found):
        yield words.tell(fact)
    possible = [choice for choice in found.choices if not choice.forbidden]
    shown = possible if every else possible[:BEST]
    for head, group in _grouped(found.place, shown, words):
        yield ""
        yield head
        rows = [_head(words), *(_row(week, choice, words) for choice in group)]
        yield from table(rows, left=(0, 1, 2, 3, 6), yielding=(1, 6))
    yield from _forbidden(found, words, every=every)
    yield ""


def _where_it_is(found: Explanation) -> Iterator[Fact]:
    week = found.posed.week
    room = called(week, "rooms", found.place.room)
    values = {"what": called(week, "items", found.item), "start": found.place.start, "room": room}
    takes_place = week.items[found.item].status.takes_place
    yield Fact("explain.begins" if takes_place else "explain.keeps-its-time", ("items", found.item), values)
    for local in found.local:
        person, house = called(week, "people", local.person), week.institutions[local.institution]
        told = {"person": person, "institution": house.short or house.name, "start": local.start}
        yield Fact("explain.there", ("people", local.person), told)


def _grouped(now: Standing, shown: Sequence[Choice], words: Words) -> Iterator[tuple[str, list[Choice]]]:
    """The choices under the heads that say when they are, as far as there are any."""
    groups: dict[str, list[Choice]] = {
        words.say("Earlier on the same day"): [],
        words.say("At the same time"): [],
        words.say("Later on the same day"): [],
        words.say("On other days"): [],
    }
    earlier, same, later, other = groups.values()
    for one in shown:
        start = one.place.start
        if start.date() != now.start.date():
            other.append(one)
        else:
            (same if start == now.start else later if start > now.start else earlier).append(one)
    return ((head, group) for head, group in groups.items() if group)


def _head(words: Words) -> tuple[str, ...]:
    return (
        words.say("Start"),
        words.say("Room"),
        words.say("Local time"),
        words.say("Mean burden"),
        words.say("Wishes not met"),
        words.say("Rooms and sessions"),
        words.say("Others that would move"),
    )


def _row(week: Week, choice: Choice, words: Words) -> tuple[str, ...]:
    start = choice.place.start
    local = (f"{_institution(week, one.institution, words)} {words.clock(one.start)}" for one in choice.local)
    means = (f"{_institution(week, name, words)} {_signed(more, words)}" for name, more in choice.means.items())
    return (
        f"{words.weekday_short(start)} {words.clock(start)}",
        shortened(value(words, called(week, "rooms", choice.place.room)), WIDEST),
        words.comma.join(dict.fromkeys(local)),
        words.comma.join(means) or "0",
        _signed(choice.wishes, words),
        _signed(choice.compactness, words),
        _moved([value(words, called(week, "items", one.item)) for one in choice.moved], words),
    )


def _signed(more: float, words: Words) -> str:
    """A difference with its sign; none is a bare 0."""
    sign = "+" if more > 0 else "\N{MINUS SIGN}" if more < 0 else ""
    return sign + words.number(abs(more))


def _moved(titles: Sequence[str], words: Words) -> str:
    """The titles in a row, or of too many for the column the first and how many there are besides."""
    told = words.comma.join(titles)
    if len(titles) < 2 or width(told) <= WIDEST:
        return shortened(told, WIDEST)
    first, more = shortened(titles[0], WIDEST), len(titles) - 1
    return words.count("%(first)s and %(count)s more", "%(first)s and %(count)s more", more, first=first)


def _institution(week: Week, slug: str, words: Words) -> str:
    part = week.institutions[slug]
    return value(words, part.short or called(week, "institutions", slug))


def _forbidden(found: Explanation, words: Words, *, every: bool) -> Iterator[str]:
    """What forbids other places: a demand of the item itself where there is one, else one of those that would move.

    That somebody cannot be there is told rather than what custom asks for. Reasons of the item come first, then the
    most frequent.
    """
    own = called(found.posed.week, "items", found.item)
    reasons: Counter[tuple[bool, str]] = Counter()
    for choice in found.choices:
        if choice.forbidden:
            reason = min(
                choice.forbidden, key=lambda demand: (demand.values.get("what") != own, demand.code in _CUSTOM)
            )
            reasons[reason.values.get("what") != own, words.tell(reason)] += 1
    if reasons:
        yield ""
        yield words.say("Places that cannot be, and what forbids them:")
    told = sorted(reasons.items(), key=lambda entry: (entry[0][0], -entry[1]))
    for (_, sentence), number in told if every else told[:BEST]:
        yield words.count("%(count)s place: %(reason)s", "%(count)s places: %(reason)s", number, reason=sentence)


def as_data(found: Explanation, words: Words) -> dict[str, Any]:
    """All of it as `--json` gives it."""
    return {
        "item": found.item,
        "place": _place_as_data(found.place),
        "local": [_local_as_data(one) for one in found.local],
        "choices": [_choice_as_data(choice, words) for choice in found.choices],
    }


def _choice_as_data(choice: Choice, words: Words) -> dict[str, Any]:
    return {
        "place": _place_as_data(choice.place),
        "local": [_local_as_data(one) for one in choice.local],
        "means": dict(choice.means),
        "wishes": choice.wishes,
        "compactness": choice.compactness,
        "moved": [{"item": one.item, **_place_as_data(one)} for one in choice.moved],
        "better": choice.better,
        "forbidden": [finding_as_data(demand, words) for demand in choice.forbidden],
    }


def _place_as_data(place: Standing) -> dict[str, Any]:
    return {"start": place.start, "room": place.room, "block": place.block}


def _local_as_data(local: Local) -> dict[str, Any]:
    return {"institution": local.institution, "person": local.person, "start": local.start}
