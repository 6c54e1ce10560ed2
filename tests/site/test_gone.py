"""Pages at addresses that earlier releases had: what moved leads on, what is no more says so."""

from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import said
from tests.site.reading import PARTS
from tests.site.releasing import items, public, released
from tests.site.walking import BuiltSite, parsed

from kakehashi.site import History, site_of, works_of
from kakehashi.week import VisibleWeek

MOVED = public(), public(items=items("leaves", on_leaves=PARTS["items"]["leaves"]))
REMOVED = public(), public(items=items("leaves"))


def at_leaves(weeks: tuple[VisibleWeek, ...], language: str = "en") -> Element:
    """The page at the address that the talk on leaves had in the first release."""
    site = released(*weeks)
    (work,) = [work for work in works_of(site) if work.path == f"{language}/items/leaves/index.html"]
    return parsed(work.make(site).content)


def meta(tree: Element, key: str, name: str) -> list[str]:
    return [str(one.get("content")) for one in tree.iter("meta") if one.get(key) == name]


def canonical(tree: Element) -> list[str]:
    return [str(link.get("href")) for link in tree.iter("link") if link.get("rel") == "canonical"]


def test_what_moved_leads_on_at_once_and_by_a_link() -> None:
    tree = at_leaves(MOVED)
    assert meta(tree, "http-equiv", "refresh") == ["0; url=../on-leaves/index.html"]
    assert "../on-leaves/index.html" in [link.get("href") for link in tree.iter("a")]
    assert canonical(tree) == ["https://example.org/tea-week/en/items/on-leaves/"]


def test_of_a_week_without_an_address_it_does_so_too() -> None:
    tree = at_leaves(tuple(week.model_copy(update={"address": None}) for week in MOVED))
    assert meta(tree, "http-equiv", "refresh") == ["0; url=../on-leaves/index.html"]
    assert canonical(tree) == []


def test_what_is_no_more_says_so_and_leads_to_the_main_pages() -> None:
    tree = at_leaves(REMOVED)
    assert "no longer part of the programme" in said(next(tree.iter("h1")))
    assert meta(tree, "http-equiv", "refresh") == canonical(tree) == []
    links = {said(link): link.get("href") for link in tree.iter("a")}
    assert links["Programme"] == "../../timetable/index.html"
    assert links["Wednesday 29 September"] == "../../timetable/2021-09-29/index.html"


@pytest.mark.parametrize("weeks", [MOVED, REMOVED], ids=["moved", "removed"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_neither_is_for_search_engines(weeks: tuple[VisibleWeek, ...], language: str) -> None:
    tree = at_leaves(weeks, language)
    assert meta(tree, "name", "robots") == ["noindex"]
    assert tree.get("lang") == language


def test_links_of_such_pages_lead_somewhere() -> None:
    weeks = *MOVED, public(items=items("leaves", "later", third=PARTS["items"]["leaves"]))
    built = BuiltSite(released(*weeks))
    assert "en/items/on-leaves/index.html" in built.files
    assert [link for link in built.broken_links() if "/about/" not in link] == []


def test_nothing_stands_where_a_page_of_this_week_does_or_where_none_can() -> None:
    history = History(gone={"items/leaves/": None, "no-such-kind/": None, "people/x/": "no-such-kind/y/"})
    site = site_of(public(), history=history)
    paths = [work.path for work in works_of(site)]
    assert len(paths) == len(set(paths))
    assert [path for path in paths if "no-such-kind" in path] == []


def test_somebody_who_is_removed_leaves_no_page_behind() -> None:
    without = public(people={}, items=items(welcome={"speakers": []}))
    assert [path for path in BuiltSite(released(public(), without)).files if "ada" in path] == []
