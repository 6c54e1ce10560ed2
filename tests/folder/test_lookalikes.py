"""What input methods, word processors and other keyboards leave behind, told as what it is and where it stands."""

from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.folder import load
from kakehashi.folder.lookalikes import FARTHEST, LONGEST, odd_sign, odd_word, unquoted
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile


def first(text: str) -> tuple[str, int, int, object]:
    """Code, line, column and value of the first fault."""
    finding = read_yaml(SourceFile("week.yaml", text))[0]
    assert finding.source is not None
    return finding.code.partition(".")[2], finding.source.line, finding.source.column, finding.values.get("value")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  minutes：40\n  kind: talk\n", ("odd-sign", 2, 10, "：")),
        ("a: 1\nminutes：40\n", ("odd-sign", 2, 8, "：")),
        ("a:\n  minutes:\u00a040\n  kind: talk\n", ("odd-space", 2, 11, "U+00A0")),
        ("a:\n  minutes:\u300040\n  kind: talk\n", ("odd-space", 2, 11, "U+3000")),
        ("a:\n  minutes:40\n  kind: talk\n", ("colon-without-space", 2, 10, "minutes")),
        ("x:\n  y:\n\u3000\u3000title: A\n    minutes: 4\n", ("odd-space", 3, 1, "U+3000")),
        ("x:\r\n  y:\r\n  \u3000title: A\r\n    minutes: 4\r\n", ("odd-space", 3, 3, "U+3000")),
        ("title: {ja: 氷、en: Ice}\n", ("odd-sign", 1, 14, "、")),
        ("title: {ja: 氷，en: Ice}\n", ("odd-sign", 1, 14, "，")),
        ("title: {ja： 氷, en: Ice}\n", ("odd-sign", 1, 11, "：")),
        ("title: {ja:\u3000氷, en: Ice}\n", ("odd-space", 1, 12, "U+3000")),
        ("title: {ja:氷, en: Ice}\n", ("colon-without-space", 1, 11, "ja")),
        ("title: {en:}\n", ("colon-without-space", 1, 11, "en")),
        ("title: ｛ja: 氷｝\n", ("odd-sign", 1, 8, "｛")),
        ("title: “Ice: a talk”\n", ("curly-quotes", 1, 8, "Ice: a talk")),
        ("a:\n  - b\n  – c: d\n", ("odd-sign", 3, 3, "–")),
    ],
)
def test_where_reading_stops_the_odd_sign_is_told_in_its_own_line(
    text: str, expected: tuple[str, int, int, object]
) -> None:
    assert first(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: 紹介：本学\nb: c: d\n", "stray-colon"),
        ("title: {ja: 氷、雪, en: Ice\n", "unclosed-bracket"),
        ("address: https://example.org/\nb: c: d\n", "stray-colon"),
        ("motto: “Ice”\nb: c: d\n", "stray-colon"),
        ("motto: |\n  https://example.org/\nb: c: d\n", "stray-colon"),
        ("motto: |\n  minutes：40\n" + "  x\n" * FARTHEST + "b: c: d\n", "stray-colon"),
    ],
)
def test_a_sign_within_somebody_s_text_is_no_fault(text: str, code: str) -> None:
    assert first(text)[0] == code


@pytest.mark.parametrize("text", ["title: 紹介：本学、そして\u3000“Ice”\n", "title: {ja: 「氷、雪」, en: “Ice”}\n"])
def test_what_can_be_read_is_left_alone(text: str) -> None:
    assert read_yaml(SourceFile("week.yaml", text)) == []


def test_a_key_without_a_colon_is_told_in_its_own_line_and_not_in_the_next() -> None:
    assert first("a:\n  b: c\n  kind\n  d: e\n")[:3] == ("no-colon", 3, 3)


@pytest.mark.parametrize(
    ("written", "code", "value", "expected"),
    [
        ("minutes: ４０", "full-width", "４０", "40"),
        ("kind: ｔａｌｋ", "full-width", "ｔａｌｋ", "talk"),
        ("speakers: k\u0435ynoter", "look-alike", "k\u0435ynoter", "keynoter"),
        ("speakers: “ada”", "curly-quotes", "ada", "ada"),
        ("speakers: [ada、bob]", "odd-sign", "、", ","),
        ("languages: \u0435n", "look-alike", "\u0435n", "en"),
        ("k\u0456nd: talk", "look-alike", "k\u0456nd", "kind"),
        ("starts: 2021-09-29 15：00", "odd-sign", "：", ":"),
        ("starts: 2021–09–29 15:00", "odd-sign", "–", "-"),
        ("starts: “2021-09-29 15:00”", "curly-quotes", "2021-09-29 15:00", "2021-09-29 15:00"),
        ("starts: 2021-09-29\u300015:00", "odd-space", "U+3000", None),
    ],
)
def test_a_word_is_told_with_how_it_is_written_plainly(
    tmp_path: Path, written: str, code: str, value: str, expected: str | None
) -> None:
    item = f"    {written}\n    title: T\n"
    findings = load(write(tmp_path, {"week.yaml": f"items:\n  a:\n{item}"})).findings
    finding = next(one for one in findings if one.code != "shape.missing")
    assert (finding.code, finding.values["value"], finding.values.get("expected")) == (f"shape.{code}", value, expected)
    assert finding.source is not None and finding.source.line == 8


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sessions:\n  s:\n    minutes：40\n", ("shape.odd-sign", 8, 12, "：")),
        ("sessions:\n  s: minutes:40\n", ("shape.colon-without-space", 7, 13, "minutes")),
        ("rooms: a：A\n", ("shape.odd-sign", 6, 9, "：")),
        ("sessions:\n  s: 紹介：本学\n", ("shape.not-a-mapping", 7, 6, "紹介：本学")),
    ],
)
def test_a_single_key_with_an_odd_colon_is_not_taken_for_a_text(
    tmp_path: Path, text: str, told: tuple[str, int, int, str]
) -> None:
    (finding,) = load(write(tmp_path, {"week.yaml": text})).findings
    assert finding.source is not None
    assert (finding.code, finding.source.line, finding.source.column, finding.values["value"]) == told


@pytest.mark.parametrize("word", ["", "ada", "茶", "сор", "ада", "Łódź", "a" * LONGEST + "：", "“茶”"])
def test_a_word_of_another_script_pretends_nothing(word: str) -> None:
    assert odd_word(word) is None


def test_a_part_under_a_name_with_a_cyrillic_letter_is_refused_for_that_letter(tmp_path: Path) -> None:
    (finding,) = load(write(tmp_path, {"people.yaml": "\u0430da: {names: Ada}\n"})).findings
    assert (finding.code, finding.values["letter"], finding.values["expected"]) == ("shape.look-alike", "\u0430", "ada")


def test_endless_lines_are_looked_at_by_their_beginning() -> None:
    assert odd_sign("{" * 200_000 + "、a:") is None
    assert odd_sign("minutes：" + "4" * 200_000) is not None


@pytest.mark.parametrize(
    ("text", "inner"), [("«a»", "a"), ("„a“", "a"), ("「a」", "a"), ("”a”", "a"), ('"a"', None), ("“a", None)]
)
def test_quotation_marks_of_every_country_are_curly_ones(text: str, inner: str | None) -> None:
    assert unquoted(text) == inner
