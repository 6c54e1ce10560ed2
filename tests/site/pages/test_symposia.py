"""Symposia: in the order of the week, with sessions that run at one time side by side."""

from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, said
from tests.week.building import item, person, session

from kakehashi.site import Kind

SYMPOSIUM: dict[str, Any] = {"title": {"en": "On leaves"}, "organisers": ["far", "host"], "languages": ["en", "ja"]}


def leaves(**parts: Any) -> Element:
    """The page of a symposium with these sessions and items."""
    return page(a_site(symposia={"leaves": SYMPOSIUM}, **parts), Kind.SYMPOSIUM, "leaves")


def test_organisers_stand_in_the_agreed_order() -> None:
    assert facts(leaves())["Organisers"] == "Samovar institute Tea university"


def test_rows_of_facts_without_a_value_do_not_show() -> None:
    assert list(facts(leaves())) == ["Organisers", "Languages"]


def test_parallel_groups_stand_side_by_side_under_one_time() -> None:
    groups = {name: session(symposium="leaves", title={"en": name}, minutes=30) for name in ("Green", "Black")}
    tree = leaves(sessions={name.lower(): group for name, group in groups.items()}, items={})
    assert [said(h) for h in tree.iter("h2")] == ["Wednesday 29 September 15:00–15:30"]
    assert [said(first(part, "h3")) for part in classed(tree, "half")] == ["Green", "Black"]


def test_sessions_one_after_the_other_have_a_time_each() -> None:
    one, two = (session(start, symposium="leaves", minutes=30) for start in ("2021-09-29T15:00", "2021-09-29T15:30"))
    tree = leaves(sessions={"one": one, "two": two}, items={})
    assert [said(h)[-11:] for h in tree.iter("h2")] == ["15:00–15:30", "15:30–16:00"]


def test_how_to_read_the_band_is_said_once() -> None:
    one, two = (session(start, symposium="leaves", minutes=30) for start in ("2021-09-29T15:00", "2021-09-29T15:30"))
    assert len(classed(leaves(sessions={"one": one, "two": two}, items={}), "key")) == 1


def test_items_follow_in_their_order_with_their_speakers() -> None:
    row = {
        "cups": item(title={"en": "On cups"}, symposium="leaves", order=2),
        "pots": item(title={"en": "On pots"}, symposium="leaves", speakers=[{"person": "ada"}]),
    }
    (order,) = classed(leaves(items=row), "running-order")
    assert [said(entry) for entry in order] == [
        "15:00 On pots Talk · Ada Tea, Rector of the Samovar institute",
        "15:10 On cups Talk",
    ]


def test_the_beginning_of_a_description_holds_its_short_words() -> None:
    told = SYMPOSIUM | {"description": {"ru": "О чае и о воде."}}
    tree = page(a_site(languages=["ru"], symposia={"leaves": told}), Kind.SYMPOSIA)
    assert "О\N{NO-BREAK SPACE}чае и\N{NO-BREAK SPACE}о\N{NO-BREAK SPACE}воде." in "".join(tree.itertext())


def test_a_kind_that_is_the_heading_already_is_not_said_twice() -> None:
    pause = item(kind="break", title={}, symposium="leaves")
    (order,) = classed(leaves(sessions={"opening": session(title={})}, items={"pause": pause}), "running-order")
    assert said(order) == "15:00 Break"


def test_what_has_no_time_yet_is_apart_from_what_does_not_take_place() -> None:
    row = {
        "soon": item(session=None, title={"en": "Soon"}, symposium="leaves"),
        "gone": item(session=None, title={"en": "Gone"}, symposium="leaves", status="withdrawn"),
    }
    apart = {said(first(s, "h2")): said(first(s, "ul")) for s in leaves(items=row).iter("section")}
    assert apart == {"Time to be announced": "Soon Talk", "Postponed, withdrawn or cancelled": "Gone withdrawn Talk"}


def test_chairs_are_told_with_what_they_are_during_the_week() -> None:
    told = a_site(symposia={"leaves": SYMPOSIUM | {"chairs": ["ada"]}})
    assert facts(page(told, Kind.SYMPOSIUM, "leaves"))["Chairs"] == "Ada Tea, Rector of the Samovar institute"


