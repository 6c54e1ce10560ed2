"""The stretch of text that a change takes, and what stands there afterwards."""

import pytest

from kakehashi.findings import Place
from kakehashi.folder.emitting import Plain, Written
from kakehashi.folder.locating import Spot
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile
from kakehashi.folder.splicing import Splice, added, merged, nested, removed, replaced, spliced


def spot(text: str, steps: Place) -> Spot:
    """What stands at `steps` of a file with this text."""
    file = SourceFile("x.yaml", text)
    assert read_yaml(file) == []
    return Spot(file, file.root).below(steps)


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("a: Tea\n", "Cake", "a: Cake\n"),
        ("a: Tea # hot\nb: 1\n", "Cake", "a: Cake # hot\nb: 1\n"),
        ("a: 'Tea'\n", "it's", "a: 'it''s'\n"),
        ('a: "Tea"\n', 'say "a"\\', 'a: "say \\"a\\"\\\\"\n'),
        ("a: 'Tea'\n", "a\tb", 'a: "a\\tb"\n'),
        ("a: Tea\n", "yes: no", "a: 'yes: no'\n"),
        ("a: Tea\n", "12", "a: '12'\n"),
        ("a: 10\n", Plain(12), "a: 12\n"),
        ("a: '10'\n", Plain(12), "a: 12\n"),
        ("a: {b: Tea, c: 1}\n", "x, y", "a: {b: 'x, y', c: 1}\n"),
        ("a:\nb: 1\n", "Tea", "a: Tea\nb: 1\n"),
        ("a:   # later\nb: 1\n", "Tea", "a: Tea   # later\nb: 1\n"),
        ("a: Tea # hot\n", "One.\nTwo.", "a: | # hot\n  One.\n  Two.\n"),
        ("a: Tea\r\nb: 1\r\n", "One.\nTwo.", "a: |\r\n  One.\r\n  Two.\r\nb: 1\r\n"),
        ("a: |+ # long\n  One.\n\nb: 1\n", "Two.", "a: |+ # long\n  Two.\n\nb: 1\n"),
        ("a: >-\n  One\n  and two.\nb: 1\n", "Three.\nFour.", "a: |-\n  Three.\n  Four.\nb: 1\n"),
        ("a: |2\n    One.\nb: 1\n", " two", "a: ' two'\nb: 1\n"),
        ("a: [x, y]\nb: 1\n", ["z"], "a: [z]\nb: 1\n"),
        ("a:\n  - x\n  - y\n# end\nb: 1\n", ["z"], "a: [z]\n# end\nb: 1\n"),
        ("a: [x]\n", {"b": "1", "c": ["d"]}, "a:\n  b: '1'\n  c: [d]\n"),
        ("a: Tea # hot\n", {"en": "Tea"}, "a: # hot\n  en: Tea\n"),
        ("a:\n    b: 1\n    # inner\n    c: 2\n# end\n", {"d": "x"}, "a:\n  d: x\n# end\n"),
    ],
)
def test_a_value_is_replaced_and_what_stands_around_it_stays(text: str, value: Written, after: str) -> None:
    steps: Place = ("a", "b") if text.startswith("a: {") else ("a",)
    assert spliced(text, [replaced(spot(text, steps), value)]) == after


