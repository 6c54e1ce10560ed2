"""What pages look up of a week."""

import pytest
from tests.site.reading import a_site
from tests.week.building import item, session

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


def test_an_item_without_a_time_counts_for_the_first_day_of_the_week() -> None:
    late = {"opening": session("2021-09-30T01:00", zone="Asia/Kamchatka")}
    site = a_site(sessions=late, items={"night": item(), "later": item(None)})
    assert [site.day_of(slug).isoformat() for slug in ("night", "later")] == ["2021-09-29", "2021-09-29"]


def test_an_item_belongs_to_the_symposium_of_its_session_unless_it_has_its_own() -> None:
    site = a_site(
        symposia={slug: {"title": {"en": slug}} for slug in ("leaves", "cups")},
        sessions={"opening": session(symposium="leaves")},
        items={"inherits": item(), "own": item(order=2, symposium="cups")},
    )
    assert [site.symposium_of(site.week.items[slug]) for slug in ("inherits", "own")] == ["leaves", "cups"]


def test_an_institution_is_named_once_however_many_speak_for_it() -> None:
    speakers = [{"person": "ada", "position": "rector"}, {"person": "ada"}]
    site = a_site(items={"tea": item(institutions=["far", "host"], speakers=speakers)})
    assert site.institutions_of("tea") == ("far", "host")


def test_items_and_people_stand_under_each_other_in_the_order_of_time() -> None:
    row = {
        "second": item(order=2, speakers=[{"person": "ada"}]),
        "first": item(order=1, speakers=[{"person": "ada"}]),
        "untimed": item(None, speakers=[{"person": "ada"}]),
    }
    site = a_site(items=row)
    assert site.items_by_person["ada"] == ("first", "second", "untimed")


@pytest.mark.parametrize(
    ("item_notes", "session_notes", "week_notes", "provisional"),
    [
        ([], [], [], False),
        ([{"kind": "provisional", "about": "starts"}], [], [], True),
        ([{"kind": "provisional", "about": "title"}], [], [], False),
        ([{"kind": "provisional"}], [], [], True),
        ([], [{"kind": "provisional"}], [], True),
        ([], [{"kind": "provisional", "about": "room"}], [], False),
        ([], [], [{"kind": "provisional", "about": "times"}], True),
        ([], [], [{"kind": "provisional"}], False),
    ],
)
def test_a_time_is_provisional_by_a_note_on_it_or_on_what_it_is_part_of(
    item_notes: list[dict[str, str]],
    session_notes: list[dict[str, str]],
    week_notes: list[dict[str, str]],
    provisional: bool,
) -> None:
    site = a_site(
        notes=week_notes, sessions={"opening": session(notes=session_notes)}, items={"tea": item(notes=item_notes)}
    )
    assert site.provisional("tea") is provisional


def test_what_is_made_once_is_made_once_for_each_key() -> None:
    site, made = a_site(), []
    values = [site.once(key, lambda key=key: made.append(key) or key.upper()) for key in ("a", "b", "a")]
    assert (values, made) == (["A", "B", "A"], ["a", "b"])
