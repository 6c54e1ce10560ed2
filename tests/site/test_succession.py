"""How the history of a week goes on with a release: what is told, what is not, and where addresses lead."""

from collections.abc import Sequence
from typing import Any

from tests.site.reading import PARTS
from tests.site.releasing import RELEASED, history_of, items, public
from tests.week.building import item, person, session

from kakehashi.findings import Change
from kakehashi.site import History, history_bytes
from kakehashi.week import VisibleWeek


def codes(changes: Sequence[Change]) -> list[str]:
    return [change.code for change in changes]


BOB = {"people": PARTS["people"] | {"bob": person("Bob Leaf")}}
WITH_BOB = public(**BOB, items=items(leaves={"speakers": [{"person": "bob"}]}))


# What is told


def test_the_first_release_tells_of_no_change() -> None:
    history = history_of(public())
    assert [(entry.number, entry.instant, entry.changes) for entry in history.entries] == [(1, RELEASED, ())]
    assert history.gone == {}


def test_releases_stand_newest_first_with_what_each_changed() -> None:
    history = history_of(public(), public(title={"en": "Coffee week"}), public())
    assert [(entry.number, codes(entry.changes)) for entry in history.entries] == [
        (3, ["week.renamed"]),
        (2, ["week.renamed"]),
        (1, []),
    ]


def test_what_happens_at_a_time_is_told_with_its_day() -> None:
    (change,) = history_of(public(), public(items=items("leaves"))).entries[0].changes
    assert (change.code, str(change.values["day"])) == ("item.removed", "2021-09-29")


def test_something_without_a_title_goes_by_what_pages_call_it_and_not_by_its_slug() -> None:
    new = public(items=items(talk_of_bob=item(order=9, kind="talk", title={})))
    (change,) = history_of(public(), new).entries[0].changes
    assert change.values["what"] == {"ja": "発表", "en": "Talk"}


def test_a_session_without_a_title_goes_by_its_symposium_or_the_bare_word() -> None:
    bare = {"opening": session(title={}, room="hall")}
    later = {"opening": session("2021-09-29T16:00", title={}, room="hall")}
    (change,) = history_of(public(sessions=bare), public(sessions=later)).entries[0].changes
    assert change.values["what"] == {"ja": "セッション", "en": "Session"}
    symposia = {"tea": {"title": {"en": "On tea"}}}
    told = [{"opening": one["opening"] | {"symposium": "tea"}} for one in (bare, later)]
    weeks = [public(symposia=symposia, sessions=sessions) for sessions in told]
    (change,) = history_of(*weeks).entries[0].changes
    assert change.values["what"] == {"en": "On tea"}


def test_into_which_session_without_a_title_something_went_is_told_by_such_a_name() -> None:
    sessions = PARTS["sessions"] | {"second": session("2021-09-30T15:00", title={})}
    old = public(sessions=sessions)
    new = public(sessions=sessions, items=items(leaves={"session": "second"}))
    moved = [change for change in history_of(old, new).entries[0].changes if change.code == "item.moved"]
    assert [change.values["new"] for change in moved] == [{"ja": "セッション", "en": "Session"}]


def test_of_a_break_nothing_is_told() -> None:
    added = public(items=items(tea=item(order=9, kind="break", title={})))
    assert history_of(public(), added).entries[0].changes == ()


# Addresses


def test_an_address_that_is_no_more_is_gone() -> None:
    assert history_of(public(), public(items=items("leaves"))).gone == {"items/leaves/": None}


def test_the_same_under_another_slug_has_moved_and_nothing_else_is_told() -> None:
    history = history_of(public(), public(items=items("leaves", on_leaves=PARTS["items"]["leaves"])))
    assert (history.entries[0].changes, history.gone) == ((), {"items/leaves/": "items/on-leaves/"})


def test_what_moved_and_changed_is_told_as_changed_where_it_is_now() -> None:
    leaves = PARTS["items"]["leaves"] | {"abstract": {"en": "Something else."}}
    (change,) = history_of(public(), public(items=items("leaves", on_leaves=leaves))).entries[0].changes
    assert (change.code, change.place) == ("item.changed", ("items", "on-leaves"))


def test_of_two_that_are_alike_none_has_moved() -> None:
    twice = dict.fromkeys(("one", "two"), PARTS["items"]["leaves"])
    assert history_of(public(), public(items=items("leaves", **twice))).gone == {"items/leaves/": None}


def test_the_same_title_with_other_people_is_another_thing() -> None:
    greeting = {"title": {"en": "Greeting"}}
    by = {who: item(**greeting, order=9, speakers=[{"person": who}]) for who in ("ada", "bob")}
    old, new = (public(**BOB, items=items(**{f"greeting_{who}": by[who]})) for who in ("ada", "bob"))
    assert codes(history_of(old, new).entries[0].changes)[:2] == ["item.added", "item.removed"]


def test_a_chain_of_moves_leads_to_the_present_address() -> None:
    leaves = PARTS["items"]["leaves"]
    weeks = [public(items=items("leaves", **{name: leaves})) for name in ("leaves", "second", "third")]
    assert history_of(*weeks).gone == {"items/leaves/": "items/third/", "items/second/": "items/third/"}


def test_what_moved_and_then_went_is_gone_from_every_address() -> None:
    moved = public(items=items("leaves", second=PARTS["items"]["leaves"]))
    assert history_of(public(), moved, public(items=items("leaves"))).gone == {
        "items/leaves/": None,
        "items/second/": None,
    }


