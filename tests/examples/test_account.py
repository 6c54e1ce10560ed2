"""`docs/sample-week.md` puts beside each sentence of the accounts the pages that show it."""

import re
from pathlib import Path

import pytest

from kakehashi.site import addresses_of, site_of
from kakehashi.week import VisibleWeek, Week

ACCOUNT = Path(__file__).parents[2] / "docs" / "sample-week.md"
ADDRESS = re.compile(r"\]\(http://127\.0\.0\.1:8000/kanazawa-russian-week-2021/([^)#]*)(?:#([^)]*))?\)")


def rows() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each sentence with the addresses beside it, page and fragment."""
    table = [line for line in ACCOUNT.read_text("utf-8").splitlines() if "](http://127" in line]
    return [(line.split("|")[1].strip(), ADDRESS.findall(line)) for line in table]


def test_every_sentence_stands_beside_the_same_pages_in_three_languages() -> None:
    for sentence, addresses in rows():
        by_language = {tag: [(a[3:], b) for a, b in addresses if a.startswith(tag + "/")] for tag in ("ja", "en", "ru")}
        assert by_language["ja"] == by_language["en"] == by_language["ru"] != [], sentence
        assert sum(map(len, by_language.values())) == len(addresses), sentence


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_every_link_leads_to_a_page(public: VisibleWeek, language: str) -> None:
    pages = {address.folder for address in addresses_of(site_of(public))}
    linked = {page for _, addresses in rows() for page, _ in addresses if page.startswith(language)}
    assert linked - pages == set()


def test_every_fragment_is_an_agreement_or_an_office(sample: Week) -> None:
    fragments = {fragment for _, addresses in rows() for _, fragment in addresses if fragment}
    assert fragments - {*sample.agreements, *sample.offices} == set()


def test_every_element_of_the_week_has_its_sentence(sample: Week) -> None:
    linked = {page for _, addresses in rows() for page, _ in addresses}
    told = [slug for slug, item in sample.items.items() if any(note.source for note in item.notes)]
    missing = [slug for slug in told if f"ja/items/{slug}/" not in linked]
    assert missing == ["general-conference"]
