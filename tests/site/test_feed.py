"""The feed of changes: Atom as RFC 4287 has it, the same for ever, and the same feed wherever the week moves."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.site.pages.showing import said
from tests.site.releasing import RELEASED, history_of, items, public, released
from tests.site.walking import BuiltSite
from tests.strategies import weeks

from kakehashi.site import Site, next_history, site_of
from kakehashi.site.feed import feed
from kakehashi.week import Visibility, VisibleWeek, Week, for_audience

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

# How often an element may stand in a feed and in an entry: RFC 4287, 4.1.1 and 4.1.2. The sections say of an entry
# without content or author more than this; ours have both, the author in the feed.
IN_FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 1), "generator": (0, 1), "link": (0, 2)}
IN_ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "link": (0, 1), "content": (1, 1)}

WEEKS = public(), public(items=items("leaves", "later"))


def faults(root: Element) -> Iterator[str]:
    """What a feed has that RFC 4287 does not let it have."""
    if root.tag != f"{ATOM}feed" or not root.get(LANG):
        yield "no feed in a language"
    entries = root.findall(f"{ATOM}entry")
    yield from misplaced(root, IN_FEED, {"entry"})
    for entry in entries:
        yield from misplaced(entry, IN_ENTRY, set())
        (content,) = entry.findall(f"{ATOM}content")
        if content.get("type") != "xhtml" or [child.tag for child in content] != [f"{XHTML}div"]:
            yield "content that is no single div of XHTML (4.1.3.3)"
    for date in (*root.iter(f"{ATOM}updated"), *root.iter(f"{ATOM}published")):
        if not DATE.fullmatch(date.text or ""):
            yield f"no date (3.3): {date.text}"
    ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
    if len(set(ids)) < len(ids) or not all(map(URN.fullmatch, ids)):
        yield f"ids (4.2.6): {ids}"
    if not all((name.text or "").strip() for name in root.iter(f"{ATOM}name")):
        yield "an author without a name (3.2.1)"


def misplaced(element: Element, allowed: dict[str, tuple[int, int]], others: set[str]) -> Iterator[str]:
    names = [child.tag.removeprefix(ATOM) for child in element]
    yield from (f"{name} in {element.tag}" for name in names if name not in allowed and name not in others)
    for name, (least, most) in allowed.items():
        if not least <= names.count(name) <= most:
            yield f"{name} {names.count(name)} times in {element.tag}"


def read(site: Site, language: str = "en") -> Element:
    return fromstring(feed(site, language))


def links(root: Element) -> dict[str, str]:
    """The links of a feed itself by what they are to it."""
    return {str(link.get("rel")): str(link.get("href")) for link in root.findall(f"{ATOM}link")}


def ids(site: Site, language: str = "en") -> list[str]:
    return [str(one.text) for one in read(site, language).iter(f"{ATOM}id")]


@pytest.mark.parametrize("address", [None, "https://example.org/tea-week/"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_it_is_a_feed_as_the_standard_has_it(language: str, address: str | None) -> None:
    site = released(public(address=address), public(address=address, items=items("leaves")))
    root = read(site, language)
    assert list(faults(root)) == []
    assert root.get(LANG) == language


@given(weeks(), weeks())
@settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_whatever_changes_it_is_one(old: Week, new: Week) -> None:
    shown = [
        for_audience(week, Visibility.PUBLIC, RELEASED) for week in (old, new.model_copy(update={"slug": old.slug}))
    ]
    site = site_of(shown[1], history=history_of(*shown))
    for language in site.week.languages:
        assert list(faults(read(site, language))) == []


def test_each_release_is_an_entry_with_its_changes_the_newest_first() -> None:
    entries = read(released(*WEEKS)).findall(f"{ATOM}entry")
    assert [(said(e.find(f"{ATOM}title")), said(e.find(f"{ATOM}content"))) for e in entries] == [  # type: ignore[arg-type]
        (
            "Release 2 (27 September 2021)",
            "“On leaves” is no longer in the programme. “Later” is no longer in the programme.",
        ),
        ("Release 1 (27 September 2021)", "The programme was published for the first time."),
    ]
    assert [said(e.find(f"{ATOM}updated")) for e in entries] == ["2021-09-27T01:00:00Z"] * 2  # type: ignore[arg-type]


def test_every_id_stays_when_the_week_moves_to_another_address_or_is_released_again() -> None:
    moved = tuple(week.model_copy(update={"address": "https://elsewhere.example/w/"}) for week in WEEKS)
    assert ids(released(*WEEKS)) == ids(released(*moved))
    assert set(ids(released(*WEEKS))) < set(ids(released(*WEEKS, public())))


def test_no_two_languages_and_no_two_weeks_share_an_id() -> None:
    other = tuple(week.model_copy(update={"slug": "coffee-week"}) for week in WEEKS)
    each = [*ids(released(*WEEKS)), *ids(released(*WEEKS), "ja"), *ids(released(*other))]
    assert len(set(each)) == len(each) == 9


def test_a_week_with_an_address_has_links_and_one_without_has_none() -> None:
    assert links(read(released(*WEEKS))) == {
        "self": "https://example.org/tea-week/en/changes.atom",
        "alternate": "https://example.org/tea-week/en/changes/",
    }
    assert list(read(released(public(address=None))).iter(f"{ATOM}link")) == []


def test_pages_name_the_feed_of_their_language_and_the_host_s_lies_at_the_root() -> None:
    built = BuiltSite(released(*WEEKS))
    feeds = {
        str(link.get("href"))
        for link in built.pages["en/items/welcome/index.html"].iter("link")
        if link.get("type") == "application/atom+xml"
    }
    assert feeds == {"../../../en/changes.atom"}
    assert built.files["changes.atom"] == built.files["ja/changes.atom"]


def test_what_no_xml_can_hold_is_left_out() -> None:
    hostile = public(items=items(new={"kind": "talk", "title": {"en": "A \x0b\x00\ufffe<b> & ]]>"}}))
    (told, *_) = read(released(public(), hostile)).iter(f"{XHTML}li")
    assert said(told).endswith("<b> & ]]>”.")


def test_a_feed_has_the_newest_releases_and_of_each_the_first_changes() -> None:
    def of(count: int) -> VisibleWeek:
        return public(items=items(**{f"new-{n}": {"kind": "talk", "title": {"en": f"Talk {n}"}} for n in range(count)}))

    shown = list(read(released(public(), of(130))).iter(f"{XHTML}li"))
    assert (len(shown), said(shown[-1])) == (101, "and 30 more")
    history = history_of(public())
    for number in range(2, 30):
        history = next_history(history, public(), public(), number, RELEASED)
    titles = [said(one) for one in read(site_of(public(), history=history)).iter(f"{ATOM}title")][1:]
    assert (len(titles), titles[0]) == (20, "Release 29 (27 September 2021)")
