"""An entry of the timetable: what stands below its title, and where its title leads."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.site.reading import PARTS, a_site, reader
from tests.week.building import item, person, session

from kakehashi.site.grid import Entry
from kakehashi.site.shown.entries import EntryShown, entry_shown, kind_and_people, line, listed

BEGINS, ENDS = (datetime(2021, 9, 29, 6, minute, tzinfo=UTC) for minute in (0, 10))


def below(parts: dict[str, Any] | None = None, language: str = "en", **keys: Any) -> str:
    """What stands below the title of an item with these keys, without markup."""
    site = a_site(**{"items": {"tea": item(**{"title": {"en": "On tea", "ja": "茶について"}} | keys)}} | (parts or {}))
    return line(reader(site, language), "tea").striptags().replace("\N{NO-BREAK SPACE}", " ")


def shown(
    item_slug: str | None = "welcome", start: datetime = BEGINS, end: datetime = ENDS, **parts: Any
) -> EntryShown:
    """An entry of the small week's opening."""
    entry = Entry(item_slug, "opening", "hall", start, end)
    r = reader(a_site(**parts))
    (one,) = listed(r, [entry])
    return entry_shown(r, one)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("talk", ""),
        ("student-presentation", ""),
        ("other", ""),
        ("keynote", "Keynote lecture"),
        ("panel", "Panel discussion"),
    ],
)
def test_a_kind_is_told_where_it_says_more_than_title_and_speaker(kind: str, told: str) -> None:
    assert below(kind=kind) == told


def test_kind_speakers_languages_and_state_stand_in_this_order() -> None:
    people = {"ada": person("Ada Tea"), "ben": person("Ben Cup")}
    told = below(
        {"people": people},
        kind="keynote",
        speakers=[{"person": "ada"}, {"person": "ben"}],
        languages=["ja", "en"],
        status="tentative",
    )
    assert told == "Keynote lecture · Ada Tea · Ben Cup · JA, EN · to be confirmed"


def test_without_speakers_the_institutions_stand_in() -> None:
    assert below(institutions=["far", "host"]) == "Samovar institute, Tea university"


def test_a_list_beside_the_timetable_tells_the_kind_of_every_item() -> None:
    r = reader(a_site())
    told = {slug: kind_and_people(r, slug) for slug in ("welcome", "pause", "leaves")}
    assert told == {
        "welcome": f"Opening remarks{r.words.dot}Ada Tea, Rector of the Samovar institute",
        "pause": "",
        "leaves": "Talk",
    }


def test_a_title_leads_to_the_items_page_and_a_break_nowhere() -> None:
    assert (shown("leaves").href, shown("pause").href) == ("items/leaves/index.html", "")


def test_a_closed_item_leads_nowhere_and_says_for_whom_it_is() -> None:
    closed = PARTS["items"] | {"vote": item(title={"en": "Secret"}, visibility="members", speakers=[{"person": "ada"}])}
    entry = shown("vote", items=closed)
    assert (entry.href, entry.closed, entry.title, entry.line.striptags()) == ("", True, "Talk", "members only")


def test_a_session_without_items_is_an_entry_that_leads_to_its_place_in_the_day() -> None:
    entry = shown(
        None, items={}, sessions={"opening": session(symposium="leaves")}, symposia={"leaves": {"title": {"en": "L"}}}
    )
    assert (entry.title, entry.href) == ("A session", "timetable/2021-09-29/index.html#opening")
    assert entry.marks == ' data-item data-symposium="leaves"'


def test_an_item_alone_in_its_session_does_not_name_the_session_again() -> None:
    alone = shown("tea", items={"tea": item()})
    several = shown("leaves")
    assert (alone.session, several.session) == ("", "A session")


def test_an_item_with_a_length_tells_its_end() -> None:
    assert (shown(end=BEGINS).until, shown().until.striptags()) == ("", "–15:10")


@pytest.mark.parametrize("slug", ["main", "said", "zone", "as-grid", "as-list"])
def test_an_item_named_like_a_part_of_the_page_gives_up_its_anchor(slug: str) -> None:
    assert shown(slug, items={slug: item()}).anchor == ""


def test_a_session_past_midnight_is_found_on_the_day_on_which_it_begins() -> None:
    late = {"opening": session("2021-09-29T23:55", room="hall")}
    after = datetime(2021, 9, 29, 15, 5, tzinfo=UTC)
    entry = shown("leaves", after, after, sessions=late)
    assert entry.session_href == "timetable/2021-09-29/index.html#opening"
