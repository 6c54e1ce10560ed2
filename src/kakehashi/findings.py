"""Facts: what is wrong, what changed, what cannot be. One shape for every room; `kakehashi.words` makes the sentence.

A fact is a code and its values, with the place in the document that it speaks of. It holds no prose, so the same fact
reads in every language, and a machine reads the code.

>>> fact = Fact("session.outside-block", ("sessions", "opening"), {"block": "wednesday-afternoon"})
>>> fact.values["block"]
'wednesday-afternoon'
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""The way from the root of a document to a value, e.g. `("items", "keynote", "title", "ru")`."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time from a moment to a later one, both aware and on the clock on which they are to be told."""

    start: datetime
    end: datetime


Value: TypeAlias = str | int | float | bool | date | datetime | Stretch | None | Mapping[str, str] | tuple[str, ...]
"""What a fact may carry: plain values, a time, a text in several languages (a mapping), or a list of names."""


class Term(str):
    """A word of our own among the values of a fact: `words` translates it, unlike a text that was found somewhere.

    It is an English message of the catalogues, and to everyone else a plain text.

    >>> Finding("shape.not-a-text", ("stage",), {"key": "stage", "value": Term("list")}).values["value"]
    'list'
    """

    __slots__ = ()


class Severity(StrEnum):
    """How grave a finding is, the gravest first. Errors stop a build; warnings are counted; notes only inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fact:
    """A code (`subject.what`), the place it speaks of, and the values that its sentence names.

    Codes are a contract: scripts read them, so a code keeps its meaning for ever. `place` is empty for what concerns a
    document as a whole. Values are handed over as they are (an aware datetime on the clock to be told, a text in all
    its languages); how they read is for `kakehashi.words` to say.
    """

    code: str
    place: Place = ()
    values: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Copied: whoever made the fact may go on with the dict that it was made from.
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy cannot be pickled; the dict behind it can.
        return type(self), (self.code, self.place, dict(self.values))


@dataclass(frozen=True, slots=True)
class Change(Fact):
    """A fact about how a newer document differs from an older one.

    `place` is in the newer document, or in the older for what it no longer has. Conventional values: `what` (the part's
    name), `old` and `new`.
    """


@dataclass(frozen=True, slots=True)
class Source:
    """Where in a person's files a value stands: a file (relative to the folder, parted by `/`), line and column from 1.

    Columns count characters, as editors do.
    """

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding(Fact):
    """A fact that someone may have to act on.

    Conventional values, shown in every report when present: `value` (as found), `expected`, `nearest` (the known name
    closest to the one found). Whoever knows the document makes the finding; whoever knows the files adds the `source`.

    >>> found = Finding("reference.unknown", ("sessions", "opening", "room"), {"value": "hal", "nearest": "hall"})
    >>> found.at(Source("week.yaml", 12, 11)).source.line
    12
    """

    severity: Severity = Severity.ERROR
    source: Source | None = None

    def at(self, source: Source | None) -> "Finding":
        """The same finding, with the place in a person's files."""
        return replace(self, source=source)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.code, self.place, dict(self.values), self.severity, self.source)


class Refused(Exception):
    """An act that cannot be done because of what was given; `findings` say all of what is wrong.

    What was to be changed is then as it was. Never raised for what is wrong in the program itself.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        # For a traceback alone; people get the sentences of all.
        super().__init__(", ".join(finding.code for finding in self.findings[:5]))


def errors(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop a build, in their order.

    >>> [finding.code for finding in errors([Finding("a.b", (), {}, Severity.NOTE), Finding("c.d")])]
    ['c.d']
    """
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
