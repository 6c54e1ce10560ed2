"""The report: words, figures and pictures of what happened."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, first, page, said

from kakehashi.site import Kind


def report(**keys: Any) -> Element:
    """The page of a report with these keys."""
    return page(a_site(report=keys), Kind.REPORT)


def test_what_was_not_counted_is_said_in_words_and_not_as_0() -> None:
    figures = {"guests": {"label": {"en": "Guests"}}, "quarrels": {"label": {"en": "Quarrels"}, "number": 0}}
    (tally,) = classed(report(figures=figures), "tally")
    assert [said(figure) for figure in tally] == ["Guests not counted —", "Quarrels 0"]


def test_a_day_that_all_figures_share_is_said_once() -> None:
    figures = {name: {"label": {"en": name}, "number": 1, "as_of": "2021-10-01"} for name in ("a", "b")}
    tree = report(figures=figures)
    assert said(tree).count("As of 1 October 2021") == 1
    assert [said(figure) for figure in classed(tree, "tally")[0]] == ["a 1", "b 1"]


def test_figures_of_different_days_say_theirs() -> None:
    figures = {str(day): {"label": {"en": "N"}, "number": 1, "as_of": f"2021-10-0{day}"} for day in (1, 2)}
    shown = [said(figure) for figure in classed(report(figures=figures), "tally")[0]]
    assert shown == ["N As of 1 October 2021 1", "N As of 2 October 2021 1"]


def test_a_picture_has_its_words_its_caption_and_its_credit() -> None:
    picture = {"file": "a.png", "alt": {"en": "A pot"}, "caption": {"en": "Tea at last"}, "credit": {"en": "Ada"}}
    (figure,) = classed(report(pictures=[picture]), "photo")
    image = first(figure, "img")
    assert (image.get("src"), image.get("alt"), said(figure)) == (
        "../../media/a.png",
        "A pot",
        "Tea at last Picture: Ada",
    )


def test_sections_follow_under_their_headings() -> None:
    sections = {"first": {"heading": {"en": "First day"}, "text": {"en": "It *rained*."}}}
    (section,) = report(sections=sections, summary={"en": "All went well."}).iter("section")
    assert said(section) == "First day It rained ."


def test_the_day_of_publication_stands_over_it() -> None:
    assert said(classed(report(published="2021-10-07"), "over")[0]) == "Published on Thursday 7 October 2021"


def test_an_empty_report_is_a_page_with_a_heading() -> None:
    tree = report()
    assert (said(first(tree, "h1")), list(tree.iter("section"))) == ("Report", [])


def test_what_is_invented_in_a_report_is_marked_where_it_stands() -> None:
    made_up = [{"kind": "invented"}]
    tree = report(
        notes=made_up,
        figures={"guests": {"label": {"en": "Guests"}, "number": 60, "notes": made_up}},
        sections={"first": {"heading": {"en": "First day"}, "text": {"en": "It rained."}}},
    )
    assert said(first(tree, "h1")) == "Report sample"
    assert [said(figure) for figure in classed(tree, "tally")[0]] == ["Guests sample 60"]
    assert [said(heading) for heading in tree.iter("h2")] == ["In figures", "First day"]


def test_figures_that_were_not_counted_do_not_stand_in_the_way_of_a_shared_day() -> None:
    figures = {
        "guests": {"label": {"en": "Guests"}, "number": 60, "as_of": "2021-10-01"},
        "quarrels": {"label": {"en": "Quarrels"}, "as_of": "2020-01-01"},
    }
    tree = report(figures=figures)
    assert said(classed(tree, "head")[0]) == "In figures As of 1 October 2021"


def test_a_large_number_is_written_as_the_language_writes_it() -> None:
    told = a_site(languages=["en", "de", "ru"], report={"figures": {"n": {"label": {"en": "Seen"}, "number": 12345}}})
    shown = [
        said(first(classed(page(told, Kind.REPORT, language=tag), "tally")[0], "dd")) for tag in ("en", "de", "ru")
    ]
    assert shown == ["12,345", "12.345", "12 345"]
