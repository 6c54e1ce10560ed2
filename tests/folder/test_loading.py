"""A folder becomes a week, or everything that is wrong with it, each with file, line and column."""

import gc
from pathlib import Path

import pytest
from tests.folder.writing import WEEK, write

from kakehashi.findings import Finding, Place, Severity, Source
from kakehashi.folder import load
from kakehashi.week import Moment
from kakehashi.week.items import Speaker
from kakehashi.words import Text, words_of

Found = list[tuple[str, str, int, int, object, object]]


def found(folder: Path) -> Found:
    """Code, file, line, column, value and nearest of each finding."""
    return [
        (finding.code, place.file, place.line, place.column, finding.values.get("value"), finding.values.get("nearest"))
        for finding in load(folder).findings
        if (place := finding.source) is not None
    ]


def test_an_item_in_a_symposium_s_file_belongs_to_it_unless_it_says_none(tmp_path: Path) -> None:
    items = "{a: {kind: talk}, b: {kind: talk, symposium: none}, c: {kind: talk, order: 9}}"
    week = load(write(tmp_path, {"symposia/leaves.yaml": f"title: L\nsessions: {{s: {{items: {items}}}}}"})).week
    assert week is not None
    assert [(item.symposium, item.session, item.order) for item in week.items.values()] == [
        ("leaves", "s", 1),
        (None, "s", 2),
        ("leaves", "s", 9),
    ]


def test_short_hands_become_the_long_form(tmp_path: Path) -> None:
    files = {
        "week.yaml": "items: {a: {kind: talk, title: 茶, speakers: sato, languages: ja, notes: invented}}",
        "people.yaml": "sato: {names: 佐藤}",
        "programmes.yaml": "tea: {name: T, figures: {sent: {counted: C, years: {2019: {plan: 10}}}}}",
        "recordings.yaml": "film: {title: F, seconds: 1:01:12, licence: CC0-1.0}",
    }
    week = load(write(tmp_path, files)).week
    assert week is not None
    item = week.items["a"]
    assert (item.title, item.speakers, item.languages) == (Text(ja="茶"), (Speaker(person="sato"),), ("ja",))
    assert week.people["sato"].names["ja"].whole == "佐藤"
    assert week.programmes["tea"].figures["sent"].years[0].year == 2019
    assert week.recordings["film"].seconds == 3672


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2021-09-29 15:00", Moment.parse("2021-09-29T15:00[Asia/Tokyo]")),
        ("2021-09-29 9:00 Europe/Moscow", Moment.parse("2021-09-29T09:00[Europe/Moscow]")),
        ("2021-10-31 02:30 +01:00 Europe/Berlin", Moment.parse("2021-10-31T02:30+01:00[Europe/Berlin]")),
    ],
)
def test_a_moment_is_on_the_host_s_clock_unless_it_says_another(tmp_path: Path, written: str, moment: Moment) -> None:
    week = load(write(tmp_path, {"week.yaml": f"sessions: {{opening: {{start: {written}}}}}"})).week
    assert week is not None and week.sessions["opening"].start == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sessions: {a: {rooom: b}}", ("shape.unknown-key", 6, 16, "rooom", "room")),
        ("stage: helt", ("shape.not-one-of", 6, 8, "helt", "held")),
        ("rooms: {Big Hall: {name: H}}", ("shape.not-a-slug", 6, 9, "Big Hall", "big-hall")),
        ("blocks: {b: {start: 2021-02-30 15:00, slots: 1, slot_minutes: 1}}", ("shape.no-such-day", 6, 21)),
        ("blocks: {b: {start: noon, slots: 1, slot_minutes: 1}}", ("shape.not-a-moment", 6, 21, "noon", None)),
        ("items: {a: {kind: talk, minutes: 1h}}", ("shape.not-a-number", 6, 34, "1h", None)),
        ("items: {a: {kind: talk, minutes: -1}}", ("shape.too-small", 6, 34, "-1", None)),
        ("items: {a: {}}", ("shape.missing", 6, 9, "kind", None)),
        ("items: {a: {kind: }}", ("shape.empty", 6, 13, "kind", None)),
        ("motto: {jp!: x}", ("shape.not-a-language", 6, 14, "jp!", None)),
        ("motto: ''", ("shape.empty", 6, 8)),
        ("motto: [x]", ("shape.not-a-wording", 6, 8, "list", None)),
        ("rooms: hall", ("shape.not-a-mapping", 6, 8, "hall", None)),
        ("address: ftp://example.org", ("shape.not-an-address", 6, 10, "ftp://example.org", None)),
        ("people: {}", ("shape.key-of-other-file", 6, 1, "people", None)),
        ("symposia: leafs", ("shape.no-such-symposium", 6, 11, "leafs", None)),
        ("contacts: {name: A, mail: office}", ("shape.not-a-mail-address", 6, 27, "office", None)),
        ("attend: [open, open]", ("shape.not-a-mapping", 6, 9, "list", None)),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, expected: tuple[object, ...]) -> None:
    ((code, _, line, column, value, nearest),) = found(write(tmp_path, {"week.yaml": text}))
    assert (code, line, column, value, nearest)[: len(expected)] == expected


def test_a_wrong_zone_of_the_host_is_one_finding_however_many_moments_follow(tmp_path: Path) -> None:
    week = WEEK.replace("Asia/Tokyo", "tokyo")
    folder = write(tmp_path, {"week.yaml": "sessions: {a: {start: 2021-09-29 15:00}}"}, week)
    assert found(folder) == [("shape.not-a-zone", "week.yaml", 4, 7, "tokyo", "Asia/Tokyo")]


