"""Private addresses in what others may read: mail, telephones, links into meetings, machines of one's own."""

import re
from collections.abc import Iterator, Mapping

from kakehashi.findings import Finding, Severity
from kakehashi.week.anatomy import Found, Matter, at
from kakehashi.week.checks.case import Case
from kakehashi.week.hosts import decoded, is_private_host
from kakehashi.week.organising import AttendanceMode

# Japanese pages write the wide sign against robots that collect addresses, and for people it is none the less one.
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+[@＠][\w-]+(\.[\w-]+)+")
# International numbers only: any other row of digits may be a year, a page, a figure.
_TELEPHONE = re.compile(r"(?:\+|00)(?<![\w./-]\+)(?<![\w./-]00)[1-9]\d{0,2}[\s().-]*\d(?:[\s().-]*\d){6,12}(?![\w/-])")
# The look-behinds let the search begin at whole host names alone, and what it skips has a bound: a text made to keep
# it searching is through at once.
_MEETING = re.compile(
    r"(?<![a-z0-9-])(?<![a-z0-9-]\.)(?:[a-z0-9-]+\.){0,8}(?:"
    r"zoom(?:gov)?\.(?:us|com)/(?:(?:j|w|s|my|wc)/[\w.-]+|join\?\S+|\S{0,400}\bpwd=\S+)"
    r"|teams\.(?:microsoft\.com/(?:\S{0,400}meetup-join|meet)|live\.com/meet)/\S+"
    r"|meet\.google\.com/(?:[a-z]{3}-?[a-z]{4}-?[a-z]{3}|lookup/\S+)|webex\.com/(?:(?:meet|join)/\S+|\S{0,400}j\.php\S*)"
    r"|meet\.jit\.si/\S+|meet\.goto\.com/\d\S*|join\.skype\.com/\S+|telemost\.yandex\.ru/j/\d+|trueconf\.\w+/c/\S+"
    r"|(?:meeting\.tencent|voovmeeting)\.com/(?:dm|p|s)/\S+|jazz\.sber\.ru/\w\S+"
    r"|bbb[a-z0-9-]*(?:\.[a-z0-9-]+){1,8}/(?:b|rooms)/[a-z0-9]{3}-[a-z0-9]{3}\S+)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"[?&#](?:pwd|password|passcode|tk|p)=", re.IGNORECASE)
_SERVER = re.compile(
    r"\b(?:file:/|(?:https?|ftp|smb|wss?)://(?:[^\s/?#<>\"'@]*@)?(\[[^\s\]/]*\]|[\w.%。-]+))", re.IGNORECASE
)


def private_address(case: Case) -> Iterator[Finding]:
    """Private addresses in texts and links that others than staff may read. Contacts are public offices: theirs may."""
    for found in (*case.shown_texts, *case.shown(case.leaves(Matter.ADDRESS))):
        wordings = found.value if isinstance(found.value, Mapping) else {"": found.value}
        for language, text in wordings.items():
            for code, value in _in_text(text, found, case).items():
                # An address may be meant for the public; a link into a meeting or to a private machine never is.
                severity = Severity.WARNING if code in ("leak.mail", "leak.telephone") else Severity.ERROR
                place = (*found.place, language) if language else found.place
                yield Finding(code, place, {"value": value}, severity)


def _in_text(text: str, found: Found, case: Case) -> dict[str, str]:
    """By code the first of each kind, as it is written; else as a browser reads what is escaped."""
    leaks = dict(_as_written(text, found, case))
    if "%" in text or "&" in text:
        # Mail programs wrap links into links of their own, in which those of others stand escaped.
        leaks = dict(_as_written(decoded(text), found, case)) | leaks
    return leaks


def _as_written(text: str, found: Found, case: Case) -> Iterator[tuple[str, str]]:
    contact = found.part == "Contact"
    # Looking for a single character first spares nearly every text the long patterns.
    if ("@" in text or "＠" in text) and not contact and (match := _MAIL.search(text)):
        yield "leak.mail", match[0]
    prose = found.leaf.matter is not Matter.ADDRESS
    if prose and not contact and ("+" in text or "00" in text) and (match := _TELEPHONE.search(text)):
        yield "leak.telephone", match[0]
    if "/" in text and (match := _MEETING.search(text)) and not _public_door(text, found, case):
        yield "leak.meeting", match[0]
    if ":/" in text and (machine := _machine(text)):
        yield "leak.machine", machine


def _public_door(text: str, found: Found, case: Case) -> bool:
    """Whether a link into a meeting stands where everyone is to find it, without a password in it."""
    if found.part != "Attendance" or found.field != "address" or _PASSWORD.search(text):
        return False
    return at(case.week, found.place[:-1]).how is AttendanceMode.OPEN


def _machine(text: str) -> str | None:
    """The first link to a file or to a machine that only its owner reaches, up to the machine's name."""
    for match in _SERVER.finditer(text):
        host = match[1]
        if host is None or is_private_host(host):
            return match[0]
    return None
