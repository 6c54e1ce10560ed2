from markupsafe import Markup

from kakehashi.site.pictures.svg import element, figure, line, rect, text, view


def test_a_coordinate_has_two_decimals_at_most_and_no_empty_ones():
    assert [figure(value) for value in (12, 12.5, 12.346, -0.0001)] == ["12", "12.5", "12.35", "0"]


def test_what_stands_in_an_element_is_escaped_once():
    assert element("text", ["<b>", Markup("<i/>")], kind='"') == Markup('<text class="&#34;">&lt;b&gt;<i/></text>')


def test_an_element_without_content_closes_itself():
    assert rect("sky", 0, 1.5, 20, 5) == Markup('<rect class="sky" x="0" y="1.5" width="20" height="5"/>')


def test_an_attribute_without_a_value_is_left_out_and_one_of_two_words_has_a_hyphen():
    assert element("a", lang=None, aria_label="15:00") == Markup('<a aria-label="15:00"/>')


def test_turned_text_turns_about_its_start():
    assert text("t13", 10, 141, "Kazan", turned=-90) == Markup(
        '<text class="t13" transform="translate(10 141) rotate(-90)">Kazan</text>'
    )


def test_a_line_joins_two_points():
    assert line("grid", (1, 2), (3, 4)) == Markup('<line class="grid" x1="1" x2="3" y1="2" y2="4"/>')


def test_a_view_box_keeps_its_capital():
    assert element("svg", viewBox=view(-1, 0, 10, 20)) == Markup('<svg viewBox="-1 0 10 20"/>')
