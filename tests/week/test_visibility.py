"""What the public, members and staff see of one week."""

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.week.building import institution, item, person, session, week
from tests.week.filling import another, filled, full_week

from kakehashi.week import Visibility, VisibleWeek, Week, for_audience, timetable, timetable_digest
from kakehashi.week.items import Item
from kakehashi.week.people import Person
from kakehashi.week.symposia import Session

NOON = datetime(2021, 9, 29, 3, 0, tzinfo=UTC)
LATER = "2021-09-29T12:01[Asia/Tokyo]"


def public(week: Week) -> VisibleWeek:
    return for_audience(week, Visibility.PUBLIC, NOON)


def given(part: Any) -> dict[str, Any]:
    """The keys of a part that say more than their default."""
    return part.model_dump(exclude_defaults=True)  # type: ignore[no-any-return]


def test_a_members_only_item_keeps_its_kind_and_time_and_nothing_else() -> None:
    vote = filled(Item, "vote", session="opening", visibility="members", status="postponed", visible_from=None)
    seen = public(week(sessions={"opening": session()}, items={"vote": vote | {"symposium": None}}))
    assert given(seen.items["vote"]) == {
        "kind": "opening-remarks",
        "session": "opening",
        "order": 5,
        "minutes": 5,
        "starts": seen.items["vote"].starts,
        "status": "postponed",
        "visibility": "members",
    }
    assert seen.closed(seen.items["vote"])


def test_members_read_what_is_theirs() -> None:
    given_week = week(sessions={"opening": session()}, items={"vote": item(visibility="members")})
    assert for_audience(given_week, Visibility.MEMBERS, NOON).items == given_week.items
    assert for_audience(given_week, Visibility.STAFF, NOON).items == given_week.items


@pytest.mark.parametrize("closed", ["session", "symposium", "symposium of the session"])
def test_an_item_is_as_closed_as_what_it_belongs_to(closed: str) -> None:
    members = {"title": {"en": "Members"}, "visibility": "members"}
    seen = public(
        week(
            symposia={"members": members},
            sessions={
                "opening": session(visibility="members" if closed == "session" else "public")
                | ({"symposium": "members"} if closed == "symposium of the session" else {})
            },
            items={"talk": item(**({"symposium": "members"} if closed == "symposium" else {}))},
        )
    )
    assert seen.items["talk"].visibility is Visibility.MEMBERS
    assert seen.items["talk"].title == {}
    assert seen.symposia == {}


def test_a_closed_session_keeps_room_and_time_alone() -> None:
    conference = filled(Session, "conference", visibility="members", symposium=None)
    seen = public(full_week(sessions={"one": conference}))
    assert set(given(seen.sessions["one"])) == {"room", "block", "start", "pinned", "minutes", "visibility"}


def test_a_provisional_time_stays_marked_when_its_session_is_closed() -> None:
    notes = [{"kind": "provisional", "about": "start", "text": {"en": "says the secret programme"}}]
    seen = public(week(sessions={"opening": session(visibility="members", notes=notes)}))
    assert [given(note) for note in seen.sessions["opening"].notes] == [{"kind": "provisional", "about": "start"}]


def test_a_session_of_rehearsals_is_the_staffs_own() -> None:
    given_week = week(
        sessions={"trial": session(), "opening": session()},
        items={"sound": item("trial", kind="rehearsal"), "picture": item("trial", kind="rehearsal"), "talk": item()},
    )
    assert list(public(given_week).sessions) == ["opening"]
    assert list(public(given_week).items) == ["talk"]
    assert list(for_audience(given_week, Visibility.STAFF, NOON).sessions) == ["trial", "opening"]


def test_a_rehearsal_before_a_public_talk_leaves_its_time_free() -> None:
    given_week = week(sessions={"opening": session()}, items={"sound": item(kind="rehearsal"), "talk": item(order=2)})
    assert timetable(public(given_week)).by_item["talk"] == timetable(given_week).by_item["talk"]
    assert public(given_week).items["sound"].visibility is Visibility.STAFF


