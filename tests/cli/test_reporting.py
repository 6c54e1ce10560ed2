"""Findings as a person and as a program reads them."""

from kakehashi.cli.reporting import as_data, by_whom, lines, summary, where
from kakehashi.findings import Finding, Severity, Source
from kakehashi.words import words_of

EN = words_of("en")


def found(number: int, severity: Severity = Severity.WARNING, code: str = "server.port-taken") -> list[Finding]:
    return [Finding(code, (), {"value": n}, severity, Source("week.yaml", n + 1, 3)) for n in range(number)]


def test_a_finding_names_file_line_and_column_what_is_so_and_how_to_mend_it() -> None:
    assert lines(found(1, Severity.ERROR), EN, every=False) == [
        "week.yaml:1:3: error: Port 0 is used by another program. Stop that program, or choose another with --port."
    ]


def test_eighty_warnings_of_one_kind_are_told_with_their_number() -> None:
    told = lines(found(80), EN, every=False)
    assert len(told) == 2
    assert told[1] == "    … 79 more of this kind (server.port-taken)"


def test_every_error_is_told() -> None:
    assert len(lines(found(80, Severity.ERROR), EN, every=False)) == 80


def test_errors_of_different_kinds_stay_in_the_order_of_the_file() -> None:
    first, second, third = found(3, Severity.ERROR)
    other = Finding("server.port-refused", (), second.values, Severity.ERROR, second.source)
    told = lines([first, other, third], EN, every=False)
    assert [line.split(": ")[0] for line in told] == ["week.yaml:1:3", "week.yaml:2:3", "week.yaml:3:3"]


def test_errors_come_before_warnings() -> None:
    told = lines([*found(1), *found(1, Severity.ERROR, "server.port-refused")], EN, every=False)
    assert [line.split(": ")[1] for line in told] == ["error", "warning"]


def test_what_would_be_published_by_mistake_comes_before_other_warnings() -> None:
    leak = Finding("leak.mail", (), {"value": "a@b.example"}, Severity.WARNING)
    told = lines([*found(9), leak, *found(1, Severity.ERROR, "server.port-refused")], EN, every=False)
    assert [line.partition(": ")[2][:22] for line in told[:2]] == ["error: Port 0 of … can", "The mail address a@b.e"]
    assert len(told) == 4


def owed(who: str, *contact: str) -> Finding:
    return Finding("due.some-day", (), {"who": {"en": who}, "item": "Tea", "contact": contact}, Severity.NOTE)


def test_what_is_due_stands_below_whoever_owes_it_once_with_their_contacts() -> None:
    told = by_whom([owed("Ada", "a@b.example", "+81 1"), owed("Carl"), owed("Ada", "a@b.example", "+81 1")], EN)
    plain = [line.replace("\N{NO-BREAK SPACE}", " ").partition(" has not")[0] for line in told]
    assert plain == ["Ada · a@b.example · +81 1", "  note: Ada", "  note: Ada", "Carl", "  note: Carl"]


def test_two_people_of_one_name_are_told_apart_by_their_contacts() -> None:
    assert len(by_whom([owed("Ada", "a@b.example"), owed("Ada", "c@d.example")], EN)) == 4


def test_the_summary_counts() -> None:
    assert summary([*found(2), *found(1, Severity.ERROR)], EN) == "1 error and 2 warnings"


def test_a_program_gets_the_same_finding_in_parts() -> None:
    (finding,) = found(1, Severity.ERROR)
    assert as_data(finding, EN) == {
        "code": "server.port-taken",
        "severity": "error",
        "path": [],
        "file": "week.yaml",
        "line": 1,
        "column": 3,
        "value": 0,
        "expected": None,
        "nearest": None,
        "message": "Port 0 is used by another program.",
        "mend": "Stop that program, or choose another with --port.",
    }


def test_the_name_of_a_file_commands_no_terminal() -> None:
    finding = Finding("server.port-taken", (), {"value": 1}, Severity.ERROR, Source("\x1b]0;a\x07\u202e.yaml", 1, 1))
    assert where(finding) == "\\x1b]0;a\\x07\\u202e.yaml:1:1"
