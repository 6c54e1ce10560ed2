"""What is open does not point to what is closed."""

import pytest
from tests.week.building import institution, item, week
from tests.week.checks.finding import told

LATER, EARLIER = "2021-09-01T00:01[Asia/Tokyo]", "2021-09-01T00:00[Asia/Tokyo]"
ACCORD = {"title": {"en": "An accord"}}


@pytest.mark.parametrize("keys", [{"visibility": "members"}, {"visible_from": LATER}, {"kind": "rehearsal"}])
def test_an_open_agreement_or_recording_of_a_closed_item_is_doubtful(keys: dict[str, str]) -> None:
    given = week(
        items={"signing": item(None, **keys)},
        agreements={"accord": ACCORD | {"item": "signing"}},
        recordings={"film": {"title": {"en": "A film"}, "item": "signing"}},
    )
    assert told(given, "closed") == [
        ("closed.pointed-at", "warning", "agreements/accord/item"),
        ("closed.pointed-at", "warning", "recordings/film/item"),
    ]


def test_what_is_itself_closed_may_point_to_it() -> None:
    given = week(
        items={"signing": item(None, visibility="members", abstract={"en": "See [this](items/vote/)"}), "vote": item()},
        agreements={"accord": ACCORD | {"item": "signing", "visible_from": LATER}},
        recordings={"film": {"title": {"en": "A film"}, "item": "signing", "visibility": "members"}},
    )
    assert told(given, "closed") == []


def test_what_has_come_out_is_open() -> None:
    signing = item(None, visible_from=EARLIER)
    given = week(items={"signing": signing}, agreements={"accord": ACCORD | {"item": "signing"}})
    assert told(given, "closed") == []


def test_an_office_that_rests_on_an_agreement_still_to_come_out_is_doubtful() -> None:
    given = week(
        institutions={"home": institution()},
        agreements={"accord": ACCORD | {"visible_from": LATER}},
        offices={"liaison": {"name": {"en": "Office"}, "of": "home", "agreement": "accord"}},
    )
    assert told(given, "closed") == [("closed.pointed-at", "warning", "offices/liaison/agreement")]


def test_a_general_conference_for_members_is_only_noted() -> None:
    association = {"name": {"en": "Alumni"}, "general_conference": "conference"}
    given = week(association=association, items={"conference": item(None, visibility="members")})
    assert told(given, "closed") == [("closed.pointed-at", "note", "association/general_conference")]


@pytest.mark.parametrize(
    "link", ["[vote](../../items/vote/)", "see item:vote", "symposia/closed-circle", "recordings/film"]
)
def test_a_text_that_links_to_a_closed_page_is_found(link: str) -> None:
    given = week(
        symposia={"closed-circle": {"title": {"en": "Circle"}, "visibility": "registered"}},
        items={"vote": item(None, visibility="members"), "talk": item(None, abstract={"en": f"For this {link}."})},
        recordings={"film": {"title": {"en": "A film"}, "visibility": "staff"}},
    )
    assert told(given, "closed") == [("closed.pointed-at", "warning", "items/talk/abstract/en")]


@pytest.mark.parametrize("text", ["the agenda items/votes", "item:unknown", "an item: vote", "items/talk"])
def test_a_text_that_links_to_nothing_closed_is_left_alone(text: str) -> None:
    items = {"vote": item(None, visibility="members"), "talk": item(None, abstract={"en": text})}
    assert told(week(items=items), "closed") == []


def test_the_members_agenda_may_speak_of_members_things() -> None:
    association = {"name": {"en": "Alumni"}, "agenda": [{"title": {"en": "item:vote"}}]}
    assert told(week(association=association, items={"vote": item(None, visibility="members")}), "closed") == []


@pytest.mark.parametrize(("visibility", "doubtful"), [(None, True), ("members", False), ("staff", False)])
def test_a_note_for_members_may_speak_of_members_things(visibility: str | None, doubtful: bool) -> None:
    note = {"kind": "remark", "text": {"en": "see item:vote"}} | ({"visibility": visibility} if visibility else {})
    items = {"vote": item(None, visibility="members"), "talk": item(None, notes=[note])}
    expected = [("closed.pointed-at", "warning", "items/talk/notes/0/text/en")] * doubtful
    assert told(week(items=items), "closed") == expected


def test_a_mention_is_found_in_whichever_language_it_stands() -> None:
    abstract = {"en": "Nothing here.", "ja": "詳しくはitem:voteへ。", "ru": "См. [голосование](../vote/)."}
    items = {"vote": item(None, visibility="members"), "talk": item(None, abstract=abstract)}
    assert told(week(items=items), "closed") == [("closed.pointed-at", "warning", "items/talk/abstract/ja")]


@pytest.mark.parametrize(
    ("keys", "closed"),
    [
        ({"visibility": "public"}, False),
        ({"visibility": "registered"}, True),
        ({"visibility": "staff"}, True),
        ({"session": "inner"}, True),
        ({"symposium": "circle"}, True),
        ({"session": "outer", "visible_from": EARLIER}, False),
        ({"session": "outer", "visible_from": LATER}, True),
    ],
)
def test_an_item_is_closed_by_itself_its_session_or_its_symposium(keys: dict[str, str], closed: bool) -> None:
    given = week(
        symposia={"circle": {"title": {"en": "Circle"}, "visibility": "registered"}},
        sessions={"inner": {"visibility": "members"}, "outer": {}},
        items={"vote": {"kind": "discussion"} | keys, "talk": item(None, abstract={"en": "item:vote"})},
    )
    assert told(given, "closed") == [("closed.pointed-at", "warning", "items/talk/abstract/en")] * closed
