"""Laws of the timetable of any week: complete, in order, without a gap that nobody asked for, the same a day later."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import weeks

from kakehashi.week import Moment, Timetable, Week, timetable
from kakehashi.week.part import Keyed
from kakehashi.week.timetable import items_by_session, planned_length, session_start

FEW = settings(max_examples=settings().max_examples // 4)
DAY = timedelta(days=1)


def busy(week: Week) -> Week:
    """The week with all its items in one session, so that orders, pins and minutes meet."""
    session = next(iter(week.sessions))
    items = Keyed((slug, item.model_copy(update={"session": session})) for slug, item in week.items.items())
    return week.model_copy(update={"items": items})


def on_the_clock_of(week: Week, zone: str, later: timedelta = timedelta()) -> Week:
    """The week with every time on the clock of one zone, and so much later by that clock."""

    def moved(parts: Keyed[Any], key: str) -> Keyed[Any]:
        return Keyed((slug, part.model_copy(update={key: _moved(getattr(part, key))})) for slug, part in parts.items())

    def _moved(moment: Moment | None) -> Moment | None:
        return None if moment is None else Moment(moment.wall + later, zone)

    return week.model_copy(
        update={
            "sessions": moved(week.sessions, "start"),
            "blocks": moved(week.blocks, "start"),
            "items": moved(week.items, "starts"),
        }
    )


@FEW
@given(weeks().map(busy))
def test_every_item_of_a_session_with_a_start_is_placed_once_and_no_other(week: Week) -> None:
    table = timetable(week)
    placed = [one.item for one in table.placements]
    timed = {slug for slug, session in week.sessions.items() if session_start(week, session) is not None}
    assert sorted(placed) == sorted(slug for slug, item in week.items.items() if item.session in timed)
    assert sorted(one.session for one in table.spans) == sorted(timed)
    assert {slug: one.session for slug, one in table.by_item.items()} == {
        slug: week.items[slug].session for slug in placed
    }


@FEW
@given(weeks().map(busy))
def test_items_follow_one_another_without_a_gap_unless_they_are_pinned(week: Week) -> None:
    table = timetable(week)
    for slug, span in table.by_session.items():
        running = span.start
        for name, item in items_by_session(week).get(slug, []):
            placed = table.by_item[name]
            assert placed.start == (running if item.starts is None else item.starts.instant)
            assert placed.end - placed.start == timedelta(minutes=item.minutes)
            assert placed.end <= span.end and placed.room == span.room
            running = placed.end
        assert span.start + planned_length(week, week.sessions[slug]) <= span.end


@FEW
@given(weeks())
def test_a_timetable_goes_forward(week: Week) -> None:
    table = timetable(week)
    for entries in ([one.start for one in table.placements], [one.start for one in table.spans]):
        assert entries == sorted(entries)


@FEW
@given(weeks().map(busy), st.sampled_from(("Asia/Tokyo", "UTC", "Asia/Kolkata")))
def test_a_week_a_day_later_is_the_same_a_day_later_where_clocks_never_change(week: Week, zone: str) -> None:
    before, after = timetable(on_the_clock_of(week, zone)), timetable(on_the_clock_of(week, zone, DAY))
    assert _shifted(before, DAY) == (after.placements, after.spans)


@FEW
@given(weeks().map(busy), st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")))
def test_elsewhere_a_day_later_is_a_change_of_the_clocks_more_or_less(week: Week, zone: str) -> None:
    before, after = on_the_clock_of(week, zone), on_the_clock_of(week, zone, DAY)
    was, now = timetable(before).by_session, timetable(after).by_session
    for slug, span in now.items():
        shift = span.start - was[slug].start
        assert abs(shift - DAY) in (timedelta(), timedelta(minutes=30), timedelta(hours=1))
        if all(item.starts is None for _, item in items_by_session(week).get(slug, [])):
            assert span.end - was[slug].end == shift


def _shifted(table: Timetable, by: timedelta) -> tuple[Any, Any]:
    return tuple(
        tuple(
            type(one)(
                **{name: getattr(one, name) for name in one.__slots__ if name not in ("start", "end")},
                start=one.start + by,
                end=one.end + by,
            )
            for one in entries
        )
        for entries in (table.placements, table.spans)
    )  # type: ignore[return-value]
