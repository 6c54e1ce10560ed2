"""The page of an item: when on every clock, who in which position, in which languages, and what became of it."""

from typing import Any
from xml.etree.ElementTree import Element

import pytest
from tests.site.pages.showing import a_site, classed, facts, first, page, said
from tests.site.reading import PARTS
from tests.week.building import item, person, session

from kakehashi.site import Kind

RECTOR: dict[str, Any] = {"title": {"en": "Rector"}, "institution": "far"}
DEAN: dict[str, Any] = {"title": {"en": "Dean"}, "institution": "host"}
OPEN: dict[str, Any] = {"how": "registration", "address": "https://example.org/register"}


def tea(parts: dict[str, Any] | None = None, language: str = "en", **keys: Any) -> Element:
    """The page of a talk with these keys, in a week with these parts."""
    told = a_site(**{"items": {"tea": item(**{"title": {"en": "On tea"}} | keys)}} | (parts or {}))
    return page(told, Kind.ITEM, "tea", language)


def speaking(speaker: dict[str, Any], **people: dict[str, Any]) -> str:
    """How the one speaker of a talk is told."""
    (shown,) = classed(tea({"people": people}, speakers=[speaker]), "person")
    return said(shown)


def headings(tree: Element) -> list[str]:
    return [said(heading) for heading in tree.iter("h2")]


# Who speaks


def test_a_speaker_given_by_name_alone_stands_in_the_one_position_of_that_day() -> None:
    assert speaking({"person": "ada"}, ada=person("Ada Tea", positions={"rector": RECTOR})) == "Ada Tea Rector"


def test_a_position_that_ended_the_day_before_is_not_the_one_of_that_day() -> None:
    held = {"dean": DEAN | {"until": "2021-09-28"}, "rector": RECTOR | {"begins": "2021-09-29"}}
    assert speaking({"person": "ada"}, ada=person("Ada Tea", positions=held)) == "Ada Tea Rector"


def test_between_two_positions_of_a_day_only_the_document_chooses() -> None:
    ada = person("Ada Tea", positions={"dean": DEAN, "rector": RECTOR})
    told = [speaking({"person": "ada"} | named, ada=ada) for named in ({}, {"position": "dean"})]
    assert told == ["Ada Tea", "Ada Tea Dean"]


def test_an_item_belongs_to_the_institution_of_a_speaker_given_by_name_alone() -> None:
    tree = tea({"people": {"ada": person("Ada Tea", positions={"rector": RECTOR})}}, speakers=[{"person": "ada"}])
    assert facts(tree)["Institutions"] == "Samovar institute"


def test_a_person_without_any_institution_is_told_by_name() -> None:
    assert speaking({"person": "ada", "role": "moderator"}, ada=person("Ada Tea")) == "Ada Tea Moderator"


def test_who_is_shown_by_affiliation_is_the_position_said_once() -> None:
    hidden = person("Secret", shown="affiliation", positions={"dean": DEAN, "rector": RECTOR})
    assert speaking({"person": "ada", "position": "rector"}, ada=hidden) == "Rector"


def test_who_is_shown_by_affiliation_is_first_what_he_or_she_is_in_the_week() -> None:
    hidden = person("Secret", shown="affiliation", positions={"dean": DEAN | {"until": "2019-01-01"}, "rector": RECTOR})
    assert speaking({"person": "ada"}, ada=hidden) == "Rector"


def test_in_place_of_whom_someone_speaks_is_said_with_the_position_of_the_day() -> None:
    ada = person("Ada Tea", positions={"dean": DEAN | {"until": "2021-09-28"}, "rector": RECTOR})
    told = speaking({"person": "ben", "in_place_of": "ada"}, ada=ada, ben=person("Ben Cup"))
    assert told == "Ben Cup in place of Ada Tea (Rector)"


def test_an_absent_person_shown_by_affiliation_is_not_told_twice() -> None:
    hidden = person("Secret", shown="affiliation", positions={"rector": RECTOR})
    told = speaking({"person": "ben", "in_place_of": "ada"}, ada=hidden, ben=person("Ben Cup"))
    assert told == "Ben Cup in place of Rector"


# What became of it


@pytest.mark.parametrize("status", ["postponed", "withdrawn", "cancelled"])
def test_what_does_not_take_place_keeps_its_time_struck_through_and_invites_nobody(status: str) -> None:
    tree = tea({"attend": OPEN}, status=status)
    assert said(classed(tree, "off")[0]) == status
    assert [e.tag for e in classed(tree, "cancelled")] == ["h1", "p"]
    assert (headings(tree), "Take part" in said(tree)) == ([], False)


def test_what_is_not_certain_yet_says_so_and_may_be_attended() -> None:
    tree = tea({"attend": OPEN}, status="tentative")
    assert said(classed(tree, "box")[0]) == "to be confirmed"
    assert headings(tree) == ["Local times", "How to attend"]


