"""How closed each part really is, and what is there for whom at which moment."""

from datetime import UTC, datetime

import pytest
from tests.week.building import item, session, week

from kakehashi.week import Visibility, Week
from kakehashi.week.access import Access

NOON = datetime(2021, 9, 29, 3, tzinfo=UTC)
"""Noon in Tokyo."""


def layered() -> Week:
    """A week in which circles lie within circles."""
    return week(
        symposia={"open": {"title": {}}, "inner": {"title": {}, "visibility": "members"}},
        sessions={
            "hall": session(),
            "circle": session(symposium="inner"),
            "back": session(visibility="staff"),
            "trial": session(),
            "mixed": session(),
        },
        items={
            "talk": item("hall"),
            "guests": item("hall", visibility="registered"),
            "vote": item("circle"),
            "open-vote": item("circle", visibility="public"),
            "key": item("circle", visibility="staff"),
            "of-inner": item("hall", symposium="inner"),
            "sweep": item("back"),
            "sound": item("trial", kind="rehearsal"),
            "light": item("mixed", kind="rehearsal"),
            "show": item("mixed"),
            "later": item("hall", visible_from="2021-09-29T12:01[Asia/Tokyo]"),
            "now": item("hall", visible_from="2021-09-29T12:00[Asia/Tokyo]"),
            "free": item(None),
            "free-staff": item(None, visibility="staff"),
            "free-later": item(None, visible_from="2021-09-29T12:01[Asia/Tokyo]"),
        },
    )


def access(audience: str, at: datetime = NOON) -> Access:
    return Access(layered(), Visibility(audience), at)


def test_an_item_is_as_closed_as_the_closest_circle_around_it() -> None:
    closed = {slug: circle.value for slug, circle in access("public").items.items() if circle.rank}
    assert closed == {
        "guests": "registered",
        "vote": "members",
        "open-vote": "members",
        "key": "staff",
        "of-inner": "members",
        "sweep": "staff",
        "sound": "staff",
        "light": "staff",
        "free-staff": "staff",
    }


@pytest.mark.parametrize(
    ("audience", "opened"),
    [
        ("public", {"talk", "show", "now", "free"}),
        ("registered", {"talk", "show", "now", "free", "guests"}),
        ("members", {"talk", "show", "now", "free", "guests", "vote", "open-vote", "of-inner"}),
        ("staff", set(layered().items)),
    ],
)
def test_each_circle_opens_what_is_its_own_and_what_wider_ones_open(audience: str, opened: set[str]) -> None:
    given = access(audience)
    assert {slug for slug in given.week.items if given.opens(slug)} == opened


@pytest.mark.parametrize(
    ("audience", "sessions"),
    [
        ("public", {"hall", "circle", "mixed"}),
        ("members", {"hall", "circle", "mixed"}),
        ("staff", set(layered().sessions)),
    ],
)
def test_a_session_stands_unless_it_is_the_staffs_or_holds_rehearsals_alone(audience: str, sessions: set[str]) -> None:
    given = access(audience)
    assert {slug for slug in given.week.sessions if given.shows_session(slug)} == sessions


def test_what_keeps_a_time_free_stands_and_what_has_none_stands_only_when_it_may_be_told_of() -> None:
    given = access("public")
    assert {slug for slug in given.week.items if not given.stands(slug)} == {
        "sweep",
        "sound",
        "free-staff",
        "free-later",
    }


@pytest.mark.parametrize(("minute", "out"), [(0, False), (1, True), (2, True)])
def test_what_comes_out_does_so_at_its_moment_and_stays_out(minute: int, out: bool) -> None:
    given = access("public", datetime(2021, 9, 29, 3, minute, tzinfo=UTC))
    assert given.opens("later") is out


def test_nothing_is_open_that_does_not_exist() -> None:
    given = access("staff")
    assert [
        given.opens("unknown"),
        given.opens(None),
        given.shows_symposium("unknown"),
        given.shows_symposium(None),
    ] == [False] * 4
    assert not given.shows_session(None)