def test_interpreting_is_told_by_its_languages_and_how() -> None:
    offered = session(symposium="leaves", interpreting=[{"source": "ja", "target": "en", "mode": "consecutive"}])
    tree = leaves(sessions={"opening": offered})
    assert facts(tree)["Interpreting"] == "Japanese to English, consecutive interpreting"


def test_the_index_names_days_organisers_and_how_much_there_is() -> None:
    told = a_site(
        symposia={"leaves": SYMPOSIUM | {"description": {"ja": "茶葉の話"}}},
        sessions={"opening": session(symposium="leaves")},
        items={"pots": item(symposium="leaves"), "pause": item(kind="break", order=2, symposium="leaves")},
    )
    (entry,) = classed(page(told, Kind.SYMPOSIA), "entries")[0]
    assert said(entry) == (
        "On leaves Wednesday 29 September 茶葉の話 Organised by Samovar institute, Tea university · 1 programme item"
    )


def test_a_description_in_another_language_says_so_in_the_index() -> None:
    told = a_site(symposia={"leaves": SYMPOSIUM | {"description": {"ja": "茶葉の話"}}})
    marked = [e.get("lang") for e in page(told, Kind.SYMPOSIA).iter("span") if e.get("lang")]
    assert marked == ["ja"]


def test_several_days_are_called_days() -> None:
    sessions = {f"d{day}": session(f"2021-09-{day}T15:00", symposium="leaves") for day in (29, 30)}
    assert facts(leaves(sessions=sessions, items={}))["Days"] == "Wednesday 29 September Thursday 30 September"


def test_in_lists_each_speaker_keeps_the_position_and_in_japanese_it_comes_first() -> None:
    people = {
        slug: {
            "names": {"ja": {"whole": name}, "en": {"whole": slug}},
            "positions": {"p": {"title": {"ja": title, "en": f"The {slug}"}}},
        }
        for slug, name, title in (("ada", "茶アダ", "茶大学長"), ("ben", "碗ベン", "碗大学長"))
    }
    row = {"pots": item(symposium="leaves", speakers=[{"person": "ada"}, {"person": "ben", "role": "moderator"}])}
    site = a_site(symposia={"leaves": SYMPOSIUM}, people=people, items=row)
    shown = {
        language: said(classed(page(site, Kind.SYMPOSIUM, "leaves", language), "who")[0]) for language in ("en", "ja")
    }
    assert shown == {"en": "Talk · ada, The ada · ben, The ben", "ja": "発表 茶大学長 茶アダ 碗大学長 碗ベン"}


def test_who_speaks_for_another_says_so_in_the_running_order() -> None:
    people = {"ada": person("Ada Tea"), "ben": person("Ben Cup")}
    row = {"pots": item(symposium="leaves", speakers=[{"person": "ben", "in_place_of": "ada"}])}
    (order,) = classed(leaves(people=people, items=row), "who")
    assert said(order) == "Talk · Ben Cup, in place of Ada Tea"


def test_notes_of_a_session_stand_below_its_facts() -> None:
    note = {"kind": "remark", "text": {"en": "Doors open at two."}}
    tree = leaves(sessions={"opening": session(symposium="leaves", notes=[note, {"kind": "invented"}])})
    (part,) = classed(tree, "part")
    assert (said(first(part, "h3")), said(classed(part, "remarks")[0])) == ("A session sample", "Doors open at two.")


def test_a_title_that_says_what_it_names_has_no_word_above_it() -> None:
    told = {
        "leaves": {"title": {"en": "Symposium on leaves", "ja": "茶葉シンポジウム"}},
        "pots": {"title": {"en": "On pots"}},
    }
    site = a_site(symposia=told)
    over = [classed(page(site, Kind.SYMPOSIUM, slug), "over") for slug in told]
    assert [[said(one) for one in there] for there in over] == [[], ["Symposium"]]
    assert classed(page(site, Kind.SYMPOSIUM, "leaves", "ja"), "over") == []
