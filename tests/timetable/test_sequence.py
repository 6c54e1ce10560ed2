"""What comes before what."""

from collections.abc import Mapping
from typing import Any

from tests.timetable.building import of, posed, session, speaking, talk

LEAVES = {"leaves": session("Leaves")}


def after(*kinds: str, sessions: Mapping[str, Any] = LEAVES, **parts: Any) -> dict[str, set[str]]:
    """What each item of a session with these kinds must follow; items are named a, b, c."""
    items = {
        name: talk(kind=kind, order=number) for number, (name, kind) in enumerate(zip("abcdef", kinds, strict=False))
    }
    problem = posed(sessions=sessions, items=items | parts.pop("more", {}), **parts).problem
    return {one.name: set(one.after) for one in problem.talks if one.after}


def test_ceremonies_begin_with_the_opening_and_end_with_the_closing() -> None:
    kinds = ("closing-remarks", "talk", "congratulatory-address", "award", "opening-remarks")
    items = {kind: talk(kind=kind, minutes=10) for kind in kinds}
    problem = posed(sessions=LEAVES, items=items).problem
    in_order = sorted(problem.talks, key=lambda one: one.stage)
    assert [one.name for one in in_order] == [
        "opening-remarks",
        "congratulatory-address",
        "talk",
        "award",
        "closing-remarks",
    ]


def test_a_break_stays_between_what_it_parts() -> None:
    assert after("talk", "break", "talk", "talk") == {"b": {"a"}, "c": {"b"}}


def test_a_break_behind_the_awards_does_not_ask_for_a_talk_behind_them() -> None:
    assert after("award", "break", "talk") == {"b": {"a"}}


def test_a_photograph_stays_behind_what_it_followed() -> None:
    assert after("opening-remarks", "photograph", "talk") == {"b": {"a"}}


def test_questions_part_what_was_before_them_from_what_comes_later() -> None:
    assert after("talk", "talk", "questions", "talk") == {"c": {"a", "b"}, "d": {"c"}}


def test_questions_at_the_end_are_about_what_is_put_into_the_session_as_well() -> None:
    more = {"new": talk(None), "thanks": talk(None, kind="closing-remarks")}
    assert after("talk", "questions", more=more) == {"b": {"a", "new"}}
    assert after("talk", "discussion", "talk", more={"new": talk(None)}) == {"b": {"a"}, "c": {"b"}}


def test_questions_without_a_session_are_about_nothing_yet() -> None:
    assert after("talk", more={"ask": talk(None, kind="questions"), "new": talk(None)}) == {}


def test_a_wish_of_precedence_holds_against_the_order_of_a_session() -> None:
    wishes = {"precedence": [{"first": "b", "then": "a"}]}
    assert after("talk", "questions", wishes=wishes) == {"a": {"b"}}


def test_ceremonies_of_one_kind_go_in_the_order_of_protocol() -> None:
    kind = "congratulatory-address"
    items = {
        "a": talk(kind=kind, order=1, institutions=["kazan"]),
        "b": talk(kind=kind, order=2, speakers=speaking("ada")),
        "c": talk(kind=kind, order=3),
        "d": talk(order=4, institutions=["tokyo"]),
    }
    wishes = {"protocol": ["tokyo", "lima", "kazan"]}
    problem = posed(sessions=LEAVES, items=items, people={"ada": of("lima")}, wishes=wishes).problem
    assert {one.name: set(one.after) for one in problem.talks if one.after} == {"a": {"b"}}


def test_the_order_of_protocol_takes_nothing_out_of_its_stage() -> None:
    items = {
        "a": talk(kind="opening-remarks", order=1, institutions=["kazan"]),
        "b": talk(kind="supporting-message", order=2, institutions=["tokyo"]),
    }
    problem = posed(sessions=LEAVES, items=items, wishes={"protocol": ["tokyo", "kazan"]}).problem
    assert not any(one.after for one in problem.talks)


def test_of_what_is_kept_nothing_is_asked_to_follow() -> None:
    sessions = {"leaves": session("Leaves", block="morning", room="hall")}
    items = {"new": talk(None, kind="talk")}
    wishes = {"precedence": [{"first": "c", "then": "a"}, {"first": "a", "then": "new"}]}
    kept = after("award", "break", "talk", sessions=sessions, more=items, keep=True, wishes=wishes)
    assert kept == {"new": {"a"}}


def test_a_kept_session_that_is_out_of_order_has_no_stages() -> None:
    sessions = {"leaves": session("Leaves", block="morning", room="hall")}
    items = {"thanks": talk(kind="closing-remarks", order=1), "green": talk(order=2), "new": talk(None)}
    problem = posed(keep=True, sessions=sessions, items=items).problem
    assert {one.stage for one in problem.talks} == {0}
