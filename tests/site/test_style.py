"""The style sheet: what it may hold, and that it knows what the pictures are made of."""

import re
from importlib.resources import files
from itertools import groupby

import tinycss2
from tests.site.pictures.drawings import attributes, block, jst, picture_day, week

from kakehashi.site.assets import assets
from kakehashi.site.pictures import Mark, flags, large_shape, sample, two_clocks, week_picture
from kakehashi.site.pictures.clocks import clocks
from kakehashi.site.pictures.marks import HUES
from kakehashi.words import words_of

STATIC = files("kakehashi.site") / "static"
STYLE = (STATIC / "style.css").read_text("utf-8")


def tokens(nodes):
    """Every token, those inside blocks too."""
    for node in nodes:
        yield node
        yield from tokens(getattr(node, "content", None) or [])
        yield from tokens(getattr(node, "arguments", None) or [])


def told(style):
    """What a style sheet says, names of fonts' files aside: every token but comments, with any blank as one."""
    kept = [token for token in tokens(tinycss2.parse_stylesheet(style)) if token.type not in ("comment", "url")]
    said = [" " if token.type == "whitespace" else token.serialize() for token in kept if not hasattr(token, "content")]
    return [one for one, _ in groupby(said)]


def test_the_style_sheet_is_well_formed():
    assert [token for token in tokens(tinycss2.parse_stylesheet(STYLE)) if token.type == "error"] == []


def test_as_it_is_sent_it_is_smaller_than_forty_kilobytes_and_says_the_same():
    names, contents = assets()
    sent = contents[names["style.css"]]
    assert len(sent) < 40_000
    assert told(sent.decode("utf-8")) == told(STYLE)


def test_it_loads_nothing_but_fonts_that_lie_beside_it():
    addresses = re.findall(r"url\(([^)]+)\)", STYLE)
    assert {address for address in addresses if not (STATIC / address).is_file()} == set()
    assert "@import" not in STYLE


def test_as_it_is_sent_it_names_them_as_they_are_sent():
    names, contents = assets()
    sent = contents[names["style.css"]].decode("utf-8")
    written, named = (set(re.findall(r"url\(([^)]+)\)", style)) for style in (STYLE, sent))
    assert named == {names[font] for font in written}
    assert named <= contents.keys()


def test_the_fonts_licence_lies_beside_them():
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL.txt").read_text("utf-8")


def test_it_holds_no_words_of_a_week():
    assert [found for found in re.findall(r'content: "([^"]*)"', STYLE) if re.search(r"[A-Za-z]", found)] == []


def test_sides_are_named_by_the_direction_of_the_text():
    sides = re.findall(r"(?:margin|padding|border)-(?:left|right)\b|(?<![-\w])(?:left|right|float)\s*:", STYLE)
    assert sides == []


def test_it_knows_every_class_of_the_pictures():
    at = jst(15)
    shown = clocks(week().places, "Asia/Tokyo", "Kanazawa", at)
    words = words_of("ja")
    blocks = [
        block(at, 150, "数学", mark=Mark(hue, "circle"), closed=True, planned=True, cancelled=True, lane=hue)
        for hue in HUES
    ]
    drawn = [
        week_picture(week(picture_day(*blocks), picture_day(block(jst(23), 60, "Keynote " * 9))), words),
        flags(at, shown, words, "wide") or "",
        two_clocks(at, shown[1], shown[0], words),
        large_shape(Mark("ai", "ring")),
        sample("night"),
    ]
    used = {kind for one in drawn for name, value in attributes(one) if name == "class" for kind in value.split()}
    assert {kind for kind in used if not re.search(rf"\.{re.escape(kind)}\b", STYLE)} == set()
