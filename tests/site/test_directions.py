"""Texts in Arabic, Hebrew and other languages that run from right to left, on pages that run either way."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, at, classed, first, page
from tests.site.reading import reader
from tests.site.walking import parsed
from tests.week.building import item

from kakehashi.site import Address, Kind, page_of
from kakehashi.site.rendering import render
from kakehashi.words import Text


def marked(tree: Element) -> list[tuple[str | None, str | None]]:
    """The languages that elements name, with their directions."""
    return [(e.get("lang"), e.get("dir")) for e in tree.iter() if e.get("lang")]


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("ja", "ltr")]
)
def test_a_page_says_which_way_it_runs(language: str, way: str) -> None:
    site = a_site(languages=[language, "en"], title={language: "x"})
    for path in ("", f"{language}/"):
        content = page_of(site, path)
        assert content is not None
        tree = parsed(content)
        assert (tree.get("lang"), tree.get("dir")) == (language, way)


@pytest.mark.parametrize(
    ("page_language", "text_language", "attributes"),
    [
        ("en", "he", ' lang="he" dir="rtl"'),
        ("he", "en", ' lang="en" dir="ltr"'),
        ("he", "ar", ' lang="ar"'),
        ("en", "ja", ' lang="ja"'),
    ],
)
def test_only_a_text_that_runs_the_other_way_says_so(page_language: str, text_language: str, attributes: str) -> None:
    r = reader(a_site(languages=[page_language]), page_language)
    assert r.text(Text({text_language: "x"})) == f'<span class="other"{attributes}>x</span>'


def test_the_note_above_a_long_text_runs_the_way_of_the_page() -> None:
    shown = reader(a_site(languages=["en"])).prose(Text(he="תה"))
    assert shown.startswith(
        '<div class="prose other-block" lang="he" dir="rtl"><p class="small" lang="en" dir="ltr">In Hebrew only</p>'
    )


NAMES: dict[str, Any] = {"en": {"whole": "Ada Tea"}, "ar": {"whole": "آدا"}, "ru": {"whole": "Ада Чай"}}


def test_names_in_other_scripts_and_titles_in_other_languages_run_their_own_way() -> None:
    talk = item(title={"en": "On tea", "he": "על התה"}, speakers=[{"person": "ada"}])
    tree = page(a_site(people={"ada": {"names": NAMES}}, items={"tea": talk}), Kind.ITEM, "tea")
    assert marked(classed(tree, "scripts")[0]) == [("ar", "rtl"), ("ru", None)]
    assert marked(classed(tree, "facts")[0]) == [("he", "rtl")]


def test_the_choice_of_a_language_runs_the_way_of_each() -> None:
    site = a_site(languages=["en", "ar"])
    (menu,) = [
        nav for nav in parsed(render(site, Address("en", Kind.HOME))).iter("nav") if nav.get("aria-label") == "Language"
    ]
    assert marked(menu) == [("en", None), ("ar", "rtl")]


def test_a_page_from_right_to_left_keeps_its_parts() -> None:
    site = a_site(languages=["he", "en"], items={"tea": item(title={"he": "על התה"})})
    tree = page(site, Kind.ITEM, "tea", "he")
    assert (first(tree, "h1").text, at(tree, "h-times").tag) == ("על התה", "h2")
