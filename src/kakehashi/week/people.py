"""People, with their names as they write them in each script, and the positions they hold over time."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from kakehashi.frozen import FrozenMap
from kakehashi.week.part import Keyed, Part, Value
from kakehashi.week.scalars import Day, MediaPath, ToInstitution, WebAddress, ZoneName
from kakehashi.words import LanguageTag, Text


class Name(Value):
    """A person's name in one language. `whole` is what pages show; code never splits, reorders or transliterates it.

    `short` has initials (И. Р. Гафуров), `reading` tells how it is read, `honorific` is used with the name where custom
    asks for it, `sort` is the key of indexes.
    """

    whole: str
    family: str | None = None
    given: str | None = None
    short: str | None = None
    reading: str | None = None
    honorific: str | None = None
    sort: str | None = None


class Position(Part):
    """A title at an institution over a period; either end may be open."""

    title: Text
    unit: Text = Text()
    institution: ToInstitution | None = None
    begins: Day | None = None
    until: Day | None = None

    def held_on(self, day: date) -> bool:
        """Whether the position was held on `day`; both ends belong to the period."""
        return self.held_within(day, day)

    def held_within(self, first: date, last: date) -> bool:
        """Whether the position was held on any of the days from `first` to `last`, both of which count."""
        return (self.begins is None or self.begins <= last) and (self.until is None or first <= self.until)


class Shown(StrEnum):
    """How a person appears on pages: by name, or only by position and institution."""

    NAME = "name"
    AFFILIATION = "affiliation"


Orcid = Annotated[str, StringConstraints(pattern=r"^https://orcid\.org/([0-9]{4}-){3}[0-9]{3}[0-9X]$")]


class Person(Part):
    """Someone who speaks, chairs, signs, interprets or holds an office.

    `zone` is the clock by which the person lives during the week, where that is not their institution's. `spellings`
    are other ways of writing the name, to be found by: listed on the person's page, never in the name's place.
    """

    names: FrozenMap[LanguageTag, Name] = FrozenMap()
    spellings: tuple[str, ...] = ()
    positions: Keyed[Position] = Keyed()
    languages: tuple[LanguageTag, ...] = ()
    zone: ZoneName | None = None
    biography: Text = Text()
    orcid: Orcid | None = None
    web: WebAddress | None = None
    photograph: MediaPath | None = None
    shown: Shown = Shown.NAME
