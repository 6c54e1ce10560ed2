"""One edit, one change, told with what a sentence needs."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from tests.week.building import institution, item, person, session, week

from kakehashi.findings import Change
from kakehashi.week import Visibility, Week, difference, for_audience
from kakehashi.week.differing import CODES
from kakehashi.words import words_of
from kakehashi.words.facts import codes

PARTS: dict[str, dict[str, Any]] = {
    "people": {"ada": person("Ada"), "carl": person("Carl"), "eve": person("Eve")},
    "rooms": {"hall": {"name": {"en": "Hall"}}, "attic": {"name": {"en": "Attic"}}},
    "sessions": {
        "opening": session("2021-09-29T15:00", room="hall", title={"en": "Opening"}),
        "closing": session("2021-09-30T15:00", room="hall", title={"en": "Closing"}),
    },
    "items": {
        "welcome": item(title={"en": "Welcome"}, speakers=[{"person": "ada"}]),
        "talk": item(title={"en": "Talk"}, order=2),
        "later": item(None, title={"en": "Later"}),
    },
}


def edited(collection: str, slug: str, **keys: Any) -> Week:
    """The week with some keys of one part changed."""
    parts = PARTS.get(collection, {})
    return week(**PARTS | {collection: parts | {slug: parts.get(slug, {}) | keys}})


def changes(new: Week) -> list[Change]:
    return list(difference(week(**PARTS), new))


def told(new: Week) -> list[str]:
    return [words_of("en").tell(change) for change in changes(new)]


def test_nothing_changes_from_a_week_to_itself() -> None:
    assert changes(week(**PARTS)) == []


def test_a_rector_is_replaced_by_a_vice_rector() -> None:
    new = edited("items", "welcome", speakers=[{"person": "carl", "in_place_of": "ada"}])
    (change,) = changes(new)
    assert (change.code, change.place) == ("item.speaker-replaced", ("items", "welcome", "speakers", 0))
    assert {**change.values} == {"what": {"en": "Welcome"}, "old": {"en": "Ada"}, "new": {"en": "Carl"}}


def test_speakers_come_and_go() -> None:
    assert told(edited("items", "welcome", speakers=[{"person": "carl"}])) == [
        "“Welcome”: Carl takes part.",
        "“Welcome”: Ada no longer takes part.",
    ]


def test_someone_who_speaks_twice_in_an_item_is_no_change() -> None:
    twice = edited("items", "welcome", speakers=[{"person": "carl", "in_place_of": "ada"}, {"person": "carl"}])
    assert difference(twice, twice) == ()


@pytest.mark.parametrize("speaker", [{"role": "chair"}, {"position": "rector"}])
def test_a_speaker_in_another_role_is_a_change_of_the_item(speaker: dict[str, str]) -> None:
    (change,) = changes(edited("items", "welcome", speakers=[{"person": "ada"} | speaker]))
    assert (change.code, change.values["fields"]) == ("item.changed", ("speakers",))


@pytest.mark.parametrize("status", ["postponed", "withdrawn", "cancelled"])
def test_an_item_that_no_longer_takes_place_and_one_that_does_after_all(status: str) -> None:
    gone = edited("items", "talk", status=status)
    assert [(change.code, change.place) for change in changes(gone)] == [(f"item.{status}", ("items", "talk"))]
    assert [change.code for change in difference(gone, week(**PARTS))] == ["item.restored"]


def test_a_tentative_item_that_is_confirmed_has_changed() -> None:
    (change,) = changes(edited("items", "talk", status="tentative"))
    assert (change.code, change.values["fields"]) == ("item.changed", ("status",))


def test_an_item_starts_later_because_the_one_before_lasts_longer() -> None:
    retimed, changed = sorted(changes(edited("items", "welcome", minutes=25)), key=lambda change: change.place)
    assert (retimed.code, retimed.place) == ("item.retimed", ("items", "talk"))
    assert [str(retimed.values[when]) for when in ("old", "new")] == [
        "2021-09-29 15:10:00+09:00",
        "2021-09-29 15:25:00+09:00",
    ]
    assert (changed.code, changed.place, changed.values["fields"]) == (
        "item.changed",
        ("items", "welcome"),
        ("minutes",),
    )


def test_a_session_that_moves_in_time_is_one_change_and_not_one_for_each_item() -> None:
    new = edited("sessions", "opening", start="2021-09-29T16:00[Asia/Tokyo]")
    assert [(change.code, change.place) for change in changes(new)] == [("session.retimed", ("sessions", "opening"))]


def test_a_session_in_another_room() -> None:
    assert told(edited("sessions", "opening", room="attic")) == [
        "The session “Opening” is now in “Attic” (before: “Hall”).",
    ]
    assert told(edited("sessions", "opening", room=None)) == [
        "The room of the session “Opening” is to be announced (before: “Hall”).",
    ]


def test_an_item_in_another_session_is_moved_and_retimed() -> None:
    moved, retimed = changes(edited("items", "talk", session="closing"))
    assert (moved.code, moved.values["old"], moved.values["new"]) == (
        "item.moved",
        {"en": "Opening"},
        {"en": "Closing"},
    )
    assert (retimed.code, str(retimed.values["new"])) == ("item.retimed", "2021-09-30 15:00:00+09:00")


def test_a_time_is_announced_and_taken_back() -> None:
    (timed,) = changes(edited("items", "later", session="closing"))
    assert (timed.code, str(timed.values["new"])) == ("item.timed", "2021-09-30 15:00:00+09:00")
    untimed, *rest = changes(edited("items", "talk", session=None))
    assert (untimed.code, str(untimed.values["old"]), rest) == ("item.untimed", "2021-09-29 15:10:00+09:00", [])


def test_an_item_in_a_session_that_has_no_time_either_has_changed() -> None:
    parts = PARTS | {"sessions": PARTS["sessions"] | {"open": {}}}
    old = week(**parts)
    new = week(**parts | {"items": PARTS["items"] | {"later": item("open", title={"en": "Later"})}})
    (change,) = difference(old, new)
    assert (change.code, change.values["fields"]) == ("item.changed", ("session",))


def test_a_new_order_without_new_times_is_nothing_that_a_reader_sees() -> None:
    assert changes(edited("items", "talk", order=7)) == []


def test_a_part_under_a_new_name_is_told_with_both_names() -> None:
    new = edited("items", "talk", title={"en": "Speech"})
    assert told(new) == ["“Talk” is now called “Speech”."]
    assert told(edited("people", "ada", names={"en": {"whole": "Ada L."}})) == [
        "The name “Ada” is now written “Ada L.”.",
    ]


def test_parts_come_and_go() -> None:
    new = week(**PARTS | {"people": {"ada": person("Ada"), "carl": person("Carl"), "zoe": person("Zoë")}})
    assert told(new) == ["New among the people: Zoë.", "Eve is no longer listed among the people."]


def test_the_fields_that_changed_are_named() -> None:
    (change,) = changes(edited("people", "ada", biography={"en": "Born."}, web="https://example.org/ada"))
    assert (change.code, change.values["fields"]) == ("person.changed", ("biography", "web"))


def test_notices_are_known_by_their_text() -> None:
    old = week(notices=[{"text": {"en": "A"}}, {"text": {"en": "B"}}])
    new = week(notices=[{"text": {"en": "C"}}, {"text": {"en": "B"}, "until": "2021-09-29T12:00[Asia/Tokyo]"}])
    assert [(change.code, change.place) for change in difference(old, new)] == [
        ("notice.added", ("notices", 0)),
        ("notice.changed", ("notices", 1)),
        ("notice.removed", ("notices", 0)),
    ]


def test_of_notices_with_the_same_text_only_the_one_that_changed_is_told() -> None:
    twice = [{"text": {"en": "A"}}, {"text": {"en": "A"}, "until": "2021-09-29T12:00[Asia/Tokyo]"}]
    assert difference(week(notices=twice), week(notices=twice)) == ()


def test_the_week_itself_changes() -> None:
    new = week(**PARTS, title={"en": "Coffee week"}, stage="final", funding={"en": "Thanks"})
    renamed, changed = changes(new)
    assert (renamed.code, changed.code, changed.values["fields"]) == (
        "week.renamed",
        "week.changed",
        ("stage", "funding"),
    )


def test_association_and_report_come_change_and_go() -> None:
    alumni = {"name": {"en": "Alumni"}}
    without, with_both = week(), week(association=alumni, report={})
    changed = week(association=alumni | {"since": "2021"}, report={"published": "2021-10-10"})
    assert [change.code for change in difference(without, with_both)] == ["association.added", "report.added"]
    assert [change.code for change in difference(with_both, changed)] == ["association.changed", "report.changed"]
    assert [change.code for change in difference(changed, without)] == ["association.removed", "report.removed"]


def test_what_only_planners_see_is_no_change() -> None:
    block = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 2, "slot_minutes": 30}
    assert changes(week(**PARTS, wishes={"changeover": 5}, blocks={"afternoon": block})) == []


def test_every_change_has_a_sentence() -> None:
    assert CODES - set(codes()) == set()


def test_an_institution_is_told_by_name() -> None:
    old, new = week(), week(institutions={"home": institution("Kanazawa University")})
    assert [words_of("en").tell(change) for change in difference(old, new)] == ["New institution: Kanazawa University."]


def test_moved_retimed_and_renamed_at_once_is_told_in_full() -> None:
    new = edited("items", "talk", session="closing", title={"en": "Speech"}, speakers=[{"person": "eve"}], minutes=20)
    assert [change.code for change in changes(new)] == [
        "item.renamed",
        "item.moved",
        "item.retimed",
        "item.speaker-added",
        "item.changed",
    ]
    assert changes(new)[-1].values["fields"] == ("minutes",)


def test_a_session_may_change_room_time_and_name_at_once() -> None:
    new = edited("sessions", "opening", room="attic", start="2021-09-29T16:00[Asia/Tokyo]", title={"en": "Start"})
    assert [change.code for change in changes(new)] == ["session.renamed", "session.moved", "session.retimed"]


def test_a_translation_that_is_added_is_no_new_name() -> None:
    new = edited("items", "talk", title={"en": "Talk", "ja": "講演"})
    (change,) = changes(new)
    assert (change.code, change.values["fields"]) == ("item.changed", ("title",))
    (back,) = difference(new, week(**PARTS))
    assert (back.code, back.values["fields"]) == ("item.changed", ("title",))


def test_a_name_in_another_language_altogether_is_a_new_name() -> None:
    new = edited("rooms", "hall", name={"ja": "ホール"})
    assert [change.code for change in changes(new)] == ["room.renamed"]


@pytest.mark.parametrize("keys", [{"reading": "エイダ"}, {"short": "A."}])
def test_a_name_that_is_told_more_exactly_has_changed(keys: dict[str, str]) -> None:
    (change,) = changes(edited("people", "ada", names={"en": {"whole": "Ada"} | keys}))
    assert (change.code, change.values["fields"]) == ("person.changed", ("names",))


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("confirmed", "postponed", "item.postponed"),
        ("postponed", "cancelled", "item.cancelled"),
        ("cancelled", "withdrawn", "item.withdrawn"),
        ("withdrawn", "tentative", "item.restored"),
        ("tentative", "cancelled", "item.cancelled"),
        ("tentative", "confirmed", "item.changed"),
    ],
)
def test_every_turn_of_fate_is_told_once(before: str, after: str, code: str) -> None:
    old, new = edited("items", "talk", status=before), edited("items", "talk", status=after)
    assert [(change.code, change.place) for change in difference(old, new)] == [(code, ("items", "talk"))]


def test_someone_with_two_parts_in_an_item_comes_once() -> None:
    new = edited("items", "talk", speakers=[{"person": "carl"}, {"person": "carl", "role": "moderator"}])
    assert told(new) == ["“Talk”: Carl takes part."]


def test_who_comes_in_anothers_place_is_not_said_to_come_as_well() -> None:
    speakers = [{"person": "carl", "role": "moderator"}, {"person": "carl", "in_place_of": "ada"}]
    assert told(edited("items", "welcome", speakers=speakers)) == ["“Welcome”: Carl in place of Ada."]


BLOCK: dict[str, Any] = {"start": "2021-09-29T15:00[Asia/Tokyo]", "slots": 2, "slot_minutes": 30}


def in_block(**keys: Any) -> Week:
    return week(
        blocks={"afternoon": BLOCK | keys},
        sessions={"free": {"block": "afternoon"}, "full": {"block": "afternoon", "minutes": 15}},
        items={"talk": item("free")},
    )


def test_a_longer_block_makes_the_sessions_longer_that_go_by_it() -> None:
    (change,) = difference(in_block(), in_block(slots=3))
    assert (change.code, change.place, change.values["fields"]) == ("session.changed", ("sessions", "free"), ("block",))
    assert difference(in_block(), in_block(slots=1, slot_minutes=60)) == ()


def test_a_later_block_makes_its_sessions_later() -> None:
    later = difference(in_block(), in_block(start="2021-09-29T15:30[Asia/Tokyo]"))
    assert [(change.code, change.place[1]) for change in later] == [
        ("session.retimed", "free"),
        ("session.retimed", "full"),
    ]


def in_order(*slugs: str, start: str | None = None, minutes: int = 10) -> Week:
    items = {slug: item(order=order, minutes=minutes) for order, slug in enumerate(slugs)}
    return week(sessions={"opening": {"start": start}}, items=items)


def test_another_running_order_is_told_where_no_time_tells_it() -> None:
    (change,) = difference(in_order("a", "b", "c"), in_order("a", "c", "b"))
    assert (change.code, change.place, change.values["fields"]) == (
        "session.changed",
        ("sessions", "opening"),
        ("items",),
    )
    noon = "2021-09-29T12:00[Asia/Tokyo]"
    at_once = difference(in_order("a", "b", start=noon, minutes=0), in_order("b", "a", start=noon, minutes=0))
    assert [change.code for change in at_once] == ["session.changed"]
    timed = difference(in_order("a", "b", start=noon), in_order("b", "a", start=noon))
    assert [change.code for change in timed] == ["item.retimed", "item.retimed"]


def test_an_item_that_comes_or_goes_puts_no_other_in_another_order() -> None:
    (added,) = difference(in_order("a", "b"), in_order("a", "new", "b"))
    (removed,) = difference(in_order("a", "b", "c"), in_order("a", "c"))
    assert (added.code, removed.code) == ("item.added", "item.removed")


def test_of_two_notices_alike_the_one_that_went_is_told() -> None:
    notice = {"text": {"en": "Hear!"}}
    once, twice = week(notices=[notice]), week(notices=[notice, notice])
    assert [(change.code, change.place) for change in difference(twice, once)] == [("notice.removed", ("notices", 1))]
    assert [(change.code, change.place) for change in difference(once, twice)] == [("notice.added", ("notices", 1))]


def test_one_notice_is_no_change_of_two() -> None:
    early, late, later = ({"text": {"en": "Hear!"}, "until": f"2021-09-29T{h}:00[Asia/Tokyo]"} for h in (10, 11, 12))
    codes = [change.code for change in difference(week(notices=[early, late]), week(notices=[later]))]
    assert codes == ["notice.changed", "notice.removed"]


def test_the_same_moment_on_another_clock_moves_nothing() -> None:
    new = edited("sessions", "opening", start="2021-09-29T06:00[UTC]")
    assert [(change.code, change.values["fields"]) for change in changes(new)] == [("session.changed", ("start",))]


def test_an_item_that_stays_where_its_session_moves_is_not_retimed() -> None:
    pinned = PARTS | {"items": {"talk": item(starts="2021-09-29T16:00[Asia/Tokyo]")}}
    early = PARTS["sessions"]["opening"] | {"start": "2021-09-29T14:00[Asia/Tokyo]"}
    moved = pinned | {"sessions": PARTS["sessions"] | {"opening": early}}
    assert [change.code for change in difference(week(**pinned), week(**moved))] == ["session.retimed"]


def test_which_translations_are_wanted_is_the_offices_own() -> None:
    assert changes(week(**PARTS, wanted={"Item.title": ["en"]})) == []


NAMED_PARTS: dict[str, tuple[str, dict[str, Any], str, dict[str, Any]]] = {
    "symposia": ("symposium", {"title": {"en": "Tea"}}, "title", {"short": {"en": "T"}}),
    "institutions": ("institution", institution("Tea"), "name", {"country": "JP"}),
    "people": ("person", person("Tea"), "names", {"orcid": "https://orcid.org/0000-0002-1825-009X"}),
    "programmes": ("programme", {"name": {"en": "Tea"}}, "name", {"since": "2017"}),
    "rooms": ("room", {"name": {"en": "Tea"}}, "name", {"seats": 40}),
    "agreements": ("agreement", {"title": {"en": "Tea"}}, "title", {"state": "in-force"}),
    "offices": ("office", {"name": {"en": "Tea"}, "of": "home"}, "name", {"state": "open"}),
    "recordings": ("recording", {"title": {"en": "Tea"}}, "title", {"seconds": 72}),
}


@pytest.mark.parametrize("collection", NAMED_PARTS)
def test_parts_of_each_catalogue_come_are_renamed_change_and_go(collection: str) -> None:
    noun, part, key, more = NAMED_PARTS[collection]
    name: Any = {"en": {"whole": "Coffee"}} if key == "names" else {"en": "Coffee"}
    states = [week(), *(week(**{collection: {"tea": state}}) for state in (part, part | {key: name} | more))]
    forth = [[change.code for change in difference(old, new)] for old, new in pairwise(states)]
    assert forth == [[f"{noun}.added"], [f"{noun}.renamed", f"{noun}.changed"]]
    (gone,) = difference(states[2], states[0])
    assert (gone.code, gone.values["what"]) == (f"{noun}.removed", {"en": "Coffee"})


def test_a_part_without_a_name_is_told_by_its_slug_and_gets_one() -> None:
    old, new = week(items={"talk": item(None, title={})}), week(items={"talk": item(None)})
    (named,) = difference(old, new)
    assert (named.code, {**named.values}) == ("item.renamed", {"old": "talk", "new": {"en": "A talk"}})
    assert [{**change.values} for change in difference(week(), old)] == [{"what": "talk", "at": None}]


def test_an_item_that_comes_or_goes_is_told_with_its_time_on_the_hosts_clock() -> None:
    (added,) = difference(week(), week(zone="Asia/Tokyo", items={"talk": item(None)}))
    assert added.values["at"] is None
    (_, timed) = difference(
        week(), week(sessions={"opening": session("2021-09-29T06:00", "UTC")}, items={"talk": item()})
    )
    assert str(timed.values["at"]) == "2021-09-29 15:00:00+09:00"


def test_only_what_an_audience_sees_is_told_to_it() -> None:
    old = week(sessions={"opening": session()}, items={"vote": item(visibility="members")})
    new = week(sessions={"opening": session()}, items={"vote": item(visibility="members", title={"en": "Secret"})})
    seen = [for_audience(one, Visibility.PUBLIC, datetime(2021, 9, 1, tzinfo=UTC)) for one in (old, new)]
    assert difference(*seen) == ()
    assert [change.code for change in difference(old, new)] == ["item.renamed"]
