"""What the drawings of the sample week say to somebody who hears its pages."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from tests.site.walking import BuiltSite, parsed

HOME = "en/index.html"
DRAWN = (HOME, "ja/timetable/2021-10-01/index.html", "ru/items/keynote/index.html", "en/times/index.html")


@pytest.fixture(scope="module")
def home(built_sample: BuiltSite) -> Element:
    return parsed(built_sample.files[HOME])


def heard(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a tag that are not hidden from a screen reader."""
    if element.get("aria-hidden") == "true":
        return
    if name(element) == tag:
        yield element
    for child in element:
        yield from heard(child, tag)


def name(element: Element) -> str:
    """The name of an element; those of a drawing stand in a namespace of their own."""
    return str(element.tag).rpartition("}")[2]


def pictures(home: Element) -> list[Element]:
    return [one for one in heard(home, "svg") if one.get("aria-labelledby")]


def ids(tree: Element) -> dict[str, Element]:
    return {given: element for element in tree.iter() if (given := element.get("id"))}


@pytest.mark.parametrize("path", DRAWN)
def test_every_drawing_that_is_heard_has_a_title_of_its_own(built_sample: BuiltSite, path: str) -> None:
    drawings = list(heard(parsed(built_sample.files[path]), "svg"))
    assert {drawing.get("role") for drawing in drawings if not drawing.get("aria-labelledby")} <= {"img"}
    assert [one for one in drawings if name(one[0]) != "title" or not (one[0].text or "").strip()] == []


def test_a_drawing_of_one_moment_names_every_clock_and_its_part_of_the_day(home: Element) -> None:
    comb = next(one for one in heard(home, "svg") if one.get("class") == "comb")
    assert (comb[0].text or "").replace("\N{NO-BREAK SPACE}", " ") == (
        "Kazan, Saint Petersburg 09:00 (working day); Krasnoyarsk, Barnaul 13:00 (working day); "
        "Irkutsk 14:00 (working day); Kanazawa 15:00 (working day); Vladivostok 16:00 (working day)"
    )


def test_the_picture_of_the_week_is_named_and_described_by_elements_of_its_page(home: Element) -> None:
    named = [(one.get("aria-labelledby", ""), one.get("aria-describedby", "")) for one in pictures(home)]
    assert [(name(ids(home)[title]), name(ids(home)[told])) for title, told in named] == [("title", "desc")] * 3


def test_what_the_picture_links_to_the_list_below_it_links_to_in_the_same_order(home: Element) -> None:
    plans = [one for one in home.iter("dl") if one.get("class") == "plan"]
    listed = [link.get("href") for plan in plans for link in plan.iter("a")]
    assert [[link.get("href") for link in heard(picture, "a")] for picture in pictures(home)] == [listed] * 3


def test_a_link_of_the_picture_is_heard_with_its_time_first(home: Element) -> None:
    labels = [link.get("aria-label", "") for link in heard(pictures(home)[0], "a")]
    assert labels[:2] == [
        "15:00 Opening remarks, Yamazaki Koetsu",
        "15:10 Opening remarks, Gafurov Ilshat",
    ]
    assert [label for label in labels if not label[:2].isdigit() or label[2] != ":"] == []
