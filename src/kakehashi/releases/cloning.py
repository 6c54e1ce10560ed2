"""A release is begun from its predecessor: every file of it as a hard link, in a process beside the one that works.

This module runs as a script too (`python -I -S cloning.py SOURCE TARGET`), so that it starts at once: it imports
nothing but a little of the standard library. It writes what `clone` gives, a number a line. What the working process
has put into the target already stays.
"""

import errno
import os
import sys
from contextlib import suppress

_MANIFEST = "SHA256SUMS"
_UNLINKABLE = frozenset({errno.EMLINK, errno.EPERM, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""No more links to this file, no links to others' files, or none on this disk: then a copy is made."""


def clone(source: str, target: str) -> list[int]:
    """Links every file that the manifest of the release `source` lists into the folder `target`, folders included.

    Gives the size of each in the order of the manifest, `-1` for one that the source lacks, which is left out. Raises
    `OSError`.
    """
    made = {""}
    sizes: list[int] = []
    with open(f"{source}/{_MANIFEST}", encoding="utf-8", newline="\n") as manifest:  # noqa: PTH123 - starts sooner
        for line in manifest:
            path = line[66:-1]
            folder = path.rpartition("/")[0]
            if folder not in made:
                _make(target, folder, made)
            try:
                size = os.stat(f"{source}/{path}").st_size  # noqa: PTH116
                link(f"{source}/{path}", f"{target}/{path}")
            except FileExistsError:
                pass
            except FileNotFoundError:
                size = -1
            sizes.append(size)
    return sizes


def _make(target: str, folder: str, made: set[str]) -> None:
    above = folder.rpartition("/")[0]
    if above not in made:
        _make(target, above, made)
    # The working process may have been first.
    with suppress(FileExistsError):
        os.mkdir(f"{target}/{folder}", 0o755)  # noqa: PTH102
    made.add(folder)


def link(source: str, target: str) -> None:
    """The file `source` as `target` too; a copy of it where the disk has no more links to give. Raises `OSError`."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _UNLINKABLE:
            raise
        _copy(source, target)


def _copy(source: str, target: str) -> None:
    with open(source, "rb") as original:  # noqa: PTH123
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444)
        try:
            with open(descriptor, "wb") as copy:  # noqa: PTH123
                while block := original.read(1 << 20):
                    copy.write(block)
                os.fchmod(descriptor, 0o444)
        except BaseException:
            # Half a file must not pass for one that is there.
            os.unlink(target)  # noqa: PTH108
            raise


if __name__ == "__main__":
    os.umask(0)
    try:
        sys.stdout.write("\n".join(map(str, clone(sys.argv[1], sys.argv[2]))))
    except (OSError, ValueError):
        # Whoever waits does it again, and meets the same error where it can be told.
        sys.exit(1)
