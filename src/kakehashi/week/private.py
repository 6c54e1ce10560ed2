"""What an office knows beside the week and never publishes: contacts, join links, requests, consents, approvals."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from kakehashi.frozen import FrozenMap
from kakehashi.week.part import Keyed, Value
from kakehashi.week.scalars import Day, MailAddress, Slug, ToInstitution, ToItem, ToPerson, ToSession
from kakehashi.words import LanguageTag


class Contactable(Value):
    """How the office reaches a person."""

    mail: MailAddress | None = None
    telephone: str | None = None
    remark: str | None = None


class Wanted(StrEnum):
    """What may be asked of someone."""

    TITLE = "title"
    ABSTRACT = "abstract"
    VIDEO = "video"
    SLIDES = "slides"
    BIOGRAPHY = "biography"
    PHOTOGRAPH = "photograph"
    TRANSLATION = "translation"
    APPROVAL = "approval"
    OTHER = "other"


class Request(Value):
    """Something asked of a person or an institution, and when it came.

    It is open while `received` is empty, and overdue from the day after `due` on, by the host's calendar.
    """

    what: Wanted
    person: ToPerson | None = None
    institution: ToInstitution | None = None
    item: ToItem | None = None
    asked: Day | None = None
    due: Day | None = None
    received: Day | None = None
    remark: str | None = None


class Purpose(StrEnum):
    """What a person may consent to have shown."""

    NAME = "name"
    PHOTOGRAPH = "photograph"
    ABSTRACT = "abstract"
    RECORDING = "recording"


class ConsentState(StrEnum):
    """How a consent stands. Only `given` allows anything; someone who is not listed has never been asked."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class PersonalConsent(Value):
    """A person's answer for one purpose."""

    purpose: Purpose
    state: ConsentState
    date: Day | None = None


class Approval(Value):
    """A partner's approval of a part in a language, as the page `approval` of its draft gives it to be copied."""

    collection: Slug
    part: Slug
    institution: ToInstitution
    language: LanguageTag
    by: str
    date: Day
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Private(Value):
    """The contents of `private.yaml`: what may never reach a page. Neither site nor release can read it.

    `join_links` are the personal links into meetings by session; `consents` are each person's answers, in any order.
    """

    contacts: FrozenMap[ToPerson, Contactable] = FrozenMap()
    join_links: FrozenMap[ToSession, str] = FrozenMap()
    requests: Keyed[Request] = Keyed()
    consents: FrozenMap[ToPerson, tuple[PersonalConsent, ...]] = FrozenMap()
    approvals: tuple[Approval, ...] = ()
