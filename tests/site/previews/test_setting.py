"""A title in its place: as large as it can be, no word torn, nothing outside."""

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.site.previews.faces import width
from kakehashi.site.previews.setting import LEADING, SIZES, set_title
from kakehashi.words import words_of

ROOM = (1072, 240)
EN, JA = words_of("en"), words_of("ja")


def test_a_short_title_stands_in_one_line_of_the_largest_size() -> None:
    shown = set_title("Tea week", EN, ROOM)
    assert (shown.lines, shown.size) == (("Tea week",), SIZES[0])


def test_lines_are_about_as_long_as_each_other() -> None:
    assert set_title("International Exchange Week of Universities", EN, ROOM).lines == (
        "International Exchange",
        "Week of Universities",
    )


def test_a_long_word_makes_the_title_smaller_rather_than_being_torn() -> None:
    shown = set_title("Donaudampfschifffahrtsgesellschaftskapitän kommt", words_of("de"), ROOM)
    assert shown.lines == ("Donaudampfschifffahrtsgesellschaftskapitän", "kommt")
    assert shown.size < SIZES[0]


def test_japanese_breaks_between_phrases() -> None:
    assert set_title("金沢大学ロシアウィーク2021", JA, ROOM).lines == ("金沢大学", "ロシアウィーク2021")


def test_what_does_not_fit_even_in_the_smallest_size_ends_in_an_ellipsis() -> None:
    shown = set_title("交流週間と学生発表" * 60, JA, ROOM)
    assert (shown.size, shown.lines[-1][-1]) == (SIZES[-1], "…")


@given(st.text(st.sampled_from("ab m金ァー。 -Жж"), max_size=250))
def test_no_title_leaves_its_place(title: str) -> None:
    for words in (EN, JA):
        shown = set_title(title, words, ROOM)
        assert max((width(line, shown.size, words.language) for line in shown.lines), default=0) <= ROOM[0] + 1e-6
        assert len(shown.lines) * shown.size * LEADING <= ROOM[1]
