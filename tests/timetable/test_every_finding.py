"""Everything that can keep a week from being planned, told in every language with all that it names."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from tests.timetable.building import HOUSES, block, of, posed, session, speaking, talk

from kakehashi.findings import Finding, Refused
from kakehashi.words import spoken_languages, words_of
from kakehashi.words.facts.plans import MENDS, SENTENCES

LEAVES = {"leaves": session("Leaves")}
GREEN = {"green": talk()}
TEA: dict[str, Any] = {"sessions": LEAVES, "items": GREEN}
ALWAYS_AWAY = {"person": "ada", "begins": "2021-09-28T00:00[Asia/Tokyo]", "until": "2021-10-01T00:00[Asia/Tokyo]"}
CIRCLE = {"precedence": [{"first": "green", "then": "black"}, {"first": "black", "then": "green"}]}
CONFERENCE = talk(kind="general-conference", starts="2021-09-29T10:00[Asia/Tokyo]")
MANY = [{"institution": "lima", "weight": 1000}] * 1000
# Talks of 1, 3, 5, 7 and 8 slots part a point into 840.
LENGTHS = {f"talk-{slots}": talk(minutes=15 * slots) for slots in (1, 3, 5, 7, 8)}
EAGER = [{"of": name, "block": "morning", "weight": 100} for name in (*LENGTHS, *["leaves"] * 120)]


def weeks() -> Iterator[dict[str, Any]]:
    """A week for each thing that can be wrong."""
    yield TEA | {"blocks": {}, "rooms": {}}
    yield TEA | {"blocks": {"one": block("2021-09-29T10:00", 60), "two": block("2021-09-29T11:00")}}
    yield TEA | {"blocks": {"one": block("2021-09-29T10:00", 24)}, "items": {"green": talk(minutes=31)}}
    yield TEA | {
        "blocks": {"one": block("2021-09-29T10:00"), "two": block("2021-09-29T12:05")},
        "wishes": {"changeover": 10},
        "items": GREEN | {"endless": talk(None, minutes=0), "lost": talk(None, symposium="cake")},
    }
    yield TEA | {"items": {"green": talk(speakers=speaking("ada"))}, "people": {"ada": of(None)}}
    yield TEA | {"only": "coffee"}
    late = talk("late", starts="2021-09-29T22:00[Asia/Tokyo]")
    yield {"sessions": LEAVES | {"late": session("Late")}, "items": GREEN | {"late": late}}
    yield TEA | {"sessions": {"leaves": session(pinned=True)}}
    yield TEA | {"sessions": {"leaves": session(block="morning", room="hall")}, "keep": True}
    yield {
        "sessions": {"one": session(), "two": session()},
        "items": {f"long-{n}": talk("one", minutes=90) for n in range(3)},
    }
    yield TEA | {"items": {"green": talk(minutes=150), "late": talk(starts="2021-09-29T11:45[Asia/Tokyo]")}}
    yield {
        "rooms": {"hall": {"name": {"en": "Hall"}}},
        "sessions": LEAVES,
        "items": {"green": talk(minutes=120), "black": talk(minutes=150)},
    }
    yield TEA | {"items": GREEN | {"black": talk()}, "wishes": CIRCLE}
    chaired = {"leaves": session("Leaves", chairs=["ada"])}
    yield TEA | {"sessions": chaired, "people": {"ada": {}}, "wishes": {"availability": [ALWAYS_AWAY]}}
    yield TEA | {"items": {"green": CONFERENCE}}
    yield TEA | {"wishes": {"listeners": MANY}, "institutions": HOUSES}
    blocks = {"morning": block("2021-09-29T10:00", 12), "afternoon": block("2021-09-29T16:00", 12)}
    yield {"blocks": blocks, "sessions": LEAVES, "items": LENGTHS, "wishes": {"preferences": EAGER}}


@cache
def everything() -> dict[str, Finding]:
    """One finding of each code."""
    found: dict[str, Finding] = {}
    for keys in weeks():
        try:
            told = posed(**keys).findings
        except Refused as refused:
            told = refused.findings
        found |= {finding.code: finding for finding in told}
    return found


def test_there_is_a_week_for_everything_that_can_be_wrong() -> None:
    assert set(everything()) == set(SENTENCES)


@pytest.mark.parametrize("language", ["en", *spoken_languages()])
def test_every_sentence_names_all_that_it_speaks_of_and_gives_advice(language: str) -> None:
    words = words_of(language)
    assert {code: told for code, finding in everything().items() if "…" in (told := words.tell(finding))} == {}
    assert set(SENTENCES) == set(MENDS)
    assert [code for code, finding in everything().items() if not words.mend(finding)] == []


def test_what_can_be_nowhere_is_named() -> None:
    finding = everything()["plan.nowhere-left"]
    assert (finding.place, dict(finding.values)) == (("items", "green"), {"what": {"en": "A talk"}})
