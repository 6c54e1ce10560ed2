"""What the document's closed lists are called on pages.

A word of the document (`supporting-message`) is for files and addresses; its name here is for readers. A new member of
a list needs a line below before any page can show it.
"""

from collections.abc import Mapping
from enum import StrEnum

from kakehashi.site.addresses import Kind
from kakehashi.week.agreements import AgreementForm, AgreementKind, AgreementState, OfficeKind, OfficeState
from kakehashi.week.institutions import InstitutionKind
from kakehashi.week.items import Delivery, ItemKind, SpeakerRole, Status
from kakehashi.week.organising import AttendanceMode, AttendanceState, OrganisationRole, Stage
from kakehashi.week.part import Visibility
from kakehashi.week.places import RoomKind
from kakehashi.week.programmes import Direction
from kakehashi.week.symposia import InterpretingMode
from kakehashi.words import Words
from kakehashi.words.facts.marking import N_

PAGES: Mapping[Kind, str] = {
    Kind.HOME: N_("Home"),
    Kind.TIMETABLE: N_("Programme"),
    Kind.SYMPOSIA: N_("Symposia"),
    Kind.PEOPLE: N_("Speakers"),
    Kind.INSTITUTIONS: N_("Institutions"),
    Kind.PROGRAMMES: N_("Exchange programmes"),
    Kind.AGREEMENTS: N_("Agreements and offices"),
    Kind.ASSOCIATION: N_("Alumni association"),
    Kind.RECORDINGS: N_("Recordings"),
    Kind.REPORT: N_("Report"),
    Kind.TIMES: N_("Local times"),
    Kind.SEARCH: N_("Search"),
    Kind.CHANGES: N_("Changes"),
    Kind.CEREMONY: N_("Order of ceremony"),
    Kind.APPROVAL: N_("Pages for your approval"),
    Kind.ABOUT: N_("About this site"),
}

