"""Everything that a check can find: a week that has it all wrong, told in every language with all that it names."""

from typing import Any

import pytest
from tests.week.building import institution, item, person, session, week
from tests.week.checks.finding import TODAY, private

from kakehashi.findings import Finding
from kakehashi.week import Private, Week, check, due
from kakehashi.week.captions import MOST_BYTES, captions
from kakehashi.words import spoken_languages, words_of
from kakehashi.words.facts.week import MENDS, SENTENCES

LATER = "2021-12-01T00:00[Asia/Tokyo]"
WHATS = ("title", "abstract", "video", "slides", "biography", "photograph", "translation", "approval", "other")


SUBTITLES = {
    "en.vtt": b"WEBVTT\n\n00:01 --> x\nTea\n\nTea\n\n00:02.000 --> 00:01.000\nTea\n",
    "ja.vtt": b"WEBVTT\n\n\xff\n",
    "ru.vtt": b"1\n00:00:01,000 --> 00:00:02,000\nTea\n",
    "de.vtt": b"WEBVTT\n",
    "es.vtt": b" " * (MOST_BYTES + 1),
}
"""Files of captions with every fault that one can have."""


def wrong() -> Week:
    """A week in which at least one thing is wrong of every kind."""
    rector = {"title": {"en": "Rector"}, "begins": "2022-01-01", "institution": "away"}
    away = {"person": "ada", "begins": "2021-09-29T00:00[Asia/Tokyo]", "until": LATER}
    block = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 1, "slot_minutes": 10}
    return week(
        title={},
        address=None,
        accent="ffcc00",
        languages=["en", "ja"],
        days=["2021-09-29", "2021-10-01", "2021-10-01"],
        institutions={
            "home": institution(),
            "away": institution("Away", "America/Lima"),
            "ministry": institution("Ministry", partner=False),
        },
        people={
            "ada": person(positions={"rector": rector}, photograph="ada.jpg", zone="America/Lima"),
            "nameless": {},
            "asked": person("Asked", photograph="gone.jpg"),
        },
        organisations=[
            {"institution": "away", "role": "host", "state": "asked"},
            {"institution": "ministry", "role": "auspices", "state": "asked"},
        ],
        notices=[{"text": {"en": "Hear!"}, "begins": LATER, "until": "2021-11-01T00:00[Asia/Tokyo]"}],
        rooms={"hall": {"name": {"en": "Hall"}}, "nowhere": {"name": {}}},
        wishes={
            "changeover": 30,
            "availability": [away, away | {"until": "2021-09-01T00:00[Asia/Tokyo]"}],
            "holidays": [{"institution": "away", "days": ["2021-09-29"]}],
        },
        blocks={"short": block},
        sessions={
            "a": session(room="hall", minutes=5, block="short", chairs=["ada"]),
            "b": session("2021-09-29T15:05", room="hall", chairs=["ada"], minutes=40),
            "c": session("2021-09-29T16:00", room="hall"),
            "far": session("2022-01-01T10:00"),
            "late": session("2021-10-01T23:55"),
            "waits": session("2021-09-29T18:00", minutes=20),
            "out": {"title": {"en": "Out"}, "block": "short"},
            "gap": session("2021-03-28T02:30", "Europe/Berlin"),
            "twice": session("2021-10-31T02:30", "Europe/Berlin"),
            "offset": session("2021-10-31T12:30+09:00", "Europe/Berlin"),
        },
        items={
            "talk": item(
                "a", speakers=[{"person": "ada", "position": "rector"}, {"person": "asked"}], abstract={"en": "A"}
            ),
            "early": item("a", order=2, starts="2021-09-29T15:01[Asia/Tokyo]", title={"en": "\u202eb"}),
            "first": item("late"),
            "second": item("late", order=2, title={"en": "soft\u200bware"}, materials=[{"label": {"en": "Slides"}}]),
            "lost": item("lots", title={"en": "Pавел", "zh": "课", "jp": "課", "kr": "과"}),
            "waiting": item("waits", starts="2021-09-29T18:30[Asia/Tokyo]"),
            "pushed": item("out", starts="2021-09-29T15:30[Asia/Tokyo]"),
            "own": item(None, speakers=[{"person": "ada", "in_place_of": "ada"}]),
            "vote": item(None, visibility="members"),
            "leaky": item(
                None,
                abstract={"en": "a@b.org +81 76 264 5111 https://zoom.us/j/1 http://localhost/ item:vote"},
                speakers=[{"person": "ada", "position": "dean"}],
            ),
        },
        recordings={"film": {"title": {"en": "A film"}, "item": "talk", "captions": {p[:2]: p for p in SUBTITLES}}},
        agreements={
            "accord": {
                "title": {"en": "An accord"},
                "signed": "2018",
                "parties": [{"institution": "home"}],
                "signatories": [{"person": "ada", "position": "rector", "party": "away"}],
            }
        },
        planning={"status": "optimal", "objective": 0, "timetable": "0" * 64},
    )


def office() -> Private:
    """What the office knows beside that week."""
    purposes = ("name", "photograph", "abstract", "recording")
    requests = {what: {"what": what, "person": "ada", "due": "2021-08-01"} for what in WHATS}
    return private(
        requests=requests | {"some-day": {"what": "title", "institution": "home"}},
        consents={
            "ada": [{"purpose": purpose, "state": "refused"} for purpose in purposes],
            "asked": [{"purpose": purpose, "state": "asked"} for purpose in purposes],
        },
        approvals=[
            {"collection": "items", "part": "talk", "institution": "home", "language": "en", "by": "Carl"}
            | {"date": "2021-08-01", "digest": "0" * 64}
        ],
    )


def everything() -> dict[str, Finding]:
    """One finding of each code."""
    media = frozenset({"ada.jpg", "unused.png", *SUBTITLES})
    read = {path: captions(content) for path, content in SUBTITLES.items()}
    checked = check(wrong(), private=office(), today=TODAY, media=media, captions=read)
    found = (*checked, *due(wrong(), office(), TODAY))
    return {finding.code: finding for finding in found}


def test_a_week_that_has_it_all_wrong_is_told_of_every_kind_of_wrong() -> None:
    assert set(SENTENCES) - everything().keys() == set()
    assert everything().keys() - set(SENTENCES) == set()


@pytest.mark.parametrize("language", ["en", *spoken_languages()])
def test_every_sentence_names_all_that_it_speaks_of(language: str) -> None:
    words = words_of(language)
    lacking = {code: told for code, finding in everything().items() if "…" in (told := words.tell(finding))}
    assert lacking == {}


@pytest.mark.parametrize("language", ["en", *spoken_languages()])
def test_for_everything_that_can_be_wrong_there_is_advice(language: str) -> None:
    words = words_of(language)
    assert set(SENTENCES) == set(MENDS)
    advice: dict[str, Any] = {code: words.mend(finding) for code, finding in everything().items()}
    assert [code for code, mend in advice.items() if not mend or "…" in mend] == []


def test_every_finding_stands_where_a_person_can_mend_it() -> None:
    assert [code for code, finding in everything().items() if not finding.place] == ["media.unused"]
