"""The table of a day: what its headings and entries say once, and what they say for all groups."""

from datetime import date
from typing import Any

import pytest
from tests.site.pages.showing import a_site
from tests.site.reading import reader
from tests.week.building import item, session

from kakehashi.site.shown.entries import entry_shown
from kakehashi.site.shown.table import DayTable, day_table, names

HALL = {"hall": {"name": {"en": "Hall"}}, "club": {"name": {"en": "Logic room"}}}
ONE_AFTER_ANOTHER = {
    "rooms": HALL,
    "sessions": {
        "opening": session("2021-09-29T15:00", room="hall", title={"en": "Opening"}),
        "logic": session("2021-09-29T16:00", room="club", title={"en": "Logic"}),
    },
    "items": {
        f"{name}{order}": item(session=name, order=order, minutes=20, kind=kind)
        for name in ("opening", "logic")
        for order, kind in enumerate(("talk", "break", "talk"), start=1)
    },
}
AT_ONCE = ONE_AFTER_ANOTHER | {
    "sessions": {
        "opening": session("2021-09-29T15:00", room="hall", title={"en": "Opening"}),
        "logic": session("2021-09-29T15:00", room="club", title={"en": "Logic"}),
    }
}


def table(parts: dict[str, Any]) -> DayTable:
    return day_table(reader(a_site(**parts)), date(2021, 9, 29))


def said(parts: dict[str, Any]) -> list[list[tuple[str, str]]]:
    """The room and session over each title, row by row."""
    r = reader(a_site(**parts))
    cells = [row.cells for row in day_table(r, date(2021, 9, 29)).rows if row.cells]
    shown = [
        [e for one in row for e in (one.shared or (), *(entry_shown(r, e) for e in one.entries)) if e] for row in cells
    ]
    return [[(e.room, e.session) for e in row] for row in shown]


def test_in_a_single_column_room_and_session_are_said_where_they_change_and_never_on_breaks() -> None:
    assert said(ONE_AFTER_ANOTHER) == [
        [("Hall", "Opening")],
        [("", "")],
        [("", "")],
        [("Logic room", "Logic")],
        [("", "")],
        [("", "")],
    ]


def test_side_by_side_each_names_its_session_and_a_break_of_all_stands_once() -> None:
    assert said(AT_ONCE) == [[("", "Opening"), ("", "Logic")], [("", "")], [("", "Opening"), ("", "Logic")]]


def test_a_break_of_all_keeps_the_places_of_every_groups_break() -> None:
    (cell,) = table(AT_ONCE).rows[1].cells
    assert cell.shared is not None
    assert (cell.columns, cell.whole, cell.shared.anchor, cell.shared.also) == (2, True, "opening2", ("logic2",))


def test_breaks_that_end_apart_stay_apart() -> None:
    longer = AT_ONCE["items"] | {"logic2": item(session="logic", order=2, minutes=25, kind="break")}
    assert [len(row.cells) for row in table(AT_ONCE | {"items": longer}).rows][1] == 2


def test_a_heading_says_the_session_alone_where_the_room_is_called_after_it() -> None:
    assert [(head.name, head.note) for head in table(AT_ONCE).columns] == [("Hall", "Opening"), ("Logic", "")]


@pytest.mark.parametrize(
    ("room", "title", "one"),
    [
        ("数学ルーム", "数学", True),
        ("Секция наук об окружающей среде", "Науки об окружающей среде", True),
        ("Salle de physique", "Physique", True),
        ("Chemistry room", "Chemistry and physics", False),
        ("Main stream", "Opening", False),
    ],
)
def test_a_room_is_called_after_a_session_however_its_words_are_declined(room: str, title: str, one: bool) -> None:
    assert names(room, title) is one
