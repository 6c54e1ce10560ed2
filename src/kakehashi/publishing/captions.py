"""The captions of a week that is released, read from wherever its files lie."""

from collections.abc import Callable
from pathlib import Path

from kakehashi.week import VisibleWeek
from kakehashi.week.captions import NOTHING_READ, Read


def captions_of(week: VisibleWeek, place: Callable[[str], Path | None]) -> Read:
    """What the files of captions say that a week names; `place` is where one lies, by its path below `media/`."""
    if not any(one.captions for one in week.recordings.values()):
        return NOTHING_READ
    # Loaded when used: the room knows all of YAML, of which a release needs nothing.
    from kakehashi.folder import beginning, read_captions  # noqa: PLC0415

    def content(name: str) -> bytes | None:
        found = place(name)
        return None if found is None else beginning(found)

    return read_captions(week, content)
