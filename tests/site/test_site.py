"""What pages look up of a week."""

from tests.site.reading import a_site
from tests.week.building import item

from kakehashi.site import Kind


def test_breaks_and_closed_items_have_no_page_of_their_own() -> None:
    site = a_site(items={"pause": item(kind="break", title={}), "secret": item(order=2, visibility="members")})
    assert [address for address in site.addresses("en") if address.kind is Kind.ITEM] == []


def test_people_shown_by_affiliation_have_no_page() -> None:
    people = {"ada": {"names": {"en": {"whole": "Ada"}}, "shown": "affiliation"}}
    site = a_site(people=people, items={"welcome": item(speakers=[{"person": "ada"}])})
    assert [address for address in site.addresses("en") if address.kind is Kind.PERSON] == []


def test_a_week_without_recordings_has_no_page_of_recordings() -> None:
    assert Kind.RECORDINGS not in a_site().kinds


def test_an_institutions_items_are_those_it_is_named_in_and_those_of_its_people() -> None:
    assert a_site().items_by_institution["far"] == ("welcome",)


def test_items_to_be_announced_come_last() -> None:
    assert [slug for slug, _ in a_site().in_time] == ["welcome", "pause", "leaves", "later"]


def test_a_days_page_holds_what_begins_on_it_by_the_hosts_clock() -> None:
    late = {"opening": {"title": {"en": "Late"}, "start": "2021-09-29T20:00[Europe/Moscow]"}}
    site = a_site(sessions=late, items={"night": item()})
    assert {day.isoformat(): len(there) for day, there in site.by_day.items()} == {"2021-09-29": 0, "2021-09-30": 1}


def test_a_session_that_says_its_start_is_provisional_makes_its_items_so() -> None:
    note = {"kind": "provisional", "about": "start"}
    site = a_site(sessions={"opening": {"start": "2021-09-29T15:00[Asia/Tokyo]", "notes": [note]}})
    assert site.provisional("welcome")
    assert not site.provisional("later")