def test_a_staff_item_without_a_time_is_not_told_of() -> None:
    assert public(week(items={"talk": item(None, visibility="staff")})).items == {}


def test_what_is_still_to_come_out_is_something_in_that_place() -> None:
    given_week = week(
        sessions={"opening": session()},
        items={"welcome": item(), "signing": item(order=2, visible_from=LATER, kind="signing-ceremony")},
        agreements={"accord": {"title": {"en": "An accord"}, "item": "signing"}},
        recordings={"film": {"title": {"en": "A film"}, "item": "signing"}},
    )
    seen = public(given_week)
    assert list(seen.items) == ["welcome", "opening-later-2"]
    assert given(seen.items["opening-later-2"]) == {"kind": "other", "session": "opening", "order": 2, "minutes": 10}
    assert seen.agreements["accord"].item is None
    assert seen.recordings == {}
    assert for_audience(given_week, Visibility.PUBLIC, NOON.replace(minute=1)).items == given_week.items


def test_an_agreement_still_to_come_out_takes_the_references_to_it_along() -> None:
    seen = public(
        week(
            institutions={"home": institution()},
            agreements={"accord": {"title": {"en": "An accord"}, "visible_from": LATER}},
            offices={
                "liaison": {"name": {"en": "Office"}, "of": "home", "agreement": "accord"},
                "branch": {"name": {"en": "Branch"}, "of": "home", "visible_from": LATER},
            },
        )
    )
    assert seen.agreements == {}
    assert list(seen.offices) == ["liaison"]
    assert seen.offices["liaison"].agreement is None


def test_only_granted_roles_are_shown_and_a_ministry_that_was_only_asked_is_not_named() -> None:
    seen = public(
        week(
            institutions={"home": institution(), "ministry": institution(kind="ministry", partner=False)},
            organisations=[
                {"institution": "home", "role": "host"},
                {"institution": "ministry", "role": "auspices", "state": "asked"},
            ],
        )
    )
    assert [one.institution for one in seen.organisations] == ["home"]
    assert list(seen.institutions) == ["home"]


def test_what_a_standing_institution_belongs_to_stands_too() -> None:
    faculty = institution(partner=False, part_of="university")
    seen = public(
        week(
            institutions={"faculty": faculty, "university": institution(partner=False), "other": faculty},
            sessions={"opening": session()},
            items={"talk": item(institutions=["faculty"])},
        )
    )
    assert list(seen.institutions) == ["faculty", "university"]


def test_someone_shown_by_affiliation_loses_every_trace_of_a_name() -> None:
    patient = filled(Person, "somebody", shown="affiliation")
    seen = public(
        week(
            institutions={"one": institution()},
            people={"ada-lovelace": patient, "affiliation-1": person("A person with an odd slug")},
            sessions={"opening": session(chairs=["ada-lovelace", "affiliation-1"])},
            items={"talk": item(speakers=[{"person": "ada-lovelace", "position": "one"}])},
        )
    )
    assert seen.sessions["opening"].chairs == ("affiliation-2", "affiliation-1")
    assert seen.items["talk"].speakers[0].person == "affiliation-2"
    assert set(given(seen.people["affiliation-2"])) == {"positions", "languages", "zone", "shown"}
    assert "lovelace" not in seen.model_dump_json()


def test_people_whom_nothing_visible_mentions_are_left_out() -> None:
    seen = public(
        week(
            people={
                "speaker": person(),
                "member": person(),
                "officer": person(),
                "absent": person(),
                "unnamed": person(),
            },
            sessions={"opening": session()},
            items={
                "talk": item(speakers=[{"person": "speaker", "in_place_of": "absent"}]),
                "vote": item(visibility="members", speakers=[{"person": "member"}]),
            },
            association={
                "name": {"en": "Alumni"},
                "officers": {"president": {"title": {"en": "President"}, "person": "officer"}},
            },
        )
    )
    assert list(seen.people) == ["speaker", "officer", "absent"]


