"""Institutions: universities, ministries, centres and others that take part or are spoken of."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from kakehashi.week.part import Part
from kakehashi.week.scalars import MediaPath, ToInstitution, WebAddress, ZoneName
from kakehashi.words import ProperName, Text


class InstitutionKind(StrEnum):
    """What kind of house it is."""

    UNIVERSITY = "university"
    MEDICAL_UNIVERSITY = "medical-university"
    RESEARCH_INSTITUTE = "research-institute"
    ACADEMY = "academy"
    HOSPITAL = "hospital"
    CENTRE = "centre"
    MINISTRY = "ministry"
    AGENCY = "agency"
    CONSORTIUM = "consortium"
    CITY = "city"
    COMPANY = "company"
    SCHOOL = "school"
    ASSOCIATION = "association"
    OTHER = "other"


RorId = Annotated[str, StringConstraints(pattern=r"^https://ror\.org/0[a-z0-9]{6}[0-9]{2}$")]
"""The full identifier of the Research Organization Registry."""


class Institution(Part):
    """A house with its names, its place and the zone of its clocks.

    `formal` is its full official name; `spellings` are others to be found by. One with `partner: false` is only spoken
    of: it has no clock on the pages, and stands in the week while something refers to it. `part_of` leads from a
    faculty or centre to its house.
    """

    name: Text
    short: Text = Text()
    formal: Text = Text()
    spellings: tuple[str, ...] = ()
    kind: InstitutionKind = InstitutionKind.UNIVERSITY
    city: ProperName = ProperName()
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    zone: ZoneName
    web: WebAddress | None = None
    ror: RorId | None = None
    part_of: ToInstitution | None = None
    partner: bool = True
    description: Text = Text()
    logo: MediaPath | None = None
