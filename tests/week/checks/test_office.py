"""What the office waits for, and what has changed since a partner approved it."""

from datetime import date

import pytest
from tests.week.building import institution, item, person, week
from tests.week.checks.finding import TODAY, found, private, told

from kakehashi.week import Week, digest_of, due

REQUESTS = {
    "title": {"what": "title", "person": "ada", "item": "talk", "due": "2021-08-31"},
    "slides": {"what": "slides", "person": "ada", "item": "talk", "due": "2021-09-01"},
    "video": {"what": "video", "person": "ada", "due": "2021-08-30", "received": "2021-08-31"},
    "translation": {"what": "translation", "institution": "home"},
    "biography": {"what": "biography", "person": "ada", "due": "2021-08-01"},
}


def office() -> Week:
    return week(institutions={"home": institution()}, people={"ada": person()}, items={"talk": item(None)})


def test_what_was_due_before_today_and_has_not_come_is_a_warning() -> None:
    given = found(office(), "due", private=private(requests=REQUESTS))
    assert [(one.code, one.severity, one.place) for one in given] == [
        ("due.biography", "warning", ("private", "requests", "biography")),
        ("due.title", "warning", ("private", "requests", "title")),
    ]
    assert {**given[1].values} == {
        "who": {"en": "Ada"},
        "item": {"en": "A talk"},
        "what": "title",
        "due": date(2021, 8, 31),
        "contact": (),
    }


def test_everything_awaited_is_listed_the_most_urgent_first() -> None:
    given = due(office(), private(requests=REQUESTS), TODAY)
    assert [(one.code, one.severity.value, one.values["due"]) for one in given] == [
        ("due.biography", "warning", date(2021, 8, 1)),
        ("due.title", "warning", date(2021, 8, 31)),
        ("due.slides", "note", date(2021, 9, 1)),
        ("due.some-day", "note", None),
    ]
    assert given[3].values["who"] == {"en": "Tea university"}


def approved(digest: str, **keys: str) -> dict[str, str]:
    approval = {"collection": "items", "part": "talk", "institution": "home", "language": "en", "by": "Carl"}
    return approval | {"date": "2021-08-30", "digest": digest} | keys


def test_an_approval_stands_until_the_part_reads_otherwise_in_its_language() -> None:
    digest = digest_of(office().items["talk"], "en")
    now = week(institutions={"home": institution()}, items={"talk": item(None, title={"en": "A talk", "ja": "話"})})
    assert told(now, "approval", private=private(approvals=[approved(digest)])) == []
    later = week(institutions={"home": institution()}, items={"talk": item(None, title={"en": "Another talk"})})
    (finding,) = found(later, "approval", private=private(approvals=[approved(digest)]))
    assert (finding.code, finding.severity, finding.place) == (
        "approval.changed",
        "warning",
        ("private", "approvals", 0),
    )
    assert finding.values["day"] == date(2021, 8, 30)


def test_what_the_office_names_exists() -> None:
    digest = "0" * 64
    given = private(
        contacts={"eve": {"mail": "eve@example.org"}},
        join_links={"closing": "https://zoom.us/j/1"},
        requests={"title": {"what": "title", "person": "adda"}},
        approvals=[approved(digest, part="tlak"), approved(digest, collection="title")],
    )
    assert told(office(), "reference", private=given) == [
        ("reference.unknown", "error", "private/contacts/eve"),
        ("reference.unknown", "error", "private/join_links/closing"),
        ("reference.unknown", "error", "private/requests/title/person"),
        ("reference.unknown", "error", "private/approvals/0/part"),
        ("reference.unknown", "error", "private/approvals/1/part"),
    ]


def test_without_what_the_office_knows_nothing_is_said_of_it() -> None:
    assert told(office(), "due") == told(office(), "approval") == told(office(), "consent") == []


@pytest.mark.parametrize(
    ("day", "code"),
    [("2021-08-31", "warning"), ("2021-09-01", "note"), ("2021-09-02", "note")],
)
def test_what_is_due_today_is_not_yet_overdue(day: str, code: str) -> None:
    requests = {"title": {"what": "title", "person": "ada", "due": day}}
    (waiting,) = due(office(), private(requests=requests), TODAY)
    assert waiting.severity == code
    assert len(found(office(), "due", private=private(requests=requests))) == (code == "warning")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("A talk", True),
        ("A talk.", False),
        ("a talk", False),
        ("A  talk", False),
        ("A tаlk", False),
        (" A talk ", True),
    ],
)
def test_one_character_is_enough_to_ask_for_the_approval_again(text: str, stands: bool) -> None:
    digest = digest_of(office().items["talk"], "en")
    now = week(institutions={"home": institution()}, items={"talk": item(None, title={"en": text})})
    assert (told(now, "approval", private=private(approvals=[approved(digest)])) == []) is stands


def test_each_approval_stands_for_its_own_part_and_language() -> None:
    talk = item(None, title={"en": "A talk", "ja": "講演"})
    digest = digest_of(week(items={"talk": talk}).items["talk"], "ja")
    now = week(institutions={"home": institution()}, items={"talk": talk, "other": item(None)})
    approvals = [approved(digest, language="ja"), approved(digest), approved(digest, part="other", language="ja")]
    assert told(now, "approval", private=private(approvals=approvals)) == [
        ("approval.changed", "warning", "private/approvals/1"),
        ("approval.changed", "warning", "private/approvals/2"),
    ]


@pytest.mark.parametrize(
    ("request_", "contact"),
    [
        ({"person": "ada"}, ("ada@example.org", "+81 1", "After four.")),
        ({"person": "ada", "institution": "home"}, ("ada@example.org", "+81 1", "After four.")),
        ({"institution": "home"}, ("office@example.org", "+81 2")),
        ({"institution": "away"}, ()),
        ({"person": "carl"}, ()),
        ({}, ()),
    ],
)
def test_it_is_told_how_the_office_reaches_whoever_owes_something(
    request_: dict[str, str], contact: tuple[str, ...]
) -> None:
    given = week(
        institutions={"home": institution(), "away": institution()},
        people={"ada": person(), "carl": person("Carl")},
        contacts=[
            {"name": {"en": "Office"}, "institution": "home", "mail": "office@example.org", "telephone": "+81 2"}
        ],
    )
    known = {"mail": "ada@example.org", "telephone": "+81 1", "remark": "After four."}
    asked = private(contacts={"ada": known}, requests={"slides": {"what": "slides"} | request_})
    assert [one.values["contact"] for one in due(given, asked, TODAY)] == [contact]