def test_the_public_reads_the_public_points_of_an_agenda() -> None:
    agenda = [{"title": {"en": "Reports"}, "visibility": "public"}, {"title": {"en": "Dues"}}]
    seen = public(week(association={"name": {"en": "Alumni"}, "agenda": agenda}))
    assert seen.association is not None
    assert [point.title["en"] for point in seen.association.agenda] == ["Reports"]


def test_recordings_are_as_closed_as_their_item() -> None:
    film = {"title": {"en": "A film"}}
    seen = public(
        week(
            items={"talk": item(None), "vote": item(None, visibility="members")},
            recordings={
                "own": film,
                "of-talk": film | {"item": "talk"},
                "of-vote": film | {"item": "vote"},
                "closed": film | {"item": "talk", "visibility": "registered"},
            },
        )
    )
    assert list(seen.recordings) == ["own", "of-talk"]


def test_notes_for_staff_are_taken_out_of_every_part() -> None:
    notes = [
        {"kind": "source", "text": {"en": "open"}},
        {"kind": "remark", "text": {"en": "shut"}, "visibility": "staff"},
    ]
    position = {"title": {"en": "Rector"}, "notes": notes}
    seen = public(
        week(
            notes=notes,
            people={"ada": person(positions={"rector": position}, notes=notes)},
            sessions={"opening": session(notes=notes, chairs=["ada"])},
        )
    )
    assert seen.model_dump_json().count("open") - seen.model_dump_json().count("opening") == 4
    assert "shut" not in seen.model_dump_json()


def planned(digest: str, **keys: Any) -> Week:
    burdens = {"home": {"total": 3, "mean": 3}, "unseen": {"total": 1, "mean": 1}}
    planning = {"status": "optimal", "objective": 3, "burdens": burdens, "timetable": digest, **keys}
    return week(
        institutions={"home": institution(), "unseen": institution(partner=False)},
        planning=planning,
        wishes={"changeover": 10},
        sessions={"opening": session(), "trial": session(visibility="staff")},
        items={"talk": item(), "secret": item("trial")},
    )


def fresh(**keys: Any) -> Week:
    return planned(timetable_digest(timetable(planned("0" * 64))), **keys)


def test_a_plans_result_is_shown_while_it_speaks_of_this_timetable() -> None:
    given_week = fresh(visibility="public")
    seen = public(given_week)
    assert seen.planning is not None
    assert {slug: one.total for slug, one in seen.planning.burdens.items()} == {"home": 3}
    assert seen.planning.timetable == timetable_digest(timetable(seen))
    assert seen.wishes == Week.model_fields["wishes"].default
    assert for_audience(given_week, Visibility.STAFF, NOON).planning == given_week.planning


@pytest.mark.parametrize("audience", list(Visibility))
def test_a_plans_result_is_shown_to_its_circle_and_by_default_to_staff_alone(audience: Visibility) -> None:
    assert (for_audience(fresh(), audience, NOON).planning is None) == (audience is not Visibility.STAFF)
    members = fresh(visibility="members")
    assert (for_audience(members, audience, NOON).planning is None) == (audience in ("public", "registered"))


def test_a_closed_note_on_a_plans_result_is_not_shown_with_it() -> None:
    note = {"kind": "remark", "text": {"en": "The rector insists."}, "visibility": "staff"}
    seen = public(fresh(visibility="public", notes=[note]))
    assert seen.planning is not None
    assert seen.planning.notes == ()


@pytest.mark.parametrize("audience", list(Visibility))
def test_a_stale_result_is_shown_to_nobody(audience: Visibility) -> None:
    assert for_audience(planned("0" * 64), audience, NOON).planning is None


