"""Private addresses in what others may read: mail, telephones, links into meetings, machines of one's own."""

import re
from collections.abc import Iterator, Mapping

from kakehashi.findings import Finding, Severity
from kakehashi.week.anatomy import Found, Matter
from kakehashi.week.checks.case import Case

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
# International numbers only: any other row of digits may be a year, a page, a figure.
_TELEPHONE = re.compile(r"(?:\+|00)(?<![\w./-]\+)(?<![\w./-]00)[1-9]\d{0,2}[\s().-]*\d(?:[\s().-]*\d){6,12}(?![\w/-])")
_MEETING = re.compile(
    r"(?<![a-z0-9-])(?<![a-z0-9-]\.)(?:[a-z0-9-]+\.)*(?:zoom\.(?:us|com)/(?:j|w|s|my|wc)/[\w.-]+|zoom(?:gov)?\.(?:us|com)/\S*\bpwd=\S+"
    r"|teams\.(?:microsoft\.com/(?:l/meetup-join|meet)|live\.com/meet)/\S+"
    r"|meet\.google\.com/[a-z]{3}-?[a-z]{4}-?[a-z]{3}|webex\.com/(?:meet|join|\S*j\.php)\S*"
    r"|meet\.jit\.si/\S+|meet\.goto\.com/\d\S*|join\.skype\.com/\S+|telemost\.yandex\.ru/j/\d+|trueconf\.\w+/c/\S+)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"[?&](?:pwd|password|passcode|tk)=", re.IGNORECASE)
_OWN_MACHINE = re.compile(
    r"\bfile:/|\bhttps?://(?:[\w-]+\.)*(?:localhost|[\w-]+\.(?:local|localdomain|internal|intranet|lan))(?=[:/\s)\"']|$)"
    r"|\bhttps?://(?:127|10)(?:\.\d{1,3}){3}\b|\bhttps?://192\.168(?:\.\d{1,3}){2}\b"
    r"|\bhttps?://172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}\b|\bhttps?://169\.254(?:\.\d{1,3}){2}\b"
    r"|\bhttps?://\[(?:::1|f[cde][0-9a-f]{2}:[^\]]*)\]",
    re.IGNORECASE,
)


def private_address(case: Case) -> Iterator[Finding]:
    """Private addresses in texts and links that others than staff may read. Contacts are public offices: theirs may."""
    for found in (*case.shown_texts, *case.shown(case.leaves(Matter.ADDRESS))):
        wordings = found.value if isinstance(found.value, Mapping) else {"": found.value}
        for language, text in wordings.items():
            for code, value in _in_text(text, found):
                # An address may be meant for the public; a link into a meeting or to a private machine never is.
                severity = Severity.WARNING if code in ("leak.mail", "leak.telephone") else Severity.ERROR
                place = (*found.place, language) if language else found.place
                yield Finding(code, place, {"value": value}, severity)


def _in_text(text: str, found: Found) -> Iterator[tuple[str, str]]:
    contact = found.part == "Contact"
    # Looking for a single character first spares nearly every text the long patterns.
    if "@" in text and not contact and (match := _MAIL.search(text)):
        yield "leak.mail", match[0]
    prose = found.leaf.matter is not Matter.ADDRESS
    if prose and not contact and ("+" in text or "00" in text) and (match := _TELEPHONE.search(text)):
        yield "leak.telephone", match[0]
    if "/" in text and (match := _MEETING.search(text)) and not _public_door(text, found):
        yield "leak.meeting", match[0]
    if ":/" in text and (match := _OWN_MACHINE.search(text)):
        yield "leak.machine", match[0]


def _public_door(text: str, found: Found) -> bool:
    """Whether a link into a meeting stands where everyone is to find it, without a password in it."""
    return found.part == "Attendance" and found.field == "address" and not _PASSWORD.search(text)
