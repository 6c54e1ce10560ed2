"""Weeks that lack something, or in which something went otherwise: every page of them is whole and says no more than is
known."""

from collections import Counter
from typing import Any

import pytest
from tests.site.conforming import faults
from tests.site.reading import PARTS, a_site
from tests.site.walking import BuiltSite, silent
from tests.week.building import item, person, session

from kakehashi.site import Kind

LATER = "2099-01-01T00:00[Asia/Tokyo]"

NOTHING: dict[str, Any] = {
    "organisations": [],
    "institutions": {},
    "people": {},
    "rooms": {},
    "sessions": {},
    "items": {},
}
WEEKS: dict[str, dict[str, Any]] = {
    "nothing is known": NOTHING | {"languages": ["ja", "en"]},
    "one day": {"days": ["2021-09-29"]},
    "a session without items": {"sessions": {"opening": session(minutes=60)}, "items": {}},
    "sessions without title, room or start": {
        "sessions": {"opening": session(title={}), "later": {"title": {"en": "Some day"}}, "bare": {}},
        "items": {slug: item(slug) for slug in ("opening", "later", "bare")},
    },
    "items without titles and minutes": {"items": {f"t{n}": item(order=n, title={}, minutes=0) for n in range(3)}},
    "all is called off": {
        "items": {
            status: item(order=n, status=status)
            for n, status in enumerate(("postponed", "withdrawn", "cancelled", "tentative"))
        }
    },
    "all is for members": {
        "sessions": {"opening": session(visibility="members")},
        "items": {"vote": item(visibility="members", speakers=[{"person": "ada"}])},
    },
    "nothing has come out yet": {"items": {"tea": item(visible_from=LATER, title={"en": "Secret"})}},
    "people without an institution or a name": {
        "people": {
            "ada": person("Ada Tea"),
            "ben": person("Secret", shown="affiliation"),
            "cai": PARTS["people"]["ada"] | {"shown": "affiliation"},
        },
        "items": {
            "tea": item(speakers=[{"person": "ada"}, {"person": "ben"}, {"person": "cai", "in_place_of": "ben"}])
        },
    },
    "people shown by affiliation": {
        "people": {"ada": PARTS["people"]["ada"] | {"shown": "affiliation"}},
        "items": {"tea": item(speakers=[{"person": "ada"}])},
    },
    "parts of which only the name is known": {
        "recordings": {
            "clip": {
                "title": {"en": "A clip"},
                "copies": [{"label": {"en": "Archive"}, "address": "https://v.example/"}],
            },
            "empty": {"title": {"en": "Another"}},
        },
        "agreements": {"pact": {"title": {"en": "Exchange"}}},
        "offices": {"office": {"name": {"en": "Office"}, "of": "host", "state": "prepared"}},
        "association": {"name": {"en": "Tea alumni"}},
        "programmes": {"culture": {"name": {"en": "Culture"}}},
        "symposia": {"leaves": {"title": {"en": "On leaves"}, "programme": "culture"}},
    },
    "an empty report": {"report": {}},
    "texts that no language of the week has": {
        "title": {"ru": "Неделя чая"},
        "items": {"tea": item(title={"ru": "О чае"}, abstract={"ar": "عن الشاي"})},
    },
    "a language from right to left and one without words": {"languages": ["he", "tlh"], "title": {"he": "שבוע התה"}},
    "a week that is over": {"stage": "held", "attend": {"how": "open"}, "notices": [{"text": {"en": "Thanks."}}]},
    "a night on which clocks change": {
        "zone": "Europe/Berlin",
        "days": ["2021-10-30", "2021-10-31"],
        "sessions": {"opening": {"start": "2021-10-31T02:30+02:00[Europe/Berlin]"}},
        "items": {f"t{n}": item(order=n, minutes=45) for n in range(4)},
    },
}
"""What is odd about a week, and its parts in place of the small week's own."""


@pytest.fixture(scope="module", params=WEEKS.values(), ids=WEEKS.keys())
def odd(request: pytest.FixtureRequest) -> BuiltSite:
    """An odd week's site, built once for all that is asked of it."""
    return BuiltSite(a_site(**{"languages": ["en"]} | request.param))


def test_every_link_leads_somewhere(odd: BuiltSite) -> None:
    assert list(odd.broken_links()) == []


def test_elements_stand_where_they_may_and_say_something(odd: BuiltSite) -> None:
    assert {path: found for path, tree in odd.pages.items() if (found := [*silent(tree), *faults(tree)])} == {}


def test_no_page_shows_its_workings(odd: BuiltSite) -> None:
    for path, tree in odd.pages.items():
        words = " ".join(text for e in tree.iter() if e.tag not in ("script",) for text in (e.text or "", e.tail or ""))
        assert [sign for sign in ("None", "%(", "{{", "{%", "\\x00", "\\x01", "Markup(") if sign in words] == [], path


def test_each_page_has_one_main_heading_and_no_name_twice(odd: BuiltSite) -> None:
    for path, tree in odd.pages.items():
        names = Counter(name for element in tree.iter() if (name := element.get("id")))
        assert (path, len(list(tree.iter("h1"))), [n for n, count in names.items() if count > 1]) == (path, 1, [])


def test_every_page_of_parts_that_are_there_is_in_the_navigation(odd: BuiltSite) -> None:
    site = odd.site
    home = odd.pages[f"{site.week.host_language}/index.html"]
    (menu,) = [nav for nav in home.iter("nav") if nav.get("class") == "main"]
    linked = {link.get("href") for link in menu.iter("a")}
    single = {f"{kind.value}/index.html" for kind in site.kinds if kind not in (Kind.HOME, Kind.ABOUT)}
    assert linked == single


LACKING = [
    ("nothing is known", {Kind.HOME, Kind.TIMETABLE, Kind.TIMES, Kind.SEARCH, Kind.ABOUT}),
    (
        "an empty report",
        {Kind.HOME, Kind.TIMETABLE, Kind.PEOPLE, Kind.INSTITUTIONS, Kind.REPORT, Kind.TIMES, Kind.SEARCH, Kind.ABOUT},
    ),
    (
        "people shown by affiliation",
        {Kind.HOME, Kind.TIMETABLE, Kind.INSTITUTIONS, Kind.TIMES, Kind.SEARCH, Kind.ABOUT},
    ),
]


@pytest.mark.parametrize(("name", "kinds"), LACKING, ids=[name for name, _ in LACKING])
def test_a_week_has_pages_for_what_it_has_and_for_nothing_else(name: str, kinds: set[Kind]) -> None:
    assert set(a_site(**WEEKS[name]).kinds) == kinds
