"""A week is planned in its folder: what is written, what stays, and what is told when nothing can be planned."""

import json
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM, raise_signal
from typing import Any

import pytest

from kakehashi.cli import planning, run
from kakehashi.findings import Fact
from kakehashi.folder import load
from kakehashi.planner import Result, Status, solving
from kakehashi.week import Week, timetable
from kakehashi.words import words_of

WEEK = """\
slug: tea-week
title: {en: Tea week, ja: お茶週間, ru: Неделя чая}
languages: [ja, en, ru]
zone: Asia/Tokyo   # of the host
days: [2027-05-10, 2027-05-11]
rooms:
  hall: {name: {en: Hall, ja: ホール, ru: Зал}}
blocks:
  monday: {start: 2027-05-10 12:30, slots: 2, slot_minutes: 30}
  tuesday: {start: 2027-05-11 12:30, slots: 2, slot_minutes: 30}
symposia: [tea, cake]
"""
INSTITUTIONS = """\
tokyo: {name: {en: Tokyo, ja: 東京大学, ru: Токио}, zone: Asia/Tokyo, country: JP}
kazan: {name: {en: Kazan, ja: カザン大学, ru: Казань}, zone: Europe/Moscow, country: RU}
"""
PEOPLE = """\
ada: {names: {en: Ada Sato, ja: 佐藤 あだ, ru: Ада Сато}, positions: {chair: {title: 教授, institution: tokyo}}}
boris:
  names: {en: Boris Ivanov, ja: ボリス・イワノフ, ru: Борис Иванов}
  positions: {chair: {title: 教授, institution: kazan}}
"""
TEA = """\
title: {en: Tea, ja: お茶, ru: Чай}

sessions:
  tea:
    title: {en: On tea, ja: お茶の話, ru: О чае}
    items:
      # The longest road comes first in the call.
      samovar: {kind: talk, title: {en: The samovar, ja: サモワール, ru: Самовар}, minutes: 30, speakers: boris}
      leaves:
        kind: talk
        title: {en: Leaves, ja: 茶葉, ru: Листья}
        minutes: 30
        speakers: ada
"""
CAKE = """\
title: {en: Cake, ja: 菓子, ru: Торт}
sessions:
  cake:
    title: {en: On cake, ja: お菓子の話, ru: О торте}
    block: monday
    room: hall
    items:
      crumbs: {kind: talk, title: {en: Crumbs, ja: くず, ru: Крошки}, minutes: 30, speakers: ada}
"""
FILES = {
    "week.yaml": WEEK,
    "institutions.yaml": INSTITUTIONS,
    "people.yaml": PEOPLE,
    "symposia/tea.yaml": TEA,
    "symposia/cake.yaml": CAKE,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A week about tea, which has no time yet, and cake, which has one, for somebody who reads English."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / "week" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "week"


def plan(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str], Any]:
    """Status, codes and result of planning the week."""
    capsys.readouterr()
    status = run(["plan", "week", "--workers", "1", "--json", *options])
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == status
    return status, [finding["code"] for finding in answer["findings"]], answer["result"]


