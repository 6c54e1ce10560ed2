"""The home page: the whole week at once, of whatever there is of it."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, classed, first, page, said
from tests.week.building import institution, item, session

from kakehashi.site import Kind

NOTHING: dict[str, Any] = {"sessions": {}, "items": {}}
ALONE: dict[str, Any] = {"institutions": {"host": institution("Tea university", city={"en": "Kanazawa"})}, "people": {}}


def home(language: str = "en", **parts: Any) -> Element:
    return page(a_site(**parts), Kind.HOME, language=language)


def headings(tree: Element) -> list[str]:
    return [said(heading) for heading in tree.iter("h2")]


def test_a_week_without_any_time_draws_no_picture_and_says_so_of_each_day() -> None:
    tree = home(**NOTHING)
    assert headings(tree) == ["Day by day"]
    assert [said(day) for day in classed(tree, "dayplan")] == [
        "Wednesday 29 September Nothing is planned for this day yet.",
        "Thursday 30 September Nothing is planned for this day yet.",
    ]


def test_a_week_of_one_day_speaks_of_the_day() -> None:
    assert headings(home(days=["2021-09-29"]))[:2] == ["1 day in 2 time zones", "The day"]


def test_a_week_among_one_clock_has_nothing_to_say_of_others() -> None:
    tree = home(items={"tea": item()}, **ALONE)
    assert headings(tree) == ["2 days", "Day by day"]
    assert "Partners' clocks" not in said(tree)


@pytest.mark.parametrize(
    ("start", "language", "told"),
    [
        ("2021-09-29T15:00", "en", "What time it is for the partners when it is 15:00 in Kanazawa"),
        ("2021-09-29T15:00", "ja", "金沢が15時の\N{WORD JOINER}とき、各地は何時か"),
        ("2021-09-29T15:05", "ja", "金沢が15時5分の\N{WORD JOINER}とき、各地は何時か"),
        ("2021-09-29T09:00", "ja", "金沢が9時の\N{WORD JOINER}とき、各地は何時か"),
    ],
)
def test_the_hour_stands_in_its_heading_as_the_language_says_it(start: str, language: str, told: str) -> None:
    assert headings(home(language, sessions={"opening": session(start)}))[-1] == told


def test_several_who_speak_are_parted_so_that_each_keeps_the_position() -> None:
    people = {
        name.lower(): {
            "names": {"en": {"whole": name}},
            "positions": {"p": {"title": {"en": f"Rector of {name}"}, "institution": "far"}},
        }
        for name in ("Ada", "Ben")
    }
    tree = home(people=people, items={"tea": item(speakers=[{"person": "ada"}, {"person": "ben"}])})
    assert said(classed(tree, "detail")[0]) == "Ada, Rector of Ada · Ben, Rector of Ben"


def test_what_is_cancelled_stands_struck_through_with_its_state() -> None:
    tree = home(items={"tea": item(title={"en": "On tea"}, status="cancelled")})
    (entry,) = classed(tree, "plan")[0].iter("dd")
    assert (said(entry), first(entry, "a").get("class")) == ("On tea cancelled", "cancelled")


def test_a_closed_session_tells_its_time_and_for_whom_it_is() -> None:
    closed = session(visibility="members", title={"en": "Secret"})
    tree = home(sessions={"opening": closed}, items={"vote": item(title={"en": "Secret"}, visibility="members")})
    assert said(classed(tree, "plan")[0]) == "15:00 Talk members only"


def test_organisations_stand_by_role_and_one_that_is_only_asked_not_at_all() -> None:
    organisations = [
        {"institution": "far", "role": "auspices", "state": "asked"},
        {"institution": "host", "role": "host"},
    ]
    (told,) = [facts for facts in home(organisations=organisations).iter("dl") if "facts" in (facts.get("class") or "")]
    assert said(told).startswith("Organised by Tea university Times ")


def test_what_is_said_of_attendance_is_how_to_come_or_that_it_is_over() -> None:
    attend = {"how": "invitation", "note": {"en": "Ask *us*."}}
    tree = home(attend=attend)
    assert said(classed(tree, "attend")[0]) == "By invitation Places are free Ask us ."
    over = home(attend=attend, stage="held")
    assert said(classed(over, "attend")[0]) == "Ask us ."
    assert said(over).count("The week is over.") == 1
    assert classed(home(attend={"how": "invitation"}, stage="held"), "attend") == []
