"""Who holds the week, how one attends it, and what stands in its frame: contacts, logos, links, notices."""

from enum import StrEnum

from kakehashi.week.moments import Moment
from kakehashi.week.part import Part, Value
from kakehashi.week.scalars import MailAddress, MediaPath, ToInstitution, WebAddress
from kakehashi.words import LanguageTag, Text


class Stage(StrEnum):
    """How far the week is: announced, its programme provisional, its programme final, held."""

    ANNOUNCED = "announced"
    PROVISIONAL = "provisional"
    FINAL = "final"
    HELD = "held"


class OrganisationRole(StrEnum):
    """主催, 共催, 後援, 協力: what an organisation lends to the week."""

    HOST = "host"
    CO_HOST = "co-host"
    AUSPICES = "auspices"
    COOPERATION = "cooperation"


class Consent(StrEnum):
    """Whether a role has been granted by the organisation; one that is only asked is not shown."""

    ASKED = "asked"
    GRANTED = "granted"


class Organisation(Part):
    """An institution in its role in the week; the order of the document is the order shown."""

    institution: ToInstitution
    role: OrganisationRole
    state: Consent = Consent.GRANTED


class AttendanceMode(StrEnum):
    """Who may come: anyone, anyone who registers, those invited."""

    OPEN = "open"
    REGISTRATION = "registration"
    INVITATION = "invitation"


class AttendanceState(StrEnum):
    """Whether attending is still possible: not yet, now, no more seats, no more at all."""

    SOON = "soon"
    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"


class Attendance(Part):
    """How to attend a week, a symposium or a session. Personal join links never stand here.

    `address` is where one registers or, of an open one, where one enters; `until` is the last moment to register. A
    session without one is attended like its symposium, and that like the week.
    """

    how: AttendanceMode
    state: AttendanceState = AttendanceState.OPEN
    address: WebAddress | None = None
    until: Moment | None = None
    note: Text = Text()


class Contact(Part):
    """A public office that answers questions. Its mail and telephone are meant to be public, unlike those of people."""

    name: Text
    institution: ToInstitution | None = None
    mail: MailAddress | None = None
    telephone: str | None = None
    address: WebAddress | None = None
    languages: tuple[LanguageTag, ...] = ()


class Logo(Part):
    """A picture of an organisation, and what it says to those who cannot see it."""

    file: MediaPath
    alt: Text
    address: WebAddress | None = None


class Link(Part):
    """A named address."""

    label: Text
    address: WebAddress


class Notice(Part):
    """A message on every page, from one moment until another, at which it goes by itself.

    Shown from `begins` on and no longer at `until`; without either, from the building of the pages or for good.
    """

    text: Text
    begins: Moment | None = None
    until: Moment | None = None


class Licence(Value):
    """The terms under which something may be used: an SPDX name such as `CC-BY-4.0`, its text elsewhere."""

    name: str
    address: WebAddress | None = None
