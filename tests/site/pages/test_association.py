"""The alumni association: of its agenda only what the reader may see."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, a_staff_site, classed, first, page, rows, said
from tests.week.building import item, session

from kakehashi.site import Kind, Site

CONFERENCE: dict[str, Any] = {
    "sessions": {"conference": session(title={"en": "General conference"}, visibility="members")},
    "items": {"meeting": item("conference", kind="general-conference", title={"en": "Vote on tea"}, minutes=60)},
}
ALUMNI: dict[str, Any] = {
    "name": {"en": "Tea alumni"},
    "since": "2020",
    "agenda": [{"title": {"en": "Opening"}, "visibility": "public"}, {"title": {"en": "Election"}}],
    "general_conference": "meeting",
}


def told(site: Site) -> Element:
    """The page of the association."""
    return page(site, Kind.ASSOCIATION)


def alumni(**keys: Any) -> Element:
    """The page of an association with these keys, without a conference."""
    return told(a_site(association={"name": {"en": "Tea alumni"}} | keys))


def test_the_public_reads_the_time_of_a_closed_conference_and_its_open_points() -> None:
    tree = told(a_site(association=ALUMNI, **CONFERENCE))
    (section,) = tree.iter("section")
    assert said(first(section, "p")) == "General conference members only"
    assert "Wednesday 29 September 2021 15:00–16:00" in said(section)
    assert [said(point) for point in classed(tree, "agenda")[0]] == ["Opening"]


def test_staff_reads_every_point_with_the_circle_that_may() -> None:
    tree = told(a_staff_site(association=ALUMNI, **CONFERENCE))
    assert [said(point) for point in classed(tree, "agenda")[0]] == ["Opening", "Election members only"]


def test_the_year_of_founding_is_the_big_figure_and_not_said_twice() -> None:
    assert said(classed(alumni(since="2020"), "margin")[0]) == "2020 founded"
    assert said(classed(alumni(since="2020-08"), "margin")[0]) == "2020 founded Since August 2020"


def test_an_officer_is_told_with_position_and_term() -> None:
    office = {"title": {"en": "President"}, "person": "ada", "begins": "2020-08-06"}
    (line,) = classed(alumni(officers={"president": office}), "rows")[0]
    assert said(line) == "President: Ada Tea, Rector of the Samovar institute since 6 August 2020"


def test_an_office_that_nobody_is_known_to_hold_stands_alone() -> None:
    (line,) = classed(alumni(officers={"president": {"title": {"en": "President"}}}), "rows")[0]
    assert said(line) == "President"


def test_a_date_on_which_sources_differ_says_so() -> None:
    note = {"kind": "disputed", "about": "date", "text": {"en": "Another page says July."}}
    event = {"date": "2020-08", "what": {"en": "Plate unveiled"}, "notes": [note]}
    assert rows(first(alumni(history=[event]), "table")) == [
        ["August 2020", "Plate unveiled Sources differ. Another page says July."]
    ]


def test_an_association_of_which_only_the_name_is_known_has_a_page() -> None:
    tree = alumni()
    assert (said(first(tree, "h1")), list(tree.iter("section"))) == ("Tea alumni", [])


def test_an_agenda_is_told_before_its_conference_is_planned() -> None:
    points = [{"title": {"en": "Opening"}, "visibility": "public"}]
    (section,) = alumni(agenda=points).iter("section")
    assert said(section) == "General conference Time to be announced Agenda Opening"


def test_a_conference_without_a_time_says_so() -> None:
    later = {"items": {"meeting": item(None, kind="general-conference", title={"en": "Vote on tea"})}}
    (section,) = told(a_site(association=ALUMNI | {"agenda": []}, **later)).iter("section")
    assert said(section) == "General conference Vote on tea Time to be announced"


def test_what_is_invented_is_marked_beside_its_name() -> None:
    tree = alumni(
        notes=[{"kind": "invented"}],
        officers={"president": {"title": {"en": "President"}, "notes": [{"kind": "invented"}]}},
        history=[{"date": "2020", "what": {"en": "Plate unveiled"}, "notes": [{"kind": "provisional"}]}],
    )
    assert said(first(tree, "h1")) == "Tea alumni sample"
    assert said(classed(tree, "rows")[0]) == "President sample"
    assert rows(first(tree, "table")) == [["2020", "Plate unveiled provisional"]]
