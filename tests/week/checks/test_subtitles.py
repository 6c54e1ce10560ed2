"""Files of captions that a player would not show."""

from datetime import date

from tests.week.building import week

from kakehashi.week import check
from kakehashi.week.captions import captions


def test_each_kind_of_fault_is_told_once_for_a_file_at_its_language() -> None:
    film = {"title": {"en": "Film"}, "captions": {"en": "film.vtt", "ja": "none.vtt"}}
    times = b"WEBVTT\n\n00:01 --> x\n\n00:02 --> x\n\n00:02.000 --> 00:01.000\nTea\n"
    found = check(week(recordings={"film": film}), today=date(2021, 9, 1), captions={"film.vtt": captions(times)})
    told = [(f.code, f.place, f.values["line"]) for f in found if f.code.startswith("captions.")]
    place = ("recordings", "film", "captions", "en")
    assert told == [("captions.bad-time", place, 3), ("captions.ends-first", place, 7)]
