"""Pages for addresses without a page: helpful in every language, right wherever a host shows them."""

from functools import cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import said
from tests.site.releasing import public, released
from tests.site.walking import BuiltSite, internal_links, parsed

from kakehashi.site import rerooted, works_of

ADDRESS = "https://example.org/tea-week/"
PAGES = ("404.html", "ja/404.html", "en/404.html")


@cache
def built(address: str | None = ADDRESS) -> BuiltSite:
    """The first release of the small week, at this public address."""
    return BuiltSite(released(public(address=address)))


def page(path: str) -> bytes:
    return built().files[path]


def led_to(tree: Element, shown_at: str) -> set[str]:
    """The paths of a host to which a page leads that is shown at an address."""
    return {urlsplit(urljoin(f"https://host{shown_at}", link)).path for link in internal_links(tree)} - {shown_at}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("shown_at", ["/tea-week/en/items/no/such/page/", "/tea-week/x", "/tea-week/en/404.html"])
def test_links_and_style_are_right_at_any_depth(path: str, shown_at: str) -> None:
    for target in led_to(parsed(page(path)), shown_at):
        assert target.removeprefix("/tea-week/") in built().files


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("address", [None, ADDRESS])
def test_a_server_that_knows_better_puts_its_own_root(path: str, address: str | None) -> None:
    files = built(address).files
    for target in led_to(parsed(rerooted(files[path], "../../../")), "/behind/a/proxy/en/items/none"):
        assert target.removeprefix("/behind/a/") in files


@pytest.mark.parametrize("path", PAGES)
def test_of_a_week_without_an_address_they_are_right_where_the_file_lies(path: str) -> None:
    files = built(None).files
    for target in led_to(parsed(files[path]), f"/{path}"):
        assert target.removeprefix("/") in files


def test_one_page_speaks_every_language_of_the_week_and_the_others_their_own() -> None:
    tree = parsed(page("404.html"))
    assert [(said(part[0]), part.get("lang")) for part in tree.iter("section")] == [
        ("ページが見つかりません", "ja"),
        ("There is no such page", "en"),
    ]
    assert parsed(page("en/404.html")).get("lang") == "en"


@pytest.mark.parametrize("path", PAGES)
def test_they_lead_to_the_programme_its_days_and_the_people(path: str) -> None:
    links = {urlsplit(link).path for link in internal_links(parsed(page(path)))}
    for folder in ("timetable/", "timetable/2021-09-29/", "people/", "institutions/"):
        assert any(link.endswith(f"/{folder}index.html") for link in links), folder


@pytest.mark.parametrize("path", PAGES)
def test_they_are_not_for_search_engines_and_keep_to_the_policy(path: str) -> None:
    tree = parsed(page(path))
    told = {one.get("name") or one.get("http-equiv"): str(one.get("content")) for one in tree.iter("meta")}
    assert told["robots"] == "noindex"
    assert told["Content-Security-Policy"].startswith("default-src 'none'")
    assert not [link for link in tree.iter("link") if link.get("rel") == "canonical"]


@pytest.mark.parametrize("path", PAGES)
def test_they_do_not_change_with_a_release(path: str) -> None:
    (again,) = [work for work in works_of(released(public(), public())) if work.path == path]
    assert again.make(released(public(), public())).content == page(path)
