"""A built site on the disk: aside first, then in place, so that a crash leaves what was there."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kakehashi.findings import Finding, Refused
from kakehashi.site import SiteFile

MARKER = ".kakehashi-site"
"""The file by which we know a folder that we may replace."""


def write_site(files: Iterable[SiteFile], media: Mapping[str, Path], target: Path) -> int:
    """Writes a site as the folder `target` and returns the number of its files.

    Raises `Refused` for a target that holds other things, and when the disk will not take it.
    """
    place = target.absolute()
    try:
        _may_replace(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    except OSError as error:
        raise _disk(error, target) from error
    try:
        number = _fill(files, media, aside)
        _put_in_place(aside, place)
    except OSError as error:
        raise _disk(error, target) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return number


def spare(source: Path, target: Path) -> None:
    """Raises `Refused` when replacing `target` would take `source` away with it."""
    if Path(os.path.realpath(source)).is_relative_to(os.path.realpath(target)):
        raise Refused([Finding("build.not-ours", values={"value": str(target)})])


def _may_replace(target: Path) -> None:
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Refused([Finding("build.not-a-folder", values={"value": str(target)})])
    if target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        raise Refused([Finding("build.not-ours", values={"value": str(target)})])


def _fill(files: Iterable[SiteFile], media: Mapping[str, Path], aside: Path) -> int:
    # `mkdtemp` makes a folder for its owner alone, and a web server has to read this one.
    aside.chmod(0o755)
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
        path = aside / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)
        number += 1
    (aside / MARKER).write_text("format 1\n", encoding="utf-8")
    return number


def _put_in_place(aside: Path, target: Path) -> None:
    before = target.with_name(f".{target.name}-before-{os.getpid()}")
    if target.exists():
        target.rename(before)
    try:
        aside.rename(target)
    except OSError:
        if before.exists():
            before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _disk(error: OSError, target: Path) -> Refused:
    return Refused([Finding("build.disk", values={"value": str(target), "reason": error.strerror or str(error)})])
