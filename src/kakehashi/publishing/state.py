"""What is remembered beside a release so that the next one need not make everything anew.

It is a cache: without it, or when it speaks of another release or of another version of the program, everything is made
and the bytes are the same.
"""

import hashlib
import json
import os
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import accumulate, pairwise
from pathlib import Path

import kakehashi
from kakehashi.publishing.relation import Relation
from kakehashi.words.messages import CATALOGUES

_HEAD = struct.Struct("<5I")
_LENGTH = struct.Struct("<I")
_NAME = "made"
_DIGEST = hashlib.sha256().digest_size
_LIBRARIES = (
    *("babel", "brotli", "budoux", "jinja2", "markdown-it-py"),
    *("markupsafe", "nh3", "pagefind", "resvg-py", "tzdata"),
)


@dataclass(frozen=True, slots=True)
class State:
    """What was made for a release.

    `reads` relates files to what was read of the week for them, `links` to the files and places that they point at.
    `pieces` relates pieces of pages to what was read for them, and `html` has each piece by its name.
    `media` tells of each file below `media/` how it stood on the disk and the hash it had, `indexes` of each language
    the digest of what its search index holds.
    """

    reads: Relation
    links: Relation
    pieces: Relation
    html: Mapping[str, str]
    media: Mapping[str, tuple[str, str]]
    indexes: Mapping[str, str]

    def packed(self) -> "Packed":
        """The state as it is written."""
        head = {"program": program(), "media": self.media, "indexes": self.indexes}
        relations = (self.reads, self.links, self.pieces)
        return Packed(head, (_packed(self.html), *(one.packed() for one in relations)))


@dataclass(frozen=True, slots=True)
class Packed:
    """A state as it is written: a head, and what is long."""

    head: Mapping[str, object]
    parts: tuple[bytes, ...]

    def keep(self, folder: Path, release: str) -> None:
        """Writes the state below `folder`, in place of an older one, for the release whose record has this hash.

        Raises `OSError`.
        """
        folder.mkdir(exist_ok=True)
        parts = (json.dumps({"release": release, **self.head}).encode(), *self.parts)
        new = folder / f"{_NAME}.new"
        whole = (_HEAD.pack(*map(len, parts)), *parts)
        digest = hashlib.sha256()
        for part in whole:
            digest.update(part)
        with new.open("wb") as file:
            # What a failing machine has written by half must not pass for what was remembered.
            file.write(digest.digest())
            file.writelines(whole)
        new.replace(folder / _NAME)


def remembered(folder: Path, release: str) -> State | None:
    """The state kept below `folder` for the release whose record has this hash, if it is there and of this program."""
    place = folder / _NAME
    if not place.is_file():
        # Nothing, or a pipe, which would keep the release waiting for ever.
        return None
    try:
        written = place.read_bytes()
        digest, kept = written[:_DIGEST], written[_DIGEST:]
        if hashlib.sha256(kept).digest() != digest:
            return None
        lengths = _HEAD.unpack_from(kept)
        ends = [_HEAD.size + sum(lengths[:number]) for number in range(6)]
        first, html, reads, links, pieces = (kept[start:end] for start, end in pairwise(ends))
        head = json.loads(first)
        if head["release"] != release or head["program"] != program():
            return None
        media = {path: (stood, digest) for path, (stood, digest) in head["media"].items()}
        return State(
            reads=Relation.unpacked(reads),
            links=Relation.unpacked(links),
            pieces=Relation.unpacked(pieces),
            html=_unpacked(html),
            media=media,
            indexes=head["indexes"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, struct.error):
        # A cache that cannot be read is none.
        return None


def _packed(texts: Mapping[str, str]) -> bytes:
    """Texts by name as bytes: the names with the length of each text, then all texts in one. JSON would escape them."""
    head = json.dumps([*texts, *map(len, texts.values())]).encode()
    return _LENGTH.pack(len(head)) + head + "".join(texts.values()).encode()


def _unpacked(packed: bytes) -> dict[str, str]:
    (length,) = _LENGTH.unpack_from(packed)
    head = json.loads(packed[_LENGTH.size : _LENGTH.size + length])
    whole, half = packed[_LENGTH.size + length :].decode(), len(head) // 2
    ends = list(accumulate(head[half:]))
    return {name: whole[start:end] for name, start, end in zip(head[:half], [0, *ends], ends, strict=False)}


@cache
def program() -> str:
    """A hash of everything but the week that decides what a page looks like: our code, templates and words, libraries.

    A version number alone would not do: whoever changes a template in a checkout must see it in the next release.
    """
    digest = hashlib.sha256()
    for each in (sys.version, *(f"{name} {version(name)}" for name in _LIBRARIES)):
        digest.update(f"{each}\n".encode())
    _hash(Path(kakehashi.__file__).parent, digest)
    own = os.environ.get(CATALOGUES)
    if own:
        _hash(Path(own), digest)
    return digest.hexdigest()


def _hash(folder: Path, digest: "hashlib._Hash") -> None:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name not in ("__pycache__", "examples"):
                _hash(Path(entry.path), digest)
        else:
            digest.update(f"{entry.name}\n".encode())
            # Hundreds of files are read before every release: through `Path` it takes twice as long.
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123
                digest.update(file.read())
