"""What was found, told to a person or to a program."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kakehashi.cli.terminal import Exit, coloured, say, tell, visible_name, write_json
from kakehashi.findings import Finding, Severity

if TYPE_CHECKING:
    from kakehashi.words import Words

FEW = 5
"""More warnings of one kind than these are told as one line with their number."""

_LEAK = "leak."
"""What the codes begin with of that which would be published by mistake: nobody can call it back."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def severity_name(severity: Severity, words: "Words") -> str:
    """A severity in words."""
    if severity is Severity.ERROR:
        return words.say("error")
    return words.say("warning") if severity is Severity.WARNING else words.say("note")


def sentence(finding: Finding, words: "Words") -> str:
    """What is so, and what can be done about it."""
    mend = words.mend(finding)
    return f"{words.tell(finding)}{words.gap}{mend}" if mend else words.tell(finding)


def where(finding: Finding) -> str:
    """File, line and column as `file:line:column`, which editors open at a click, or else the place in the document."""
    if finding.source is not None:
        return f"{visible_name(finding.source.file)}:{finding.source.line}:{finding.source.column}"
    return ".".join(str(step) for step in finding.place)


def line(finding: Finding, words: "Words") -> str:
    """A finding as one line, which begins with its place."""
    told = f"{severity_name(finding.severity, words)}: {sentence(finding, words)}"
    place = where(finding)
    return f"{place}: {told}" if place else told


def lines(findings: Iterable[Finding], words: "Words", *, every: bool) -> list[str]:
    """Findings as lines: errors in the order of the files, other kinds gathered where there are many unless `every`.

    The gravest come first, and among the warnings what would become public that should not. Of more than `FEW` warnings
    or notes of one code only the first is told, and the number.
    """
    kinds: defaultdict[tuple[Severity, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.severity, "" if finding.severity is Severity.ERROR else finding.code].append(finding)
    told: list[str] = []
    for severity in Severity:
        for (graveness, code), group in sorted(kinds.items(), key=lambda kind: not kind[0][1].startswith(_LEAK)):
            if graveness is severity:
                told += _group(group, code, words, every=every)
    return told


def _group(group: Sequence[Finding], code: str, words: "Words", *, every: bool) -> list[str]:
    if every or len(group) <= FEW or group[0].severity is Severity.ERROR:
        return [line(finding, words) for finding in group]
    more = words.count(
        "%(count)s more of this kind (%(code)s)", "%(count)s more of this kind (%(code)s)", len(group) - 1, code=code
    )
    return [line(group[0], words), f"    … {more}"]


def by_whom(findings: Iterable[Finding], words: "Words") -> list[str]:
    """What is due as lines: for each who owes something a line with their contacts, and below it all that they owe.

    Whoever is the first to owe something comes first.
    """
    owed: defaultdict[str, list[str]] = defaultdict(list)
    for finding in findings:
        owed[_reached(finding, words)].append(f"  {line(finding, words)}")
    return [told for who, due in owed.items() for told in (who, *due)]


def _reached(finding: Finding, words: "Words") -> str:
    from kakehashi.words.telling import value

    contact = finding.values.get("contact")
    parts = (finding.values.get("who"), *(contact if isinstance(contact, tuple) else ()))
    return words.dot.join(value(words, part) for part in parts)


def summary(findings: Sequence[Finding], words: "Words") -> str:
    """How many of each severity."""
    numbers = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    parts = [
        words.count("%(count)s error", "%(count)s errors", numbers[Severity.ERROR]),
        words.count("%(count)s warning", "%(count)s warnings", numbers[Severity.WARNING]),
    ]
    if numbers[Severity.NOTE]:
        parts.append(words.count("%(count)s note", "%(count)s notes", numbers[Severity.NOTE]))
    return words.listing(parts)


def as_data(finding: Finding, words: "Words") -> dict[str, Any]:
    """A finding as `--json` gives it: the form is `docs/specification/command-output.md`, and is a contract."""
    source = finding.source
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": list(finding.place),
        "file": source.file if source else None,
        "line": source.line if source else None,
        "column": source.column if source else None,
        "value": finding.values.get("value"),
        "expected": finding.values.get("expected"),
        "nearest": finding.values.get("nearest"),
        "message": words.tell(finding),
        "mend": words.mend(finding),
    }


def report_json(
    command: str | None, status: Exit, findings: Sequence[Finding], words: "Words", result: Mapping[str, Any]
) -> None:
    """The whole answer of a command as one JSON object; `command` is `None` where no known one was named."""
    write_json(
        {
            "format": 1,
            "command": command,
            "status": int(status),
            "findings": [as_data(finding, words) for finding in findings],
            "result": result,
        }
    )


def report(findings: Sequence[Finding], words: "Words", *, every: bool = False, answer: bool = False) -> None:
    """Findings for a person: on stdout when they are the command's answer, else on stderr."""
    out = say if answer else tell
    names = {severity_name(severity, words): colour for severity, colour in _COLOURS.items()}
    for told in lines(findings, words, every=every):
        out(_coloured(told, names))


def report_due(findings: Sequence[Finding], words: "Words") -> None:
    """What is due, for a person, on stdout."""
    names = {severity_name(severity, words): colour for severity, colour in _COLOURS.items()}
    for told in by_whom(findings, words) or [words.say("Nothing is due.")]:
        say(_coloured(told, names))


def _coloured(told: str, names: Mapping[str, str]) -> str:
    """A line with its severity in colour: after the place, where no name of a file can pass for one."""
    for name, colour in names.items():
        before, mark, after = told.partition(f"{name}: ")
        if mark and (not before or before.endswith(": ")):
            return f"{before}{coloured(name, colour)}: {after}"
    return told
