"""What a publication needs."""

from tests.week.building import item, person, session, week
from tests.week.checks.finding import told

from kakehashi.week import timetable, timetable_digest


def test_a_week_without_an_address_is_published_with_a_warning() -> None:
    assert told(week(address=None), "week") == [("week.no-address", "warning", "address")]
    assert told(week(), "") == []


def test_days_go_forward() -> None:
    assert told(week(days=["2021-09-30", "2021-09-29", "2021-09-29"]), "days") == [
        ("days.order", "error", "days/1"),
        ("days.order", "error", "days/2"),
    ]


def test_a_gap_between_days_is_doubtful() -> None:
    assert told(week(days=["2021-09-29", "2021-10-01"]), "days") == [("days.gap", "warning", "days/1")]


def test_an_accent_in_which_text_could_not_be_read_is_shown_darker() -> None:
    assert told(week(accent="ffcc00"), "week") == [("week.pale-accent", "warning", "accent")]
    assert told(week(accent="0e4c9e"), "week") == []


def test_a_notice_begins_before_it_ends() -> None:
    noon, one = "2021-09-29T12:00[Asia/Tokyo]", "2021-09-29T13:00[Asia/Tokyo]"
    times = [
        {"begins": noon, "until": one},
        {"begins": one, "until": noon},
        {"begins": one, "until": one},
        {"until": one},
    ]
    given = week(notices=[{"text": {"en": "Hear!"}} | time for time in times])
    assert told(given, "notice") == [
        ("notice.ends-first", "error", "notices/1/until"),
        ("notice.ends-first", "error", "notices/2/until"),
    ]


def test_media_that_are_named_exist_and_those_that_exist_are_named() -> None:
    given = week(people={"ada": person(photograph="ada.jpg"), "carl": person(photograph="people/carl.jpg")})
    assert told(given, "media", media=frozenset({"people/carl.jpg", "old.png"})) == [
        ("media.missing", "error", "people/ada/photograph"),
        ("media.unused", "note", ""),
    ]
    assert told(given, "media") == []


def test_material_is_a_file_or_stands_at_an_address() -> None:
    label = {"label": {"en": "Slides"}}
    materials = [label, label | {"file": "slides.pdf"}, label | {"address": "https://example.org/slides.pdf"}]
    given = week(sessions={"opening": session()}, items={"talk": item(materials=materials)})
    assert told(given, "material") == [("material.nowhere", "error", "items/talk/materials/0")]


def test_a_plan_speaks_of_the_timetable_that_the_week_has() -> None:
    parts = {"sessions": {"opening": session()}, "items": {"talk": item()}}
    planning = {"status": "optimal", "objective": 0, "timetable": timetable_digest(timetable(week(**parts)))}
    assert told(week(**parts, planning=planning), "planning") == []
    parts["items"] = {"talk": item(minutes=11)}
    assert told(week(**parts, planning=planning), "planning") == [("planning.stale", "warning", "planning/timetable")]


def test_texts_of_a_recording_or_a_point_of_the_agenda_for_the_staff_need_no_translation() -> None:
    staff = {"title": {"en": "Inside"}, "visibility": "staff"}
    both = {"languages": ["en", "ja"], "title": {"en": "Tea week", "ja": "お茶週間"}}
    association = {"name": {"en": "Alumni", "ja": "同窓会"}, "agenda": [staff, {"title": {"en": "Report"}}]}
    given = week(**both, association=association, recordings={"film": staff, "open": {"title": {"en": "A film"}}})
    assert told(given, "text.missing") == [
        ("text.missing", "warning", "recordings/open/title"),
        ("text.missing", "warning", "association/agenda/1/title"),
    ]
