"""What the faces of preview pictures have, and how much room it takes."""

import pytest

from kakehashi.site.previews.faces import settable, width
from kakehashi.week import Week
from kakehashi.week.anatomy import Matter, leaves


@pytest.mark.parametrize(
    "words",
    [
        "Kanazawa Russian Week — “2021”",
        "Неделя России — №\N{NO-BREAK SPACE}5, «ё»",
        "金沢大学ロシアウィーク2021「学生発表」",
        "Österreichisch-Łódźer Straße",
        "¿Qué mañana? Ñandú",
        "Şişli, Čapek, Győr, Þingvellir, Ağrı, Việt Nam",
        "Қазақстан, Україна, Ўзбекистон",
    ],
)
def test_letters_of_the_partners_languages_are_there(words: str) -> None:
    assert settable(words) == words


@pytest.mark.parametrize("words", ["أسبوع التبادل", "한국 주간", "Tea week שבוע"])
def test_a_word_with_a_letter_that_is_not_there_is_not_set_at_all(words: str) -> None:
    assert settable(words) is None


def test_a_sign_that_spells_nothing_is_left_out() -> None:
    assert settable("Tea week 🎉") == "Tea week"


def test_letters_with_accents_of_their_own_are_composed_first() -> None:
    assert settable("Cafe\N{COMBINING ACUTE ACCENT}") == "Café"


def test_every_name_of_a_place_and_week_in_the_sample_can_be_set(sample: Week) -> None:
    titles = [sample.title, sample.place, *(one.city for one in sample.institutions.values())]
    assert [text for title in titles for text in title.values() if settable(text) is None] == []


def test_almost_every_text_of_the_sample_can_be_set(sample: Week) -> None:
    texts = [text for leaf in leaves(sample, Matter.TEXT) for text in leaf.value.values() if isinstance(text, str)]
    assert len(texts) > 300
    assert [text for text in texts if settable(text) is None] == []


def test_kanji_stand_in_squares_and_latin_letters_do_not() -> None:
    assert (width("金沢", 40, "ja"), width("ii", 40, "en") < width("mm", 40, "en")) == (80, True)


def test_signs_that_both_faces_have_are_those_of_the_language() -> None:
    assert width("…", 10, "ja") == 10
    assert width("“", 10, "en") < 6
