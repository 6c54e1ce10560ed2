"""Why a week cannot be planned is told with everything that it would be enough to allow."""

from tests.timetable.building import block, session, talk, week

from kakehashi.findings import Stretch
from kakehashi.planner import Conflict, Wish, WishKind
from kakehashi.timetable import Posed, pose
from kakehashi.timetable.conflicting import conflict_facts
from kakehashi.timetable.demanding import demand_facts

MINISTER = Wish(WishKind.PINNED, "minister")
LATER = Wish(WishKind.FOLLOWING, "minister", "samovar")
ALONE = Wish(WishKind.ALONE, "ada")


def tea() -> Posed:
    """A minister who speaks at a fixed time, after a talk about the samovar."""
    return pose(
        week(
            people={"ada": {"names": {"en": {"whole": "Ada"}}}},
            sessions={"leaves": session("Leaves")},
            items={
                "minister": talk(starts="2021-09-29T10:00[Asia/Tokyo]", speakers=[{"person": "ada"}]),
                "samovar": talk(order=2),
            },
            wishes={"precedence": [{"first": "samovar", "then": "minister"}]},
        )
    )


def told(conflict: Conflict) -> list[tuple[str, str]]:
    """Code and severity of each fact."""
    return [(fact.code, fact.severity.value) for fact in conflict_facts(tea(), conflict)]


def test_each_of_several_that_would_be_enough_stands_below_one_head() -> None:
    assert told(Conflict((MINISTER, LATER), ((MINISTER,), (LATER,)), proven=True, minimal=True)) == [
        ("conflict.found", "error"),
        ("conflict.pinned", "error"),
        ("conflict.following", "error"),
        ("relaxation.any", "note"),
        ("relaxation.another-start", "note"),
        ("relaxation.order", "note"),
    ]


def test_what_is_only_enough_together_has_a_head_of_its_own() -> None:
    facts = told(Conflict((LATER,), ((MINISTER, ALONE), (LATER, ALONE)), proven=True, minimal=False))
    assert facts == [
        ("conflict.among", "error"),
        ("conflict.following", "error"),
        ("relaxation.together", "note"),
        ("relaxation.another-start", "note"),
        ("relaxation.stand-in", "note"),
        ("relaxation.together", "note"),
        ("relaxation.order", "note"),
        ("relaxation.stand-in", "note"),
    ]


def test_too_little_room_is_no_wish() -> None:
    assert told(Conflict((), ((Wish(WishKind.ONE_MORE_ROOM),),), proven=True, minimal=True)) == [
        ("conflict.without-wishes", "error"),
        ("relaxation.one", "note"),
        ("relaxation.one-more-room", "note"),
    ]


def test_what_was_not_found_out_is_said_to_be_unknown() -> None:
    assert told(Conflict((), (), proven=False, minimal=False)) == [("conflict.unknown", "error")]


DAYS = ("2021-09-29T19:00", "2021-09-29T09:00", "2021-09-30T10:00", "2021-09-30T11:00", "2021-09-30T12:00")


def away() -> tuple[Posed, list[Wish]]:
    """Somebody who is away for the whole week, and what keeps her talk from each of its blocks."""
    blocks = {f"block-{number}": block(start, slots=1) for number, start in enumerate((*DAYS, "2021-09-30T18:00"))}
    gone = {"person": "ada", "begins": "2021-09-28T00:00[Asia/Tokyo]", "until": "2021-10-02T00:00[Asia/Tokyo]"}
    posed = pose(
        week(
            blocks=blocks,
            people={"ada": {"names": {"en": {"whole": "Ada"}}}},
            sessions={"leaves": session("Leaves")},
            items={"samovar": talk(speakers=[{"person": "ada"}])},
            wishes={"availability": [gone]},
        )
    )
    return posed, [Wish(WishKind.BARRED_SLOTS, "samovar", name) for name in posed.grid.blocks]


def test_who_is_away_throughout_is_away_once() -> None:
    posed, wishes = away()
    _, *facts = conflict_facts(posed, Conflict(tuple(wishes), (), proven=True, minimal=True))
    assert [(fact.code, fact.place) for fact in facts] == [("conflict.away", ("wishes", "availability", 0))]
    when = facts[0].values["when"]
    assert isinstance(when, Stretch)
    assert (when.start.isoformat(), when.end.isoformat()) == ("2021-09-29T09:00:00+09:00", "2021-09-30T18:30:00+09:00")


def test_of_many_times_that_would_do_those_are_told_that_are_easiest_to_bear() -> None:
    posed, wishes = away()
    singles = tuple((wish,) for wish in wishes)
    _, _, _, *facts = conflict_facts(posed, Conflict(tuple(wishes), singles, proven=True, minimal=True))
    starts = [when.start.hour for fact in facts[:-1] if isinstance(when := fact.values["when"], Stretch)]
    # Of the six, seven in the evening weighs most.
    assert starts == [9, 10, 11, 12, 18]
    assert (facts[-1].code, facts[-1].values["count"]) == ("relaxation.more-times", 1)


def test_between_two_nights_there_is_a_day() -> None:
    posed = pose(
        week(
            blocks={"one": block("2021-09-29T23:00", slots=1), "two": block("2021-09-30T23:00", slots=1)},
            people={"ada": {"names": {"en": {"whole": "Ada"}}, "zone": "Asia/Tokyo"}},
            sessions={"leaves": session("Leaves")},
            items={"samovar": talk(speakers=[{"person": "ada"}], institutions=["tokyo"])},
        )
    )
    wishes = tuple(Wish(WishKind.BARRED_SLOTS, "samovar", name) for name in posed.grid.blocks)
    _, *facts = conflict_facts(posed, Conflict(wishes, (), proven=True, minimal=True))
    assert [fact.code for fact in facts] == ["conflict.night", "conflict.night"]


def test_a_break_that_would_end_after_noon_is_no_lunch() -> None:
    lunch = talk(kind="break", minutes=60)
    posed = pose(
        week(
            blocks={"day": block("2021-09-29T10:20", slots=10)}, sessions={"leaves": session()}, items={"lunch": lunch}
        )
    )
    facts = [*demand_facts(posed, Wish(WishKind.BARRED_SLOTS, "lunch", "day"))]
    assert {fact.code for fact in facts} == {"conflict.lunch"}
    times = [fact.values["when"] for fact in facts]
    assert [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in times if isinstance(one, Stretch)] == [
        "10:20-11:20",
        "14:20-15:20",
    ]
