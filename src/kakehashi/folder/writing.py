"""Files written so that an interruption never leaves half of anything.

New files are first written aside, in a hidden folder; its renaming is the moment at which they count. Only then are
they moved to their places. Who finds that folder under its second name completes the move.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

_BEGUN = ".kakehashi-begun"
_DECIDED = ".kakehashi-decided"
_GONE = "gone"


def replace_file(path: Path, content: bytes) -> None:
    """Writes one file at once: a reader sees the old content or the new. A link's target is written, not the link."""
    path = path.resolve()
    aside = path.with_name(f".{path.name}.new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        # Else a loss of power could leave the new name without its content.
        os.fsync(file.fileno())
    if path.exists():
        shutil.copymode(path, aside)
    aside.replace(path)


def replace_files(folder: Path, files: Mapping[str, str], gone: Callable[[str], bool]) -> None:
    """Writes all `files` (by name relative to the folder) or none; existing ones for which `gone` holds are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    complete(folder)
    begun = folder / _BEGUN
    _clear(begun)
    for name, text in files.items():
        target = begun / "files" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    removed = [name for name in _names(folder) if gone(name)]
    (begun / _GONE).write_bytes("\0".join(removed).encode())
    # From here on the change counts: whoever comes next completes it.
    begun.rename(folder / _DECIDED)
    complete(folder)


def complete(folder: Path) -> None:
    """Finishes a replacement that was decided and then interrupted; does nothing when there is none.

    Raises `ValueError`, before anything moves, for what `replace_files` would not have decided: the folder is
    somebody else's.
    """
    decided = folder / _DECIDED
    if not decided.is_dir():
        return
    written, gone = _decision(folder, decided)
    for name in written:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (decided / "files" / name).replace(target)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    # Renamed before it is emptied: half-emptied it would be mistaken for a decision.
    _clear(folder / _BEGUN)
    decided.rename(folder / _BEGUN)
    shutil.rmtree(folder / _BEGUN)


def _decision(folder: Path, decided: Path) -> tuple[list[str], list[str]]:
    """The names of the files to be moved to their places, and of those to be removed."""
    found = sorted(decided.rglob("*"))
    if any(path.is_symlink() for path in (decided, *found)):
        raise ValueError("a link where files are put aside")
    files = decided / "files"
    written = [path.relative_to(files).as_posix() for path in found if path.is_file() and files in path.parents]
    gone = [name for name in (decided / _GONE).read_bytes().decode().split("\0") if name]
    if not all(_inside(folder, name) for name in (*written, *gone)):
        raise ValueError("a file outside the folder")
    return written, gone


def _inside(folder: Path, name: str) -> bool:
    root, path = os.path.realpath(folder), Path(name)
    real = os.path.realpath(Path(root, path.parent))
    return not {"..", ".git"} & set(path.parts) and os.path.commonpath([root, real]) == root


def _clear(aside: Path) -> None:
    if aside.is_symlink():
        aside.unlink()
    shutil.rmtree(aside, ignore_errors=True)


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted((*folder.glob("*"), *folder.glob("[!.]*/*")))]
