"""What a Japanese reader would see at once: brackets and colons of the wrong width."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import kakehashi.words
from kakehashi.words import words_of

ROOMS = Path(kakehashi.words.__file__).parent
WEEK = Path(__file__).parents[2] / "examples" / "kanazawa-russian-week-2021"
JAPANESE = r"[\u3041-\u30ff\u4e00-\u9fff「」『』]"
NARROW = re.compile(rf"{JAPANESE}\(|\){JAPANESE}|{JAPANESE}:[ 「]")
PLACE = re.compile(r"%\((\w+)\)s")


def _sentences() -> list[str]:
    with (ROOMS / "catalogues" / "ja.po").open("rb") as file:
        catalogue = read_po(file)
    strings = [one.string if isinstance(one.string, str) else "".join(one.string or ()) for one in catalogue if one.id]
    return [PLACE.sub("語", string) for string in strings]


def test_no_sentence_has_a_narrow_bracket_or_colon_beside_japanese() -> None:
    assert [text for text in _sentences() if NARROW.search(text) and "キー: 値" not in text] == []


@pytest.mark.parametrize("path", [*sorted(WEEK.rglob("*.ja.md")), *sorted(WEEK.rglob("*.yaml"))], ids=lambda p: p.name)
def test_no_text_of_the_sample_week_has_a_narrow_bracket_beside_japanese(path: Path) -> None:
    lines = [line.replace("ja: ", "") for line in path.read_text("utf-8").splitlines()]
    assert [line for line in lines if re.search(rf"{JAPANESE}\(|\){JAPANESE}", line)] == []


def test_a_label_and_what_it_names_are_parted_by_a_wide_colon() -> None:
    assert words_of("ja").say("Source: %(source)s", source="金沢大学") == "出典：金沢大学"