def test_staff_see_all_else() -> None:
    given_week = full_week(
        **{"items": another("items", "one", visibility="staff", visible_from="2030-01-01T00:00[UTC]")}
    )
    seen = for_audience(given_week, Visibility.STAFF, NOON)
    assert seen.model_dump(exclude={"audience", "at", "planning"}) == given_week.model_dump(exclude={"planning"})


def test_the_given_week_is_left_as_it_was() -> None:
    given_week = full_week()
    public(given_week)
    assert given_week == full_week()


@pytest.mark.parametrize(
    ("circle", "audience", "stands"),
    [
        ("public", "public", True),
        ("registered", "public", False),
        ("registered", "registered", True),
        ("members", "registered", False),
        ("members", "members", True),
        ("staff", "members", False),
        ("staff", "staff", True),
    ],
)
def test_a_symposium_stands_for_its_circle_and_for_closer_ones(circle: str, audience: str, stands: bool) -> None:
    seen = for_audience(
        week(symposia={"tea": {"title": {"en": "Tea"}, "visibility": circle}}), Visibility(audience), NOON
    )
    assert ("tea" in seen.symposia) is stands


def test_a_closed_entry_of_an_open_symposium_stays_within_it() -> None:
    seen = public(
        week(
            symposia={"tea": {"title": {"en": "Tea"}}},
            sessions={"opening": session(symposium="tea"), "closed": session(symposium="tea", visibility="members")},
            items={"vote": item(symposium="tea", visibility="members")},
        )
    )
    assert (seen.sessions["closed"].symposium, seen.items["vote"].symposium) == ("tea", "tea")


@pytest.mark.parametrize(
    ("minute", "slugs"), [(0, ["opening-later-1", "next"]), (1, ["news", "next"]), (59, ["news", "next"])]
)
def test_what_comes_out_gets_its_own_slug_at_its_moment(minute: int, slugs: list[str]) -> None:
    given_week = week(
        sessions={"opening": session()},
        items={"news": item(visible_from=LATER), "next": item(order=2, title={"en": "Next"})},
    )
    seen = for_audience(given_week, Visibility.PUBLIC, NOON.replace(minute=minute))
    assert list(seen.items) == slugs


def test_several_things_still_to_come_out_are_told_apart_by_their_place() -> None:
    items = {
        "z": item(order=3, visible_from=LATER),
        "a": item(order=1, visible_from=LATER),
        "opening-later-2": item(order=2),
    }
    seen = public(week(sessions={"opening": session()}, items=items))
    assert list(seen.items) == ["opening-later-3", "opening-later-1", "opening-later-2"]


def test_a_slug_of_ours_gives_way_to_one_that_the_document_has_already() -> None:
    items = {"a": item(order=1, visible_from=LATER), "opening-later-1": item(order=2)}
    seen = public(week(sessions={"opening": session()}, items=items))
    assert list(seen.items) == ["opening-later-1x", "opening-later-1"]


def test_a_slug_of_ours_is_short_enough_to_be_one() -> None:
    slug = "a" * 80
    seen = public(week(sessions={slug: session()}, items={"news": item(slug, visible_from=LATER)}))
    assert list(seen.items) == ["a" * 60 + "-later-1"]


def test_of_people_shown_by_affiliation_each_has_a_number_that_no_one_else_has() -> None:
    hidden = {"shown": "affiliation", "positions": {"dean": {"title": {"en": "Dean"}}}}
    people = {"ada": person() | hidden, "affiliation-1": person("Named"), "carl": person("Carl") | hidden}
    speakers = [{"person": slug} for slug in people]
    seen = public(week(people=people, items={"talk": item(None, speakers=speakers)}))
    assert list(seen.people) == ["affiliation-2", "affiliation-1", "affiliation-3"]
    assert [one.person for one in seen.items["talk"].speakers] == list(seen.people)
