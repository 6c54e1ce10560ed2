"""The fairness card on the page of local times: who may read it, and what it says of whom."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import at, classed, first, page, rows, said
from tests.site.reading import MOMENT, PARTS
from tests.week.building import item, person, session, week

from kakehashi.publishing.document import week_bytes
from kakehashi.site import Address, Kind, site_of
from kakehashi.site.rendering import render
from kakehashi.week import Visibility, Week, for_audience, timetable
from kakehashi.week.digest import timetable_digest

MOSCOW = {"title": {"en": "Rector"}, "institution": "far"}
HERE = {"title": {"en": "President"}, "institution": "host"}
PEOPLE = {
    "ada": person("Ada Tea", positions={"rector": MOSCOW}),
    "ben": person("Ben Leaf", positions={"president": HERE}),
    "both": person("Two Hats", positions={"rector": MOSCOW, "president": HERE}),
}
BURDENS = {
    "host": {"total": 30, "mean": 10, "alone": 0, "appearances": 3},
    "far": {"total": 2400, "mean": 1200, "alone": 900, "appearances": 2},
}


def planned(planning: dict[str, Any] | None = None, **parts: Any) -> Week:
    """The small week with the result of a plan that speaks of its timetable."""
    bare = week(**PARTS | {"people": PEOPLE} | parts)
    told = {"status": "optimal", "objective": 1200, "burdens": BURDENS} | (planning or {})
    return week(
        **PARTS | {"people": PEOPLE} | parts,
        planning={"timetable": timetable_digest(timetable(bare))} | told,
    )


def times(of: Week, audience: Visibility = Visibility.STAFF, language: str = "en") -> Element:
    """The page of local times as an audience reads it."""
    return page(site_of(for_audience(of, audience, MOMENT)), Kind.TIMES, language=language)


def has_card(of: Week, audience: Visibility) -> bool:
    return any(one.get("id") == "h-fairness" for one in times(of, audience).iter())


def card(**parts: Any) -> Element:
    """The section of the card, for staff."""
    tree = times(planned(**parts))
    return next(one for one in tree.iter("section") if one.get("aria-labelledby") == "h-fairness")


def figures(tree: Element) -> list[list[str]]:
    """The rows of its table."""
    return rows(classed(tree, "bearers")[0])


def appearances(tree: Element) -> dict[str, list[list[str]]]:
    """Every live appearance that the card lists: day, time, person and item, by institution."""
    return {said(first(one, "summary")): rows(first(one, "table")) for one in tree.iter("details")}


def who(tree: Element) -> dict[str, list[str]]:
    """Who appears for each institution."""
    return {name: [row[2] for row in listed] for name, listed in appearances(tree).items()}


def speaks(person: str, **keys: Any) -> dict[str, Any]:
    return item(speakers=[{"person": person} | keys.pop("speaker", {})], **keys)


@pytest.mark.parametrize("audience", Visibility)
@pytest.mark.parametrize("chosen", Visibility)
def test_whoever_the_week_chooses_reads_the_card_and_nobody_else(audience: Visibility, chosen: Visibility) -> None:
    told = planned({"visibility": chosen})
    assert has_card(told, audience) is (audience.rank >= chosen.rank)


def test_without_a_choice_it_is_for_staff_alone_and_says_so() -> None:
    assert [has_card(planned(), audience) for audience in Visibility] == [False, False, False, True]
    assert said(classed(card(), "members")[0]) == "staff only"
    assert classed(card(planning={"visibility": "public"}), "members") == []


def test_the_card_of_another_timetable_is_not_shown() -> None:
    assert not has_card(planned({"timetable": "0" * 64}), Visibility.STAFF)


def test_a_page_without_a_plan_says_nothing_of_it_and_loads_no_style_for_it() -> None:
    def sent(of: Week) -> bytes:
        return render(site_of(for_audience(of, Visibility.STAFF, MOMENT)), Address("en", Kind.TIMES))

    assert b"fairness" not in sent(week(**PARTS))
    assert sent(planned()).count(b"assets/fairness.") == 1


def test_what_the_public_may_read_stands_in_the_weeks_data_too() -> None:
    def data(chosen: str) -> bytes:
        return week_bytes(for_audience(planned({"visibility": chosen}), Visibility.PUBLIC, MOMENT))

    assert b'"burdens":{"host":{"total":30,"mean":10,"alone":0,"appearances":3}' in data("public")
    assert b'"planning"' not in data("members")


def test_the_worst_off_institution_stands_first_with_its_figures() -> None:
    names = [row[:5] for row in figures(card())]
    assert names == [
        ["Samovar institute Kazan, UTC+3", "2", "2,400", "1,200", "900"],
        ["Tea university Kanazawa, UTC+9", "3", "30", "10", "0"],
    ]


def test_those_who_bear_the_same_stand_in_the_order_of_the_document() -> None:
    equal = {slug: {"total": 3, "mean": 1} for slug in ("far", "host")}
    assert [row[0].split()[0] for row in figures(card(planning={"burdens": equal}))] == ["Tea", "Samovar"]


def test_a_least_mean_that_nobody_sought_is_a_dash() -> None:
    assert figures(card(planning={"burdens": {"far": {"total": 3, "mean": 1}}}))[0][4] == "—"


def test_an_appearance_is_told_on_the_clock_of_the_institution() -> None:
    (listed,) = appearances(card(items={"welcome": speaks("ada", title={"en": "Welcome"})})).values()
    assert listed == [["Wednesday 29 September", "09:00–09:10 working day", "Ada Tea", "Welcome"]]


def test_somebody_who_lives_by_another_clock_is_told_on_that_one_with_its_offset() -> None:
    abroad = PEOPLE | {"ada": person("Ada Tea", positions={"rector": MOSCOW}, zone="America/New_York")}
    (listed,) = appearances(card(people=abroad, items={"welcome": speaks("ada", title={"en": "Welcome"})})).values()
    assert listed == [["Wednesday 29 September", "02:00–02:10 UTC\N{MINUS SIGN}4 night", "Ada Tea", "Welcome"]]


def test_where_a_clock_is_changed_each_hour_is_told_with_its_own_offset() -> None:
    far, night = PARTS["institutions"]["far"] | {"zone": "Europe/Berlin"}, session("2027-03-28T08:30")
    tree = card(
        days=["2027-03-27", "2027-03-28"],
        institutions=PARTS["institutions"] | {"far": far},
        sessions={"opening": session("2027-03-27T18:00"), "night": night, "late": session("2027-03-28T18:00")},
        items={
            "welcome": speaks("ada", title={"en": "Welcome"}),
            "dream": speaks("ada", title={"en": "Dream"}, session="night", minutes=60),
            "end": speaks("ada", title={"en": "End"}, session="late"),
        },
    )
    assert figures(tree)[0][0].endswith("Kazan, UTC+1 and UTC+2")
    (listed,) = appearances(tree).values()
    assert [row[1] for row in listed] == [
        "10:00–10:10 UTC+1 working day",
        "00:30–01:30 UTC+1 night",
        "11:00–11:10 UTC+2 working day",
    ]


def test_an_hour_over_a_change_of_the_clock_has_two_offsets() -> None:
    far = PARTS["institutions"]["far"] | {"zone": "Europe/Berlin"}
    tree = card(
        days=["2027-03-28"],
        institutions=PARTS["institutions"] | {"far": far},
        sessions={"opening": session("2027-03-28T09:30")},
        items={"dream": speaks("ada", title={"en": "Dream"}, minutes=60)},
    )
    (listed,) = appearances(tree).values()
    assert listed[0][1] == "01:30–03:30 UTC+1–UTC+2 night"


def test_the_hours_nearest_to_and_furthest_from_the_working_day_stand_in_the_table() -> None:
    sessions = {
        "morning": session("2021-09-29T12:30"),
        "opening": session("2021-09-29T15:00"),
        "late": session("2021-09-30T04:30"),
    }
    items = {
        "early": speaks("ada", session="morning", title={"en": "Early"}),
        "good": speaks("ada", title={"en": "Good"}),
        "late": speaks("ada", session="late", title={"en": "Late"}),
    }
    far = figures(card(sessions=sessions, items=items))[0]
    assert far[5:] == [
        "22:30–22:40 evening Wednesday 29 September Late",
        "09:00–09:10 working day Wednesday 29 September Good",
    ]


def test_night_is_worse_than_the_latest_evening() -> None:
    sessions = {"evening": session("2021-09-30T04:40"), "night": session("2021-09-29T11:45")}
    items = {
        "evening": speaks("ada", session="evening", title={"en": "Evening"}),
        "night": speaks("ada", session="night", title={"en": "Night"}),
    }
    assert figures(card(sessions=sessions, items=items))[0][5].startswith("05:45–05:55 night")


def test_an_institution_without_appearances_has_no_hours() -> None:
    far = figures(card(items={"welcome": speaks("ben")}))[0]
    assert far[5:] == ["", ""]


def test_recordings_and_what_does_not_take_place_are_no_appearances() -> None:
    items = {
        "film": speaks("ada", delivery="recorded"),
        "gone": speaks("ada", status="cancelled"),
        "live": speaks("ada", title={"en": "Live"}),
        "later": speaks("ada", session=None),
    }
    (listed,) = appearances(card(items=items)).values()
    assert [row[3] for row in listed] == ["Live"]


def test_the_reader_of_a_speech_appears_and_its_author_does_not() -> None:
    read = item(delivery="read-out", speakers=[{"person": "ada"}, {"person": "ben", "role": "reader"}])
    assert who(card(items={"speech": read})) == {"Tea university": ["Ben Leaf"]}


def test_co_authors_need_not_be_there() -> None:
    paper = item(speakers=[{"person": "ada"}, {"person": "ben", "role": "co-author"}])
    assert who(card(items={"paper": paper})) == {"Samovar institute": ["Ada Tea"]}


def test_who_speaks_in_a_position_appears_for_its_institution_alone() -> None:
    named = speaks("both", speaker={"position": "president"})
    assert who(card(items={"talk": named})) == {"Tea university": ["Two Hats"]}


def test_who_holds_two_positions_appears_for_both_unless_the_item_names_one() -> None:
    assert who(card(items={"talk": speaks("both")})) == {
        "Samovar institute": ["Two Hats"],
        "Tea university": ["Two Hats"],
    }
    assert who(card(items={"talk": speaks("both", institutions=["far"])})) == {"Samovar institute": ["Two Hats"]}


def test_a_student_without_a_position_appears_for_the_institution_on_the_same_clock() -> None:
    people = PEOPLE | {"student": person("Stu Dent", zone="Europe/Moscow"), "guest": person("Gu Est")}
    joint = item(speakers=[{"person": "student"}, {"person": "guest"}], institutions=["host", "far"])
    assert who(card(people=people, items={"joint": joint})) == {
        "Samovar institute": ["Stu Dent", "Gu Est"],
        "Tea university": ["Gu Est"],
    }


def test_readers_who_may_not_see_who_speaks_do_not_see_when_either() -> None:
    secret = planned(
        {"visibility": "public"}, items={"talk": speaks("ada", visibility="staff"), "tea": speaks("ben", order=2)}
    )
    assert list(appearances(times(secret, Visibility.STAFF))) == ["Samovar institute", "Tea university"]
    assert list(appearances(times(secret, Visibility.PUBLIC))) == ["Tea university"]


def test_the_price_of_fairness_stands_beside_the_least_that_all_could_bear() -> None:
    tree = card(planning={"total": 2430, "least_total": 2000, "price_of_fairness": 0.215})
    told = [[said(part) for part in one] for one in first(tree, "dl")]
    assert [value for _, value in told] == ["2,430", "2,000", "430 21.5% more"]


def test_a_price_that_is_not_known_is_not_told() -> None:
    assert classed(card(planning={"total": 2430}), "price") == []


@pytest.mark.parametrize(
    ("planning", "proof"),
    [
        ({}, "It is proven that no timetable meets the aims of the plan better."),
        ({"status": "feasible"}, "A better timetable may exist: the search has not ruled it out."),
        (
            {"status": "feasible", "gap": 0.042},
            "A better timetable may exist, but by the first aim it is better by 4.2% at most.",
        ),
    ],
)
def test_it_says_how_sure_it_is_that_nothing_is_better(planning: dict[str, Any], proof: str) -> None:
    assert proof in said(card(planning=planning))


def test_what_is_drawn_is_what_is_listed() -> None:
    tree = card(items={"welcome": speaks("ada"), "tea": speaks("ben", order=2), "cake": speaks("ben", order=3)})
    drawings = [one for one in tree.iter() if one.get("role") == "img"]
    assert [next(iter(one)).text for one in drawings] == [
        "Live appearances of each institution by its own clock, and its mean burden"
    ] * 2
    # One bar for each appearance, and one for each of the two means.
    bars = [sum("span" in (one.get("class") or "").split() for one in drawing.iter()) for drawing in drawings]
    assert bars == [3 + 2, 3 + 2]


def test_the_pages_language_names_cities_and_says_what_things_are() -> None:
    tree = times(planned(), language="ja")
    assert said(at(tree, "h-fairness")) == "時差による負担の配分"
    assert "カザン、UTC+3" in figures(tree)[0][0]


def test_no_part_of_it_bears_the_name_of_another() -> None:
    ids = [one.get("id") for one in times(planned()).iter() if one.get("id")]
    assert len(ids) == len(set(ids))