def plain(text: str) -> str:
    """A text with spaces at which lines may break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def week_in(folder: Path) -> Week:
    week = load(folder).week
    assert week is not None
    return week


def start(folder: Path, item: str) -> str:
    """When an item begins, in UTC."""
    return timetable(week_in(folder)).by_item[item].start.isoformat()


def test_only_the_timetable_and_its_record_are_written(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    status, codes, result = plan(capsys, "--write")
    assert (status, codes, result["status"]) == (0, ["plan.written"], "optimal")
    tea = TEA.replace("speakers: boris}", "speakers: boris, order: 2}") + "        order: 1\n"
    assert (folder / "symposia/tea.yaml").read_text("utf-8") == f"{tea}    block: tuesday\n    room: hall\n"
    record = (folder / "week.yaml").read_text("utf-8").removeprefix(WEEK)
    assert record.startswith("planning:\n")
    for name in ("institutions.yaml", "people.yaml", "symposia/cake.yaml"):
        assert (folder / name).read_text("utf-8") == FILES[name]
    # At half past twelve it is half past six in Kazan, and three times as hard as at seven.
    assert start(folder, "samovar") == "2027-05-11T04:00:00+00:00"
    planning = week_in(folder).planning
    assert planning is not None
    assert (planning.burdens["kazan"].mean, planning.burdens["kazan"].alone) == (30, 30)


def test_without_being_told_to_write_it_writes_nothing(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    status, codes, result = plan(capsys)
    assert (status, codes) == (0, ["plan.not-written"])
    assert {tuple(change["path"]) for change in result["changes"]} == {
        ("sessions", "tea", "block"),
        ("sessions", "tea", "room"),
        ("items", "samovar", "order"),
        ("items", "leaves", "order"),
    }
    assert {name: (folder / name).read_text("utf-8") for name in FILES} == FILES


def test_what_was_kept_has_not_moved_and_what_is_planned_alone_moves(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert plan(capsys, "--keep", "--write")[:2] == (0, ["plan.written"])
    assert start(folder, "crumbs") == "2027-05-10T03:30:00+00:00"
    assert plan(capsys, "--only", "cake")[2]["changes"] == []
    assert plan(capsys, "--only", "coffee")[:2] == (2, ["plan.unknown-symposium"])


def test_a_second_plan_has_nothing_to_change(capsys: pytest.CaptureFixture[str]) -> None:
    plan(capsys, "--write")
    status, codes, result = plan(capsys)
    assert (status, codes, result["changes"], result["difference"]) == (0, ["plan.nothing-better"], [], [])


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("number", [SIGINT, SIGTERM])
def test_who_interrupts_a_plan_gets_what_it_has_found(
    capsys: pytest.CaptureFixture[str], meanwhile: Callable[[Callable[[], object]], None], folder: Path, number: int
) -> None:
    plan(capsys, "--write")
    meanwhile(lambda: raise_signal(number))
    status, codes, result = plan(capsys, "--write")
    # The timetable that there is was where the search began.
    assert (status, codes) == (130, ["command.interrupted", "plan.written"])
    assert result["card"][1]["alone"] is None
    assert start(folder, "samovar") == "2027-05-11T04:00:00+00:00"


def test_a_week_that_was_changed_meanwhile_is_left_as_it_is(
    capsys: pytest.CaptureFixture[str], meanwhile: Callable[[Callable[[], object]], None], folder: Path
) -> None:
    changed = CAKE.replace("Crumbs", "Big crumbs")
    meanwhile(lambda: (folder / "symposia/cake.yaml").write_text(changed, "utf-8"))
    assert plan(capsys, "--write")[:2] == (2, ["plan.changed-meanwhile"])
    assert {name: (folder / name).read_text("utf-8") for name in FILES} == FILES | {"symposia/cake.yaml": changed}


def test_when_nothing_was_found_in_time_nothing_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    nothing = Result(None, Status.UNKNOWN, None, 3, {}, (), 0, 1.5)
    monkeypatch.setattr(solving, "solve", lambda *_, **__: nothing)
    status, codes, result = plan(capsys, "--write")
    assert (status, codes, result["levels"], result["card"]) == (3, ["plan.none-found"], [], [])
    assert {name: (folder / name).read_text("utf-8") for name in FILES} == FILES


WISHES = """\
wishes:
  availability:
    - {person: boris, begins: 2027-05-11 12:00, until: 2027-05-11 14:00}
    - {person: boris, begins: 2027-05-10 12:00, until: 2027-05-10 14:00}
"""


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("en", ("“The samovar”", "Boris Ivanov", "Tuesday 11 May 2027 12:30–13:30 (UTC+9)", "06:30–07:30 (UTC+3)")),
        (
            "ja",
            ("「サモワール」", "ボリス・イワノフ", "2027年5月11日（火）12:30〜13:30（UTC+9）", "6:30〜7:30（UTC+3）"),
        ),
        ("ru", ("«Самовар»", "Борис Иванов", "вторник, 11 мая 2027 г., 12:30–13:30 (UTC+9)", "6:30–7:30 (UTC+3)")),
    ],
)
def test_who_cannot_have_a_timetable_is_told_why_and_what_would_do(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    language: str,
    values: tuple[str, ...],
) -> None:
    (folder / "week.yaml").write_text(WEEK + WISHES, "utf-8")
    monkeypatch.setenv("LANGUAGE", language)
    assert run(["plan", "week", "--workers", "1"]) == 1
    head, *demands, either, monday, tuesday = plain(capsys.readouterr().out).splitlines()
    heads = [plain(words_of(language).tell(Fact(code))) for code in ("conflict.found", "relaxation.any")]
    assert [head.partition(": ")[2], either.partition(": ")[2]] == heads
    # The wishes stand in the lines that they were written in; what is said of Tuesday is said of Monday too.
    assert [line.partition(": ")[0] for line in demands] == ["week.yaml:15:7", "week.yaml:14:7"]
    for told in (demands[1], tuesday):
        assert [value for value in values if value not in told] == []
    assert monday.startswith("week.yaml:15:7: ")


def test_where_no_time_is_left_nothing_is_asked_about_what_is_best_for_each_alone(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "AFTERWARDS", 0.0)
    status, codes, _ = plan(capsys, "--write")
    assert (status, codes) == (0, ["plan.written"])
    record = week_in(folder).planning
    assert record is not None
    assert (record.burdens["kazan"].alone, record.least_total) == (None, None)


def test_what_had_no_time_stands_in_a_table_and_what_moves_is_said_below(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    wish = "wishes: {preferences: [{of: cake, block: tuesday, weight: 100}]}\n"
    (folder / "week.yaml").write_text(WEEK + wish, "utf-8")
    assert run(["plan", "week", "--workers", "1"]) == 0
    told = capsys.readouterr().out.splitlines()
    table = told.index("New in the timetable")
    assert [line.split() for line in told[table + 1 : table + 5]] == [
        ["Start", "Room", "What"],
        ["Mon", "12:30", "Hall", "On", "tea"],
        ["12:30", "Leaves"],
        ["13:00", "The", "samovar"],
    ]
    assert [plain(line) for line in told[told.index("What changes") + 1 :][:2]] == [
        "The session “On cake” now starts on Tuesday 11 May 2027 12:30 (UTC+9) (before: Monday 10 May 2027 12:30 "
        "(UTC+9)).",
        "",
    ]
