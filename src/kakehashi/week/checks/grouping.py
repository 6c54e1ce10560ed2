"""Findings of one kind told together: eighty missing translations are one line with a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kakehashi.findings import Finding, Severity

_ORDER = list(Severity)

_APART = ("field", "language", "collection")
"""Values that part one kind of finding from another of the same code."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind, in the order in which they were found; at least one."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding that stands for all."""
        return self.findings[0]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.findings)

    @property
    def severity(self) -> Severity:
        """How grave each of them is."""
        return self.first.severity


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The findings by kind, errors first; a kind comes where its first finding came.

    >>> found = [Finding("text.missing", ("title",), {"language": "ru"})] * 80 + [Finding("days.order")]
    >>> [(group.first.code, group.number) for group in grouped(found)]
    [('text.missing', 80), ('days.order', 1)]
    """
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(_kind(finding), []).append(finding)
    return tuple(Group(tuple(kind)) for kind in sorted(kinds.values(), key=_gravity))


def _kind(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.severity, *(finding.values.get(name) for name in _APART)


def _gravity(findings: Sequence[Finding]) -> int:
    return _ORDER.index(findings[0].severity)
