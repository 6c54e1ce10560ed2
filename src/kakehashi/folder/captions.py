"""The captions that a week names, read from wherever its files lie."""

from collections.abc import Callable
from pathlib import Path

from kakehashi.frozen import FrozenMap
from kakehashi.week import Week
from kakehashi.week.captions import MOST_BYTES, Captions, captions


def read_captions(week: Week, content: Callable[[str], bytes | None]) -> FrozenMap[str, Captions]:
    """Each file of captions by its path below `media/`; `content` gives the bytes, or nothing for what is not there.

    >>> from kakehashi.week.recordings import Recording
    >>> tea = Recording.model_validate({"title": {"en": "Tea"}, "captions": {"en": "tea.vtt"}})
    >>> week = Week.model_construct(recordings={"tea": tea})
    >>> list(read_captions(week, {"tea.vtt": b"WEBVTT\\n\\n00:01.000 --> 00:02.000\\nTea!\\n"}.get)["tea.vtt"].cues)
    [Cue(start=1000, end=2000, text='Tea!', voice='')]
    """
    paths = dict.fromkeys(path for one in week.recordings.values() for path in one.captions.values())
    read = ((path, content(path)) for path in paths)
    return FrozenMap((path, captions(said)) for path, said in read if said is not None)


def beginning(path: Path) -> bytes | None:
    """As much of a file as captions may have and one byte more, which tells that there is more; nothing of no file."""
    try:
        # What is no file, such as a pipe, may keep a reader waiting for ever.
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None
