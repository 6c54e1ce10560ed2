"""Items: what happens in a week, from opening remarks to a break."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kakehashi.week.moments import Moment
from kakehashi.week.part import Part, Visibility
from kakehashi.week.scalars import MediaPath, Minutes, Slug, ToInstitution, ToPerson, ToSession, ToSymposium, WebAddress
from kakehashi.words import LanguageTag, Text


class ItemKind(StrEnum):
    """What kind of thing happens."""

    OPENING_REMARKS = "opening-remarks"
    CLOSING_REMARKS = "closing-remarks"
    SUPPORTING_MESSAGE = "supporting-message"
    CONGRATULATORY_ADDRESS = "congratulatory-address"
    REPORT = "report"
    KEYNOTE = "keynote"
    TALK = "talk"
    STUDENT_PRESENTATION = "student-presentation"
    POSTER = "poster"
    REGIONAL_INITIATIVE = "regional-initiative"
    PANEL = "panel"
    ROUND_TABLE = "round-table"
    DISCUSSION = "discussion"
    QUESTIONS = "questions"
    AWARD = "award"
    SIGNING_CEREMONY = "signing-ceremony"
    UNVEILING = "unveiling"
    GENERAL_CONFERENCE = "general-conference"
    PHOTOGRAPH = "photograph"
    VIDEO = "video"
    REHEARSAL = "rehearsal"
    BREAK = "break"
    OTHER = "other"


class Delivery(StrEnum):
    """Whether the speaker speaks now, was recorded before, or is read out by another (代読)."""

    LIVE = "live"
    RECORDED = "recorded"
    READ_OUT = "read-out"


class Status(StrEnum):
    """How certain an item is."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"

    @property
    def takes_place(self) -> bool:
        """Whether the item still happens in its place."""
        return self in (Status.TENTATIVE, Status.CONFIRMED)


class SpeakerRole(StrEnum):
    """What a person does in an item."""

    SPEAKER = "speaker"
    CO_AUTHOR = "co-author"
    SUPERVISOR = "supervisor"
    CHAIR = "chair"
    MODERATOR = "moderator"
    READER = "reader"
    INTERPRETER = "interpreter"
    SIGNATORY = "signatory"
    HOST = "host"

    @property
    def must_be_there(self) -> bool:
        """Whether the role needs its person's presence; co-authors and supervisors may sleep."""
        return self not in (SpeakerRole.CO_AUTHOR, SpeakerRole.SUPERVISOR)


class Speaker(Part):
    """A person in a role, in one of that person's positions, perhaps in another's place.

    `position` is the slug of one of the person's positions, `in_place_of` who should have come and is named as well.
    """

    person: ToPerson
    role: SpeakerRole = SpeakerRole.SPEAKER
    position: Slug | None = None
    in_place_of: ToPerson | None = None


class Material(Part):
    """Slides, a paper, a poster: a file of the week or a page elsewhere."""

    label: Text
    file: MediaPath | None = None
    address: WebAddress | None = None
    language: LanguageTag | None = None


class Item(Part):
    """Something that happens. Its start follows from its session and order unless `starts` pins it; without a session
    its time is to be announced.

    `minutes` is its length; 0 has a time and takes none. `languages` are spoken, `slides` those of what is projected.
    What does not take place keeps its minutes, so that nothing after it moves. Before `visible_from` readers see that
    something is in its place and not what.
    """

    kind: ItemKind
    title: Text = Text()
    abstract: Text = Text()
    languages: tuple[LanguageTag, ...] = ()
    slides: tuple[LanguageTag, ...] = ()
    symposium: ToSymposium | None = None
    session: ToSession | None = None
    order: Annotated[int, Field(ge=0)] = 0
    minutes: Minutes = 0
    starts: Moment | None = None
    delivery: Delivery = Delivery.LIVE
    speakers: tuple[Speaker, ...] = ()
    institutions: tuple[ToInstitution, ...] = ()
    materials: tuple[Material, ...] = ()
    status: Status = Status.CONFIRMED
    visibility: Visibility = Visibility.PUBLIC
    visible_from: Moment | None = None
