"""What stands around every page."""

import pytest
from tests.site.reading import a_site, reader
from tests.site.walking import parsed

from kakehashi.site import Kind, page_of
from kakehashi.site.frame import frame


def test_a_week_with_an_address_tells_each_pages_own_in_every_language() -> None:
    told = frame(reader(a_site(), "en", Kind.ITEM, "leaves"))
    assert told.canonical == "https://example.org/tea-week/en/items/leaves/"
    assert [a.canonical for a in told.alternates] == [
        "https://example.org/tea-week/ja/items/leaves/",
        "https://example.org/tea-week/en/items/leaves/",
    ]


def test_a_week_without_an_address_leaves_canonical_out() -> None:
    assert frame(reader(a_site(address=None))).canonical is None


def test_the_language_switch_leads_to_the_same_page() -> None:
    told = frame(reader(a_site(), "en", Kind.ITEM, "leaves"))
    assert [(a.name, a.href, a.here) for a in told.alternates] == [
        ("日本語", "../../../ja/items/leaves/index.html", False),
        ("English", "index.html", True),
    ]


def test_the_navigation_marks_the_section_in_which_a_page_lies() -> None:
    told = frame(reader(a_site(), "en", Kind.ITEM, "leaves"))
    assert [entry.name for entry in told.navigation if entry.here] == ["Programme"]


def test_a_notice_that_is_over_when_the_site_is_made_is_left_out() -> None:
    notices = [
        {"text": {"en": "Over"}, "until": "2021-08-31T12:00[Asia/Tokyo]"},
        {"text": {"en": "New room"}, "until": "2021-09-30T12:00[Asia/Tokyo]"},
    ]
    (banner,) = frame(reader(a_site(notices=notices))).banners
    assert "New room" in banner.text
    assert banner.ends == "until Thursday 30\N{NO-BREAK SPACE}September, 12:00 Japan Standard Time"


def linked(path: str, **parts: object) -> dict[str, str]:
    """The canonical address of a page and those of its versions in other languages."""
    content = page_of(a_site(**parts), path)
    assert content is not None
    links = [link for link in parsed(content).iter("link") if link.get("rel") in ("canonical", "alternate")]
    return {link.get("hreflang") or "canonical": link.get("href") or "" for link in links}


@pytest.mark.parametrize("path", ["", "{}/", "{}/items/leaves/", "{}/timetable/2021-09-29/", "{}/people/ada/"])
def test_each_version_of_a_page_names_all_versions_alike_and_itself_as_canonical(path: str) -> None:
    base = "https://example.org/tea-week/"
    versions = {tag: base + (path.format(tag) if path else f"{tag}/") for tag in ("ja", "en")}
    for tag, own in versions.items():
        canonical = own if path else base
        assert linked(path.format(tag)) == versions | {"x-default": base, "canonical": canonical}


@pytest.mark.parametrize("path", ["", "en/", "en/items/leaves/"])
def test_a_week_without_an_address_names_no_version(path: str) -> None:
    assert linked(path, address=None) == {}


def test_an_address_with_and_without_its_last_slash_are_one() -> None:
    assert linked("en/", address="https://example.org/tea-week") == linked("en/")


def test_logos_stand_at_the_foot_of_every_page_in_a_place_of_their_own_and_say_what_they_show() -> None:
    logos = [
        {"file": "tea.svg", "alt": {"en": "Tea university"}, "address": "https://tea.example/"},
        {"file": "far.png", "alt": {"en": "Samovar institute"}},
    ]
    site = a_site(logos=logos)
    for path in ("en/", "en/items/leaves/", "en/about/"):
        (foot,) = parsed(page_of(site, path) or b"").iter("footer")
        shown = [(image.get("src", "").rpartition("../")[2], image.get("alt")) for image in foot.iter("img")]
        assert shown == [("media/tea.svg", "Tea university"), ("media/far.png", "Samovar institute")], path
        assert {(image.get("width"), image.get("height")) for image in foot.iter("img")} == {("144", "48")}
        assert "https://tea.example/" in [link.get("href") for link in foot.iter("a")]


def test_whom_to_ask_stands_at_the_foot_with_the_colon_of_the_language() -> None:
    site = a_site(contacts=[{"name": {"en": "Office", "ja": "事務局"}, "mail": "tea@example.org"}])
    for language, told in (("en", "Office: tea@example.org"), ("ja", "事務局：tea@example.org")):
        (foot,) = parsed(page_of(site, f"{language}/index.html") or b"").iter("footer")
        assert told in "".join(foot.itertext())


def test_links_of_the_week_stand_at_the_foot_of_every_page() -> None:
    site = a_site(links=[{"label": {"en": "Privacy", "ja": "個人情報"}, "address": "https://tea.example/privacy"}])
    (foot,) = parsed(page_of(site, "ja/times/") or b"").iter("footer")
    assert [link.text for link in foot.iter("a") if link.get("href") == "https://tea.example/privacy"] == ["個人情報"]
