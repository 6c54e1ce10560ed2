"""Private addresses do not get out."""

from time import process_time

import pytest
from tests.week.building import item, person, week
from tests.week.checks.finding import found, told

from kakehashi.week import Week


def says(text: str, **keys: object) -> Week:
    return week(items={"talk": item(None, abstract={"en": text}, **keys)})


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("Write to ada@example.org.", "leak.mail", "ada@example.org"),
        ("Call +81 76 264 5111 today", "leak.telephone", "+81 76 264 5111"),
        ("Call +7 (495) 123-45-67", "leak.telephone", "+7 (495) 123-45-67"),
        ("See https://zoom.us/j/98765?pwd=abc", "leak.meeting", "zoom.us/j/98765"),
        ("https://us02web.zoom.us/j/1234", "leak.meeting", "us02web.zoom.us/j/1234"),
        ("teams.microsoft.com/l/meetup-join/19%3a", "leak.meeting", "teams.microsoft.com/l/meetup-join/19%3a"),
        ("会議はzoom.us/j/123 で", "leak.meeting", "zoom.us/j/123"),
        ("https://meet.google.com/abc-defg-hij", "leak.meeting", "meet.google.com/abc-defg-hij"),
        ("https://uni.webex.com/meet/ada", "leak.meeting", "uni.webex.com/meet/ada"),
        ("http://localhost:8000/x", "leak.machine", "http://localhost"),
        ("http://192.168.1.7/", "leak.machine", "http://192.168.1.7"),
        ("https://printer.local/", "leak.machine", "https://printer.local"),
        ("file:///home/ada/slides.pdf", "leak.machine", "file:/"),
        ("[write](mailto:ada@example.org)", "leak.mail", "ada@example.org"),
        ("[write](mailto:ada%40example.org)", "leak.mail", "ada@example.org"),
        ("ada&#64;example.org", "leak.mail", "ada@example.org"),
        ("連絡先 ada＠example.org", "leak.mail", "ada＠example.org"),
        ("zoomgov.com/j/161", "leak.meeting", "zoomgov.com/j/161"),
        ("https://tea.zoom.us/my/ada.byron?pwd=x", "leak.meeting", "tea.zoom.us/my/ada.byron"),
        ("https://zoom.us/webinar/register/W1?pwd=x", "leak.meeting", "zoom.us/webinar/register/W1?pwd=x"),
        ("https://teams.live.com/meet/93?p=a", "leak.meeting", "teams.live.com/meet/93?p=a"),
        ("https://tea.webex.com/tea/j.php?MTID=m1", "leak.meeting", "tea.webex.com/tea/j.php?MTID=m1"),
        ("https://bbb.tea.example/b/ada-x4t-9kq", "leak.meeting", "bbb.tea.example/b/ada-x4t-9kq"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F12%3Fpwd%3Da&data=05",
            "leak.meeting",
            "zoom.us/j/12",
        ),
    ],
)
def test_a_private_address_in_a_text_is_found(text: str, code: str, value: str) -> None:
    (finding,) = found(says(text), "leak")
    assert (finding.code, finding.place, finding.values["value"]) == (code, ("items", "talk", "abstract", "en"), value)


@pytest.mark.parametrize(
    "text",
    [
        "In 2021-2022 some 1000+ people of 5 000 000",
        "https://doi.org/10.1000/182",
        "https://example.org/localhost/",
        "zoom.us is a tool; register at https://zoom.us/webinar/register/WN_1",
        "ORCID 0000-0002-1825-0097",
        "10.1.2.3 is an address",
        "the file: a history",
        "50% of 1 & 2 @ noon",
        "follow @tea.week",
        "https://www.webex.com/meetings.html",
        "https://zoom.us/join",
        "https://meet.google.com/landing",
        "https://teams.microsoft.com/downloads",
        "https://example.org/b/abc-def-ghi",
    ],
)
def test_what_is_no_private_address_is_left_alone(text: str) -> None:
    assert told(says(text), "leak") == []


@pytest.mark.parametrize(
    "text",
    [
        *("a." * 20_000 + "/ @", "a-" * 20_000 + "/ @", "001" * 20_000 + "/ @"),
        *("bbb." * 10_000 + "/b/", "zoom.us/x" * 5_000, "a.webex.com/" * 5_000, "teams.microsoft.com/" * 3_000),
        *("http://example.org/" * 3_000, "http://" + "a." * 20_000, "http://" + "9" * 40_000 + ".1.1"),
    ],
)
def test_a_long_text_made_to_keep_us_searching_is_searched_at_once(text: str) -> None:
    before = process_time()
    assert told(says(text), "leak") == []
    assert process_time() - before < 2


def test_links_and_one_persons_addresses_are_errors_or_warnings_by_what_they_open() -> None:
    assert [finding.severity.value for finding in found(says("ada@example.org http://localhost/"), "leak")] == [
        "warning",
        "error",
    ]


def test_contacts_are_public_offices() -> None:
    office = {"name": {"en": "Office"}, "mail": "office@example.org", "telephone": "+81 76 264 5111"}
    assert told(week(contacts=[office]), "leak") == []


def test_what_only_staff_read_may_name_them() -> None:
    assert told(says("ada@example.org", visibility="staff"), "leak") == []


def test_a_door_that_is_open_to_all_may_be_a_meeting_without_a_password() -> None:
    attend = {"how": "open", "address": "https://zoom.us/j/98765"}
    assert told(week(attend=attend), "leak") == []
    given = week(attend=attend | {"address": "https://zoom.us/j/98765?pwd=secret"})
    assert told(given, "leak") == [("leak.meeting", "error", "attend/address")]


@pytest.mark.parametrize("how", ["registration", "invitation"])
def test_a_door_that_is_not_open_to_all_is_no_meeting(how: str) -> None:
    given = week(attend={"how": how, "address": "https://zoom.us/j/98765"})
    assert told(given, "leak") == [("leak.meeting", "error", "attend/address")]


def test_each_language_is_read_for_itself() -> None:
    abstract = {"en": "ada@example.org and eve@example.org", "ja": "ada＠example.org"}
    assert told(week(items={"talk": item(None, abstract=abstract)}), "leak") == [
        ("leak.mail", "warning", "items/talk/abstract/en"),
        ("leak.mail", "warning", "items/talk/abstract/ja"),
    ]


def test_of_several_links_the_private_one_is_told() -> None:
    (finding,) = found(says("https://example.org/, http://ada:pw@10.0.0.7:80/ and http://localhost/"), "leak.machine")
    assert finding.values["value"] == "http://ada:pw@10.0.0.7"


def test_links_of_any_part_are_looked_at() -> None:
    given = week(people={"ada": person(web="http://10.0.0.7/~ada")})
    assert told(given, "leak") == [("leak.machine", "error", "people/ada/web")]
