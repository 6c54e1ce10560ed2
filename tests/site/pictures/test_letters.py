from kakehashi.site.pictures.letters import cut, is_upright, lines, pieces, width


def test_japanese_takes_a_square_a_letter_and_latin_about_half():
    assert width("数学", 34) == 68
    assert 0.4 < width("Mathematics", 1) / 11 < 0.6


def test_an_accent_costs_nothing_however_it_is_written():
    assert width("й", 14) == width("и\u0306", 14)
    assert width("é", 14) == width("e", 14)


def test_a_text_that_fits_is_not_cut():
    assert cut("Physics", 100, 14) == "Physics"


def test_a_cut_text_ends_in_an_ellipsis_and_fits():
    shown = cut("Environmental Studies " * 40, 120, 14)
    assert shown.endswith("…")
    assert width(shown, 14) <= 120


def test_where_not_even_a_letter_fits_nothing_is_left():
    assert cut("Physics", 10, 14) == ""


def test_lines_break_at_spaces_and_keep_to_their_room():
    assert lines("Russia’s Sustainable Lifestyle Dacha", 110, 14) == ["Russia’s", "Sustainable", "Lifestyle Dacha"]


def test_a_line_break_in_the_text_stays():
    assert lines("Keynote\nDacha", 500, 14) == ["Keynote", "Dacha"]


def test_japanese_breaks_between_letters_but_no_line_begins_with_a_closing_mark():
    assert lines("金沢、カザン、沿海州。", 14 * 3, 14) == ["金沢、", "カザ", "ン、沿", "海州。"]


def test_a_no_break_space_holds_its_words_together():
    assert list(pieces("в\u00a0Казани и\u00a0Омске")) == ["в\u00a0Казани ", "и\u00a0Омске"]


def test_a_word_that_is_too_long_is_broken_inside():
    assert lines("aaaaaaaa", width("aaa", 14), 14) == ["aaa", "aaa", "aa"]


def test_an_empty_text_has_no_lines():
    assert lines("", 100, 14) == []


def test_only_squares_stand_upright():
    assert [is_upright(text) for text in ("数学", "ダーチャ", "AI倫理", "")] == [True, True, False, False]


def test_a_cut_never_ends_in_a_dot_that_joins_two_parts():
    assert cut("Opening remarks · Wada Takashi", width("Opening remarks ·…", 14), 14) == "Opening remarks…"


def test_a_long_word_opens_a_line_for_what_follows_it():
    assert lines("aaaaa bb", width("aaa", 14), 14) == ["aaa", "aa", "bb"]
    assert lines("aaaa b", width("aaa", 14), 14) == ["aaa", "a b"]


def test_a_title_of_many_thousand_letters_is_broken_in_time_that_grows_with_its_length():
    text = "x" * 20_000
    rows = lines(text, 100, 14)
    assert "".join(rows) == text
    assert {len(row) for row in rows[:-1]} == {len(rows[0])}
