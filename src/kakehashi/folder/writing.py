"""Files written so that an interruption never leaves half of anything.

New files are first written aside, in a hidden folder; its renaming is the moment at which they count. Only then are
they moved to their places. Who finds that folder under its second name completes the move.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

_BEGUN = ".kakehashi-begun"
_DECIDED = ".kakehashi-decided"
_GONE = "gone.json"


def replace_file(path: Path, content: bytes) -> None:
    """Writes one file at once: a reader sees the old content or the new. A link's target is written, not the link."""
    path = path.resolve()
    aside = path.with_name(f".{path.name}.new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, aside)
    aside.replace(path)


def replace_files(folder: Path, files: Mapping[str, str], gone: Callable[[str], bool]) -> None:
    """Writes all `files` (by name relative to the folder) or none; existing ones for which `gone` holds are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    complete(folder)
    begun = folder / _BEGUN
    shutil.rmtree(begun, ignore_errors=True)
    for name, text in files.items():
        target = begun / "files" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    removed = [name for name in _names(folder) if gone(name)]
    (begun / _GONE).write_text(json.dumps(removed), encoding="utf-8")
    begun.rename(folder / _DECIDED)
    complete(folder)


def complete(folder: Path) -> None:
    """Finishes a replacement that was decided and then interrupted; does nothing when there is none."""
    decided = folder / _DECIDED
    if not decided.is_dir():
        return
    for source in sorted((decided / "files").rglob("*")):
        if source.is_file():
            target = folder / source.relative_to(decided / "files")
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
    for name in json.loads((decided / _GONE).read_text(encoding="utf-8")):
        (folder / name).unlink(missing_ok=True)
    # Renamed before it is emptied: half-emptied it would be mistaken for a decision.
    shutil.rmtree(folder / _BEGUN, ignore_errors=True)
    decided.rename(folder / _BEGUN)
    shutil.rmtree(folder / _BEGUN)


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted((*folder.glob("*"), *folder.glob("[!.]*/*")))]