def test_what_has_no_time_yet_shows_no_clock() -> None:
    tree = tea(session=None)
    assert said(classed(tree, "margin")[0]) == "Time to be announced"
    assert (headings(tree), list(tree.iter("time"))) == ([], [])


def test_a_withdrawn_talk_without_a_time_waits_for_none() -> None:
    told = {status: tea(session=None, status=status) for status in ("postponed", "withdrawn", "cancelled")}
    waits = {status for status, tree in told.items() if "Time to be announced" in said(tree)}
    assert waits == {"postponed"}


def test_a_session_without_a_start_leaves_its_items_without_a_time() -> None:
    tree = tea({"sessions": {"opening": {"title": {"en": "Some day"}, "room": "hall"}}})
    assert (said(first(classed(tree, "margin")[0], "p")), facts(tree)["Room"]) == ("Time to be announced", "Hall")


# How to attend


def test_attendance_of_the_session_goes_before_that_of_symposium_and_week() -> None:
    ways = {"week": "open", "symposium": "registration", "session": "invitation"}
    told = []
    for known in (["week"], ["week", "symposium"], ["week", "symposium", "session"]):
        given = {place: {"attend": {"how": ways[place]}} if place in known else {} for place in ways}
        parts = given["week"] | {
            "symposia": {"leaves": {"title": {"en": "On leaves"}} | given["symposium"]},
            "sessions": {"opening": session(symposium="leaves", **given["session"])},
        }
        told.append(said(classed(tea(parts), "attend")[0]).removesuffix(" Places are free"))
    assert told == ["Open to everyone, without registration", "Open to everyone who registers", "By invitation"]


def test_after_the_week_nobody_is_invited_any_more() -> None:
    tree = tea({"attend": OPEN, "stage": "held"})
    assert (facts(tree)["Attendance"], said(tree).count("The week is over.")) == ("The week is over.", 1)
    assert (classed(tree, "attend"), headings(tree)) == ([], ["Local times"])


def test_what_was_called_off_says_nothing_of_attendance_after_the_week_either() -> None:
    assert "Attendance" not in facts(tea({"attend": OPEN, "stage": "held"}, status="cancelled"))


# Where, and in which languages

HYBRID = {
    "hall": {
        "name": {"en": "Hall"},
        "kind": "place",
        "institution": "host",
        "seats": 1200,
        "how_to_find": {"en": "Second floor."},
    },
    "stream": {"name": {"en": "Main stream"}, "kind": "stream"},
}


@pytest.mark.parametrize(
    ("rooms", "room", "told"),
    [
        (HYBRID, "hall", "Hall (on site) Tea university 1,200 seats Second floor."),
        (HYBRID, "stream", "Main stream (online)"),
        ({"stream": HYBRID["stream"]}, "stream", "Main stream"),
    ],
    ids=["a place of a hybrid week", "a stream of a hybrid week", "a week that is all online"],
)
def test_a_room_says_what_one_needs_to_come_to_it(rooms: dict[str, Any], room: str, told: str) -> None:
    tree = tea({"rooms": rooms, "sessions": {"opening": session(room=room)}})
    assert facts(tree)["Room"] == told


INTERPRETING = [
    {"source": "ja", "target": "en", "mode": "simultaneous"},
    {"source": "en", "target": "ja", "mode": "simultaneous"},
    {"source": "ru", "target": "ja", "mode": "consecutive"},
]


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (["ja"], {"Simultaneous interpreting": "Japanese to English"}),
        (["ru"], {"Consecutive interpreting": "Russian to Japanese"}),
        (["de"], {}),
        (
            [],
            {
                "Simultaneous interpreting": "Japanese to English English to Japanese",
                "Consecutive interpreting": "Russian to Japanese",
            },
        ),
    ],
)
def test_an_item_tells_the_interpreting_of_the_languages_spoken_in_it(spoken: list[str], told: dict[str, str]) -> None:
    parts = {"sessions": {"opening": session(interpreting=INTERPRETING)}}
    shown = {name: value for name, value in facts(tea(parts, languages=spoken)).items() if "interpreting" in name}
    assert shown == told


def test_a_heading_in_german_keeps_the_capital_letters_of_its_nouns() -> None:
    parts = {"languages": ["de"], "sessions": {"opening": session(interpreting=INTERPRETING)}}
    told = facts(tea(parts, "de", languages=["ru"]))
    assert [name for name in told if "olmetsch" in name] == ["Konsekutivdolmetschen"]


def test_delivery_slides_and_titles_in_other_languages_are_told() -> None:
    told = facts(tea(delivery="recorded", slides=["en"], title={"en": "On tea", "ja": "茶について"}))
    kept = [told[name] for name in ("Delivery", "Slides in", "Title in other languages")]
    assert kept == ["recorded beforehand", "English", "茶について"]


# What it leads to


