"""The sample's clip is small, captioned in three languages, and what its script makes."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from kakehashi.week import Week

EXAMPLES = Path(__file__).parents[2] / "examples"
CUE = re.compile(r"^00:(\d\d):(\d\d)\.000 --> 00:(\d\d):(\d\d)\.000$", re.MULTILINE)


def spans(captions: str) -> list[tuple[int, int]]:
    """The cues of a WebVTT file, in seconds."""
    return [(int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in CUE.findall(captions)]


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """The names of the script that draws the pictures, without its being run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(EXAMPLES)
        return runpy.run_path(str(EXAMPLES / "make_sample_clip.py"), run_name="make_sample_clip")


def test_the_clip_is_a_small_webm(folder: Path) -> None:
    clip = (folder / "media" / "keynote-clip.webm").read_bytes()
    assert clip.startswith(b"\x1aE\xdf\xa3")
    assert len(clip) <= 300_000


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_captions_cover_the_clip_from_beginning_to_end(sample: Week, folder: Path, language: str) -> None:
    recording = sample.recordings["keynote-clip"]
    cues = spans((folder / "media" / recording.captions[language]).read_text("utf-8"))
    assert [begins for begins, _ in cues] == [0, *(until for _, until in cues[:-1])]
    assert cues[-1][1] == recording.seconds == 72


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_the_committed_captions_are_those_of_the_script(script: dict[str, Any], folder: Path, language: str) -> None:
    assert (folder / "media" / f"keynote-clip.{language}.vtt").read_text("utf-8") == script["captions"](language)


def test_chapters_begin_where_the_script_changes_its_scene(script: dict[str, Any], sample: Week) -> None:
    chapters = [chapter.at for chapter in sample.recordings["keynote-clip"].chapters]
    scenes = [script["frame"](seconds - 0.125)[:200] != script["frame"](seconds)[:200] for seconds in chapters[1:]]
    assert (chapters, scenes) == ([0, 12, 60], [True, True])


def test_the_description_says_that_it_is_no_recording(sample: Week) -> None:
    said = sample.recordings["keynote-clip"].description
    assert [
        phrase in said[tag]
        for tag, phrase in zip(("ja", "en", "ru"), ("録画ではありません", "no recording", "не запись"), strict=True)
    ] == [True] * 3


@pytest.mark.parametrize("picture", ["keynote-poster.png", "report-bridge.png"])
def test_pictures_are_png_of_the_size_of_the_clip(folder: Path, picture: str) -> None:
    png = (folder / "media" / picture).read_bytes()
    assert png.startswith(b"\x89PNG")
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (960, 540)
