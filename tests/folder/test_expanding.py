"""What short-hands mean: the long form of each, and what is refused with its place in the file."""

from typing import Any

import pytest

from kakehashi.findings import Place
from kakehashi.folder.expanding import MOST_MEANT, Expander, Host, keys_to
from kakehashi.folder.layout import FILES, SESSION, SYMPOSIUM_FILE
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.shapes import Shape, group
from kakehashi.folder.sources import SourceFile
from kakehashi.week.items import Item
from kakehashi.week.organising import Attendance
from kakehashi.week.people import Person
from kakehashi.week.programmes import Figures
from kakehashi.week.recordings import Recording

HOST = Host("ja", "Asia/Tokyo")
ITEM, PERSON, RECORDING = group(Item), group(Person), group(Recording)


def expanded(text: str, shape: Shape) -> tuple[Any, list[tuple[str, Place]]]:
    """The long form of a text, and code and place of each fault."""
    file = SourceFile("x.yaml", text)
    assert read_yaml(file) == [] and file.root is not None
    expander = Expander(file, HOST)
    long = expander.expand(file.root, shape)
    return long, [(finding.code, finding.place) for finding in expander.findings]


@pytest.mark.parametrize(
    ("text", "shape", "long"),
    [
        ("title: 茶", ITEM, {"title": {"ja": "茶"}}),
        ("title: {en: Tea}", ITEM, {"title": {"en": "Tea"}}),
        ("speakers: ada", ITEM, {"speakers": [{"person": "ada"}]}),
        ("speakers: [ada, {person: bob}]", ITEM, {"speakers": [{"person": "ada"}, {"person": "bob"}]}),
        ("speakers: {person: bob, role: chair}", ITEM, {"speakers": [{"person": "bob", "role": "chair"}]}),
        ("notes: invented", ITEM, {"notes": [{"kind": "invented"}]}),
        ("languages: no", ITEM, {"languages": ["no"]}),
        ("names: 例 花子", PERSON, {"names": {"ja": {"whole": "例 花子"}}}),
        ("names: {en: Hana, ja: {sort: は}}", PERSON, {"names": {"en": {"whole": "Hana"}, "ja": {"sort": "は"}}}),
        ("licence: CC0-1.0", RECORDING, {"licence": {"name": "CC0-1.0"}}),
        (
            "years: {2019: {plan: 10}, 2020: {}}",
            group(Figures),
            {"years": [{"plan": "10", "year": "2019"}, {"year": "2020"}]},
        ),
        ("years: [{year: 2019}]", group(Figures), {"years": [{"year": "2019"}]}),
    ],
)
def test_a_short_hand_has_one_long_form(text: str, shape: Shape, long: object) -> None:
    assert expanded(text, shape) == (long, [])


@pytest.mark.parametrize(
    ("written", "long"),
    [
        ("2021-09-29 15:00", "2021-09-29T15:00[Asia/Tokyo]"),
        ("2021-09-29T9:05", "2021-09-29T09:05[Asia/Tokyo]"),
        ("2021-09-29 09:00 Europe/Moscow", "2021-09-29T09:00[Europe/Moscow]"),
        ("2021-10-31 02:30 +01:00 Europe/Berlin", "2021-10-31T02:30+01:00[Europe/Berlin]"),
        ("2021-10-31 02:30+01:00  Europe/Berlin", "2021-10-31T02:30+01:00[Europe/Berlin]"),
        ("'  2021-09-29 15:00 '", "2021-09-29T15:00[Asia/Tokyo]"),
        ("2021-02-30 25:61", "2021-02-30T25:61[Asia/Tokyo]"),
        ("2021-09-29 15:00 Etc/GMT+9", "2021-09-29T15:00[Etc/GMT+9]"),
    ],
)
def test_a_moment_is_on_the_host_s_clock_unless_it_says_another(written: str, long: str) -> None:
    assert expanded(f"until: {written}", group(Attendance)) == ({"until": long}, [])


@pytest.mark.parametrize(
    "written", ["29.09.2021 15:00", "2021-09-29 3 pm", "2021-09-29 15", "2021-09-29 15:00 to 16:00", "[x]"]
)
def test_what_is_no_time_on_a_day_is_refused(written: str) -> None:
    assert expanded(f"until: {written}", group(Attendance)) == ({}, [("shape.not-a-moment", ("until",))])


