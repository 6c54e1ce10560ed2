"""Why a week cannot be planned is told with everything that it would be enough to allow."""

from tests.timetable.building import session, talk, week

from kakehashi.planner import Conflict, Wish, WishKind
from kakehashi.timetable import Posed, pose
from kakehashi.timetable.conflicting import conflict_facts

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
