"""People: where they stand in an index, and what they are on the days of the week."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, classed, facts, first, page, rows, said
from tests.site.reading import reader
from tests.week.building import item, person

from kakehashi.site import Kind
from kakehashi.site.pages.people import sort_key

RECTOR: dict[str, Any] = {"title": {"en": "Rector"}, "institution": "far", "begins": "2015-04-01"}


def ada(**keys: Any) -> Element:
    """The page of Ada, who speaks in the week, with these keys."""
    return page(a_site(people={"ada": {"names": {"en": {"whole": "Ada Tea"}}} | keys}, **SPEAKING), Kind.PERSON, "ada")


SPEAKING: dict[str, Any] = {"items": {"welcome": item(speakers=[{"person": "ada"}])}}


def test_a_position_no_longer_held_is_not_shown_as_of_the_week() -> None:
    dean = {"title": {"en": "Dean"}, "institution": "far", "begins": "2010-01-01", "until": "2015-03-31"}
    tree = ada(positions={"dean": dean, "rector": RECTOR})
    sections = {said(first(section, "h2")): said(section) for section in tree.iter("section")}
    assert "Dean" not in sections["Name and position"]
    assert rows(first(tree, "table")) != [] and rows(list(tree.iter("table"))[-1]) == [
        ["1 January 2010 to 31 March 2015", "Dean", "Samovar institute"]
    ]


def test_a_position_taken_up_on_the_last_day_is_one_of_the_week() -> None:
    tree = ada(positions={"rector": RECTOR | {"begins": "2021-09-30"}})
    assert said(classed(tree, "over")[0]) == "Rector"


def test_the_figure_is_the_clock_of_the_institution_of_the_day() -> None:
    assert said(classed(ada(positions={"rector": RECTOR}), "big")[0]) == "+3 hours from UTC 6 hours behind Kanazawa"


def test_a_persons_own_zone_goes_before_that_of_the_institution() -> None:
    tree = ada(positions={"rector": RECTOR}, zone="Asia/Kolkata")
    assert said(classed(tree, "big")[0]) == "+5:30 hours from UTC 3:30 (hours:minutes) behind Kanazawa"


def test_a_person_of_no_known_place_has_no_clock() -> None:
    tree = ada()
    assert (classed(tree, "big"), [said(h) for h in tree.iter("h2")]) == ([], ["In the week"])


def test_a_name_is_shown_as_written_in_each_script_with_its_reading() -> None:
    names = {"ja": {"whole": "茶アダ", "reading": "ちゃ あだ"}, "en": {"whole": "Ada Tea"}}
    tree = page(a_site(people={"ada": {"names": names}}, **SPEAKING), Kind.PERSON, "ada", "ja")
    (script,) = classed(tree, "names")
    assert (said(first(tree, "h1")), [(d.get("lang"), said(d)) for d in script.iter("dd")]) == (
        "茶アダ",
        [("en", "Ada Tea")],
    )
    assert said(classed(tree, "title")[0]) == "茶アダ ちゃ あだ"


def test_a_name_written_alike_in_another_language_is_not_said_twice() -> None:
    names = {"de": {"whole": "Ada Tea"}, "en": {"whole": "Ada Tea"}, "ja": {"whole": "茶アダ"}}
    tree = page(a_site(people={"ada": {"names": names}}, **SPEAKING), Kind.PERSON, "ada")
    (script,) = classed(tree, "names")
    assert [said(d) for d in script.iter("dd")] == ["茶アダ"]


def test_other_spellings_are_there_to_be_found_by() -> None:
    assert facts(ada(spellings=["Ада Чай", "Ada Chai"]))["Also written"] == "Ада Чай Ada Chai"


def people(language: str, names: dict[str, dict[str, Any]]) -> list[str]:
    """The slugs in the order of an index in a language."""
    told = a_site(
        languages=["ja", "en", "ru"],
        people={slug: {"names": name} for slug, name in names.items()},
        items={"talk": item(speakers=[{"person": slug} for slug in names])},
    )
    r = reader(told, language)
    return sorted(told.week.people, key=lambda slug: sort_key(r, slug))


def test_an_index_follows_the_sort_key_and_not_the_name() -> None:
    names = {
        "b": {"en": {"whole": "Zoe Abel", "sort": "Abel Zoe"}},
        "a": {"en": {"whole": "Adam Zorn", "sort": "Zorn Adam"}},
    }
    assert people("en", names) == ["b", "a"]


def test_japanese_names_follow_their_readings_whatever_their_kana() -> None:
    names = {
        "mori": {"ja": {"whole": "森", "reading": "もり"}},
        "odinets": {"ja": {"whole": "オディネツ"}},
        "satomi": {"ja": {"whole": "里見", "sort": "さとみ"}},
    }
    assert people("ja", names) == ["odinets", "satomi", "mori"]


def test_accents_do_not_move_a_name_but_the_short_i_is_a_letter() -> None:
    names = {slug: {"ru": {"whole": slug}} for slug in ("Ёлкин", "Ершов", "Жуков", "Йод", "Ива")}
    keyed = {f"p{number}": name for number, name in enumerate(names.values())}
    assert people("ru", keyed) == ["p0", "p1", "p2", "p4", "p3"]


def test_names_that_the_language_lacks_come_last() -> None:
    names = {"ami": {"ja": {"whole": "あみ"}}, "zoe": {"en": {"whole": "Zoe"}}}
    assert people("en", names) == ["zoe", "ami"]


@pytest.mark.parametrize(("talks", "shown", "more"), [(4, 4, ""), (6, 4, "and 2 more")])
def test_the_index_shows_four_items_and_counts_the_rest(talks: int, shown: int, more: str) -> None:
    items = {f"t{n}": item(order=n, title={"en": f"Talk {n}"}, speakers=[{"person": "ada"}]) for n in range(talks)}
    ((_, heard),) = rows(first(page(a_site(items=items), Kind.PEOPLE), "table"))
    assert (heard.count("Talk"), heard.partition("and")[2]) == (shown, more.partition("and")[2])


def test_who_holds_a_position_goes_before_the_others_and_says_it_below_the_name() -> None:
    named = {slug: {"names": {"en": {"whole": slug.title()}}} for slug in ("ada", "ben", "zoe")}
    told = a_site(
        people=named | {"zoe": named["zoe"] | {"positions": {"rector": RECTOR}}},
        items={"welcome": item(speakers=[{"person": slug} for slug in named])},
    )
    tables = [[row[0] for row in rows(table)] for table in page(told, Kind.PEOPLE).iter("table")]
    assert tables == [["Zoe Rector"], ["Ada", "Ben"]]
    assert [said(heading) for heading in page(told, Kind.PEOPLE).iter("h2")] == ["Other speakers"]


def test_numbers_in_names_are_in_the_order_of_counting() -> None:
    names = {f"s{number}": {"en": {"whole": f"Student {number}"}} for number in (10, 2, 1)}
    assert people("en", names) == ["s1", "s2", "s10"]


@pytest.mark.parametrize(
    ("keys", "more"),
    [
        ({"positions": {"rector": {"title": {"en": "Rector"}}}}, False),
        ({"positions": {"rector": RECTOR}}, True),
        ({"positions": {"a": {"title": {"en": "Rector"}}, "b": {"title": {"en": "Dean"}}}}, True),
        ({"names": {"en": {"whole": "Ada Tea"}, "ja": {"whole": "茶アダ"}}}, True),
        ({"notes": [{"kind": "source", "source": "https://a.example/"}]}, True),
    ],
)
def test_a_single_position_that_stands_over_the_name_is_not_said_again(keys: dict[str, Any], more: bool) -> None:
    assert ("Name and position" in [said(heading) for heading in ada(**keys).iter("h2")]) is more


def test_who_is_shown_by_affiliation_alone_is_not_in_the_index() -> None:
    hidden = {"names": {"en": {"whole": "Secret"}}, "shown": "affiliation", "positions": {"rector": RECTOR}}
    shown = {"names": {"en": {"whole": "Ada Tea"}}}
    told = a_site(
        people={"ada": shown, "hidden": hidden},
        items={"welcome": item(speakers=[{"person": "ada"}, {"person": "hidden", "position": "rector"}])},
    )
    assert [row[0] for row in rows(first(page(told, Kind.PEOPLE), "table"))] == ["Ada Tea"]


def test_an_invented_person_is_marked_on_the_page_and_in_the_index() -> None:
    told = a_site(people={"ada": person("Ada Tea", notes=[{"kind": "invented"}])}, **SPEAKING)
    assert said(first(page(told, Kind.PERSON, "ada"), "h1")) == "Ada Tea sample"
    assert rows(first(page(told, Kind.PEOPLE), "table"))[0][0] == "Ada Tea sample"
