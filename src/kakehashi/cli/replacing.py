"""One build in the place of another: whoever looks, and whenever it is killed, one of the two is there whole.

A build is made in a folder beside its place and then changes places with the older one. Both stand-ins carry the
process and the machine in their names (`.public.aside-4711@lab`, `.public.before-4711@lab`), so that the next build
knows which of them belong to someone who still works on them, and `settle` ends what a killed one has begun.

Names at the top of an older build that no build wrote (`.git`, `CNAME`) are somebody's: they move into the new one.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

MARKER = ".kakehashi-site"
"""The file by which we know a folder that we may replace; it lists the names at its top that the build wrote."""

_FORMAT = "format 2"


def beside(place: Path, role: str) -> Path:
    """Where this process puts what stands in for `place`: `aside` what is made, `before` what was there."""
    return place.with_name(f".{place.name}.{role}-{os.getpid()}@{_host()}")


def sign(folder: Path) -> None:
    """Marks a finished folder as ours, with the names at its top."""
    (folder / MARKER).write_text("\n".join([_FORMAT, *sorted(_names(folder)), ""]), encoding="utf-8")


def is_ours(folder: Path) -> bool:
    """Whether a build wrote this folder."""
    return (folder / MARKER).is_file()


def others_in(folder: Path) -> frozenset[str]:
    """The names at the top of an older build that no build wrote; `frozenset()` where there is no such build."""
    if not is_ours(folder):
        return frozenset()
    first, *ours = (folder / MARKER).read_text(encoding="utf-8").splitlines()
    # Builds of the first format tell no names, and took everything in their folder for their own.
    return _names(folder) - {MARKER, *ours} if first == _FORMAT else frozenset()


def exchange(aside: Path, place: Path, kept: frozenset[str]) -> None:
    """Puts `aside` in its place and the older build aside, but for the names `kept`, which stay in the place.

    Whatever is raised in between, the older build is first put back. Two renames cannot be one: between them a reader
    finds no folder, and a process that is killed there leaves the older build to `settle`.
    """
    before = beside(place, "before")
    try:
        if place.exists():
            place.rename(before)
        aside.rename(place)
        if before.exists():
            _carry(kept, before, place)
            # No longer what was there before, but rubbish: who is killed while it is deleted has nothing to put back.
            before.rename(aside)
    except BaseException:
        _put_back(aside, before, place, kept)
        raise


def _put_back(aside: Path, before: Path, place: Path, kept: frozenset[str]) -> None:
    if not before.exists():
        return
    if place.exists():
        _carry(kept - _names(before), place, before)
        place.rename(aside)
    before.rename(place)


def settle(place: Path) -> None:
    """Ends what builds of this place began that were killed: the older build is back, or the newer one is complete.

    What processes of other machines, or living ones, have beside the place is theirs. Raises `OSError`.
    """
    for before in _left(place, "before"):
        if is_ours(place):
            _carry(others_in(before) - _names(place), before, place)
            shutil.rmtree(before)
        elif not place.exists() or (place.is_dir() and not any(place.iterdir())):
            before.rename(place)
    for aside in _left(place, "aside"):
        shutil.rmtree(aside)


def _left(place: Path, role: str) -> Iterator[Path]:
    """What dead processes of this machine have left beside `place` in this role."""
    pattern = re.compile(rf"\.{re.escape(place.name)}\.{role}-(\d{{1,9}})@{re.escape(_host())}")
    for name in sorted(_names(place.parent)) if place.parent.is_dir() else ():
        found = pattern.fullmatch(name)
        if found and not _lives(int(found[1])):
            yield place.with_name(name)


def _lives(process: int) -> bool:
    # In a container every run may have the same number: what bears ours is from an earlier run.
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _host() -> str:
    return re.sub(r"[^\w.-]", "_", os.uname().nodename)[:64]


def _names(folder: Path) -> frozenset[str]:
    return frozenset(entry.name for entry in folder.iterdir())


def _carry(names: frozenset[str], source: Path, target: Path) -> None:
    """Moves those of the names that are there; asked again, it does the rest."""
    for name in names & _names(source):
        (source / name).rename(target / name)
