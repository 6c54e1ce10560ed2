"""Files written so that neither an interruption nor a full disk ever leaves half of anything.

New files are first written aside, in a hidden folder; its renaming is the moment at which they count. Only then are
they moved to their places. Who finds that folder under its second name completes the move.

Whatever can fail is tried before that moment: the disk takes all the bytes, and each place is one that a file can be
moved to. So what is refused has changed nothing.
"""

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from kakehashi.findings import Finding, Refused

_BEGUN = ".kakehashi-begun"
_DECIDED = ".kakehashi-decided"
_GONE = "gone"


def replace_file(path: Path, content: bytes) -> None:
    """Writes one file at once: a reader sees the old content or the new. A link's target is written, not the link.

    Raises `Refused` (`folder.disk`), with the old content in place, when the disk will not have it.
    """
    path = path.resolve()
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            # Else a loss of power could leave the new name without its content.
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise _disk(error, path) from error


def replace_files(folder: Path, files: Mapping[str, str], gone: Callable[[str], bool]) -> None:
    """Writes all `files` (by name relative to the folder) or none; existing ones for which `gone` holds are removed.

    The folder is made when it does not exist. A file that is replaced keeps its permissions. Raises `Refused`
    (`folder.disk`) when the disk is full or the folder may not be written to, and (`shape.outside`) when a link would
    lead a file elsewhere: then the folder is as it was.
    """
    new = not folder.exists()
    if leading_out := [name for name in files if not _inside(folder, name)]:
        raise Refused([Finding("shape.outside", (), {"file": name}) for name in leading_out])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        complete(folder)
        begun = _put_aside(folder, files, gone)
        # From here on the change counts: whoever comes next completes it.
        begun.rename(folder / _DECIDED)
        complete(folder)
    except OSError as error:
        _give_up(folder, new)
        raise _unfinished() if (folder / _DECIDED).exists() else _disk(error, folder) from error


def _put_aside(folder: Path, files: Mapping[str, str], gone: Callable[[str], bool]) -> Path:
    begun = folder / _BEGUN
    _clear(begun)
    (begun / "files").mkdir(parents=True)
    for name, text in files.items():
        aside, target = begun / "files" / name, folder / name
        aside.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(text.encode())
        _can_be_moved_to(target)
        if target.exists():
            # What an office has kept from others' eyes stays so.
            shutil.copymode(target, aside)
    removed = [name for name in _names(folder) if gone(name) and _inside(folder, name)]
    (begun / _GONE).write_bytes("\0".join(removed).encode())
    return begun


def _can_be_moved_to(target: Path) -> None:
    """Raises now the `OSError` that would come after the decision, when it is too late to go back."""
    above = next(folder for folder in target.parents if os.path.lexists(folder))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not above.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(above, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _give_up(folder: Path, new: bool) -> None:
    """Takes away what was put aside, unless it is decided: that is completed by whoever finds it."""
    _clear(folder / _BEGUN)
    if new:
        shutil.rmtree(folder, ignore_errors=True)


def _unfinished() -> Refused:
    return Refused([Finding("shape.unfinished", (), {"file": "."})])


def _disk(error: OSError, path: Path) -> Refused:
    return Refused([Finding("folder.disk", (), {"value": str(path), "reason": error.strerror or str(error)})])


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
    # What a link leads to is not ours to empty.
    if aside.is_symlink():
        aside.unlink()
    shutil.rmtree(aside, ignore_errors=True)


def _names(folder: Path) -> list[str]:
    # Files of a week stand no deeper, and hidden folders hold none.
    return [path.relative_to(folder).as_posix() for path in sorted((*folder.glob("*"), *folder.glob("[!.]*/*")))]
