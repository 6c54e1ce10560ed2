"""What the releases changed, in sentences: the newest first, by day and kind of thing, old values struck."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import classed, page, said
from tests.site.reading import PARTS, a_site
from tests.site.releasing import history_of, items, public, released
from tests.site.walking import BuiltSite
from tests.week.building import item, person, session

from kakehashi.site import Kind, Site, changes_told
from kakehashi.week import VisibleWeek


def changes(*weeks: VisibleWeek, language: str = "en") -> Element:
    """The page of changes of the last of these releases."""
    return page(released(*weeks), Kind.CHANGES, language=language)


def lines(tree: Element) -> list[str]:
    """All sentences of the page."""
    # As it reads: what `said` parts, elements within a word or quotation marks, stands together here.
    found = ("".join(line.itertext()) for block in classed(tree, "changes") for line in block)
    return [line.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "") for line in found]


def headings(tree: Element, tag: str) -> list[str]:
    return ["".join(heading.itertext()).replace("\N{NO-BREAK SPACE}", " ") for heading in tree.iter(tag)]


def told(elements: Iterable[Element]) -> list[str]:
    return [said(element) for element in elements]


LATER = public(sessions={"opening": session("2021-09-29T16:00", room="hall")})


def test_a_release_is_named_with_its_day_and_the_newest_comes_first() -> None:
    weeks = public(), LATER
    assert headings(changes(*weeks), "h2") == ["Release 2 (27 September 2021)", "Release 1 (27 September 2021)"]
    assert headings(changes(*weeks, language="ja"), "h2") == [
        "第2版（2021年9月27日公開）",
        "第1版（2021年9月27日公開）",
    ]


def test_a_day_is_held_together_where_it_has_no_spaces_and_else_may_be_parted() -> None:
    found = {tag: list(changes(public(), language=tag).iter("h2")) for tag in ("ja", "en")}
    assert [[span.text for span in heading.iter("span")] for heading in found["ja"]] == [["2021年9月27日"]]
    assert [[span.text for span in heading.iter("span")] for heading in found["en"]] == [[]]


@pytest.mark.parametrize(
    ("language", "told"), [("en", "(before:\N{NO-BREAK SPACE}"), ("ja", "（変更前：\N{WORD JOINER}")]
)
def test_an_old_time_is_not_parted_from_what_leads_to_it(language: str, told: str) -> None:
    (line,) = (line for block in classed(changes(public(), LATER, language=language), "changes") for line in block)
    assert told + "15:00" in "".join(line.itertext())


def test_the_first_release_says_that_it_is() -> None:
    tree = changes(public())
    assert lines(tree) == []
    assert "The programme was published for the first time." in said(tree)


def test_a_release_without_changes_says_so() -> None:
    assert "There are no changes to report." in said(changes(public(), public()))


def test_of_what_moved_the_new_time_stands_out_and_the_old_one_is_struck() -> None:
    tree = changes(public(), LATER)
    assert lines(tree) == ["The session “A session” now starts on Wednesday 29 September 16:00 (before: 15:00)."]
    assert told(tree.iter("b")) == ["Wednesday 29 September 16:00"]
    assert told(tree.iter("s")) == ["15:00"]


def test_an_old_time_of_another_day_is_told_with_the_day() -> None:
    tree = changes(public(), public(sessions={"opening": session("2021-09-30T15:00", room="hall")}))
    assert told(tree.iter("s")) == ["Wednesday 29 September 15:00"]


def test_of_what_is_called_otherwise_the_new_name_leads_to_it() -> None:
    tree = changes(public(), public(items=items(leaves={"title": {"en": "On tea leaves", "ja": "茶葉"}})))
    assert lines(tree) == ["“On leaves” is now called “On tea leaves”."]
    (link,) = [link for block in classed(tree, "changes") for link in block.iter("a")]
    assert (said(link), link.get("href")) == ("On tea leaves", "../items/leaves/index.html")


def test_who_reads_the_same_name_as_before_is_not_told_that_it_changed_in_another_language() -> None:
    new = public(items=items(leaves={"title": {"en": "On leaves", "ja": "茶の葉"}}))
    assert lines(changes(public(), new, language="ja")) == ["「茶葉」の題名が「茶の葉」になりました。"]
    assert "There are no changes to report." in said(changes(public(), new))
    assert changes_told(new, history_of(public(), new).entries[0], "en") == ()


def test_changes_stand_by_day_and_then_by_kind_of_thing() -> None:
    more = {"title": {"en": "Coffee week"}, "people": PARTS["people"] | {"bob": person("Bob")}}
    second = {"closing": session("2021-09-30T15:00", title={"en": "Closing"})}
    talk = item("closing", title={"en": "Last words"}, speakers=[{"person": "bob"}])
    new = public(**more, sessions=PARTS["sessions"] | second, items=items("leaves", "later", last=talk))
    assert headings(changes(public(), new), "h3") == [
        "The week",
        "Wednesday 29 September",
        "Thursday 30 September",
        "Time to be announced",
        "Speakers",
    ]


def test_a_text_that_the_reader_s_language_lacks_is_marked() -> None:
    tree = changes(public(), public(items=items(new=item(order=9, title={"en": "New"}))), language="ja")
    (new,) = [span for span in tree.iter("span") if span.get("lang") == "en" and said(span) == "New"]
    assert said(new) == "New"


def test_somebody_is_called_as_the_week_calls_them_now() -> None:
    def with_bob(name: str) -> VisibleWeek:
        people = PARTS["people"] | {"bob": person(name)}
        return public(people=people, items=items(leaves={"speakers": [{"person": "bob"}]}))

    found = lines(changes(public(), with_bob("Bob"), with_bob("Robert")))
    assert "“On leaves”: Robert takes part." in found
    assert "Bob" not in " ".join(found)


@pytest.mark.parametrize(("number", "folded"), [(40, 0), (500, 1)])
def test_a_long_list_is_folded(number: int, folded: int) -> None:
    many = {f"talk-{n}": item(None, title={"en": f"Talk {n}"}) for n in range(number)}
    tree = changes(public(), public(items=PARTS["items"] | many))
    assert len(lines(tree)) == number
    assert told(tree.iter("summary")) == [f"Time to be announced {number} changes"] * folded


def test_every_link_of_the_page_leads_somewhere() -> None:
    again = item(order=9, title={"en": "Again"}, session=None)
    old = public(items=items("leaves", again=again), sessions={"opening": session("2021-09-29T14:00")})
    built = BuiltSite(released(old, public(), public(items=items("welcome"))))
    unmade = ("release.json", "SHA256SUMS", "keys/")
    assert [link for link in built.broken_links() if not any(name in link for name in unmade)] == []


def test_a_site_that_is_no_release_has_neither_page_nor_feed() -> None:
    def named(site: Site) -> set[str]:
        return {path for path in BuiltSite(site).files if "changes" in path and not path.startswith("assets/")}

    assert named(a_site()) == set()
    assert named(released(public())) == {
        *("changes.atom", "ja/changes.atom", "en/changes.atom"),
        *("ja/changes/index.html", "en/changes/index.html"),
    }


def test_only_the_pages_of_changes_and_about_hold_what_changes_with_every_release() -> None:
    once = BuiltSite(released(public())).files
    again = BuiltSite(released(public(), public())).files
    differing = {path for path in again if once.get(path) != again[path]}
    assert {path.partition("/")[2] or path for path in differing} == {
        "changes/index.html",
        "about/index.html",
        "changes.atom",
    }


def test_the_changes_of_a_release_can_be_told_line_by_line() -> None:
    new = public(items=items("leaves"))
    (entry, _) = history_of(public(), new).entries
    assert changes_told(new, entry, "en") == ("“On leaves” is no longer in the programme.",)
    assert changes_told(new, entry, "ja") == ("「茶葉」はプログラムから外れました。",)
