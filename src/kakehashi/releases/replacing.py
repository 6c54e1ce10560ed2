"""Folders of releases change places with new ones: all of them, whoever is killed on the way, and none by half.

What is to come stands in one folder of the store, `.replacing`, each release under its number and the hash of its
manifest. Renaming that folder into the store decides; from then on whoever holds the store next goes on.
"""

import ctypes
import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from kakehashi.releases.disk import remove, sync
from kakehashi.releases.layout import MANIFEST

REPLACING = ".replacing"
_EXCHANGE = 2
_HERE = -100
_LACKING = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def place_for(aside: Path, number: int) -> Path:
    """Where the new folder of a release is made, below a folder aside."""
    return aside / str(number)


def replace_all(store: Path, aside: Path) -> None:
    """Puts every release that was made below `aside` in the place of the one of its number. Raises `OSError`.

    When it fails before it is decided, nothing has changed; afterwards the next holder of the store finishes it.
    """
    for made in sorted(aside.iterdir()):
        made.rename(aside / f"{made.name}.{_digest(made)}")
    sync(aside)
    aside.rename(store / REPLACING)
    sync(store)
    finish(store)


def finish(store: Path) -> None:
    """Goes on with what was decided; nothing where nothing was. Raises `OSError`."""
    replacing = store / REPLACING
    if not replacing.is_dir():
        return
    for made, number, digest in _decided(replacing):
        place = store / number
        # What was exchanged already holds the older manifest.
        if _digest(made) == digest:
            _exchange(made, place)
            sync(store)
        remove(made)
    remove(replacing)
    sync(store)


def _decided(replacing: Path) -> Iterator[tuple[Path, str, str]]:
    for made in sorted(replacing.iterdir()):
        number, _, digest = made.name.partition(".")
        if digest:
            yield made, number, digest


def _digest(folder: Path) -> str:
    try:
        return hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest()
    except OSError:
        # Half taken away, so it was the older one.
        return ""


def _exchange(made: Path, place: Path) -> None:
    """Two folders change places: at once where the system can, so that readers never find none."""
    if not place.exists():
        made.rename(place)
        return
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is not None:
        if renameat2(_HERE, os.fsencode(made), _HERE, os.fsencode(place), _EXCHANGE) == 0:
            return
        if (number := ctypes.get_errno()) not in _LACKING:
            raise OSError(number, os.strerror(number), str(place))
    older = made.with_name(f"older-{place.name}")
    place.rename(older)
    made.rename(place)