_NAMES: tuple[tuple[StrEnum, str], ...] = (
    (ItemKind.OPENING_REMARKS, N_("Opening remarks")),
    (ItemKind.CLOSING_REMARKS, N_("Closing remarks")),
    (ItemKind.SUPPORTING_MESSAGE, N_("Supporting message")),
    (ItemKind.CONGRATULATORY_ADDRESS, N_("Congratulatory address")),
    (ItemKind.REPORT, N_("Spoken report")),
    (ItemKind.KEYNOTE, N_("Keynote lecture")),
    (ItemKind.TALK, N_("Talk")),
    (ItemKind.STUDENT_PRESENTATION, N_("Student presentation")),
    (ItemKind.POSTER, N_("Poster")),
    (ItemKind.REGIONAL_INITIATIVE, N_("Regional initiatives")),
    (ItemKind.PANEL, N_("Panel discussion")),
    (ItemKind.ROUND_TABLE, N_("Round table")),
    (ItemKind.DISCUSSION, N_("Discussion")),
    (ItemKind.QUESTIONS, N_("Questions and answers")),
    (ItemKind.AWARD, N_("Award ceremony")),
    (ItemKind.SIGNING_CEREMONY, N_("Signing ceremony")),
    (ItemKind.UNVEILING, N_("Unveiling of a plate")),
    (ItemKind.GENERAL_CONFERENCE, N_("General conference")),
    (ItemKind.PHOTOGRAPH, N_("Group photograph")),
    (ItemKind.VIDEO, N_("Video")),
    (ItemKind.REHEARSAL, N_("Rehearsal")),
    (ItemKind.BREAK, N_("Break")),
    (ItemKind.OTHER, N_("Programme item")),
    (RoomKind.PLACE, N_("on site")),
    (RoomKind.STREAM, N_("online")),
    (Delivery.LIVE, N_("live")),
    (Delivery.RECORDED, N_("recorded beforehand")),
    (Delivery.READ_OUT, N_("read out by another person")),
    (Status.TENTATIVE, N_("to be confirmed")),
    (Status.CONFIRMED, N_("confirmed")),
    (Status.POSTPONED, N_("postponed")),
    (Status.WITHDRAWN, N_("withdrawn")),
    (Status.CANCELLED, N_("cancelled")),
    (SpeakerRole.SPEAKER, N_("Speaker")),
    (SpeakerRole.CO_AUTHOR, N_("Co-author")),
    (SpeakerRole.SUPERVISOR, N_("Supervisor")),
    (SpeakerRole.CHAIR, N_("Chair")),
    (SpeakerRole.MODERATOR, N_("Moderator")),
    (SpeakerRole.READER, N_("Reader")),
    (SpeakerRole.INTERPRETER, N_("Interpreter")),
    (SpeakerRole.SIGNATORY, N_("Signatory")),
    (SpeakerRole.HOST, N_("Master of ceremonies")),
    (Visibility.PUBLIC, N_("open to the public")),
    (Visibility.REGISTERED, N_("for registered participants")),
    (Visibility.MEMBERS, N_("members only")),
    (Visibility.STAFF, N_("staff only")),
    (OrganisationRole.HOST, N_("Organised by")),
    (OrganisationRole.CO_HOST, N_("Co-organised by")),
    (OrganisationRole.AUSPICES, N_("Under the auspices of")),
    (OrganisationRole.COOPERATION, N_("In cooperation with")),
    (Stage.ANNOUNCED, N_("announced")),
    (Stage.PROVISIONAL, N_("provisional programme")),
    (Stage.FINAL, N_("final programme")),
    (Stage.HELD, N_("held")),
    (AttendanceMode.OPEN, N_("Open to everyone, without registration")),
    (AttendanceMode.REGISTRATION, N_("Open to everyone who registers")),
    (AttendanceMode.INVITATION, N_("By invitation")),
    (AttendanceState.SOON, N_("Registration has not begun yet")),
    (AttendanceState.OPEN, N_("Places are free")),
    (AttendanceState.FULL, N_("All places are taken")),
    (AttendanceState.CLOSED, N_("Attendance is closed")),
    (InterpretingMode.SIMULTANEOUS, N_("simultaneous interpreting")),
    (InterpretingMode.CONSECUTIVE, N_("consecutive interpreting")),
    (InstitutionKind.UNIVERSITY, N_("University")),
    (InstitutionKind.MEDICAL_UNIVERSITY, N_("Medical university")),
    (InstitutionKind.RESEARCH_INSTITUTE, N_("Research institute")),
    (InstitutionKind.ACADEMY, N_("Academy of sciences")),
    (InstitutionKind.HOSPITAL, N_("Hospital")),
    (InstitutionKind.CENTRE, N_("Centre")),
    (InstitutionKind.MINISTRY, N_("Ministry")),
    (InstitutionKind.AGENCY, N_("Agency")),
    (InstitutionKind.CONSORTIUM, N_("Consortium")),
    (InstitutionKind.CITY, N_("City")),
    (InstitutionKind.COMPANY, N_("Company")),
    (InstitutionKind.SCHOOL, N_("School")),
    (InstitutionKind.ASSOCIATION, N_("Association")),
    (InstitutionKind.OTHER, N_("Organisation")),
    (Direction.SENT, N_("Students sent")),
    (Direction.RECEIVED, N_("Students received")),
    (Direction.OTHER, N_("Other figures")),
    (AgreementKind.COOPERATION, N_("Academic cooperation")),
    (AgreementKind.STUDENT_EXCHANGE, N_("Student exchange")),
    (AgreementKind.DOUBLE_DEGREE, N_("Double degree")),
    (AgreementKind.JOINT_DEGREE, N_("Joint degree")),
    (AgreementKind.RESEARCH, N_("Joint research")),
    (AgreementKind.OFFICE, N_("Setting up of an office")),
    (AgreementKind.CONSORTIUM, N_("University consortium")),
    (AgreementKind.TWIN_CITY, N_("Twin cities")),
    (AgreementKind.OTHER, N_("Other agreement")),
    (AgreementForm.AGREEMENT, N_("Agreement")),
    (AgreementForm.MEMORANDUM, N_("Memorandum")),
    (AgreementForm.UNKNOWN, N_("Form not known")),
    (AgreementState.PREPARED, N_("being prepared")),
    (AgreementState.IN_FORCE, N_("in force")),
    (AgreementState.RENEWED, N_("renewed")),
    (AgreementState.SUSPENDED, N_("suspended")),
    (AgreementState.EXPIRED, N_("expired")),
    (AgreementState.UNKNOWN, N_("present state not known")),
    (OfficeKind.LIAISON, N_("Liaison office")),
    (OfficeKind.BRANCH, N_("Branch office")),
    (OfficeState.PREPARED, N_("Being prepared")),
    (OfficeState.OPEN, N_("Open")),
    (OfficeState.SUSPENDED, N_("Suspended")),
    (OfficeState.CLOSED, N_("Closed")),
    (OfficeState.UNKNOWN, N_("Present state not known")),
)

# Members of different lists may be equal as texts ("open"), so the list belongs to the key.
_BY_MEMBER: Mapping[tuple[type[StrEnum], str], str] = {(type(member), member.value): said for member, said in _NAMES}


def called(words: Words, member: StrEnum) -> str:
    """What a member of one of the document's lists is called in a language."""
    return words.say(_BY_MEMBER[type(member), member.value])


def page_name(words: Words, kind: Kind) -> str:
    """What a single page is called as its heading, and wherever there is room."""
    return words.say(PAGES[kind])


def menu_name(words: Words, kind: Kind) -> str:
    """What a single page is called in the navigation, which is to stay one line."""
    if kind is Kind.AGREEMENTS:
        return words.say_in("navigation", "Agreements")
    if kind is Kind.ASSOCIATION:
        return words.say_in("navigation", "Alumni")
    return page_name(words, kind)
