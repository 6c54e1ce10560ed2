"""The pages that a partner is asked to approve."""

import yaml
from tests.site.pages.showing import classed, first, page, rows, said
from tests.site.reading import MOMENT, PARTS
from tests.week.building import institution, week

from kakehashi.site import Kind, site_of
from kakehashi.week import Private, Visibility, approvable, check, digest_of, for_audience

WEEK = week(**PARTS | {"symposia": {"leaves": {"title": {"en": "On leaves"}, "organisers": ["far"]}}})
PUBLIC = for_audience(WEEK, Visibility.PUBLIC, MOMENT)
DRAFT = site_of(PUBLIC, draft="far")
NOTING = site_of(PUBLIC, draft="far", digests=approvable(WEEK))


def test_its_pages_stand_by_kind_with_every_language() -> None:
    shown = {said(first(s, "h2")): rows(first(s, "table")) for s in page(DRAFT, Kind.APPROVAL).iter("section")}
    assert shown == {
        "The institution’s page": [["Samovar institute", "日本語 · English"]],
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


def test_the_office_can_copy_a_line_for_each_page_in_each_language() -> None:
    japanese, english = (element.itertext() for element in page(NOTING, Kind.APPROVAL).iter("code"))
    lines = "".join(english).splitlines()
    assert [line.partition(", institution")[0] for line in lines] == [
        "  - {collection: institutions, part: far",
        "  - {collection: people, part: ada",
        "  - {collection: symposia, part: leaves",
        "  - {collection: items, part: welcome",
    ]
    digest = digest_of(WEEK.items["welcome"], "en")
    assert lines[3].partition("welcome")[2] == (
        f", institution: far, language: en, by: NAME, date: DATE, digest: {digest}}}"
    )
    assert "".join(japanese).count("language: ja, ") == 4


def test_a_copied_line_says_that_the_page_is_as_it_was_approved() -> None:
    written = "".join(first(page(NOTING, Kind.APPROVAL), "code").itertext())
    noted = yaml.safe_load(written.replace("NAME", "Carl").replace("DATE", "'2021-09-01'"))
    private = Private.model_validate({"approvals": noted})
    changed = week(**PARTS | {"symposia": WEEK.symposia, "institutions": {"far": institution("Kettle institute")}})
    assert [one.code for one in check(WEEK, private=private, today=MOMENT.date()) if "approval" in one.code] == []
    assert [one.code for one in check(changed, private=private, today=MOMENT.date()) if "approval" in one.code] == [
        "approval.changed"
    ]


def test_a_draft_whose_digests_nobody_gave_has_no_lines_to_copy() -> None:
    assert list(page(DRAFT, Kind.APPROVAL).iter("pre")) == []
