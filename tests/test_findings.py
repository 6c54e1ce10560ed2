"""Facts hold values and no prose, cannot change, and travel."""

import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime

import pytest

from kakehashi.findings import Change, Fact, Finding, Refused, Severity, Source, Term, Value, errors

SOURCE = Source("week.yaml", 3, 1)
FINDING = Finding("item.late", ("items", "a"), {"at": datetime(2021, 9, 29, tzinfo=UTC)}, Severity.NOTE, SOURCE)


def test_a_fact_does_not_follow_the_values_that_it_was_made_from() -> None:
    values: dict[str, Value] = {"value": "a"}
    fact = Fact("item.late", (), values)
    values["value"] = "b"
    assert fact.values == {"value": "a"}


def test_a_fact_cannot_change() -> None:
    with pytest.raises(FrozenInstanceError):
        FINDING.code = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        FINDING.values["at"] = None  # type: ignore[index]


@pytest.mark.parametrize("fact", [Fact("a.b", ("x", 0), {"n": 1}), Change("a.b", ("x",), {"old": None}), FINDING])
def test_a_fact_travels_between_processes_as_what_it_is(fact: Fact) -> None:
    back = pickle.loads(pickle.dumps(fact))
    assert (type(back), back) == (type(fact), fact)


def test_facts_differ_by_kind_place_and_values() -> None:
    facts = [Fact("a.b"), Finding("a.b"), Fact("a.b", ("x",)), Fact("a.b", (), {"value": None}), Fact("a.c")]
    assert [sum(one == other for other in facts) for one in facts] == [1] * 5


def test_a_finding_gets_a_source_and_keeps_all_else() -> None:
    bare = replace(FINDING, source=None)
    assert (bare.at(SOURCE), FINDING.at(None), bare.source) == (FINDING, bare, None)


def test_only_errors_stop_a_build() -> None:
    findings = [Finding("a.b", (), {}, severity) for severity in Severity]
    assert errors(findings) == (findings[0],)


def test_severities_stand_from_the_gravest_down() -> None:
    assert list(Severity) == ["error", "warning", "note"]


def test_a_refusal_holds_every_finding_and_shows_the_first_codes() -> None:
    findings = [Finding(f"a.fault-{letter}") for letter in "abcdefg"]
    refused = Refused(findings)
    assert (refused.findings, str(refused)) == (tuple(findings), ", ".join(f"a.fault-{letter}" for letter in "abcde"))


def test_a_word_of_our_own_is_a_text_to_everyone_but_the_one_who_translates() -> None:
    term = Term("list")
    assert (term, f"{term}", pickle.loads(pickle.dumps(term))) == ("list", "list", Term("list"))
    assert type(pickle.loads(pickle.dumps(term))) is Term
