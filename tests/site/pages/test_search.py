"""The search page as it is sent: what it says without its script, and what it may load with it."""

import pytest
from tests.site.pages.showing import a_site, classed, first, page, said
from tests.site.walking import parsed

from kakehashi.site import Kind, page_of
from kakehashi.site.search import Group


def policy(path: str) -> str:
    """The Content-Security-Policy that a page names."""
    content = page_of(a_site(), path)
    assert content is not None
    named = (meta for meta in parsed(content).iter("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    return next(named).get("content") or ""


def test_the_search_page_alone_may_run_webassembly_and_load_an_index() -> None:
    other = policy("en/")
    assert policy("en/search/") == other.replace("'self';", "'self' 'wasm-unsafe-eval';", 1) + "; connect-src 'self'"
    assert "wasm" not in other and "connect" not in other


def test_it_loads_its_own_scripts_and_style_and_no_other_page_does() -> None:
    def loaded(path: str) -> str:
        return (page_of(a_site(), path) or b"").decode().partition("</head>")[0]

    for name in ("assets/search.", "assets/folding.", "assets/finding."):
        assert name in loaded("en/search/")
        assert name not in loaded("en/")


def test_without_its_script_it_says_so_and_leads_to_the_lists() -> None:
    shown = page(a_site(), Kind.SEARCH)
    assert "needs JavaScript" in said(classed(shown, "scriptless")[0])
    assert first(shown, "form").get("hidden") is not None
    links = [(said(link), link.get("href")) for link in classed(shown, "index")[0].iter("a")]
    assert ("Programme", "../timetable/index.html") in links
    assert ("Speakers", "../people/index.html") in links


def test_there_is_a_place_for_every_group_of_results() -> None:
    sections = classed(page(a_site(), Kind.SEARCH), "found")
    assert [section.get("data-group") for section in sections] == [group.value for group in Group]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_names_the_index_of_its_language(language: str) -> None:
    assert (
        first(page(a_site(), Kind.SEARCH, language=language), "form").get("data-index") == f"../../pagefind/{language}/"
    )
