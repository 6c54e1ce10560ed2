"""Agreements between institutions, and the offices that rest on them."""

from enum import StrEnum

from kakehashi.week.moments import Moment
from kakehashi.week.part import Keyed, Part
from kakehashi.week.scalars import (
    MediaPath,
    PartialDate,
    Slug,
    ToAgreement,
    ToInstitution,
    ToItem,
    ToPerson,
    WebAddress,
)
from kakehashi.words import ProperName, Text


class AgreementKind(StrEnum):
    """What is agreed. `office` founds a liaison or branch office; `twin-city` is between cities, not universities."""

    COOPERATION = "cooperation"
    STUDENT_EXCHANGE = "student-exchange"
    DOUBLE_DEGREE = "double-degree"
    JOINT_DEGREE = "joint-degree"
    RESEARCH = "research"
    OFFICE = "office"
    CONSORTIUM = "consortium"
    TWIN_CITY = "twin-city"
    OTHER = "other"


class AgreementForm(StrEnum):
    """協定 or 覚書."""

    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    UNKNOWN = "unknown"


class AgreementState(StrEnum):
    """Where an agreement stands. `unknown`: no source tells its term."""

    PREPARED = "prepared"
    IN_FORCE = "in-force"
    RENEWED = "renewed"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Party(Part):
    """A party in the agreed order: an institution of the week, or one that is only named.

    The order is protocol and is kept on every page, in every language.
    """

    institution: ToInstitution | None = None
    name: Text = Text()


class Signatory(Part):
    """Who signs for which party, in which position.

    The position is one of the person's own, and is meant to be held on the day of signing; without a `party` it is told
    by the position alone.
    """

    person: ToPerson
    position: Slug | None = None
    party: ToInstitution | None = None


class Agreement(Part):
    """What was signed, by whom, from when until when.

    Dates go as far as they are known; `item` is the ceremony at which it is signed. Before `visible_from` the agreement
    does not exist for anyone but staff, and nothing refers to it.
    """

    title: Text
    kind: AgreementKind = AgreementKind.COOPERATION
    form: AgreementForm = AgreementForm.AGREEMENT
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed: PartialDate | None = None
    begins: PartialDate | None = None
    until: PartialDate | None = None
    state: AgreementState = AgreementState.UNKNOWN
    summary: Text = Text()
    item: ToItem | None = None
    file: MediaPath | None = None
    address: WebAddress | None = None
    visible_from: Moment | None = None


class OfficeKind(StrEnum):
    """リエゾンオフィス or 分室."""

    LIAISON = "liaison"
    BRANCH = "branch"


class OfficeState(StrEnum):
    """From being prepared to closed."""

    PREPARED = "prepared"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Milestone(Part):
    """A step of an office's history, planned or done."""

    what: Text
    date: PartialDate | None = None
    done: bool = False


class Office(Part):
    """A liaison or branch office of one institution (`of`) at another (`at`), or in a city without one.

    `agreement` is the one that it rests on; `milestones` are told in their order, planned ones too. Before
    `visible_from` it does not exist for anyone but staff.
    """

    name: Text
    kind: OfficeKind = OfficeKind.LIAISON
    of: ToInstitution
    at: ToInstitution | None = None
    city: ProperName = ProperName()
    state: OfficeState = OfficeState.UNKNOWN
    agreement: ToAgreement | None = None
    milestones: Keyed[Milestone] = Keyed()
    description: Text = Text()
    web: WebAddress | None = None
    visible_from: Moment | None = None
