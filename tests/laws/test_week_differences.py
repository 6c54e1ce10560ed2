"""Laws of what is told of two weeks: silent when they show the same, never silent otherwise, never two-tongued."""

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import weeks

from kakehashi.findings import Change
from kakehashi.week import Week, difference, timetable
from kakehashi.week.part import Keyed

UNSEEN = {"blocks", "wishes", "planning", "wanted"}
FEW = settings(max_examples=settings().max_examples // 5)
"""Whole weeks are slow to make, and each has hundreds of values to differ in."""

OPPOSITES = (
    {"added", "removed", "changed"},
    {"timed", "untimed", "retimed"},
    {"roomed", "unroomed", "moved"},
    {"postponed", "withdrawn", "cancelled", "restored"},
)
"""Of one part at most one of these is told."""


def as_seen(week: Week) -> Any:
    """What readers see of a week: its parts, its timetable, and the order in which the items of a session stand."""
    parts = {name: getattr(week, name) for name in Week.model_fields if name not in UNSEEN | {"items"}}
    items = {
        slug: item.model_copy(update={"order": 0, "starts": None, "minutes": item.minutes})
        for slug, item in week.items.items()
    }
    table = timetable(week)
    sequence = {
        session: [
            slug
            for slug, item in sorted(week.items.items(), key=lambda entry: entry[1].order)
            if item.session == session
        ]
        for session in week.sessions
    }
    times = {one.item: (one.start, one.end) for one in table.placements}
    return parts, items, times, {span.session: (span.start, span.end) for span in table.spans}, sequence


@FEW
@given(weeks(), weeks(), st.sets(st.sampled_from(sorted(Week.model_fields)), min_size=1, max_size=3))
def test_something_is_told_exactly_when_readers_see_something_else(old: Week, other: Week, names: set[str]) -> None:
    new = old.model_copy(update={name: getattr(other, name) for name in names})
    assert (difference(old, new) == ()) == (as_seen(old) == as_seen(new))


@FEW
@given(weeks(), weeks())
def test_of_one_part_no_two_things_are_told_that_exclude_each_other(old: Week, new: Week) -> None:
    told = difference(old, new)
    assert [one for one, number in Counter(map(_key, told)).items() if number > 1] == []
    by_place: dict[Any, set[str]] = {}
    for change in told:
        if change.place[:1] != ("notices",):
            by_place.setdefault(change.place[:2], set()).add(change.code.partition(".")[2])
    for kinds in by_place.values():
        assert [kinds & opposite for opposite in OPPOSITES if len(kinds & opposite) > 1] == []
        assert not (kinds & {"added", "removed"} and len(kinds) > 1)


def _key(change: Change) -> Any:
    return change.code, change.place, tuple(sorted((key, str(value)) for key, value in change.values.items()))


@FEW
@given(weeks(), st.randoms(use_true_random=False))
def test_the_order_in_which_parts_stand_in_files_is_no_news(week: Week, random: Any) -> None:
    def shuffled(parts: Keyed[Any]) -> Keyed[Any]:
        entries = list(parts.items())
        random.shuffle(entries)
        return Keyed(entries)

    # Items with one order stand as the file has them, so each gets a number of its own first.
    items = Keyed((slug, item.model_copy(update={"order": n})) for n, (slug, item) in enumerate(week.items.items()))
    old = week.model_copy(update={"items": items})
    new = old.model_copy(
        update={name: shuffled(parts) for name in Week.model_fields if isinstance(parts := getattr(old, name), Keyed)}
    )
    assert difference(old, new) == ()
    assert {*timetable(new).placements} == {*timetable(old).placements}