@pytest.mark.parametrize(
    ("text", "steps", "value", "after"),
    [
        ("a: 1\n", (), "x", "a: 1\nb: x\n"),
        ("a: 1", (), "x", "a: 1\nb: x"),
        ("a: 1 # one\n# end\n", (), "x", "a: 1 # one\nb: x\n# end\n"),
        ("", (), "x", "b: x\n"),
        ("# only this", (), "x", "# only this\nb: x\n"),
        ("{a: 1}\n", (), "x", "{a: 1, b: x}\n"),
        ("a: {}\n", ("a",), "x, y", "a: {b: 'x, y'}\n"),
        ("a: {c: 1} # few\n", ("a",), {"en": "Tea"}, "a: {c: 1, b: {en: Tea}} # few\n"),
        ("a:\n     c: 1\n\n\nd: 2\n", ("a",), "x", "a:\n     c: 1\n     b: x\n\n\nd: 2\n"),
        ("a:\n  c: |\n    One.\n\n  # end\n", ("a",), "x", "a:\n  c: |\n    One.\n  b: x\n\n  # end\n"),
        (
            "a:\r\n  c: 1\r\nd: 2\r\n",
            ("a",),
            {"en": "T", "ja": "茶"},
            "a:\r\n  c: 1\r\n  b:\r\n    en: T\r\n    ja: 茶\r\nd: 2\r\n",
        ),
        ("- a: 1\n  c: 2\n- d\n", (0,), "x", "- a: 1\n  c: 2\n  b: x\n- d\n"),
        ("a:\n", ("a",), "x", "a:\n  b: x\n"),
        ("a:  # soon\nd: 2\n", ("a",), "x", "a:  # soon\n  b: x\nd: 2\n"),
    ],
)
def test_a_key_is_added_after_the_last_one_of_its_mapping(text: str, steps: Place, value: Written, after: str) -> None:
    assert spliced(text, [added(spot(text, steps), "b", value)]) == after


@pytest.mark.parametrize(
    ("text", "steps", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb: 2", ("b",), "a: 1\n"),
        ("a: 1\n# of b\nb: 2 # two\n# of c\nc: 3\n", ("b",), "a: 1\n# of b\n# of c\nc: 3\n"),
        ("a: 1\r\nb:\r\n  c: 3\r\nd: 4\r\n", ("b",), "a: 1\r\nd: 4\r\n"),
        ("b: 2\n", ("b",), ""),
        ("{a: 1, b: 2, c: 3}\n", ("b",), "{a: 1, c: 3}\n"),
        ("{a: 1, b: 2}\n", ("b",), "{a: 1}\n"),
        ("{a: 1, b: 2}\n", ("a",), "{b: 2}\n"),
        ("a: {b: 2} # few\n", ("a", "b"), "a: {} # few\n"),
        ("a:\n  b: 2\nc: 3\n", ("a", "b"), "a:\nc: 3\n"),
        ("- a: 1\n  b: 2\n", (0, "a"), "- b: 2\n"),
        ("- a: 1\n  b: 2\n", (0, "b"), "- a: 1\n"),
        ("- a: 1\n- c\n", (0, "a"), "- {}\n- c\n"),
        ("a: |\n  One.\n\n  Two.\n\nb: 2\n", ("a",), "\nb: 2\n"),
    ],
)
def test_a_key_goes_with_its_lines_and_leaves_the_comments_of_others(text: str, steps: Place, after: str) -> None:
    assert spliced(text, [removed(spot(text, steps))]) == after


def test_splices_count_in_the_order_of_the_text_and_at_one_point_in_that_given() -> None:
    splices = [Splice(4, 5, "E"), Splice(1, 1, "x"), Splice(1, 1, "y"), Splice(1, 3, "")]
    assert spliced("abcde", splices) == "axydE"


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ({"a": {"b": "1"}}, {"a": {"c": "2"}}, {"a": {"b": "1", "c": "2"}}),
        ({"a": "1"}, {"a": {"c": "2"}}, {"a": {"c": "2"}}),
        ({"a": ["1"]}, {"a": ["2"]}, {"a": ["2"]}),
        ({}, {"a": "1"}, {"a": "1"}),
    ],
)
def test_mappings_are_merged_entry_by_entry(one: Written, other: Written, both: Written) -> None:
    assert merged(one, other) == both


def test_keys_lead_to_a_value_from_the_outside_in() -> None:
    assert (nested(["a", "b"], "x"), nested([], "x")) == ({"a": {"b": "x"}}, "x")
