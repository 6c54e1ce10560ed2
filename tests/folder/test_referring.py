"""Names that lead nowhere are found in plain values too."""

from typing import Any

import pytest

from kakehashi.findings import Place
from kakehashi.folder.referring import PROPOSALS, unknown_references
from kakehashi.folder.shapes import group
from kakehashi.week import Week
from kakehashi.week.private import Private

KNOWN = {
    name: frozenset({"ada", "hall"}) for name in ("people", "rooms", "institutions", "items", "sessions", "symposia")
}


def lost(values: dict[str, Any], known: dict[str, frozenset[str]] = KNOWN) -> list[tuple[Place, object]]:
    """The place of each name that leads nowhere, and the name that was probably meant."""
    found = unknown_references(values, group(Week), known)
    return [(finding.place, finding.values["nearest"]) for finding in found]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"sessions": {"s": {"room": "hal", "chairs": ["ada", "adda"]}}},
         [(("sessions", "s", "room"), "hall"), (("sessions", "s", "chairs", 1), "ada")]),
        ({"items": {"a": {"speakers": [{"person": "zebra"}]}}}, [(("items", "a", "speakers", 0, "person"), None)]),
        ({"items": {"a": {"session": "hall", "title": {"en": "nobody"}, "kind": "zebra"}}}, []),
        # What has the wrong kind, or is empty, is another fault.
        ({"sessions": {"s": {"room": ["zebra"], "chairs": "zebra", "moderators": [{}, ""]}}, "items": "zebra"}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_every_name_must_stand_in_its_collection(values: dict[str, Any], expected: list[tuple[Place, object]]) -> None:
    assert lost(values) == expected


def test_names_in_a_collection_that_nobody_could_read_are_not_judged() -> None:
    assert lost({"sessions": {"s": {"room": "zebra", "chairs": ["zebra"]}}}, {"rooms": frozenset()}) == [
        (("sessions", "s", "room"), None)
    ]


def test_keys_that_are_names_are_judged_too() -> None:
    values = {"contacts": {"adda": {}}, "join_links": {"hall": "x"}}
    (fault,) = unknown_references(values, group(Private), KNOWN)
    assert (fault.place, fault.values["collection"]) == (("contacts", "adda"), "people")


def test_so_many_guesses_are_made_and_no_more() -> None:
    sessions = {f"s{number}": {"room": "hal"} for number in range(PROPOSALS + 2)}
    guesses = [guess for _, guess in lost({"sessions": sessions})]
    assert (guesses[PROPOSALS - 1 :], len(guesses)) == (["hall", None, None], PROPOSALS + 2)
