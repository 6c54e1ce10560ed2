import pytest
from tests.site.pictures.drawings import TOKYO, block, jst, named, place, read, texts

from kakehashi.site.pictures import mark
from kakehashi.site.pictures.blocks import drawn_block
from kakehashi.site.pictures.fitting import Box
from kakehashi.site.pictures.forms import MIDDLE, NARROW, WIDE
from kakehashi.site.pictures.letters import width
from kakehashi.words import words_of

EN, JA = words_of("en"), words_of("ja")


def written(title, width, height, form=WIDE, words=EN, **more):
    drawn = drawn_block(block(jst(15), 60, title, **more), Box(0, 0, width, height), form, "Asia/Tokyo", words)
    return texts(drawn), drawn


def test_the_time_stands_beside_the_title_in_as_many_lines_as_it_needs():
    lines, _ = written("Russia’s Sustainable Lifestyle Dacha", 270, 90)
    assert lines == ["15:00", "Russia’s Sustainable Lifestyle", "Dacha"]


def test_ten_minutes_are_one_line():
    lines, drawn = written("Opening remarks", 270, 18)
    assert lines == ["15:00", "Opening remarks"]
    assert len(named(drawn, "text", "t13")) == 2


def test_a_title_of_two_lines_shares_one_where_there_is_one():
    assert written("開会挨拶\n山崎光悦", 270, 18, words=JA)[0] == ["15:00", "開会挨拶 · 山崎光悦"]


def test_a_title_of_a_thousand_letters_is_cut_and_its_label_is_not():
    title = "Sustainable watersheds " * 44
    lines, drawn = written(title, 270, 54)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert read(drawn)[0].get("aria-label") == title


def test_a_short_japanese_title_stands_upright_in_a_tall_block():
    lines, drawn = written("数学", 94, 270, words=JA)
    assert lines == ["数学"]
    assert len(named(drawn, "text", "serif tate t34")) == 1


def test_another_short_title_is_turned_its_first_line_to_the_right():
    _, drawn = written("Environmental Studies in Siberia", 94, 270)
    turned = [one.get("transform") for one in named(drawn, "text", "serif t22")]
    assert turned == ["translate(53.96 16) rotate(90)", "translate(25.96 16) rotate(90)"]


def test_where_the_title_has_no_room_the_short_word_stands_under_the_time():
    assert written("Interdisciplinary " * 20, 75, 60, kind="Keynote")[0] == ["15:00", "Keynote"]


def test_in_a_narrow_and_tall_block_the_short_word_is_turned():
    _, drawn = written("Interdisciplinary " * 40, 22, 90, kind="Keynote")
    assert [one.get("transform") for one in named(drawn, "text")] == ["translate(6.52 16) rotate(90)"]


def test_a_block_too_small_for_any_word_has_none_and_is_a_link_all_the_same():
    lines, drawn = written("Opening remarks", 12, 6)
    assert lines == []
    assert read(drawn)[0].get("aria-label") == "Opening remarks"


def test_on_a_telephone_a_block_shows_its_short_word():
    assert written("Keynote lecture of the week", 57, 47, NARROW, kind="Keynote")[0] == ["Keynote"]


def test_on_a_telephone_a_narrow_lane_shows_the_whole_title_turned():
    lines, drawn = written("Environmental Studies", 19, 143, NARROW, kind="Session")
    assert lines == ["Environmental Studies"]
    assert named(drawn, "text")[0].get("transform", "").endswith("rotate(90)")


def test_text_on_a_dark_hue_is_the_colour_of_paper_and_the_weeks_own_block_is_plain():
    assert len(named(written("Talk", 270, 90, mark=mark(2))[1], "text", "deep")) == 2
    assert len(named(written("Talk", 270, 90, mark=mark(0))[1], "text", "pale")) == 2
    assert named(written("Talk", 270, 90)[1], "rect", "plain") != []


def test_a_closed_block_has_an_edge_and_its_words_move_aside():
    _, drawn = written("Talk", 270, 90, closed=True)
    assert place(named(drawn, "rect", "solid")[0], "x", "width") == (0, 5)
    assert place(named(drawn, "text", "fig")[0], "x") == (14,)


