"""Whether changed texts say what they should, before they are written."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from kakehashi.findings import Finding, Place, Refused, errors
from kakehashi.folder.contracting import default
from kakehashi.folder.files import FolderFiles
from kakehashi.folder.loading import loaded
from kakehashi.folder.sources import SourceFile
from kakehashi.week import Week
from kakehashi.week.anatomy import at
from kakehashi.week.part import Value
from kakehashi.words import Text


def confirm(files: FolderFiles, texts: Mapping[str, str], changes: Mapping[Place, Any]) -> None:
    """Raises `Refused` unless a folder with `texts` in place of those of `files` would hold every change.

    What stands in a place may be decided elsewhere: an item within a session has that session, whatever is taken out of
    its keys. Such a change would be lost without a word (`edit.decided-elsewhere`).
    """
    foreseen = loaded(_with(files, texts))
    if foreseen.week is None:
        raise Refused(errors(foreseen.findings))
    for place, value in changes.items():
        if not _holds(foreseen.week, place, _as_read(value)):
            shown = "/".join(map(str, place))
            raise Refused([Finding("edit.decided-elsewhere", place, {"value": shown}).at(foreseen.locate(place))])


def _with(files: FolderFiles, texts: Mapping[str, str]) -> FolderFiles:
    def again(file: SourceFile) -> SourceFile:
        return SourceFile(file.name, texts.get(file.name, file.mark + file.text))

    parts = {name: again(file) for name, file in files.parts.items()}
    symposia = {slug: again(file) for slug, file in files.symposia.items()}
    abstracts = {key: again(file) for key, file in files.abstracts.items()}
    for name, text in texts.items():
        path = PurePosixPath(name)
        if path.suffix == ".yaml":
            (symposia if path.parent.name else parts).setdefault(path.stem, SourceFile(name, text))
    return replace(files, parts=parts, symposia=symposia, abstracts=abstracts, findings=list(files.findings))


def _holds(week: Week, place: Place, value: Any) -> bool:
    """Whether a value stands at a place; `None` does where nothing is said."""
    try:
        above, held = at(week, place[:-1]), at(week, place)
    except LookupError:
        return value is None
    return bool(held == (default(above, str(place[-1])) if value is None and isinstance(above, Value) else value))


def _as_read(value: Any) -> Any:
    """A value as it comes back: the types take away space around texts."""
    if isinstance(value, str):
        return value.strip()
    return {tag: text.strip() for tag, text in value.items()} if isinstance(value, Text) else value
