"""The pages that a partner is asked to approve."""

from tests.site.pages.showing import classed, first, page, rows, said
from tests.site.reading import MOMENT, PARTS
from tests.week.building import week

from kakehashi.site import Kind, site_of
from kakehashi.week import Visibility, for_audience

DRAFT = site_of(
    for_audience(
        week(**PARTS | {"symposia": {"leaves": {"title": {"en": "On leaves"}, "organisers": ["far"]}}}),
        Visibility.PUBLIC,
        MOMENT,
    ),
    draft="far",
)


def test_its_pages_stand_by_kind_with_every_language() -> None:
    shown = {said(first(s, "h2")): rows(first(s, "table")) for s in page(DRAFT, Kind.APPROVAL).iter("section")}
    assert shown == {
        "The institution's page": [["Samovar institute", "日本語 · English"]],
        "People": [["Ada Tea", "日本語 · English"]],
        "Symposia": [["On leaves", "日本語 · English"]],
        "Programme items": [["Welcome", "日本語 · English"]],
    }


def test_a_page_is_linked_in_each_language() -> None:
    section = next(iter(page(DRAFT, Kind.APPROVAL).iter("section")))
    links = [(a.get("hreflang"), a.get("href")) for a in section.iter("a")]
    assert links == [
        ("ja", "../../ja/institutions/far/index.html"),
        ("en", "../institutions/far/index.html"),
    ]


def test_it_says_for_whom_and_how_many() -> None:
    assert said(classed(page(DRAFT, Kind.APPROVAL), "over")[0]) == "Samovar institute · 4 pages"
