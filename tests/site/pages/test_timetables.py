"""The overview of the timetable and the page of a day."""

import json
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, at, caption, classed, facts, first, page, said
from tests.site.reading import PARTS, reader
from tests.site.walking import parsed
from tests.week.building import institution, item, person, session

from kakehashi.site import Address, Kind
from kakehashi.site.assets import assets
from kakehashi.site.rendering import render
from kakehashi.site.shown.table import pause_said

DAY = "2021-09-29"
CLOSED: dict[str, Any] = {
    "items": PARTS["items"] | {"vote": item(order=4, title={"en": "A secret"}, visibility="members")}
}
NIGHT: dict[str, Any] = {"sessions": {"opening": session("2021-09-29T23:50", room="hall")}}


def day(slug: str = DAY, **parts: Any) -> Element:
    return page(a_site(**parts), Kind.DAY, slug)


def overview(**parts: Any) -> Element:
    return page(a_site(**parts), Kind.TIMETABLE)


def cells(tree: Element) -> list[list[str]]:
    """What stands in each row of the grid: the clocks' times, then the titles."""
    shown = []
    for row in first(tree, "tbody"):
        times = [first(cell, "time").text or "" for cell in row if classed(cell, "z") or classed(cell, "t")]
        shown.append([*times, *(said(title) for title in classed(row, "what"))])
    return shown


def test_a_days_table_has_a_row_per_start_with_every_clock() -> None:
    assert cells(day()) == [
        ["09:00", "15:00", "Welcome"],
        ["09:10", "15:10", "Break"],
        ["09:20", "15:20", "On leaves"],
    ]


def test_the_caption_names_the_clock_by_which_the_day_is_told() -> None:
    told = "Japan Standard Time (Kanazawa, UTC+9) . The partners’ clocks stand from west to east."
    assert caption(day()) == told


def test_items_and_sessions_can_be_pointed_to() -> None:
    tree = day()
    assert said(classed(at(tree, "leaves"), "what")[0]) == "On leaves"
    assert said(first(at(tree, "opening"), "h3")) == "A session"


def test_an_item_named_like_its_session_keeps_the_name() -> None:
    tree = day(items={"opening": item()})
    assert [element.get("class") for element in tree.iter() if element.get("id") == "opening"] == ["entry"]


def test_every_session_has_its_local_times_without_a_script() -> None:
    (sitting,) = classed(day(), "sitting")
    assert [said(row) for row in first(sitting, "tbody")] == [
        "Kazan 09:00–09:30 UTC+3 working day",
        "Kanazawa 15:00–15:30 UTC+9 working day",
    ]


def test_a_closed_item_keeps_its_time_and_tells_the_filters_nothing() -> None:
    vote = at(day(**CLOSED), "vote")
    assert said(classed(vote, "what")[0]) == "Talk"
    assert list(classed(vote, "what")[0]) == []
    assert vote.attrib == {"class": "entry", "id": "vote", "data-item": ""}


def test_what_runs_past_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    assert [row[1:] for row in cells(day(**NIGHT))] == [["23:50", "Welcome"]]
    assert [row[1:] for row in cells(day("2021-09-30", **NIGHT))] == [["00:00", "Break"], ["00:10", "On leaves"]]


def test_a_session_without_items_makes_a_day_of_its_own() -> None:
    sessions = PARTS["sessions"] | {"tour": session("2021-10-05T09:00", title={"en": "A tour"}, minutes=60)}
    assert cells(day("2021-10-05", sessions=sessions)) == [["03:00", "09:00", "A tour"]]


def test_a_day_without_anything_says_so() -> None:
    assert "Nothing is planned for this day yet." in said(day("2021-09-30"))


def test_the_filters_offer_those_values_alone_that_occur() -> None:
    items = {"one": item(languages=["ru"], institutions=["far"])}
    selects = [[said(option) for option in select.iter("option")] for select in day(items=items).iter("select")]
    assert selects[:2] == [["All languages", "Russian"], ["All institutions", "Samovar institute"]]


def test_the_chooser_offers_the_host_first_and_one_option_for_each_clock() -> None:
    partners = PARTS["institutions"] | {"near": institution("Minsk", "Europe/Minsk", city={"en": "Minsk"})}
    chooser = at(overview(institutions=partners), "zone")
    assert [said(option) for option in chooser] == [
        "Kanazawa, UTC+9 (Japan Standard Time)",
        "Kazan, Minsk, UTC+3 (Moscow Time)",
    ]
    # What a caption says of the chosen clock begins with the clock, as it did before.
    assert [option.get("data-full") for option in chooser] == [
        "Japan Standard Time (Kanazawa, UTC+9)",
        "Moscow Time (Kazan, Minsk, UTC+3)",
    ]
    assert json.loads(chooser.get("data-days") or "")["2021-09-28"].endswith("September")