def test_planned_times_are_dotted_and_cancelled_titles_struck():
    _, drawn = written("Talk", 270, 90, planned=True, cancelled=True)
    assert texts(drawn, "planned") == ["15:00"]
    assert texts(drawn, "cancelled") == ["Talk"]


def test_the_language_of_a_title_stands_on_its_link():
    assert read(written("Доклад", 270, 90, language="ru")[1])[0].get("lang") == "ru"


def test_what_a_stranger_wrote_stays_text():
    lines, drawn = written('<script>alert("1")</script>', 400, 90)
    assert "".join(lines[1:]) == '<script>alert("1")</script>'
    assert [one.tag for one in read(drawn)[0]] == ["rect", "text", "text"]


def test_a_word_for_which_there_is_no_room_gives_way_to_the_time():
    assert written("Podiumsdiskussion", 59, 45, NARROW, kind="Podium discussion")[0] == ["15:00"]
    assert written("Podiumsdiskussion", 59, 9, NARROW, kind="Podium discussion")[0] == []


def test_a_short_japanese_word_is_broken_between_its_words_or_stands_upright():
    assert written("基調講演の題", 50, 47, NARROW, JA, kind="基調講演")[0] == ["基調", "講演"]
    lines, drawn = written("基調講演の題がとても長い", 21, 80, NARROW, JA, kind="調印式")
    assert (lines, len(named(drawn, "text", "tate"))) == (["調印式"], 1)


def test_where_there_is_no_room_for_who_the_title_stands_alone():
    assert written("Opening remarks\nWada Takashi", 177, 18)[0] == ["15:00", "Opening remarks"]


@pytest.mark.parametrize("form", [WIDE, MIDDLE, NARROW], ids=lambda form: form.kind)
@pytest.mark.parametrize(
    ("words", "title"),
    [
        (EN, "Flood plains and their people"),
        (words_of("de"), "Hochwasserrückhaltebecken und Auenlandschaften"),
        (words_of("ru"), "Наводнения и жизнь в пойме Енисея"),
        (JA, "川とともに生きる人びとの暮らし"),
        (EN, "한강과 사람들의 삶"),
    ],
    ids=["Latin", "long words", "Cyrillic", "Japanese", "Korean"],
)
def test_in_any_script_and_form_lines_are_read_in_their_order_and_only_the_last_is_cut(form, words, title):
    time = words.clock(jst(15).astimezone(TOKYO))
    for broad in (40, 80, 160, 320):
        lines = [line for line in written(title, broad, 84, form, words, kind=title)[0] if line != time]
        assert [line for line in lines[:-1] if line.endswith("…")] == []
        assert squeezed(title).startswith(squeezed("".join(lines).removesuffix("…")))


def squeezed(text):
    return "".join(text.split())


def test_no_word_is_broken_however_narrow_the_block():
    for broad in range(30, 200, 5):
        lines, _ = written("Podium discussion", broad, 84, NARROW, kind="Podium")
        assert {word for line in lines for word in line.split()} <= {"15:00", "Podium", "discussion"}


def test_a_turned_word_ends_within_its_block_in_every_form():
    for form in (WIDE, MIDDLE, NARROW):
        for high in range(40, 120):
            _, drawn = written("Interdisciplinary " * 40, 22, high, form, kind="Keynote")
            tops = [float(one.get("transform", "0 0)").split()[1].rstrip(")")) for one in named(drawn, "text")]
            assert all(top + width("Keynote", form.letter) <= high for top in tops)


def test_a_single_row_has_the_short_word_rather_than_a_piece_of_a_title():
    assert (
        written("Signing of the agreement on the office", 230, 18, kind="Signing ceremony")[0][-1] == "Signing ceremony"
    )


def test_a_title_is_cut_after_a_whole_word():
    lines, _ = written("Signing of the agreement on an office in Irkutsk", 200, 45, kind="Signing")
    assert lines == ["15:00", "Signing of the", "agreement on an…"]
