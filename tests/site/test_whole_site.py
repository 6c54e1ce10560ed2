"""The whole site at once: valid, linked, quiet, and the same however it is built."""

from collections import Counter
from xml.etree.ElementTree import Element

import pytest
from tests.site.conforming import faults
from tests.site.conftest import MOMENT
from tests.site.reading import a_site
from tests.site.walking import BuiltSite, silent

from kakehashi.site import Site, site_files, site_of
from kakehashi.week import Visibility, Week, for_audience


def staff_site(week: Week) -> Site:
    return site_of(for_audience(week, Visibility.STAFF, MOMENT))


def draft_site(week: Week) -> Site:
    return site_of(for_audience(week, Visibility.PUBLIC, MOMENT), draft="kazan-federal-university")


def test_every_link_and_anchor_of_the_sample_leads_somewhere(built_sample: BuiltSite) -> None:
    assert list(built_sample.broken_links()) == []


@pytest.mark.parametrize("make", [staff_site, draft_site])
def test_so_do_those_of_its_site_for_staff_and_of_a_draft(sample: Week, make: object) -> None:
    assert callable(make)
    built = BuiltSite(make(sample))
    assert list(built.broken_links()) == []
    assert misfits(built) == []


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"languages": ["en"], "title": {"en": "Alone"}},
        {"sessions": {}, "items": {}, "rooms": {}},
        {"sessions": {}, "items": {}, "people": {}, "institutions": {}, "organisations": [], "rooms": {}},
    ],
    ids=["small", "one language", "nothing planned", "nothing at all"],
)
def test_so_do_those_of_a_week_with_little_in_it(parts: dict[str, object]) -> None:
    built = BuiltSite(a_site(**parts))
    assert list(built.broken_links()) == []
    assert misfits(built) == []


def test_elements_stand_where_html_lets_them_and_name_what_is_there(built_sample: BuiltSite) -> None:
    assert misfits(built_sample) == []


def test_every_page_has_one_heading_of_the_first_level_and_no_id_twice(built_sample: BuiltSite) -> None:
    for path, tree in built_sample.pages.items():
        assert len(list(tree.iter("h1"))) == 1, path
        twice = [name for name, number in Counter(ids(tree)).items() if number > 1]
        assert (path, twice) == (path, [])


def test_what_should_say_something_does(built_sample: BuiltSite) -> None:
    pages = built_sample.pages.items()
    assert {path: found for path, tree in pages if (found := list(silent(tree)))} == {}


def test_a_page_carries_no_inline_code_and_no_inline_style(built_sample: BuiltSite) -> None:
    for path, tree in built_sample.pages.items():
        for element in tree.iter():
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"], path
        kinds = {(script.get("src") is not None, script.get("type")) for script in tree.iter("script")}
        assert kinds <= {(True, None), (False, "application/ld+json")}, path


def test_no_page_names_a_file_of_another_host(built_sample: BuiltSite) -> None:
    for path, tree in built_sample.pages.items():
        loaded = [e.get("src") for e in tree.iter() if e.get("src")] + [
            link.get("href") for link in tree.iter("link") if link.get("rel") == "stylesheet"
        ]
        assert [source for source in loaded if "//" in str(source)] == [], path


def test_every_page_names_an_icon_so_that_no_browser_asks_the_host_for_one(built_sample: BuiltSite) -> None:
    for tree in built_sample.pages.values():
        icons = [str(link.get("href")) for link in tree.iter("link") if link.get("rel") == "icon"]
        assert [icon[icon.index("assets/") :] for icon in icons] == [f"assets/{built_sample.site.assets['icon.svg']}"]


def test_every_page_names_its_language_and_its_alternates(built_sample: BuiltSite) -> None:
    languages = built_sample.site.week.languages
    for path, tree in built_sample.pages.items():
        if path not in ("index.html", "404.html") and not path.startswith("embed/"):
            assert root(tree).get("lang") == path.partition("/")[0]
            told = {link.get("hreflang") for link in tree.iter("link") if link.get("rel") == "alternate"}
            assert told == (set() if path.endswith("404.html") else {*languages, "x-default"}), path


def test_side_by_side_and_one_by_one_give_the_same_bytes(built_sample: BuiltSite) -> None:
    beside = {file.path: file.content for file in site_files(built_sample.site, workers=2)}
    assert beside == built_sample.files


def test_a_draft_says_on_every_page_that_it_is_one(sample: Week) -> None:
    for path, tree in BuiltSite(draft_site(sample)).pages.items():
        robots = [meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "robots"]
        marks = [p for p in tree.iter("p") if p.get("class") == "watermark"]
        assert (robots, len(marks)) == (["noindex, nofollow"], 1), path


def misfits(built: BuiltSite) -> list[str]:
    return [f"{path}: {fault}" for path, tree in built.pages.items() for fault in faults(tree)]


def ids(tree: Element) -> list[str]:
    return [name for element in tree.iter() if (name := element.get("id"))]


def root(tree: Element) -> Element:
    return tree if tree.tag == "html" else next(tree.iter("html"))