def test_an_address_that_comes_back_is_no_longer_gone() -> None:
    moved = public(items=items("leaves", second=PARTS["items"]["leaves"]))
    assert history_of(public(), moved, public()).gone == {"items/second/": "items/leaves/"}
    assert history_of(public(), public(items=items("leaves")), public()).gone == {}


def test_a_day_that_is_left_out_is_gone() -> None:
    old = public(days=["2021-09-29", "2021-09-30", "2021-10-01"])
    assert history_of(old, public()).gone == {"timetable/2021-10-01/": None}


def test_what_is_closed_from_now_on_is_to_be_found_in_the_table_of_its_day() -> None:
    closed = public(items=items(leaves={"visibility": "members"}))
    assert history_of(public(), closed).gone == {"items/leaves/": "timetable/2021-09-29/"}


def test_and_what_has_no_time_yet_in_the_programme() -> None:
    closed = public(items=items(later={"visibility": "members"}))
    assert history_of(public(), closed).gone == {"items/later/": "timetable/"}


def test_earlier_lines_follow_what_moved() -> None:
    added = public(items=items("leaves", second=PARTS["items"]["leaves"], new=item(order=9, title={"en": "New"})))
    moved = public(items=items("leaves", second=PARTS["items"]["leaves"], newer=item(order=9, title={"en": "New"})))
    assert [change.place for change in history_of(public(), added, moved).entries[1].changes] == [("items", "newer")]


# People


def nobody_named(history: History, *words: str) -> bool:
    """Whether none of these words stands in the file of a history, in no script and no address."""
    written = history_bytes(history).decode().casefold()
    return not [word for word in words if word.casefold() in written]


def test_who_comes_is_told_by_slug_so_that_no_name_is_kept() -> None:
    history = history_of(public(), WITH_BOB)
    assert [(c.code, c.values["people"]) for c in history.entries[0].changes] == [
        ("item.speaker-added", ("bob",)),
        ("person.added", ("bob",)),
    ]
    assert nobody_named(history, "Leaf")


def test_somebody_who_is_removed_is_not_told_of_and_never_was() -> None:
    assert nobody_named(history_of(public(), WITH_BOB, public()), "bob", "Leaf")
    assert history_of(public(), WITH_BOB, public()).gone == {}


def test_nor_do_addresses_and_titles_tell_of_somebody_who_is_removed() -> None:
    talk = item(order=9, title={"en": "On leaves, by Bob Leaf"}, speakers=[{"person": "bob"}])
    twice = item(order=10, title={"en": "A second talk"}, speakers=[{"person": "bob"}])
    titled = public(**BOB, items=items(bobs_talk=talk, bob_again=twice))
    history = history_of(public(), titled, public())
    assert nobody_named(history, "bob", "Leaf")
    assert history.gone == {}


def test_who_stands_in_for_somebody_removed_later_has_simply_come() -> None:
    def by(**speaker: Any) -> VisibleWeek:
        return public(**BOB, items=items(welcome={"speakers": [speaker]}))

    replaced = by(person="ada", in_place_of="bob")
    history = history_of(by(person="bob"), replaced)
    assert "item.speaker-replaced" in codes(history.entries[0].changes)
    later = history_of(by(person="bob"), replaced, by(person="ada"))
    assert [(c.code, c.values["people"]) for c in later.entries[1].changes][:1] == [("item.speaker-added", ("ada",))]
    assert nobody_named(later, "bob")


def test_somebody_shown_by_affiliation_from_now_on_is_not_told_of() -> None:
    hidden = PARTS["people"] | {"bob": person("Bob Leaf", shown="affiliation")}
    history = history_of(WITH_BOB, public(people=hidden, items=items(leaves={"speakers": [{"person": "bob"}]})))
    assert (history.entries[0].changes, history.gone) == ((), {})


def test_an_older_name_is_not_kept() -> None:
    renamed = public(people={"ada": PARTS["people"]["ada"] | person("Ada Lovelace")})
    history = history_of(public(), renamed)
    (change,) = history.entries[0].changes
    assert (change.code, change.values["people"]) == ("person.changed", ("ada",))
    assert nobody_named(history, "Ada Tea")


def test_somebody_under_another_slug_has_moved() -> None:
    speakers = [{"person": "ada-tea", "position": "rector"}]
    moved = public(people={"ada-tea": PARTS["people"]["ada"]}, items=items(welcome={"speakers": speakers}))
    history = history_of(public(), moved)
    assert (history.entries[0].changes, history.gone) == ((), {"people/ada/": "people/ada-tea/"})


def test_a_history_can_be_rid_of_somebody_and_of_a_wording() -> None:
    history = history_of(public(), WITH_BOB)
    assert nobody_named(history.without({"bob": ["Bob Leaf"]}), "bob")
    told = history.reworded(lambda text: text.replace("leaves", "…")).entries[0].changes[0].values["what"]
    assert told == {"en": "On …", "ja": "茶葉"}


def test_a_word_that_only_holds_somebody_s_name_is_no_address_of_theirs() -> None:
    history = History(gone={"items/kanada/": None, "items/adas-talk/": None, "items/on-ada/": None})
    assert set(history.without({"ada": ()}).gone) == {"items/kanada/"}


def test_a_short_name_is_found_as_a_word_and_in_scripts_without_spaces_anywhere() -> None:
    new = items(
        listening=item(order=9, title={"en": "Listening to tea"}),
        by_li=item(order=10, title={"en": "Tea, by Li"}),
        of=item(order=11, title={"ja": "林氏の講演"}),
    )
    history = history_of(public(), public(items=new)).without({"x": ["Li", "林"]})
    assert [change.place[1] for change in history.entries[0].changes] == ["listening"]
