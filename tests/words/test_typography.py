"""Line breaks, no-break spaces and quotation marks."""

import pytest

from kakehashi.words import words_of
from kakehashi.words.typography import phrases, quoted


def seen(text: str) -> str:
    """No-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 минут", "15_минут"),
        ("в Казани и во Владивостоке", "в_Казани и_во_Владивостоке"),
        ("Россия — Япония", "Россия_— Япония"),
        ("И. Р. Гафуров", "И._Р._Гафуров"),
        ("№ 3, § 2", "№_3, §_2"),
        ("86-й премьер-министр", "86-й премьер-министр"),
        ("Три дня", "Три дня"),
        ("Студент 1 Университета Канадзавы", "Студент_1 Университета Канадзавы"),
        ("Студент 3 ПСПбГМУ", "Студент_3 ПСПбГМУ"),
        ("16 МБ", "16_МБ"),
        ("Kanazawa University at 15", "Kanazawa University at 15"),
    ],
)
def test_russian_holds_short_words_numbers_initials_and_dashes(text: str, expected: str) -> None:
    assert seen(words_of("ru").spaced(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("50 mK, 20 kB, 5 %", "50_mK, 20_kB, 5_%"), ("1 King", "1 King"), ("in 2021 and later", "in 2021 and later")],
)
def test_every_language_holds_a_number_and_its_unit(text: str, expected: str) -> None:
    assert seen(words_of("en").spaced(text)) == expected


def test_japanese_may_break_between_phrases() -> None:
    text = "ロシアの持続可能なライフスタイル"
    assert words_of("ja").breakable(text) == "ロシアの<wbr>持続可能な<wbr>ライフスタイル"


@pytest.mark.parametrize("text", ["2021年", "2021年9月29日", "Kanazawa", "RU2021"])
def test_japanese_does_not_break_within_a_number_or_a_latin_word(text: str) -> None:
    assert words_of("ja").breakable(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15:00〜15:40に開催", "15:00〜15:40に|開催"),
        ("3.5時間の講演", "3.5時間の|講演"),
        ("10,000人が参加", "10,000人が|参加"),
        ("UTC+9の時刻", "UTC+9の|時刻"),
        ("office@example.orgへ送る", "office@example.orgへ|送る"),
        ("COVID-19の影響", "COVID-19の|影響"),
        ("Московский университетと金沢大学", "Московский университетと|金沢大学"),
        ("派遣学生（延べ人数）", "派遣学生|（延べ人数）"),
        ("夜（18–23時）・早朝", "夜|（18–23時）・早朝"),
        ("表示するには：金沢", "表示するには：金沢"),
        ("か\u3099くせいの発表", "か\u3099く|せいの|発表"),
        ("葛\U000e0100城の👩\u200d🎓", "葛\U000e0100城の|👩\u200d🎓"),
    ],
)
def test_japanese_breaks_where_a_line_may_end_and_the_next_begin(text: str, expected: str) -> None:
    assert phrases(text) == expected.split("|")


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_what_may_break_is_escaped(language: str) -> None:
    assert words_of(language).breakable("<i>&") == "&lt;i&gt;&amp;"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“The ‘dacha’ garden”"),
        ("ja", "「The “dacha” garden」"),
        ("ru", "«The “dacha” garden»"),
        ("de", "„The “dacha” garden“"),
        ("es", "«The “dacha” garden»"),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(language: str, expected: str) -> None:
    assert words_of(language).quote("The “dacha” garden") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Доклад «Дача»", "«Доклад „Дача“»"),
        ("ja", "講演「ダーチャ」", "「講演『ダーチャ』」"),
        ("en", "Talk “Dacha”", "“Talk ‘Dacha’”"),
        ("de", "Vortrag „Datscha“", "„Vortrag ‚Datscha‘“"),
        ("es", "Charla «La dacha»", "«Charla “La dacha”»"),
        ("en", "Talk “On ‘Dacha’” and “It’s”", "“Talk ‘On “Dacha”’ and ‘It’s’”"),
        ("ja", "講演「『桜の園』の庭」", "「講演『「桜の園」の庭』」"),
        ("en", "Never closed “Dacha", "“Never closed “Dacha”"),
    ],
)
def test_a_quotation_within_a_quotation_has_the_inner_marks(language: str, text: str, expected: str) -> None:
    assert words_of(language).quote(text) == expected


def test_marks_may_bring_their_spaces() -> None:
    assert quoted("le mot «\u00a0datcha\u00a0»", "«\u00a0\u00a0»", "“”") == "«\u00a0le mot “datcha”\u00a0»"


@pytest.mark.parametrize("marks", ["", "*", "[]", "()", "\\1"])
def test_any_marks_of_a_catalogue_can_be_set(marks: str) -> None:
    half = len(marks) // 2
    assert quoted("a [b] (c)", marks, "<>").replace("<", "[").replace(">", "]").startswith(marks[:half] + "a [b]")
