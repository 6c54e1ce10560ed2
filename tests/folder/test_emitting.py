"""YAML as a person would write it, which our reader and other readers take apart alike."""

import pytest
import yaml

from kakehashi.folder.emitting import WIDTH, Flow, Plain, Written, emit, in_flow, is_plain
from kakehashi.folder.nodes import Scalar, Table
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile

STRANGE = [
    *(
        "",
        " a",
        "a ",
        "a\n",
        "\n",
        "\na",
        "a\n\n b",
        " a\nb",
        "a\tb",
        "a\rb",
        "a\r\nb",
        "\x85",
        "a\u2028b",
        "\ufeffa",
    ),
    *(
        "no",
        "Yes",
        "ON",
        "null",
        "~",
        "1",
        "-1",
        "1.5",
        "1e3",
        "0x1F",
        ".inf",
        "1:30",
        "2021-09-29",
        "2021-09-29 15:00",
    ),
    *(
        "- a",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "?",
        "? a",
        "[a]",
        "{a}",
        "a, b",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
    ),
    *(
        "'",
        '"',
        "'a'",
        '"a"',
        "a'b\"c\\",
        "it's",
        "\\",
        "---",
        "...",
        "お茶: 「茶」",
        "Ünïcödé",
        "\U0001f375",
        "\u202ea",
    ),
    *("x" * 3000, "long " * 60 + "end", "a  b" * 40, "line\n" * 50 + "end"),
]


def read(text: str) -> dict[str, str]:
    """The texts of a file by key, as we read them."""
    file = SourceFile("x.yaml", text)
    assert read_yaml(file) == [] and isinstance(file.root, Table)
    return {key: node.text for key, node in file.root.values.items() if isinstance(node, Scalar)}


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
def test_every_text_is_read_back_by_us_and_by_other_readers(text: str) -> None:
    block, flow = emit({"key": text, "next": "a"}), emit({"key": Flow({"key": text})})
    # A block ends in a line end, which the document's types take away with all other space around a text.
    closed = text + "\n" * block.startswith(("key: |", "key: >"))
    assert read(block) == {"key": closed, "next": "a"}
    assert (yaml.safe_load(block)["key"], yaml.safe_load(flow)["key"]["key"]) == (closed, text)


@pytest.mark.parametrize("key", [key for key in STRANGE if 0 < len(key) < 1000], ids=ascii)
def test_every_key_is_read_back(key: str) -> None:
    assert read(emit({key: "a"})) == {key: "a"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Tea", "key: Tea\n"),
        ("Tea: green", "key: 'Tea: green'\n"),
        ("it's: so", 'key: "it\'s: so"\n'),
        ("12", "key: '12'\n"),
        (Plain("12"), "key: 12\n"),
        ("One.\nTwo.", "key: |\n  One.\n  Two.\n"),
        ("word " * 25 + "end", "key: >\n  " + "word " * 19 + "word\n  " + "word " * 5 + "end\n"),
        ("x" * 200, f"key: {'x' * 200}\n"),
        ({}, "key: {}\n"),
        ([], "key: []\n"),
        (["a", "b"], "key: [a, b]\n"),
        (["a" * 60, "b" * 60], f"key:\n  - {'a' * 60}\n  - {'b' * 60}\n"),
        ([["a"], ["b"]], "key: [[a], [b]]\n"),
        ([{"a": "1b", "c": "d"}], "key:\n  - a: 1b\n    c: d\n"),
        ([Flow({"a": "x", "c": "d, e"})], "key:\n  - {a: x, c: 'd, e'}\n"),
        ({"a": {"b": "c"}}, "key:\n  a:\n    b: c\n"),
        ([["a\nb"]], "key:\n  - - |\n      a\n      b\n"),
    ],
)
def test_a_value_is_written_in_the_plainest_way_that_holds_it(value: Written, text: str) -> None:
    assert emit({"key": value}) == text


@pytest.mark.parametrize(
    ("text", "block", "flow"),
    [("a, b", True, False), ("a?", True, False), ("a b", True, True), ("1 a", True, True), ("on", False, False)],
)
def test_what_needs_no_quotation_marks_depends_on_the_brackets_around_it(text: str, block: bool, flow: bool) -> None:
    assert (is_plain(text), is_plain(text, flow=True)) == (block, flow)


def test_no_mark_that_the_eye_cannot_see_is_written_as_such() -> None:
    written = emit({"key": "a\u200eb\u202ec\ufeffd\x07"})
    assert written == 'key: "a\\u200Eb\\u202Ec\\uFEFFd\\x07"\n'


def test_lines_are_folded_between_words_at_the_width_of_a_page() -> None:
    lines = emit({"key": "架け橋 " * 60 + "end"}).splitlines()
    assert max(len(line) for line in lines) <= WIDTH + 2


def test_within_brackets_everything_stands_in_one_line() -> None:
    assert in_flow({"a": ["x", {"b": "c\nd"}], "e": {}}) == '{a: [x, {b: "c\\nd"}], e: {}}'
