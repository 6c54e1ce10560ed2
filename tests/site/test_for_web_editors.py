"""What stands on other websites: the programme in a frame, the news in an editor."""

from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_staff_site, said
from tests.site.reading import MOMENT, PARTS, a_site, reader
from tests.site.walking import BuiltSite, parsed
from tests.week.building import item, session, week

from kakehashi.site import Kind, page_of, site_of, works_of
from kakehashi.site.shown.elsewhere import elsewhere
from kakehashi.week import Visibility, for_audience

PLAIN = {
    "html", "head", "body", "meta", "title", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "a", "em", "strong", "br",
    "div", "span", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "code", "pre", "s", "hr",
}  # fmt: skip
ATTRIBUTES = {"href", "lang", "dir", "rel", "start"}


def news(site, language="en") -> Element:
    """The body of the news."""
    return next(parsed(page_of(site, f"news.{language}.html")).iter("body"))


def test_the_news_is_of_plain_elements_without_a_word_for_a_style_sheet(built_sample: BuiltSite) -> None:
    for language in built_sample.site.week.languages:
        tree = built_sample.documents[f"news.{language}.html"]
        assert {element.tag for element in tree.iter()} <= PLAIN
        (body,) = tree.iter("body")
        assert {name for element in body.iter() for name in element.attrib} <= ATTRIBUTES


def test_its_addresses_are_whole_when_the_week_has_one(built_sample: BuiltSite) -> None:
    base = "https://kakehashi.example.org/kanazawa-russian-week-2021/"
    links = [link.get("href", "") for link in built_sample.documents["news.ja.html"].iter("a")]
    assert [link for link in links if not link.startswith(("https://", "mailto:"))] == []
    own = {link.removeprefix(base).partition("#")[0] for link in links if link.startswith(base)}
    assert {path for path in own if f"{path}index.html" not in built_sample.files} == set()
    assert {path.partition("/")[0] for path in own} == {"ja"}


def test_without_an_address_they_lead_to_files_beside_it() -> None:
    links = [link.get("href", "") for link in news(a_site(address=None)).iter("a")]
    assert "en/timetable/index.html" in links


def test_it_tells_days_times_with_their_zone_who_holds_the_week_how_to_attend_and_whom_to_ask() -> None:
    site = a_site(
        attend={"how": "registration", "address": "https://tea.example/register"},
        contacts=[{"name": {"en": "Office"}, "mail": "tea@example.org", "telephone": "+81 76 000"}],
    )
    told = said(news(site))
    for words in (
        *("Tea week", "29–30 September 2021", "Japan Standard Time (Kanazawa, UTC+9)", "15:00–15:10", "Tea university"),
        *("Ada Tea", "everyone who registers", "Take part", "tea@example.org", "+81 76 000"),
    ):
        assert words.casefold() in told.casefold(), words


def test_nobody_stands_there_without_a_position_and_days_begin_with_a_capital_letter(built_sample: BuiltSite) -> None:
    told = {
        tag: said(built_sample.documents[f"news.{tag}.html"]).replace("\N{NO-BREAK SPACE}", " ") for tag in ("ja", "ru")
    }
    assert "金沢大学長 山崎光悦" in told["ja"]
    assert "И. Р. Гафуров, ректор Казанского федерального университета" in told["ru"]
    assert "Среда, 29 сентября 2021 г." in told["ru"]


def test_an_item_that_is_called_off_says_so_and_a_closed_one_tells_no_more_than_that() -> None:
    items = {
        "off": item(title={"en": "Off"}, status="cancelled"),
        "shut": item(order=2, title={"en": "Secret"}, visibility="members"),
    }
    told = said(news(a_site(items=items)))
    assert "Off · cancelled" in told
    assert (told.count("members only"), "Secret" in told) == (1, False)


def test_texts_in_another_language_say_in_which() -> None:
    marked = [(span.get("lang"), span.text) for span in news(a_site(), "ja").iter("span")]
    assert ("en", "Welcome") in marked


def test_a_day_without_anything_and_a_week_without_times_have_news_too() -> None:
    assert said(news(a_site(sessions={}, items={}, rooms={}))).count("Nothing is planned for this day yet.") == 2


@pytest.fixture
def framed(built_sample: BuiltSite) -> Element:
    """The English programme to be framed."""
    return built_sample.pages["embed/en/index.html"]


def test_the_programme_to_be_framed_has_no_masthead_and_no_foot(framed: Element) -> None:
    assert [element.tag for element in framed.iter() if element.tag in ("header", "nav", "footer")] == []


def test_its_links_leave_the_frame_and_search_engines_are_sent_to_the_site(framed: Element) -> None:
    assert [base.attrib for base in framed.iter("base")] == [{"target": "_top"}]
    robots = [meta.get("content") for meta in framed.iter("meta") if meta.get("name") == "robots"]
    canonical = [link.get("href") for link in framed.iter("link") if link.get("rel") == "canonical"]
    assert (robots, canonical) == (
        ["noindex, nofollow"],
        ["https://kakehashi.example.org/kanazawa-russian-week-2021/en/timetable/"],
    )
    # With a target of its own a link to a place on the page would replace the page around the frame.
    assert [link.get("href") for link in framed.iter("a") if link.get("href", "").startswith("#")] == []


def test_it_says_what_the_programme_of_the_site_says(built_sample: BuiltSite, framed: Element) -> None:
    whole = built_sample.pages["en/timetable/index.html"]
    lists = [[said(part) for part in tree.iter("section")] for tree in (framed, whole)]
    assert lists[0] == lists[1]
    assert "Japan Standard Time (Kanazawa, UTC+9)" in said(framed)


def test_notices_stand_there_too() -> None:
    site = a_site(notices=[{"text": {"en": "Moved to hall 2."}}], sessions={"opening": session(room="hall")})
    assert "Moved to hall 2." in said(parsed(page_of(site, "embed/en/")))


def test_what_is_not_public_is_not_for_other_websites() -> None:
    draft = site_of(for_audience(week(**PARTS), Visibility.PUBLIC, MOMENT), draft="far")
    for site in (a_staff_site(), draft):
        paths = {work.path for work in works_of(site)}
        assert {path for path in paths if path.startswith(("embed/", "news."))} == set()
        assert elsewhere(reader(site, "en", Kind.ABOUT)) == []


def test_without_an_address_there_is_no_line_to_copy() -> None:
    assert elsewhere(reader(a_site(address=None), "en", Kind.ABOUT)) == []
