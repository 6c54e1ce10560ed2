"""A comma within braces that was meant as part of a text: nothing of what was written goes without a word."""

from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.folder import load
from kakehashi.folder.lookalikes import LONGEST
from kakehashi.folder.nodes import Table
from kakehashi.folder.reading import MOST_FAULTS, read_yaml
from kakehashi.folder.sources import SourceFile
from kakehashi.words import words_of


def found(text: str) -> list[tuple[str, int, object, object]]:
    """Code, column, the text that was cut (or the key alone), and how to write it."""
    findings = read_yaml(SourceFile("week.yaml", text))
    assert all(finding.source for finding in findings)
    return [
        (one.code.partition(".")[2], one.source.column, one.values["value"], one.values.get("expected"))
        for one in findings
        if one.source
    ]


@pytest.mark.parametrize(
    ("text", "column", "value", "expected"),
    [
        ("{ja: 氷, en: Ice, snow and fog, ru: Лёд}", 13, "Ice", 'en: "Ice, snow and fog"'),
        ("{en: Ice, snow and fog}", 6, "Ice", 'en: "Ice, snow and fog"'),
        ("{en: Ice, snow, fog , ru: Лёд}", 6, "Ice", 'en: "Ice, snow, fog"'),
        ("{en: “Opening, part 1”}", 6, "“Opening", 'en: "Opening, part 1"'),
        ("{ru: «Лёд, снег и туман»}", 6, "«Лёд", 'ru: "Лёд, снег и туман"'),
        ('{en: Tea, the "cake" \\, x: y}', 6, "Tea", 'en: "Tea, the \\"cake\\" \\\\"'),
        ("{en: Ice,\n  snow # and: fog\n  , ru: Лёд}", 6, "Ice", 'en: "Ice, snow"'),
        ("{en: Ice, # cold, and white\n  snow, ru: Лёд}", 6, "Ice", 'en: "Ice, snow"'),
        ("[{en: Ice, snow: , fog}]", 7, "Ice", None),
        ("{en: Ice, snow, en: Fog}", 6, "Ice", 'en: "Ice, snow"'),
    ],
)
def test_a_text_that_a_comma_has_ended_is_offered_whole(
    text: str, column: int, value: str, expected: str | None
) -> None:
    if expected is None:
        assert found(text) == [("key-alone", 20, "fog", None)]
    else:
        assert ("comma-ended-text", column, value, expected) in found(text)


def test_each_text_is_told_once_whatever_was_cut_off_from_it() -> None:
    assert [value for _, _, value, _ in found("{a: b, c, d, e: f, g, h: [i, j], k: {l: m, n}}")] == ["b", "f", "m"]


def test_of_a_text_without_end_the_beginning_is_offered_and_of_keys_without_end_so_many_are_told() -> None:
    ((_, _, value, expected),) = found("{a: " + ", ".join(["snow"] * 5000) + "}")
    assert value == "snow" and LONGEST - 10 < len(str(expected)) < LONGEST + 10
    assert len(found("{" + ", ".join(f"k{number}" for number in range(5 * MOST_FAULTS)) + "}")) == MOST_FAULTS


def test_an_odd_colon_after_a_cut_text_is_a_fault_of_its_own() -> None:
    assert [code for code, *_ in found("{en: Ice, snow, ja：氷}")] == ["comma-ended-text", "odd-sign"]


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("{hall}", 2, "hall"),
        ("{hall, room: x}", 2, "hall"),
        ('{en: "Ice", snow}', 13, "snow"),
        ("{a: [b, c], d}", 13, "d"),
        ("{? a, b: c}", 4, "a"),
        ("{a # b: c\n , d: e}", 2, "a"),
        ("{'a', b: c}", 2, "a"),
    ],
)
def test_a_key_that_continues_no_text_stands_alone(text: str, column: int, value: str) -> None:
    assert found(text) == [("key-alone", column, value, None)]


@pytest.mark.parametrize(
    "text",
    [
        "{a: , b: c}",
        "{a: }",
        '{"a":}',
        "{a : , b: c}",
        "{a:\n , b: c}",
        "{? a : , b: c}",
        "[a, b: ]",
        "[a, b, c and d]",
        "{a: 'Ice, snow', b: \"fog, rain\"}",
        "a:\nb: Ice, snow and fog",
        "{a: [Ice, snow]}",
        "{}",
    ],
)
def test_an_empty_value_and_every_other_comma_are_as_yaml_has_them(text: str) -> None:
    assert found(text) == []


def test_what_has_a_colon_beside_it_is_still_read() -> None:
    file = SourceFile("week.yaml", "{en: Ice, snow, ru: Лёд}")
    read_yaml(file)
    assert isinstance(file.root, Table) and list(file.root.values) == ["en", "ru"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "A comma ended the text after “Ice”: “snow” has no colon."),
        ("ja", "カンマのため、テキストが「Ice」で終わっています。「snow」にはコロンがありません。"),
        ("ru", "Запятая оборвала текст после «Ice»: за «snow» нет двоеточия."),
    ],
)
def test_a_coordinator_is_told_and_the_week_is_not_built(tmp_path: Path, language: str, told: str) -> None:
    loaded = load(write(tmp_path, {"week.yaml": "motto: {ja: 氷, en: Ice, snow}\n"}))
    (finding,) = loaded.findings
    words = words_of(language)
    assert loaded.week is None
    assert words.tell(finding).replace("\u00a0", " ") == told
    assert 'en: "Ice, snow"' in (words.mend(finding) or "").replace("\u00a0", " ")
