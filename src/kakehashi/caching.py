"""What is made of a file of this program, kept beside it as Python keeps bytecode: a cache, which may be lost any time.

It lies in `__pycache__`, so whoever clears bytecode away clears it too. Where Python is told to write no bytecode, or
may write none, nothing is kept and everything is made each time.
"""

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_DIGEST = sha256().digest_size


def kept(source: Path, made_by: bytes) -> bytes | None:
    """What was kept for a source, if it was made in this very way; `None` for what is not there or was spoilt.

    `made_by` is everything that decides what is made: the bytes of the source, of the code, versions.
    """
    try:
        written = _place(source).read_bytes()
    except OSError:
        return None
    content = written[_DIGEST:]
    return content if written[:_DIGEST] == _digest(made_by, content) else None


def keep(source: Path, made_by: bytes, content: bytes) -> None:
    """Keeps what was made of a source, in place of what was kept before."""
    if sys.dont_write_bytecode:
        return
    place = _place(source)
    aside = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        try:
            aside.write_bytes(_digest(made_by, content) + content)
            # Another process that reads it meanwhile has the one or the other, and never a half.
            aside.replace(place)
        finally:
            aside.unlink(missing_ok=True)


def _place(source: Path) -> Path:
    return source.parent / "__pycache__" / f"{source.name}.{sys.implementation.cache_tag}"


def _digest(made_by: bytes, content: bytes) -> bytes:
    return sha256(sha256(made_by).digest() + content).digest()
