"""People on pages: the name as they write it in each script, the position in the order of the language."""

from typing import Any

import pytest
from tests.site.reading import PARTS, a_site, reader
from tests.week.building import item

from kakehashi.site.reader import Reader
from kakehashi.site.shown.people import ceremonial, ceremonial_text, link, name, name_of, other_scripts
from kakehashi.site.shown.positions import acting, in_week, outside_week, people_of
from kakehashi.week.items import Speaker

GAFUROV: dict[str, Any] = {
    "names": {
        "ru": {"whole": "Гафуров Ильшат Рафкатович", "short": "И. Р. Гафуров"},
        "ja": {"whole": "ガフロフ・イルシャット"},
    },
    "positions": {
        "rector": {
            "title": {"ru": "ректор Казанского университета", "ja": "カザン大学長", "en": "Rector of Kazan"},
            "unit": {"en": "Office of the rector"},
            "institution": "far",
        }
    },
}
DEAN: dict[str, Any] = {"title": {"en": "Dean"}, "institution": "far"}


def seen(language: str = "en", **people: dict[str, Any]) -> Reader:
    """A reader of a week in three languages with these people, each of whom speaks at the opening."""
    speakers = [{"person": slug} for slug in people]
    return reader(a_site(languages=["ja", "en", "ru"], people=people, items={"tea": item(speakers=speakers)}), language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ja", "カザン大学長 ガフロフ・イルシャット"),
        ("ru", "И. Р. Гафуров, ректор Казанского университета"),
        ("en", '<span class="other" lang="ja">ガフロフ・イルシャット</span>, Rector of Kazan'),
    ],
)
def test_a_running_list_gives_initials_and_position_in_the_order_of_the_language(language: str, told: str) -> None:
    shown = ceremonial(seen(language, gafurov=GAFUROV), Speaker(person="gafurov"), "tea")
    assert shown.replace("\N{NO-BREAK SPACE}", " ").replace("<wbr>", "") == told


def test_initials_stay_on_one_line_with_the_name() -> None:
    shown = ceremonial(seen("ru", gafurov=GAFUROV), Speaker(person="gafurov"), "tea")
    assert shown.startswith("И.\N{NO-BREAK SPACE}Р.\N{NO-BREAK SPACE}Гафуров")


def test_a_drawing_gets_the_name_without_markup() -> None:
    assert ceremonial_text(seen("en", gafurov=GAFUROV), Speaker(person="gafurov")) == "ガフロフ・イルシャット"


@pytest.mark.parametrize(("language", "stands_in"), [("ru", "ru"), ("ja", "ja"), ("en", "ja")])
def test_a_name_that_a_language_lacks_is_that_of_the_next_in_the_weeks_order(language: str, stands_in: str) -> None:
    named = name_of(seen(language, gafurov=GAFUROV), "gafurov")
    assert named is not None
    assert named.language == stands_in


def test_a_name_in_a_language_that_the_week_has_not_is_better_than_none() -> None:
    lone = {"names": {"mn": {"whole": "Бат"}}}
    assert name(seen("en", bat=lone), "bat") == '<span class="other" lang="mn">Бат</span>'


def test_a_name_is_text_whatever_is_written_in_it() -> None:
    hostile = {"names": {"en": {"whole": "<b>Ada</b> & Co"}}}
    assert link(seen(ada=hostile), "ada") == '<a href="people/ada/index.html">&lt;b&gt;Ada&lt;/b&gt; &amp; Co</a>'


def test_other_scripts_leave_out_the_one_that_is_shown() -> None:
    r = seen("ja", gafurov=GAFUROV)
    assert [named.language for named in other_scripts(r, "gafurov")] == ["ru"]


def test_who_is_shown_by_affiliation_is_the_position_and_unit_in_no_script_of_the_name() -> None:
    r = seen("ja", gafurov=GAFUROV | {"shown": "affiliation"})
    (slug,) = r.site.week.people
    told = name(r, slug).replace("<wbr>", "")
    assert (other_scripts(r, slug), told) == (
        [],
        'カザン大学長、<span class="other" lang="en">Office of the rector</span>',
    )


def test_who_holds_nothing_and_is_not_named_is_a_participant() -> None:
    r = seen(ada={"names": {"en": {"whole": "Secret"}}, "shown": "affiliation"})
    (slug,) = r.site.week.people
    assert link(r, slug) == "a participant"


# Positions in the days of the week, which are the 29th and 30th of September


@pytest.mark.parametrize(
    ("period", "held"),
    [
        ({}, True),
        ({"until": "2021-09-28"}, False),
        ({"until": "2021-09-29"}, True),
        ({"begins": "2021-09-30"}, True),
        ({"begins": "2021-10-01"}, False),
        ({"begins": "2021-09-30", "until": "2021-09-30"}, True),
    ],
)
def test_a_position_of_the_week_is_held_on_one_of_its_days(period: dict[str, str], held: bool) -> None:
    r = seen(ada={"names": {"en": {"whole": "Ada"}}, "positions": {"dean": DEAN | period}})
    assert (len(in_week(r, "ada")), len(outside_week(r, "ada"))) == ((1, 0) if held else (0, 1))


def test_who_chairs_does_so_in_the_first_position_of_the_week() -> None:
    positions = {"was": DEAN | {"until": "2020-01-01"}, "rector": GAFUROV["positions"]["rector"], "dean": DEAN}
    r = seen(ada={"names": {"en": {"whole": "Ada"}}, "positions": positions})
    assert acting(r, "ada").striptags() == "Ada, Rector of Kazan, Office of the rector"


def test_an_institution_lists_people_with_the_positions_that_they_hold_at_it() -> None:
    positions = {"dean": DEAN, "guest": {"title": {"en": "Guest"}, "institution": "host"}}
    r = seen(ada={"names": {"en": {"whole": "Ada"}}, "positions": positions})
    told = {slug: [[one.title for one in line.positions] for line in people_of(r, slug)] for slug in ("far", "host")}
    assert told == {"far": [["Dean"]], "host": [["Guest"]]}


def test_nobody_is_listed_twice_for_two_positions_at_one_institution() -> None:
    r = seen(ada={"names": {"en": {"whole": "Ada"}}, "positions": {"a": DEAN, "b": DEAN | {"title": {"en": "Head"}}}})
    assert [[one.title for one in line.positions] for line in people_of(r, "far")] == [["Dean", "Head"]]


def test_the_small_weeks_own_speaker_is_linked_from_any_depth() -> None:
    assert link(reader(a_site(people=PARTS["people"])), "ada") == '<a href="people/ada/index.html">Ada Tea</a>'
