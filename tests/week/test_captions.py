"""Captions as a file of anybody's says them: times, words, voices, and whatever is wrong."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kakehashi.week.captions import MOST_BYTES, Captions, Cue, Fault, captions

HEAD = "WEBVTT\n\n"


def said(text: str) -> Captions:
    return captions((HEAD + text).encode())


def test_times_are_milliseconds_and_hours_may_be_left_out() -> None:
    read = said("00:01.000 --> 00:02.500\nTea\n\n01:00:00.001 --> 100:00:00.000\nCake\n")
    assert read == Captions((Cue(1000, 2500, "Tea"), Cue(3_600_001, 360_000_000, "Cake")))


def test_names_settings_comments_styles_and_regions_say_nothing() -> None:
    read = said(
        "NOTE for us\nonly\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\n"
        "first\n00:01.000 --> 00:02.000 line:0 align:start\nTea\n"
    )
    assert read == Captions((Cue(1000, 2000, "Tea"),))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<i>Tea</i> &amp; <b.loud>cake</b>", "Tea & cake"),
        ("a &lt;script&gt; b", "a <script> b"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("two\nlines", "two lines"),
        ("<00:01.500>one <c>two</c>", "one two"),
        ("open <i", "open"),
        ("turn\u202eed \u200fround\x07", "turned round"),
        ("<ruby>茶<rt>ちゃ</rt></ruby>", "茶ちゃ"),
        ("&nbsp; &#x1F375; &unknown;", "🍵 &unknown;"),
    ],
)
def test_markup_becomes_plain_words(written: str, plain: str) -> None:
    assert [cue.text for cue in said(f"00:01.000 --> 00:02.000\n{written}\n").cues] == [plain]


def test_a_voice_is_known_by_its_name() -> None:
    (cue,) = said("00:01.000 --> 00:02.000\n<v.first Ada &amp; Bo>Tea</v>\n").cues
    assert (cue.voice, cue.text) == ("Ada & Bo", "Tea")


def test_captions_come_in_the_order_of_time() -> None:
    read = said("00:05.000 --> 00:06.000\nlater\n\n00:01.000 --> 00:02.000\nsooner\n")
    assert [cue.text for cue in read.cues] == ["sooner", "later"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    content = "\ufeffWEBVTT - a title\n\n00:01.000 --> 00:02.000\nTea\n".replace("\n", end)
    assert captions(content.encode()) == Captions((Cue(1000, 2000, "Tea"),))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault("captions.no-header")),
        (b"1\n00:00:01,000 --> 00:00:02,000\nTea\n", Fault("captions.no-header")),
        (b"WEBVTTX\n", Fault("captions.no-header")),
        (b"WEBVTT\n", Fault("captions.empty")),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nお茶\n".encode("shift_jis"), Fault("captions.encoding", 4)),
        (b"WEBVTT" + b"\n" * MOST_BYTES, Fault("captions.too-large")),
        (b"WEBVTT\n\n" + b"0:1.000 --> 0:2.000\n\n" * 2, Fault("captions.bad-time", 3)),
        (b"WEBVTT\n\n00:01,000 --> 00:02,000\nTea\n", Fault("captions.bad-time", 3)),
        (b"WEBVTT\n\n00:02.000 --> 00:02.000\nTea\n", Fault("captions.ends-first", 3)),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nTea\n\nand cake\n", Fault("captions.no-time", 6)),
    ],
)
def test_each_fault_is_named_with_its_line(content: bytes, fault: Fault) -> None:
    assert captions(content).faults[0] == fault


def test_what_is_wrong_with_one_leaves_the_others() -> None:
    assert [cue.text for cue in said("00:99.000 --> 1\nA\n\n00:01.000 --> 00:02.000\nB\n").cues] == ["B"]


def test_more_captions_than_a_page_can_hold_are_refused() -> None:
    assert said("00:01.000 --> 00:02.000\nTea\n\n" * 10_001) == Captions(faults=(Fault("captions.too-large"),))


PIECES = st.lists(
    st.sampled_from(
        [
            "WEBVTT",
            "\n",
            "\n\n",
            "\r",
            "00:01.000",
            " --> ",
            "00:02.000",
            "<v ",
            ">",
            "<",
            "&",
            "&#",
            ";",
            "\0",
            "茶",
            "NOTE",
        ]
    )
    | st.text(max_size=3),
    max_size=60,
).map("".join)


@given(PIECES.map(lambda text: f"WEBVTT\n\n{text}".encode(errors="replace")) | st.binary(max_size=200))
@example(b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<" * 5000)
def test_whatever_the_bytes_every_caption_has_a_span_and_no_control_character(content: bytes) -> None:
    for cue in captions(content).cues:
        assert cue.start < cue.end
        assert all(letter.isprintable() or letter in "\u200c\u200d\u3000\u00a0" for letter in cue.text + cue.voice)
