"""Whether a compressed variant holds its original, however it was made: in bounded memory and time."""

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader

import brotli  # type: ignore[import-untyped]

from kakehashi.findings import Finding
from kakehashi.releases.layout import original_of
from kakehashi.releases.verifying.tree import Tree, unreadable

_BLOCK = 1 << 16


def unlike(tree: Tree, sums: Mapping[str, str], faulty: frozenset[str]) -> Iterator[Finding]:
    """Every variant that does not become its original: a visitor would be sent something else than was signed.

    Files in `faulty` have been told of already.
    """
    for path in sums:
        original = original_of(path)
        if original not in sums or path not in tree.files or original not in tree.files or {path, original} & faulty:
            continue
        try:
            with tree.open(path) as file:
                digest = _digest(file, _UNPACKING[path[-3:]], tree.files[original])
        except OSError as error:
            yield unreadable(path, error)
            continue
        if digest != sums[original]:
            yield Finding("verify.variant", values={"value": path, "original": original})


def _digest(file: BufferedReader, unpack: Callable[[BufferedReader], Iterator[bytes]], most: int) -> str | None:
    """The SHA-256 of what comes out; `None` when more than `most` bytes do, or when it is damaged."""
    digest, size = hashlib.sha256(), 0
    try:
        for block in unpack(file):
            size += len(block)
            if size > most:
                return None
            digest.update(block)
    except (zlib.error, brotli.error, ValueError):
        return None
    return digest.hexdigest()


def _gzip(file: BufferedReader) -> Iterator[bytes]:
    """What a gzip file of one member holds, in pieces. Raises `ValueError` and `zlib.error`."""
    unpacker = zlib.decompressobj(wbits=31)
    while not unpacker.eof:
        packed = unpacker.unconsumed_tail or file.read(_BLOCK)
        if not packed:
            raise ValueError("cut off")
        yield unpacker.decompress(packed, _BLOCK)
    if unpacker.unused_data or file.read(1):
        raise ValueError("something follows")


def _brotli(file: BufferedReader) -> Iterator[bytes]:
    """What a Brotli file holds, in pieces. Raises `ValueError` and `brotli.error`."""
    unpacker = brotli.Decompressor()
    while not unpacker.is_finished():
        packed = file.read(_BLOCK) if unpacker.can_accept_more_data() else b""
        block = unpacker.process(packed, output_buffer_limit=_BLOCK)
        if not packed and not block and not unpacker.is_finished():
            raise ValueError("cut off")
        yield block
    if file.read(1):
        raise ValueError("something follows")


_UNPACKING: Mapping[str, Callable[[BufferedReader], Iterator[bytes]]] = {".gz": _gzip, ".br": _brotli}
