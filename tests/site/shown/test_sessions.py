"""What pages say of a session: where it is, who leads it, what is interpreted."""

from typing import Any

from tests.site.reading import PARTS, a_site, reader
from tests.week.building import item, person, session

from kakehashi.site.shown.sessions import room_told, session_facts, session_title

ROOMS: dict[str, Any] = {
    "hall": {"name": {"en": "Hall"}, "kind": "place", "seats": 1, "how_to_find": {"ja": "2階です"}},
    "club": {"name": {"en": "Club"}, "kind": "place"},
}


def told(language: str = "en", **keys: Any) -> dict[str, str]:
    """The facts of the opening with these keys, those without a value left out."""
    people = PARTS["people"] | {"ben": person("Ben Cup")}
    r = reader(a_site(people=people, sessions={"opening": session(**keys)}), language)
    facts = session_facts(r, r.site.week.sessions["opening"])
    return {name: value.replace("\N{NO-BREAK SPACE}", " ") for name, value in facts if value}


def test_nothing_is_told_of_a_session_of_which_nothing_is_known() -> None:
    assert told() == {}


def test_chairs_and_moderators_are_told_apart_each_with_the_position_of_the_week() -> None:
    facts = told(chairs=["ben"], moderators=["ada", "ben"])
    ada = '<a href="people/ada/index.html">Ada Tea</a>, Rector of the Samovar institute'
    ben = '<a href="people/ben/index.html">Ben Cup</a>'
    assert facts == {"Chairs": ben, "Moderators": f"{ada}<br>{ben}"}


def test_every_pair_of_languages_is_told_with_how_it_is_interpreted() -> None:
    offered = [{"source": "ja", "target": "ru"}, {"source": "ru", "target": "ja", "mode": "consecutive"}]
    assert told(interpreting=offered)["Interpreting"].split("<br>") == [
        "Japanese to Russian, simultaneous interpreting",
        "Russian to Japanese, consecutive interpreting",
    ]


def test_a_week_in_which_all_are_there_does_not_say_so_of_each_room() -> None:
    r = reader(a_site(rooms=ROOMS))
    assert [room_told(r, slug) for slug in ("club", None)] == ["Club", ""]


def test_a_way_that_is_told_in_another_language_is_marked_as_such() -> None:
    shown = room_told(reader(a_site(rooms=ROOMS)), "hall").replace("<wbr>", "")
    assert shown == 'Hall<br>1 seat<br><span class="other" lang="ja">2階です</span>'


def test_a_closed_session_gives_up_its_title_and_those_who_lead_it() -> None:
    closed = session(title={"en": "Secret"}, chairs=["ada"], visibility="members")
    r = reader(a_site(sessions={"opening": closed}, items={"vote": item(visibility="members")}))
    shown = r.site.week.sessions["opening"]
    assert (session_title(r, shown), [value for _, value in session_facts(r, shown) if value]) == ("Session", [])