@pytest.mark.parametrize(
    ("written", "long"),
    [
        *(("72", "72"), ("1:12", 72), ("61:00", 3660), ("1:01:12", 3672), ("999:59:59", 3_599_999)),
        # These are left to the type, which refuses what is no number.
        *(("1:60", "1:60"), ("1:2", "1:2"), ("１:12", "１:12"), ("-1:12", "-1:12"), ("soon", "soon")),
    ],
)
def test_a_length_of_time_is_read_as_a_player_shows_it(written: str, long: object) -> None:
    assert expanded(f"seconds: {written}", RECORDING) == ({"seconds": long}, [])


def test_a_key_with_nothing_behind_it_is_left_out_and_an_empty_text_is_not() -> None:
    assert expanded("kind:\nminutes: ''\ntitle: {en: , ja: ''}", ITEM) == ({"minutes": "", "title": {"ja": ""}}, [])


def test_an_entry_with_nothing_behind_it_is_a_part_that_says_nothing() -> None:
    assert expanded("ada:\nbob: {}", FILES["people"]) == ({"ada": {}, "bob": {}}, [])


def test_an_empty_entry_of_a_list_is_a_fault_and_the_others_keep_their_numbers() -> None:
    text = "speakers:\n  -\n  - {persn: ada}\n"
    faults = [("shape.empty", ("speakers", 0)), ("shape.unknown-key", ("speakers", 1, "persn"))]
    assert expanded(text, ITEM) == ({"speakers": [{}, {}]}, faults)


@pytest.mark.parametrize(
    ("text", "shape", "code"),
    [
        ("minutes: [5]", ITEM, "shape.not-a-text"),
        ("title: [Tea]", ITEM, "shape.not-a-wording"),
        ("title: {en: [Tea]}", ITEM, "shape.not-a-text"),
        ("attend: [open]", SESSION, "shape.not-a-mapping"),
        ("items: talk", SESSION, "shape.not-a-mapping"),
        ("names: [Ada]", PERSON, "shape.not-a-mapping"),
        ("seconds: {a: b}", RECORDING, "shape.not-a-duration"),
        ("years: 2019", group(Figures), "shape.not-years"),
        ("room: {a: b}", SESSION, "shape.not-a-name"),
        ("chairs: [[ada]]", SESSION, "shape.not-a-person"),
        ("just a text", SYMPOSIUM_FILE, "shape.not-a-mapping"),
    ],
)
def test_what_has_the_wrong_kind_is_a_fault_and_left_out(text: str, shape: Shape, code: str) -> None:
    long, faults = expanded(text, shape)
    assert [fault[0] for fault in faults] == [code]
    assert "x" not in str(long) and long in ({}, {"title": {}}, {"chairs": [{}]})


def test_a_guess_takes_no_key_that_is_written_already() -> None:
    file = SourceFile("x.yaml", "starts: 2021-09-29 15:00\nstart: 2021-09-29 15:00\n")
    read_yaml(file)
    assert file.root is not None
    expander = Expander(file, HOST)
    expander.expand(file.root, ITEM)
    assert [finding.values["nearest"] for finding in expander.findings] == ["status"]


def test_after_many_faults_no_guess_is_made() -> None:
    file = SourceFile("x.yaml", "".join(f"titl{number}: a\n" for number in range(MOST_MEANT + 3)))
    read_yaml(file)
    assert file.root is not None
    expander = Expander(file, HOST)
    expander.expand(file.root, ITEM)
    assert [finding.values["nearest"] for finding in expander.findings[-4:]] == ["title", None, None, None]


@pytest.mark.parametrize(
    ("steps", "keys"),
    [
        ((), "x.yaml"),
        (("sessions", "opening"), "sessions.opening"),
        (("contacts", 0, "name", "en"), "contacts.name.en"),
    ],
)
def test_a_place_is_named_by_the_keys_above_it(steps: Place, keys: str) -> None:
    assert keys_to("x.yaml", steps) == keys
