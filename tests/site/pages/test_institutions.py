"""Institutions: their clocks beside the host's, their names in every language, their part in the week."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, rows, said
from tests.site.reading import PARTS
from tests.week.building import institution, item

from kakehashi.site import Kind

KAZAN: dict[str, Any] = institution("Kazan university", "Europe/Moscow", city={"en": "Kazan"}, country="RU") | {
    "name": {"en": "Kazan university", "ru": "Казанский университет", "ja": "カザン大学"},
    "formal": {"en": "Kazan (Volga region) university"},
}


def far(**parts: Any) -> Element:
    """The page of the institution in Kazan, with these parts of the week."""
    institutions = PARTS["institutions"] | {"far": KAZAN} | parts.pop("institutions", {})
    return page(a_site(institutions=institutions, **parts), Kind.INSTITUTION, "far")


def test_the_big_figure_is_the_distance_from_utc_and_from_the_host() -> None:
    assert said(classed(far(), "big")[0]) == "+3 hours from UTC 6 hours behind Kanazawa"


def test_names_stand_in_every_language_with_the_formal_one() -> None:
    told = facts(far())
    names = [told[name] for name in ("Formal name", "In Russian", "In Japanese")]
    assert names == ["Kazan (Volga region) university", "Казанский университет", "カザン大学"]


def test_a_name_in_another_language_is_marked_with_it() -> None:
    marked = {e.get("lang"): said(e) for e in far().iter("span") if e.get("lang")}
    assert marked == {"ru": "Казанский университет", "ja": "カザン大学"}


def test_the_place_is_told_in_the_words_of_the_page() -> None:
    assert facts(far())["Place"] == "Kazan, Russia"


def test_two_clocks_are_drawn_for_another_time_and_not_for_the_hosts_own() -> None:
    host = page(a_site(), Kind.INSTITUTION, "host")
    assert said(first(far(), "h2")) == "Two clocks, one day"
    assert "Two clocks, one day" not in said(host)


def test_people_are_shown_with_the_position_of_the_week_alone() -> None:
    positions = {
        "dean": {"title": {"en": "Dean"}, "institution": "far", "until": "2020-12-31"},
        "rector": {"title": {"en": "Rector"}, "institution": "far", "begins": "2021-01-01"},
    }
    people = {"ada": PARTS["people"]["ada"] | {"positions": positions}}
    (shown,) = classed(far(people=people), "person")
    assert said(shown) == "Ada Tea Rector since 1 January 2021"


def test_who_has_left_before_the_week_is_not_among_its_people() -> None:
    gone = {"dean": {"title": {"en": "Dean"}, "institution": "far", "until": "2020-12-31"}}
    tree = far(
        people={"ada": PARTS["people"]["ada"] | {"positions": gone}}, items={"t": item(speakers=[{"person": "ada"}])}
    )
    assert classed(tree, "person") == []


def test_agreements_and_offices_stand_by_date_and_unknown_dates_last() -> None:
    tree = far(
        agreements={
            "undated": {"title": {"en": "Undated"}, "parties": [{"institution": "far"}]},
            "second": {"title": {"en": "Second"}, "parties": [{"institution": "far"}], "signed": "2018-07"},
            "first": {"title": {"en": "First"}, "parties": [{"institution": "far"}], "signed": "1998"},
        },
        offices={"o": {"name": {"en": "Office"}, "of": "host", "at": "far", "milestones": OPENED}},
    )
    dates = [row[:2] for row in rows(list(tree.iter("table"))[-1])]
    assert dates == [["1998", "First"], ["17 January 2018", "Office"], ["July 2018", "Second"], ["—", "Undated"]]


OPENED = {"open": {"what": {"en": "Opened"}, "date": "2018-01-17", "done": True}}


def test_a_clock_that_changes_in_the_week_says_when() -> None:
    berlin = {"far": institution("Berlin university", "Europe/Berlin", city={"en": "Berlin"})}
    autumn = {"days": ["2021-10-30", "2021-10-31"], "sessions": {}, "items": {}}
    tree = page(a_site(institutions=PARTS["institutions"] | berlin, **autumn), Kind.INSTITUTION, "far")
    assert facts(tree)["Changes during the week"] == "UTC+2; from Sunday 31 October, 02:00: UTC+1"


def test_the_index_parts_those_who_take_part_from_those_spoken_of() -> None:
    ministry = institution("Ministry", kind="ministry", partner=False)
    told = a_site(
        institutions=PARTS["institutions"] | {"ministry": ministry},
        organisations=[
            {"institution": "ministry", "role": "auspices"},
            {"institution": "host", "role": "host"},
            # Nearly all others cooperate, and a list that says so of each says nothing.
            {"institution": "far", "role": "cooperation"},
        ],
    )
    tables = [rows(table) for table in page(told, Kind.INSTITUTIONS).iter("table")]
    assert tables == [
        [
            ["Tea university", "Kanazawa", "UTC+9", "University", "Host of the week"],
            ["Samovar institute", "Kazan", "UTC+3", "University", ""],
        ],
        [["Ministry", "", "UTC+9", "Ministry", "The week is held under its auspices"]],
    ]


def test_an_index_without_roles_has_no_column_for_them() -> None:
    heads = [said(h) for h in first(page(a_site(organisations=[]), Kind.INSTITUTIONS), "thead").iter("th")]
    assert heads == ["Institution", "Place", "Clock", "Kind"]


def test_an_invented_institution_is_marked_on_its_page_and_in_the_index() -> None:
    made_up = {"far": KAZAN | {"notes": [{"kind": "invented"}]}}
    assert said(first(far(institutions=made_up), "h1")) == "Kazan university sample"
    index = page(a_site(institutions=PARTS["institutions"] | made_up), Kind.INSTITUTIONS)
    assert [row[0] for row in rows(first(index, "table"))] == ["Tea university", "Kazan university sample"]


def test_items_are_listed_with_everyones_position() -> None:
    told = rows(first(far(), "table"))
    assert [row[-1] for row in told] == ["Welcome Opening remarks · Ada Tea, Rector of the Samovar institute"]