def test_the_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    files = {"people.yaml": "a: {nmes: A}", "week.yaml": "stage: x", "symposia/s.yaml": "title: [a", "peple.yaml": ""}
    assert [(code, file) for code, file, *_ in found(write(tmp_path, files))] == [
        ("shape.unknown-key", "people.yaml"),
        ("shape.unknown-file", "peple.yaml"),
        ("shape.unclosed-bracket", "symposia/s.yaml"),
        ("shape.not-one-of", "week.yaml"),
    ]


def test_a_slug_that_stands_in_two_files_is_a_fault(tmp_path: Path) -> None:
    files = {"week.yaml": "items: {a: {kind: talk}}", "symposia/s.yaml": "title: S\nitems: {a: {kind: talk}}"}
    assert found(write(tmp_path, files)) == [("shape.slug-twice", "symposia/s.yaml", 2, 9, "a", None)]


def test_an_abstract_of_no_item_tells_the_nearest_item(tmp_path: Path) -> None:
    files = {"week.yaml": "items: {keynote: {kind: talk}}", "abstracts/keynot.en.md": "Tea."}
    expected = ("shape.no-such-item", "abstracts/keynot.en.md", 1, 1, "keynot", "keynote")
    assert found(write(tmp_path, files)) == [expected]


def test_an_abstract_is_read_from_its_file(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"week.yaml": "items: {a: {kind: talk}}", "abstracts/a.en.md": "Tea.\r\nMore.\n"}))
    assert loaded.week is not None and loaded.week.items["a"].abstract == Text(en="Tea.\nMore.")
    assert loaded.locate(("items", "a", "abstract", "en")) == Source("abstracts/a.en.md", 1, 1)


def test_a_place_that_is_not_written_is_found_at_the_deepest_thing_that_is(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"week.yaml": "items:\n  a:\n    kind: talk\n    title: 茶\n    speakers: sato"}))
    places: list[Place] = [("title", "ja"), ("speakers", 0, "role"), ("minutes",)]
    sources = [loaded.locate(("items", "a", *place)) for place in places] + [loaded.locate(("licence",))]
    lines = [(source.line, source.column) for source in sources if source is not None]
    assert lines == [(9, 12), (10, 15), (7, 3), (1, 1)]


def test_findings_of_others_get_their_place(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"week.yaml": "items: {a: {kind: talk}}"}))
    (finding,) = loaded.located([Finding("item.odd", ("items", "a", "kind"))])
    assert finding.source == Source("week.yaml", 6, 19)


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: {names: A}")
    folder = write(tmp_path / "week", {"media/a.txt": ""})
    (folder / "people.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "media" / "secret").symlink_to(tmp_path / "secret.yaml")
    assert [(code, file) for code, file, *_ in found(folder)] == [
        ("shape.outside", "media/secret"),
        ("shape.outside", "people.yaml"),
    ]


def test_a_folder_without_a_week_says_so(tmp_path: Path) -> None:
    assert [finding.code for finding in load(tmp_path).findings] == ["shape.no-week-file"]
    nowhere = load(tmp_path / "nowhere").findings
    assert [finding.code for finding in nowhere] == ["shape.unreadable", "shape.no-week-file"]


def test_a_strange_yaml_file_is_only_a_warning(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"zebra-settings.yaml": ""}))
    assert [(finding.code, finding.severity) for finding in loaded.findings] == [
        ("shape.file-not-read", Severity.WARNING)
    ]
    assert loaded.week is not None


def test_the_collector_works_again_after_loading(tmp_path: Path) -> None:
    load(write(tmp_path, {}))
    assert gc.isenabled()


def test_every_finding_reads_as_a_sentence_with_its_values(tmp_path: Path) -> None:
    (finding,) = load(write(tmp_path, {"week.yaml": "sessions: {a: {rooom: b}}"})).findings
    words = words_of("en")
    assert (words.tell(finding), words.mend(finding)) == (
        "“rooom” is not a key of “sessions.a”.",
        "Did you mean “room”?",
    )


def test_a_key_that_resembles_none_is_answered_with_those_that_the_file_knows(tmp_path: Path) -> None:
    (finding,) = load(write(tmp_path, {"agreements.yaml": "liaison: {title: T}"})).findings
    assert words_of("en").mend(finding) == "The keys known here are agreements and offices."


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("media/logo.png", "../private.yaml"),
        ("media/logo.png", "../week.yaml"),
        ("abstracts/a.en.md", "../private.yaml"),
        ("abstracts/a.en.md", "../.git/config"),
        ("symposia/private.yaml", "../private.yaml"),
        ("media", "."),
    ],
)
def test_no_link_makes_public_what_the_folder_keeps_apart(tmp_path: Path, link: str, target: str) -> None:
    folder = write(tmp_path, {"private.yaml": "{}", ".git/config": "[user]", "week.yaml": "items: {a: {kind: talk}}"})
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(target)
    assert [(code, file) for code, file, *_ in found(folder)] == [("shape.outside", link)]


def test_a_file_s_name_is_a_name_to_its_last_character(tmp_path: Path) -> None:
    names = ("symposia/leaves\n.yaml", "abstracts/a.en\n.md")
    folder = write(tmp_path, dict.fromkeys(names, "title: T") | {"week.yaml": "items: {a: {kind: talk}}"})
    assert [code for code, *_ in found(folder)] == ["shape.file-name", "shape.file-name"]


def test_what_was_meant_is_guessed_for_as_many_keys_as_one_may_read(tmp_path: Path) -> None:
    folder = write(tmp_path, {"week.yaml": "".join(f"room{number}: a\n" for number in range(600))})
    assert sum(nearest is not None for *_, nearest in found(folder)) == 500
