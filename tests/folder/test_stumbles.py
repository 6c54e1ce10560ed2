"""What people write who are new to the folder, and what they are told: the place in their own words, and what to do."""

import re
from pathlib import Path

import pytest
from tests.folder.writing import WEEK, write

from kakehashi.folder import load
from kakehashi.words import words_of

PEOPLE = "ada: {names: Ada}\n"


def told(folder: Path, language: str = "en") -> list[str]:
    """Every finding as a reader sees it, with its line."""
    words = words_of(language)
    return [
        f"{finding.source and finding.source.line}: {words.tell(finding)} {words.mend(finding)}"
        for finding in load(folder).findings
    ]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("agreements", "agrements: {}", "“agrements” is not a key of “agreements.yaml”. Did you mean “agreements”?"),
        ("association", "nme: A", "“nme” is not a key of “association.yaml”. Did you mean “name”?"),
        ("report", "figurs: 1", "“figurs” is not a key of “report.yaml”. Did you mean “figures”?"),
        ("private", "contact: {}", "“contact” is not a key of “private.yaml”. Did you mean “contacts”?"),
        ("people", "ada: {nmes: A}", "“nmes” is not a key of “ada”. Did you mean “names”?"),
        # Only at the top of a file would this be a collection of the week.
        ("people", "ada: {items: x}", "“items” is not a key of “ada”. Did you mean “notes”?"),
        ("symposia/tea", "titel: T", "“titel” is not a key of “symposia/tea.yaml”. Did you mean “title”?"),
    ],
)
def test_an_unknown_key_is_told_with_the_file_or_the_keys_above_it(
    tmp_path: Path, name: str, text: str, line: str
) -> None:
    assert told(write(tmp_path, {f"{name}.yaml": text})) == [f"1: {line}"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("items: {a: {}}", "items.a"),
        ("sessions: {s: {items: {b: {minutes: 5}}}}", "sessions.s.items.b"),
        ("organisations: [{role: host}]", "organisations"),
    ],
)
def test_a_missing_key_is_told_with_the_keys_above_it(tmp_path: Path, text: str, where: str) -> None:
    (line,) = told(write(tmp_path, {"week.yaml": text}))
    assert line.partition("is missing in ")[2].partition(".” Add")[0].startswith(f"“{where}”")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (
            "people.yaml",
            "ada: {email: ada@example.org}",
            "“email” would be published here. {contacts: {ada: {mail: …}}}",
        ),
        ("people.yaml", "ada: {Phone: 1}", "“Phone” would be published here. {contacts: {ada: {telephone: …}}}"),
        ("week.yaml", "sessions: {s: {join_link: x}}", "“join_link” would be published here. {join_links: {s: …}}"),
    ],
)
def test_what_is_private_is_answered_with_how_to_write_it_in_its_file(
    tmp_path: Path, name: str, text: str, line: str
) -> None:
    said, _, form = line.partition(" {")
    number = 6 if name == "week.yaml" else 1
    assert told(write(tmp_path, {name: text})) == [f"{number}: {said} Write it in “private.yaml”, as “{form[:-1]}”."]


@pytest.mark.parametrize(
    ("name", "text", "home"),
    [
        ("week.yaml", "offices: {}", "agreements.yaml"),
        ("symposia/tea.yaml", "title: T\nrooms: {hall: {name: H}}", "week.yaml"),
        ("symposia/tea.yaml", "title: T\npeople: {}", "people.yaml"),
        ("report.yaml", "recordings: {}", "recordings.yaml"),
    ],
)
def test_a_collection_in_another_file_is_answered_with_its_own(tmp_path: Path, name: str, text: str, home: str) -> None:
    (line,) = told(write(tmp_path, {name: text}))
    assert line.endswith(f"does not stand here, but in “{home}”. Move it to that file.")


def test_a_file_that_holds_something_else_is_told_by_its_name(tmp_path: Path) -> None:
    (line,) = told(write(tmp_path, {"people.yaml": "- ada\n"}))
    assert line.startswith("1: “people.yaml” should hold keys with values, not “list”.")


def test_a_chair_written_like_a_speaker_is_answered_with_the_short_name(tmp_path: Path) -> None:
    files = {"people.yaml": PEOPLE, "symposia/tea.yaml": "title: T\nchairs: {position: rector, person: ada}"}
    assert told(write(tmp_path, files)) == [
        "2: “chairs” takes the short name of a person, not a “mapping”. Did you mean “ada”?"
    ]


def test_a_room_described_where_one_is_named_is_answered_with_where_it_belongs(tmp_path: Path) -> None:
    assert told(write(tmp_path, {"week.yaml": "sessions: {s: {room: {name: Hall}}}"})) == [
        "6: “room” takes one short name that stands in “rooms”, not a “mapping”. Write that name alone."
    ]