def test_the_overview_groups_each_day_by_start_with_one_comb_each() -> None:
    tree = overview()
    assert [said(heading) for heading in tree.iter("h2")] == [
        "Wednesday 29 September 2021",
        "Thursday 30 September 2021",
        "Time to be announced",
    ]
    assert len(classed(tree, "comb")) == len(classed(tree, "t")) == 3


def test_what_has_no_time_yet_is_listed_last() -> None:
    assert [said(item) for item in classed(overview(), "later")[0]] == ["Later"]


def test_what_is_off_and_has_no_time_waits_for_none() -> None:
    gone = {"gone": item(session=None, title={"en": "Gone"}, status="withdrawn")}
    tree = overview(items=PARTS["items"] | gone)
    assert [said(one) for one in tree.iter("h2")][-2:] == ["Time to be announced", "Postponed, withdrawn or cancelled"]
    assert [[said(one) for one in kept] for kept in classed(tree, "later")] == [["Later"], ["Gone withdrawn"]]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(30, "Break, 30 minutes"), (60, "Break, 1 hour"), (90, "Break, 90 minutes"), (510, "Break, 8 hours 30 minutes")],
)
def test_a_pause_is_told_in_minutes_or_hours(minutes: int, told: str) -> None:
    assert pause_said(reader(a_site()), minutes).replace("\N{NO-BREAK SPACE}", " ") == told


def test_the_script_is_small_and_asks_for_nothing() -> None:
    names, contents = assets()
    script = contents[names["site.js"]]
    assert len(script) < 15_000
    assert [word for word in (b"fetch(", b"eval(", b"import", b"XMLHttp", b"innerHTML") if word in script] == []


def test_a_clock_beside_which_nothing_begins_is_quiet_unless_its_part_of_the_day_changes() -> None:
    long = {"sessions": {"opening": session("2021-09-29T16:30", room="hall")}, "items": {"tea": item(minutes=120)}}
    quiet = [[cell.get("class") for cell in classed(row, "quiet")] for row in first(day(**long), "tbody")]
    # At 18:00 in Kanazawa evening begins there; in Kazan it is noon and stays day.
    assert quiet == [[], ["z quiet"]]


@pytest.mark.parametrize(
    ("rooms", "heading"),
    [({"one": "hall"}, "Hall"), ({"one": "hall", "two": "club"}, "Programme"), ({"one": None}, "A session")],
    ids=["one room", "rooms one after another", "no room"],
)
def test_the_one_column_of_a_day_has_a_heading(rooms: dict[str, str | None], heading: str) -> None:
    starts = {"one": "2021-09-29T15:00", "two": "2021-09-29T16:00"}
    tree = day(
        rooms=PARTS["rooms"] | {"club": {"name": {"en": "Club"}}},
        sessions={slug: session(starts[slug], room=room) for slug, room in rooms.items()},
        items={slug: item(slug) for slug in rooms},
    )
    (head,) = classed(tree, "group")
    assert (head.tag, said(head)) == ("th", heading)


def test_a_russian_day_begins_with_a_capital_letter_in_the_title_of_its_page() -> None:
    site = a_site(languages=["ru"], title={"ru": "Неделя чая"})
    tree = parsed(render(site, Address("ru", Kind.DAY, DAY)))
    assert said(first(tree, "title")) == "Среда, 29 сентября 2021 г. · Неделя чая"


def test_a_sitting_tells_where_it_is_and_who_leads_it_in_which_role() -> None:
    people = PARTS["people"] | {"ben": person("Ben Cup")}
    led = session(room="hall", chairs=["ada"], moderators=["ben"], interpreting=[{"source": "ja", "target": "en"}])
    (sitting,) = classed(day(people=people, sessions={"opening": led}), "sitting")
    assert facts(sitting) == {
        "Room": "Hall",
        "Chairs": "Ada Tea, Rector of the Samovar institute",
        "Moderators": "Ben Cup",
        "Interpreting": "Japanese to English, simultaneous interpreting",
    }


def test_the_table_of_a_day_struck_by_cancellations_keeps_every_row() -> None:
    row = {
        "tea": item(title={"en": "Tea"}),
        "gone": item(order=2, title={"en": "Gone"}, status="cancelled"),
        "moved": item(order=3, title={"en": "Moved"}, status="postponed"),
    }
    tree = day(items=row)
    assert [cells_of[-1] for cells_of in cells(tree)] == ["Tea", "Gone", "Moved"]
    assert [said(title) for title in classed(tree, "cancelled")] == ["Gone", "Moved"]
