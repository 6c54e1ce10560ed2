import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.pictures.letters import NOT_FIRST, NOT_LAST
from kakehashi.site.pictures.phrases import compounds, phrases
from kakehashi.words import words_of

EN, JA = words_of("en"), words_of("ja")


@pytest.mark.parametrize(
    ("title", "room", "pieces"),
    [
        ("基調講演", 4, ["基調講演"]),
        ("基調講演", 3, ["基調", "講演"]),
        ("調印式", 2, ["調印式"]),
        ("学生発表の報告", 5, ["学生発表の", "報告"]),
        ("2017年からの5年間の報告", 3, ["2017年からの", "5年間の", "報告"]),
        ("「日露医学研究教育センター」", 3, ["「日露", "医学", "研究", "教育", "センター」"]),
        ("オディネツ・セルゲイ", 3, ["オディネツ・", "セルゲイ"]),
        ("ライフスタイル ダーチャ", 3, ["ライフスタイル ", "ダーチャ"]),
    ],
)
def test_japanese_breaks_between_phrases_and_a_phrase_too_broad_between_its_words(title, room, pieces):
    assert list(phrases(title, JA, room)) == pieces


def test_korean_breaks_at_its_spaces():
    assert list(phrases("신입생을 위한 안내", EN, 2)) == ["신입생을 ", "위한 ", "안내"]


def test_a_russian_preposition_stays_with_its_word():
    assert list(phrases("Дача и лес в Казани", words_of("ru"), 9)) == ["Дача ", "и\u00a0лес ", "в\u00a0Казани"]


def test_a_long_run_of_one_script_may_break_anywhere():
    assert list(compounds("これはとてもながいぶんしょうです"))[:3] == ["こ", "れ", "は"]


def test_markup_in_a_title_is_read_as_text():
    assert list(phrases("<wbr>a &amp; b", EN, 9)) == ["<wbr>a ", "&amp; ", "b"]


@given(st.text("新しい学生発表ロシーャ・「」、。々ぁん 5a한글", min_size=1, max_size=30), st.integers(1, 12))
def test_joined_the_pieces_are_the_text_and_none_begins_or_ends_where_no_line_may(title, room):
    pieces = list(compounds(title))
    assert "".join(pieces) == title
    assert [piece for piece in pieces[1:] if piece[0] in NOT_FIRST] == []
    assert [piece for piece in pieces[:-1] if piece[-1] in NOT_LAST] == []