def test_names_that_lead_nowhere_are_told_together_with_other_faults(tmp_path: Path) -> None:
    week = "rooms: {hall: {name: H}}\nsessions: {s: {rooom: x, room: hal, chairs: [ada, adda]}}\n"
    files = {"people.yaml": PEOPLE, "week.yaml": week, "private.yaml": "join_links: {t: https://example.org}"}
    assert [
        (finding.code, finding.values["value"], finding.values["nearest"])
        for finding in load(write(tmp_path, files)).findings
    ] == [
        ("reference.unknown", "t", None),
        ("shape.unknown-key", "rooom", "room"),
        ("reference.unknown", "hal", "hall"),
        ("reference.unknown", "adda", "ada"),
    ]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"people.yaml": "ada: {names: [A"}, "shape.unclosed-bracket"),
        ({"people.yaml": "[ada]"}, "shape.not-a-mapping"),
        ({"people.yaml": "ada: [x]"}, "shape.not-a-mapping"),
    ],
)
def test_a_name_is_not_missed_in_a_file_that_could_not_be_read(
    tmp_path: Path, files: dict[str, str], code: str
) -> None:
    folder = write(tmp_path, {"week.yaml": "sessions: {s: {chairs: ada}}", **files})
    assert [finding.code for finding in load(folder).findings] == [code]


@pytest.mark.parametrize(
    "written", ["2021-02-30 15:00", "2021-09-29 24:30", "2021-09-29  15:00", "２０２１-09-29 15:00"]
)
def test_an_impossible_time_is_told_as_it_was_written(tmp_path: Path, written: str) -> None:
    (line,) = told(write(tmp_path, {"week.yaml": f"sessions: {{s: {{start: {written}}}}}"}))
    assert line.startswith(f"6: “{written}” ")


@pytest.mark.parametrize("written", ["２０２１", "2021-０9", "2021-13", "2021-9"])
def test_a_date_has_the_digits_of_every_other_date(tmp_path: Path, written: str) -> None:
    (line,) = told(write(tmp_path, {"programmes.yaml": f"tea: {{name: T, since: {written}}}"}))
    assert line.startswith(f"1: “{written}” ")


@pytest.mark.parametrize(
    ("language", "kinds"),
    [
        ("de", ("Liste", "Schlüssel mit Werten")),
        ("ja", ("リスト", "キーと値の組")),
        ("ru", ("список", "ключи со\N{NO-BREAK SPACE}значениями")),
        ("es", ("lista", "claves con valores")),
    ],
)
def test_what_stands_in_a_place_is_named_in_the_reader_s_language(
    tmp_path: Path, language: str, kinds: tuple[str, str]
) -> None:
    lines = told(write(tmp_path, {"week.yaml": "motto: [x]\nstage: {a: b}"}), language)
    assert [kind in line for kind, line in zip(kinds, lines, strict=True)] == [True, True]


def test_a_text_of_the_writer_s_is_not_taken_for_a_word_of_ours(tmp_path: Path) -> None:
    (line,) = told(write(tmp_path, {"week.yaml": "rooms: list"}), "de")
    assert "„list“" in line


@pytest.mark.parametrize(("key", "written"), [("days", "soon"), ("days", "[soon, later]"), ("languages", "'?'")])
def test_a_list_of_which_every_entry_is_wrong_is_not_called_empty_as_well(
    tmp_path: Path, key: str, written: str
) -> None:
    week = re.sub(f"(?m)^{key}: .*$", f"{key}: {written}", WEEK)
    codes = [finding.code for finding in load(write(tmp_path, {}, week)).findings]
    assert codes == ["shape.not-a-language" if key == "languages" else "shape.not-a-day"] * len(written.split(","))


def test_a_kind_of_text_is_a_part_and_a_key(tmp_path: Path) -> None:
    assert told(write(tmp_path, {"week.yaml": "wanted: {titles: en, Item.title: en}"})) == [
        "6: “titles” is no kind of text. Write a part and one of its keys, such as “Item.title”."
    ]


def test_a_key_that_cannot_be_a_name_is_told_alone_when_all_else_leads_to_the_name_proposed(tmp_path: Path) -> None:
    files = {
        "week.yaml": "organisations: {institution: spreebogen, role: host}\nitems: {Opening: {title: O, kind: talk}}",
        "institutions.yaml": "Spreebogen: {name: S, zone: UTC}\nkanazawa: {name: K, zone: UTC, part_of: spreebogen}\n",
        "abstracts/opening.en.md": "Tea.",
    }
    assert told(write(tmp_path, files)) == [
        "1: “Spreebogen” cannot be a short name. Did you mean “spreebogen”?",
        "7: “Opening” cannot be a short name. Did you mean “opening”?",
    ]


@pytest.mark.parametrize("key", ["Spreebogen", "ｓｐｒｅｅｂｏｇｅｎ", "spreebogеn"])
def test_a_name_that_is_itself_refused_is_never_proposed(tmp_path: Path, key: str) -> None:
    files = {
        "institutions.yaml": f"{key}: {{name: S}}\nkanazawa: {{name: K, part_of: spreebogn}}\n",
        "week.yaml": "items: {Öffnung: {title: O, kind: talk}, お茶: {title: O, kind: talk}}\n",
        "abstracts/offnun.en.md": "Tea.",
    }
    found = load(write(tmp_path, files)).findings
    nowhere = ("reference.unknown", "shape.no-such-item")
    assert [finding.values["nearest"] for finding in found if finding.code in nowhere] == ["offnung", "spreebogen"]