def test_a_signing_leads_to_what_is_signed_at_it() -> None:
    pact = {"title": {"en": "Exchange of leaves"}, "item": "tea"}
    tree = tea({"agreements": {"pact": pact, "other": {"title": {"en": "Other"}}}}, kind="signing-ceremony")
    (link,) = [a for a in tree.iter("a") if said(a) == "Exchange of leaves"]
    assert (facts(tree)["Agreement"], link.get("href")) == ("Exchange of leaves", "../../agreements/index.html#pact")


def neighbours(items: dict[str, Any], slug: str = "tea", **parts: Any) -> list[tuple[str, str | None]]:
    (pair,) = classed(page(a_site(items=items, **parts), Kind.ITEM, slug), "pair")
    return [(said(a), a.get("href")) for a in pair.iter("a")]


def test_neighbours_are_told_with_their_times_and_a_break_is_none() -> None:
    assert neighbours(PARTS["items"], "leaves") == [("← 15:00 Welcome", "../welcome/index.html")]
    pause = item(order=2, kind="break", title={"en": "Tea and cake"})
    row = {"tea": item(title={"en": "On tea"}), "pause": pause, "end": item(order=3, title={"en": "The end"})}
    assert neighbours(row) == [("15:20 The end →", "../end/index.html")]
    assert neighbours(row, "pause") == [
        ("← 15:00 On tea", "../tea/index.html"),
        ("15:20 The end →", "../end/index.html"),
    ]


def test_a_neighbour_may_be_without_a_page_or_without_a_time() -> None:
    row = {"tea": item(title={"en": "On tea"}), "questions": item(order=2, kind="questions", title={})}
    assert neighbours(row) == [("15:10 Questions and answers →", "../../timetable/2021-09-29/index.html#questions")]
    assert neighbours(row, sessions={"opening": {"room": "hall"}}) == [
        ("Questions and answers →", "../../timetable/index.html")
    ]


def test_a_recording_is_shown_by_its_picture_its_length_and_its_languages() -> None:
    clip = {"title": {"en": "The clip"}, "item": "tea", "seconds": 72, "language": "ja", "poster": "clip.jpg"}
    tree = tea({"recordings": {"clip": clip | {"captions": {"en": "clip.en.vtt"}}}})
    assert [image.get("src") for image in tree.iter("img")] == ["../../../media/clip.jpg"]
    links = [a for a in tree.iter("a") if a.get("href") == "../../recordings/clip/index.html"]
    # The picture leads there too, unheard: one link is enough for whoever listens.
    assert [(said(a), a.get("aria-hidden")) for a in links] == [("", "true"), ("The clip", None)]
    assert said(tree).count("1:12, Japanese, Captions: English") == 1


def test_materials_are_files_of_the_week_or_pages_elsewhere() -> None:
    given = [
        {"label": {"en": "Slides"}, "file": "tea.pdf"},
        {"label": {"en": "Paper"}, "address": "https://example.org/p"},
    ]
    links = [a.get("href") for a in tea(materials=given).iter("a") if said(a) in ("Slides", "Paper")]
    assert links == ["../../../media/tea.pdf", "https://example.org/p"]


def test_an_item_on_which_sources_differ_says_so() -> None:
    note = {"kind": "disputed", "text": {"en": "Or at four."}, "source": "https://a.example/1"}
    assert said(classed(tea(notes=[note]), "remarks")[0]) == "Sources differ. Or at four. Source: a.example"


def test_breaks_and_closed_items_have_no_page() -> None:
    closed = PARTS["items"] | {"vote": item(order=4, title={"en": "A vote"}, visibility="members")}
    folders = {address.folder for address in a_site(items=closed).addresses("en") if address.kind is Kind.ITEM}
    assert folders == {"en/items/welcome/", "en/items/leaves/", "en/items/later/"}


REASON = {"kind": "remark", "text": {"en": "The speaker is ill."}}


@pytest.mark.parametrize(
    ("status", "note", "beside", "below"),
    [
        ("postponed", REASON, "postponed The speaker is ill.", False),
        ("cancelled", REASON | {"about": "status"}, "cancelled The speaker is ill.", False),
        ("cancelled", REASON | {"about": "title"}, "cancelled", True),
        ("withdrawn", REASON | {"kind": "source"}, "withdrawn", True),
        ("confirmed", REASON, "", True),
    ],
)
def test_why_something_does_not_take_place_stands_beside_its_state_and_nowhere_else(
    status: str, note: dict[str, Any], beside: str, below: bool
) -> None:
    tree = tea({}, status=status, notes=[note])
    assert said(list(classed(tree, "title")[0])[-1]) == beside
    assert bool(classed(tree, "remarks")) is below


def test_the_day_of_what_does_not_take_place_is_told_as_that_of_a_plan() -> None:
    days = [facts(tea({}, status=status)) for status in ("confirmed", "postponed")]
    assert ["Day" in days[0], "Was planned for" in days[0]] == [True, False]
    assert ["Day" in days[1], days[1]["Was planned for"]] == [False, "Wednesday 29 September 2021"]
