"""What is told of an item and of every other place that it could have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kakehashi.cli.aligning import shortened, table
from kakehashi.cli.reporting import as_data as finding_as_data
from kakehashi.timetable import Choice, Explanation, Local, Standing
from kakehashi.week import Week
from kakehashi.week.naming import called
from kakehashi.words import Words
from kakehashi.words.telling import value

BEST = 10
"""So many places, and so many reasons, are told where not all are asked for."""
WIDEST = 40
"""Columns of what stands in a cell of a table."""


def lines(found: Explanation, words: Words, *, every: bool) -> Iterator[str]:
    """Where the item is, then the other places, earlier and later on its day and on other days, then what is not."""
    week = found.posed.week
    yield words.say(
        "“%(what)s” begins on %(start)s in “%(room)s”.",
        what=value(words, called(week, "items", found.item)),
        start=value(words, found.place.start),
        room=value(words, called(week, "rooms", found.place.room)),
    )
    for local in found.local:
        yield words.say(
            "%(person)s (%(institution)s): there it is %(start)s.",
            person=value(words, called(week, "people", local.person)),
            institution=_institution(week, local.institution, words),
            start=value(words, local.start),
        )
    possible = [choice for choice in found.choices if not choice.forbidden]
    shown = possible if every else possible[:BEST]
    for head, group in _grouped(found.place, shown, words):
        yield ""
        yield head
        yield from table([_head(words), *(_row(week, choice, words) for choice in group)], left=(0, 1, 2, 3, 6))
    yield from _forbidden(found, words, every=every)
    yield ""


def _grouped(now: Standing, shown: Sequence[Choice], words: Words) -> Iterator[tuple[str, list[Choice]]]:
    day = now.start.date()
    earlier = [one for one in shown if one.place.start.date() == day and one.place.start < now.start]
    later = [one for one in shown if one.place.start.date() == day and one.place.start >= now.start]
    other = [one for one in shown if one.place.start.date() != day]
    heads = (words.say("Earlier on the same day"), words.say("Later on the same day"), words.say("On other days"))
    return ((head, group) for head, group in zip(heads, (earlier, later, other), strict=True) if group)


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
    means = (f"{_institution(week, name, words)} {more:+}" for name, more in choice.means.items())
    moved = [value(words, called(week, "items", one.item)) for one in choice.moved]
    return (
        f"{words.weekday_short(start)} {words.clock(start)}",
        shortened(value(words, called(week, "rooms", choice.place.room)), WIDEST),
        words.comma.join(dict.fromkeys(local)),
        words.comma.join(means) or "0",
        f"{choice.wishes:+g}" if choice.wishes else "0",
        f"{choice.compactness:+}" if choice.compactness else "0",
        shortened(words.comma.join(moved), WIDEST),
    )


def _institution(week: Week, slug: str, words: Words) -> str:
    part = week.institutions[slug]
    return value(words, part.short or called(week, "institutions", slug))


def _forbidden(found: Explanation, words: Words, *, every: bool) -> Iterator[str]:
    """What forbids other places: a demand of the item itself where there is one, else one of those that would move.

    Reasons of the item come first, then the most frequent.
    """
    own = called(found.posed.week, "items", found.item)
    reasons: Counter[tuple[bool, str]] = Counter()
    for choice in found.choices:
        if choice.forbidden:
            reason = min(choice.forbidden, key=lambda demand: demand.values.get("what") != own)
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
