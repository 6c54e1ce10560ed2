"""A recording's captions as a text: paragraphs, chapters, moments to jump to."""

from typing import Any

from tests.site.pages.showing import classed, page, said
from tests.site.reading import MOMENT, PARTS, reader
from tests.week.building import week

from kakehashi.site import Kind, Site, site_of
from kakehashi.site.answering import Answers
from kakehashi.site.shown.transcript import Transcript, transcripts
from kakehashi.site.watching import Watched
from kakehashi.week import Visibility, for_audience
from kakehashi.week.captions import captions

FILM: dict[str, Any] = {"title": {"en": "Film"}, "file": "film.webm", "captions": {"en": "film.en.vtt"}}


def cues(*said: str) -> str:
    """A file of captions, each written `0-5 words` with seconds."""
    lines = ["WEBVTT", ""]
    for one in said:
        span, _, words = one.partition(" ")
        start, end = (float(second) for second in span.split("-"))
        lines += [f"{_time(start)} --> {_time(end)}", words, ""]
    return "\n".join(lines)


def _time(seconds: float) -> str:
    return f"{int(seconds) // 60:02}:{seconds % 60:06.3f}"


def a_site(films: dict[str, str], **keys: Any) -> Site:
    """The small week with a film, and what its files of captions say."""
    read = {path: captions(text.encode()) for path, text in films.items()}
    document = week(**PARTS | {"recordings": {"film": FILM | keys}})
    return site_of(for_audience(document, Visibility.PUBLIC, MOMENT), captions=read)


def shown(site: Site, language: str = "en") -> tuple[Transcript, ...]:
    return transcripts(reader(site, language, Kind.RECORDING, "film"), site.week.recordings["film"])


def paragraphs(*said: str, **keys: Any) -> list[tuple[str, str]]:
    (one,) = shown(a_site({"film.en.vtt": cues(*said)}, **keys))
    return [(part.time, str(part.words.striptags())) for passage in one.passages for part in passage.paragraphs]


def test_captions_run_on_until_a_sentence_ends_after_a_while() -> None:
    assert paragraphs("0-6 Tea is", "6-13 a leaf.", "13-20 It grows.") == [
        ("0:00", "Tea is a leaf."),
        ("0:13", "It grows."),
    ]


def test_a_silence_parts_them_and_so_does_another_voice() -> None:
    assert [time for time, _ in paragraphs("0-2 One", "4-5 two", "5-6 <v Ada>three", "6-7 <v Ada>four")] == [
        *("0:00", "0:04", "0:05"),
    ]


def test_nobody_speaks_for_longer_than_half_a_minute_in_one_paragraph() -> None:
    said = [f"{start}-{start + 10} and" for start in range(0, 100, 10)]
    assert [time for time, _ in paragraphs(*said)] == ["0:00", "0:30", "1:00", "1:30"]


def test_chapters_part_the_text_and_stand_over_it() -> None:
    chapters = [{"at": 60, "title": {"en": "Leaves"}}, {"at": 5, "title": {"en": "Water"}}]
    (one,) = shown(a_site({"film.en.vtt": cues("0-4 a", "5-9 b", "60-61 c", "61-62 d")}, chapters=chapters))
    assert [(str(p.title), len(p.paragraphs)) for p in one.passages] == [("", 1), ("Water", 1), ("Leaves", 1)]


def test_japanese_runs_on_without_spaces() -> None:
    site = a_site({"film.ja.vtt": cues("0-2 お茶は", "2-4 葉です。")}, captions={"ja": "film.ja.vtt"})
    assert shown(site, "ja")[0].passages[0].paragraphs[0].words.striptags() == "お茶は葉です。"


def test_a_reader_has_ones_own_language_and_that_of_the_recording() -> None:
    films = {f"film.{tag}.vtt": cues(f"0-2 {tag}") for tag in ("ja", "en", "ru")}
    site = a_site(films, captions={tag: f"film.{tag}.vtt" for tag in ("ru", "en", "ja")}, language="ru")
    assert [[one.language for one in shown(site, tag)] for tag in ("ja", "en")] == [["ja", "ru"], ["en", "ru"]]
    assert str(shown(site, "en")[1].attributes) == ' lang="ru"'


def test_where_there_is_none_another_stands_in_and_says_so() -> None:
    site = a_site({"film.en.vtt": cues("0-2 Tea")})
    main = page(site, Kind.RECORDING, "film", "ja")
    (listed,) = classed(main, "transcript")
    assert (listed.get("lang"), said(listed)) == ("en", "0:00 Tea")
    assert "英語" in said(next(one for one in classed(main, "transcripts")))


def test_a_time_leads_into_the_film_without_a_script() -> None:
    main = page(a_site({"film.en.vtt": cues("75-80 Tea")}), Kind.RECORDING, "film")
    (link,) = classed(main, "transcript")[0].iter("a")
    assert (link.get("href"), link.get("data-seek"), link.text) == ("../../../media/film.webm#t=75", "75", "1:15")


def test_words_of_a_stranger_are_words() -> None:
    main = page(a_site({"film.en.vtt": cues("0-2 &lt;img src=x onerror=alert(1)&gt;")}), Kind.RECORDING, "film")
    assert "<img src=x onerror=alert(1)>" in said(main)
    assert list(main.iter("img")) == []


def test_captions_that_were_not_read_have_no_transcript() -> None:
    assert shown(a_site({})) == ()
    assert classed(page(a_site({}), Kind.RECORDING, "film"), "transcripts") == []


def test_other_words_in_a_file_touch_the_pages_of_its_recording_alone() -> None:
    before, after = a_site({"film.en.vtt": cues("0-2 Tea")}), a_site({"film.en.vtt": cues("0-2 Coffee")})
    watched = Watched(before)
    with watched.noting() as reads:
        transcripts(reader(watched.site, "en", Kind.RECORDING, "film"), watched.site.week.recordings["film"])
    assert {key for _, _, key in Answers(before).differing(reads, Answers(after))} == {"film.en.vtt"}
