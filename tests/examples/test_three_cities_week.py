"""The second sample, written by hand as a newcomer would: small, invented, whole in German, English and Spanish."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kakehashi.cli import run
from kakehashi.findings import Severity
from kakehashi.folder import dump, load, write_schemas
from kakehashi.week import Timetable, Visibility, Week, check, for_audience, timetable
from kakehashi.week.anatomy import Matter, leaves
from kakehashi.week.part import NoteKind

FOLDER = Path(__file__).parents[2] / "examples" / "three-cities-week"
LANGUAGES = ("de", "en", "es")


@pytest.fixture(scope="module")
def week() -> Week:
    """The week as its folder holds it."""
    loaded = load(FOLDER)
    assert loaded.findings == ()
    assert loaded.week is not None
    return loaded.week


@pytest.fixture(scope="module")
def times(week: Week) -> Timetable:
    """When everything in it happens."""
    return timetable(week)


def clocks(week: Week, times: Timetable, city: str) -> list[str]:
    """When the first item of each session begins, on the clock of a city."""
    return [f"{span.start.astimezone(ZoneInfo(city)):%d. %H:%M} {span.session}" for span in times.spans]


def test_check_has_nothing_to_say_but_that_the_conference_is_for_members(week: Week) -> None:
    found = check(week, today=date(2027, 3, 1), media=frozenset())
    assert [(one.severity, one.code, one.place) for one in found] == [
        (Severity.NOTE, "closed.pointed-at", ("association", "general_conference"))
    ]


def test_every_text_and_name_stands_in_three_languages(week: Week) -> None:
    assert week.languages == LANGUAGES
    assert [text.place for text in leaves(week, Matter.TEXT) if set(text.value) != set(LANGUAGES)] == []
    assert [slug for slug, person in week.people.items() if set(person.names) != set(LANGUAGES)] == []


def test_seven_institutions_on_three_clocks_and_all_who_speak_for_them_are_invented(week: Week) -> None:
    zones = [institution.zone for institution in week.institutions.values()]
    assert sorted(zones) == ["Africa/Nairobi"] * 2 + ["America/Lima"] * 2 + ["Europe/Berlin"] * 3
    parts = (*week.institutions.values(), *week.people.values(), *week.agreements.values(), week)
    assert [part for part in parts if not part.noted(NoteKind.INVENTED)] == []
    held = {p.institution for person in week.people.values() for p in person.positions.values()}
    assert held == set(week.institutions)


def test_both_symposia_meet_at_the_same_times_in_different_rooms(week: Week, times: Timetable) -> None:
    assert clocks(week, times, "Europe/Berlin") == [
        "10. 14:00 opening",
        "10. 15:00 rivers-keynote",
        "10. 16:00 rivers-students",
        "10. 16:00 gardens-students",
        "10. 17:30 general-conference",
        "11. 14:00 rivers-panel",
        "11. 14:00 gardens-talks",
        "11. 15:30 signing",
        "11. 16:00 closing",
    ]


def test_nobody_in_lima_gets_up_before_seven_and_nobody_in_nairobi_stays_after_eight(times: Timetable) -> None:
    lima = {span.start.astimezone(ZoneInfo("America/Lima")).hour for span in times.spans}
    nairobi = {span.end.astimezone(ZoneInfo("Africa/Nairobi")).hour for span in times.spans}
    assert (min(lima), max(nairobi)) == (7, 19)


def test_the_public_knows_when_the_members_meet_and_not_what_about(week: Week) -> None:
    public = for_audience(week, Visibility.PUBLIC, datetime(2027, 3, 1, tzinfo=UTC))
    assert week.association is not None
    assert len(week.association.agenda) == 2
    assert public.association is not None
    assert public.association.agenda == ()


def test_written_by_the_program_it_reads_as_the_same_week(week: Week, tmp_path: Path) -> None:
    dump(week, tmp_path)
    assert load(tmp_path).week == week


def test_its_schemas_are_those_of_the_program(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    made = {path.name: path.read_bytes() for path in (tmp_path / ".schemas").iterdir()}
    assert {path.name: path.read_bytes() for path in (FOLDER / ".schemas").iterdir()} == made


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    for name in ("first", "second"):
        to = str(tmp_path / name)
        assert run(["build", str(FOLDER), "--to", to, "--at", "2027-03-01T00:00:00", "--workers", "1"]) == 0
    first, second = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "first", tmp_path / "second")
    )
    assert len(first) > 150
    assert first == second
