"""Folding: two ways of writing one thing are one, and every part of a text without spaces can be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.search.folding import END, PAIR, RULES, fold, tokens

ALIKE = [
    ("case", "KAZAN", "kazan"),
    ("width of letters", "Ｋａｚａｎ　２０２１", "Kazan 2021"),
    ("width of kana", "ｶｻﾞﾝ", "カザン"),
    ("kinds of kana", "ガフロフ", "がふろふ"),
    ("long vowels", "ダーチャ", "ダチャ"),
    ("a long vowel at the end", "コンピューター", "コンピュータ"),
    ("sounds of v", "ヴィタリー", "ビタリ"),
    ("the dot between names", "ガフロフ・イルシャット", "ガフロフイルシャット"),
    ("old characters", "山﨑", "山崎"),
    ("old characters of a school", "國學", "国学"),
    ("a character beyond the first plane", "𠮷野", "吉野"),
    ("a sign of repetition", "佐々木", "佐佐木"),
    ("yo and ye", "Пётр", "Петр"),
    ("a short i", "Андрей", "Андреи"),
    ("a stressed vowel", "за\N{COMBINING ACUTE ACCENT}мок", "замок"),
    ("accents", "José Müller", "jose muller"),
    ("letters with strokes", "Łódź, Ærø", "lodz, aero"),
    ("a sharp s", "Straße", "strasse"),
    ("a final sigma", "Σίσυφος", "σισυφοσ"),
    ("harakat", "مُحَمَّد", "محمد"),
    ("ligatures", "ﬁnal", "final"),
]


@pytest.mark.parametrize(("one", "other"), [pair[1:] for pair in ALIKE], ids=[pair[0] for pair in ALIKE])
def test_these_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("は", "ぱ"), ("мир", "мор"), ("大学", "太学"), ("c", "k")])
def test_these_are_not(one: str, other: str) -> None:
    assert list(tokens(one)) != list(tokens(other))


@given(st.text())
def test_what_is_folded_is_folded(text: str) -> None:
    assert list(tokens(fold(text))) == list(tokens(text))


@given(st.text())
def test_a_token_is_letters_and_figures_alone_so_that_pagefind_takes_nothing_off(text: str) -> None:
    assert [token for token in tokens(text) if not token.isalnum()] == []


JAPANESE = st.text("金沢大学研究がばぱん会𠮷", min_size=2, max_size=12)


@given(JAPANESE, st.data())
def test_every_part_of_two_characters_and_more_stands_in_a_japanese_text(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text) - 2))
    last = data.draw(st.integers(first + 2, len(text)))
    whole, part = list(tokens(text)), list(tokens(text[first:last]))[:-1]
    assert any(whole[place : place + len(part)] == part for place in range(len(whole)))


@given(JAPANESE, JAPANESE)
def test_no_part_reaches_from_one_text_into_the_next(one: str, other: str) -> None:
    across = next(iter(tokens(one[-1] + other[0])))
    assert across not in list(tokens(one))[-1:] + list(tokens(other))[-1:]
    assert [*tokens(one)][-1].endswith(END)


def test_a_space_in_a_japanese_name_does_not_count() -> None:
    assert list(tokens("やまざき こうえつ")) == list(tokens("やまざきこうえつ"))


def test_words_are_closed_and_pairs_opened() -> None:
    assert list(tokens("Kazan 2021, JR線")) == [f"kazan{END}", f"2021{END}", f"jr{END}", f"{PAIR}hnnk{END}"]


def test_a_character_stands_for_another_that_stands_for_itself() -> None:
    written = RULES["letters"] | RULES["variants"]
    assert {new for new in written.values() if fold(new) != new} == set()
