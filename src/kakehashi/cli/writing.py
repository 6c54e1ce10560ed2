"""A built site on the disk: made aside, then put in its place, so that a crash leaves what was there."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from kakehashi.cli.replacing import beside, exchange, is_ours, others_in, settle, sign
from kakehashi.findings import Finding, Refused
from kakehashi.site import SiteFile


def write_site(files: Iterable[SiteFile], media: Mapping[str, Path], target: Path) -> int:
    """Writes a site as the folder `target` and returns the number of its files.

    `media` are the files that `target` is to have below `media/`, each with the file that it is a copy of. An older
    build is replaced whole, but for names at its top that no build wrote, which stay. Files are asked for one by one,
    and until the last is written the older build stands; whatever is raised on the way, it stands afterwards.

    Raises `Refused` for a target that holds other things, or that holds under a name of this site something that no
    build wrote; when the disk will not take the site; and when a file of `media` cannot be read.
    """
    place = target.absolute()
    _may_replace(target)
    aside = beside(place, "aside")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        aside.mkdir()
        number = _fill(files, media, aside)
        exchange(aside, place, _kept(aside, target))
    except OSError as error:
        raise _disk(error, target) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return number


def restore(target: Path) -> None:
    """Ends what a killed build of `target` began: see `settle`. Raises `Refused` when the disk will not have it."""
    try:
        settle(target.absolute())
    except OSError as error:
        raise _disk(error, target) from error


def spare(source: Path, target: Path) -> None:
    """Raises `Refused` when replacing `target` would take `source` away with it."""
    if Path(os.path.realpath(source)).is_relative_to(os.path.realpath(target)):
        raise Refused([Finding("build.not-ours", values={"value": str(target)})])


def _may_replace(target: Path) -> None:
    try:
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise Refused([Finding("build.not-a-folder", values={"value": str(target)})])
        # A disk of its own cannot change places with a folder of another.
        if os.path.ismount(target):
            raise Refused([Finding("build.mounted", values={"value": str(target)})])
        if target.is_dir() and any(target.iterdir()) and not is_ours(target):
            raise Refused([Finding("build.not-ours", values={"value": str(target)})])
    except OSError as error:
        raise _disk(error, target) from error


def _kept(aside: Path, target: Path) -> frozenset[str]:
    """The names that stay where they are. Raises `Refused` when the new build has one of them too."""
    others = others_in(target)
    if both := others & {entry.name for entry in aside.iterdir()}:
        raise Refused([Finding("build.in-the-way", values={"value": tuple(sorted(both)), "folder": str(target)})])
    return others


def _fill(files: Iterable[SiteFile], media: Mapping[str, Path], aside: Path) -> int:
    number = 0
    made: set[Path] = set()
    for file in files:
        path = aside / file.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(file.content)
        number += 1
    for name, source in sorted(media.items()):
        _copy(source, aside / "media" / name)
        number += 1
    sign(aside)
    return number


def _copy(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        readable = source.open("rb")
    except OSError as error:
        # Of the disk that is written to, this says nothing.
        raise _refused("build.unreadable", error, source) from error
    with readable, path.open("wb") as copy:
        shutil.copyfileobj(readable, copy)


def _disk(error: OSError, target: Path) -> Refused:
    return _refused("build.disk", error, target)


def _refused(code: str, error: OSError, path: Path) -> Refused:
    return Refused([Finding(code, values={"value": str(path), "reason": error.strerror or str(error)})])
