"""YAML as we read it: plain, without its traps, each fault with its place."""

import pytest

from kakehashi.folder.nodes import Scalar, Table
from kakehashi.folder.reading import DEEPEST, MOST_FAULTS, read_yaml
from kakehashi.folder.sources import SourceFile


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each fault."""
    found = read_yaml(SourceFile("week.yaml", text))
    return [(finding.code, finding.source.line, finding.source.column) for finding in found if finding.source]


@pytest.mark.parametrize("written", ["no", "1:30", "~", "2021-09-29", "0x1F", "1e3", ".inf"])
def test_every_scalar_is_the_text_that_is_written(written: str) -> None:
    file = SourceFile("week.yaml", f"key: {written}")
    assert read_yaml(file) == []
    assert isinstance(file.root, Table) and isinstance(value := file.root.values["key"], Scalar)
    assert value.text == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("shape.duplicate-key", 3, 1)]),
        ("a: &x 1\nb: *x\n", [("shape.anchor", 1, 4), ("shape.alias", 2, 4)]),
        ("a: !!python/object 1\n", [("shape.tag", 1, 4)]),
        ("a: 1\n---\nb: 1\n", [("shape.several-documents", 2, 1)]),
        ("a:\n\tb: 1\n", [("shape.tab", 2, 1)]),
        ("a: b: c\n", [("shape.stray-colon", 1, 5)]),
        ("a: - b\n", [("shape.stray-dash", 1, 4)]),
        ("a: 'b\n", [("shape.unclosed-quote", 1, 4)]),
        ("a: [b\n", [("shape.unclosed-bracket", 2, 1)]),
        ("a: @b\n", [("shape.quote-needed", 1, 4)]),
        ('a: "\\q"\n', [("shape.unknown-escape", 1, 5)]),
        ("- a\nb: 1\n", [("shape.indentation", 2, 1)]),
        ("a: b\x00\n", [("shape.control-character", 1, 5)]),
        ('a: "\\0"\n', [("shape.control-character", 1, 4)]),
        ("? [a]\n: b\n", [("shape.key-not-text", 1, 3)]),
        ("あ: &x い\r\nう: &y え\r\n", [("shape.anchor", 1, 4), ("shape.anchor", 2, 4)]),
    ],
)
def test_a_fault_is_told_with_line_and_column(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(text) == expected


def test_nesting_ends_where_no_week_goes() -> None:
    assert faults("[" * 900) == [("shape.too-deep", 1, DEEPEST + 1)]
    assert faults("- " * 100_000) == [("shape.too-deep", 1, 2 * DEEPEST + 1)]


def test_a_bomb_of_aliases_is_not_followed() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    assert {code for code, _, _ in faults("\n".join(lines))} == {"shape.anchor", "shape.alias"}


def test_after_many_faults_reading_stops() -> None:
    assert len(faults("- *a\n" * 10 * MOST_FAULTS)) == MOST_FAULTS
