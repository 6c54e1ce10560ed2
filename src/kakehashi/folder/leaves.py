"""What a single text may be: a slug, a day, a zone, one of some words. Read off the annotations of the document."""

from datetime import date
from enum import Enum, StrEnum
from typing import Any, get_args

from annotated_types import Ge, Le
from pydantic import StringConstraints

from kakehashi.folder.shapes import SLUG, Leaf
from kakehashi.week.institutions import Institution, RorId
from kakehashi.week.part import Value
from kakehashi.week.people import Orcid
from kakehashi.week.planning import Planning
from kakehashi.week.scalars import (
    ColourCode,
    Day,
    MailAddress,
    MediaPath,
    PartialDate,
    TextKind,
    To,
    WebAddress,
    ZoneName,
)
from kakehashi.words import LanguageTag


class Kind(StrEnum):
    """The kinds of single texts. Each has its own finding when a text is not of that kind: `shape.not-a-slug`."""

    TEXT = "a-text"
    SLUG = "a-slug"
    LANGUAGE = "a-language"
    TEXT_KIND = "a-text-kind"
    ADDRESS = "an-address"
    MAIL = "a-mail-address"
    MEDIA = "a-media-path"
    COLOUR = "a-colour"
    ZONE = "a-zone"
    DAY = "a-day"
    PARTIAL_DATE = "a-date"
    COUNTRY = "a-country"
    ROR = "a-ror-id"
    ORCID = "an-orcid"
    DIGEST = "a-digest"
    NUMBER = "a-number"
    DECIMAL = "a-decimal"
    YES_NO = "yes-or-no"
    CHOICE = "one-of"


def _marks_of(model: type[Value], name: str) -> tuple[Any, ...]:
    info = model.model_fields[name]
    if info.metadata:
        return tuple(info.metadata)
    return next(get_args(part)[1:] for part in get_args(info.annotation) if get_args(part))


_BY_MARKS: tuple[tuple[tuple[Any, ...], Kind], ...] = (
    (SLUG.marks, Kind.SLUG),
    (get_args(LanguageTag)[1:], Kind.LANGUAGE),
    (get_args(TextKind)[1:], Kind.TEXT_KIND),
    (get_args(WebAddress)[1:], Kind.ADDRESS),
    (get_args(MailAddress)[1:], Kind.MAIL),
    (get_args(MediaPath)[1:], Kind.MEDIA),
    (get_args(ColourCode)[1:], Kind.COLOUR),
    (get_args(ZoneName)[1:], Kind.ZONE),
    (get_args(PartialDate)[1:], Kind.PARTIAL_DATE),
    (get_args(Day)[1:], Kind.DAY),
    (get_args(RorId)[1:], Kind.ROR),
    (get_args(Orcid)[1:], Kind.ORCID),
    # These annotations have no name of their own to be known by.
    (_marks_of(Institution, "country"), Kind.COUNTRY),
    (_marks_of(Planning, "timetable"), Kind.DIGEST),
)
_BY_TYPE = {int: Kind.NUMBER, float: Kind.DECIMAL, bool: Kind.YES_NO, date: Kind.DAY}


def kind(leaf: Leaf) -> Kind:
    """Of which kind a single text is: by its marks, then by its type; a plain text where neither says more.

    >>> from kakehashi.folder.shapes import group
    >>> from kakehashi.week.people import Person
    >>> person = group(Person)
    >>> [str(kind(person.fields[key])) for key in ("zone", "orcid", "web", "shown")]
    ['a-zone', 'an-orcid', 'an-address', 'one-of']
    """
    if isinstance(leaf.type, type) and issubclass(leaf.type, Enum):
        return Kind.CHOICE
    # Where a slug leads to does not change which characters it has.
    marks = tuple(mark for mark in leaf.marks if not isinstance(mark, To))
    by_marks = next((found for known, found in _BY_MARKS if known == marks), None)
    return by_marks or _BY_TYPE.get(leaf.type, Kind.TEXT)


def choices(leaf: Leaf) -> tuple[str, ...]:
    """The words of which the text must be one, in the order of their enumeration; empty when it is free."""
    return tuple(str(choice.value) for choice in leaf.type) if kind(leaf) is Kind.CHOICE else ()


def pattern(leaf: Leaf) -> str | None:
    """The regular expression that the text must match, as both Rust and ECMAScript read it; `None` without one."""
    found = next((mark.pattern for mark in leaf.marks if isinstance(mark, StringConstraints)), None)
    return found if isinstance(found, str) else None


def limits(leaf: Leaf) -> tuple[float | None, float | None]:
    """The least and the greatest number allowed; `None` where there is no bound."""
    least = next((mark.ge for mark in leaf.marks if isinstance(mark, Ge)), None)
    most = next((mark.le for mark in leaf.marks if isinstance(mark, Le)), None)
    return least, most  # type: ignore[return-value]
