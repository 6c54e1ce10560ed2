"""`SHA256SUMS`: the hash of every file of a release, in the form that `sha256sum` writes and checks."""

import re
from collections.abc import Mapping

from kakehashi.releases.layout import UNLISTED, is_path

_LINE = re.compile(r"([0-9a-f]{64})  (.+)", re.DOTALL)


def manifest_bytes(sums: Mapping[str, str]) -> bytes:
    """The manifest of files, given the hash of each path: a line each, in the order of the paths' bytes.

    >>> manifest_bytes({"b": "0" * 64, "a": "1" * 64}).decode().splitlines()[0][-5:]
    '11  a'
    """
    # Texts in the order of their code points are in the order of their bytes in UTF-8.
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


def parse_manifest(content: bytes) -> dict[str, str]:
    """The hash of each path, in order. Raises `ValueError` for bytes that `manifest_bytes` would not have written."""
    sums: dict[str, str] = {}
    lines = content.decode().split("\n")
    if lines.pop() != "":
        raise ValueError("the last line has no end")
    last = ""
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError("a line is none of sha256sum's")
        digest, path = found.groups()
        if path <= last or path in UNLISTED or not is_path(path):
            raise ValueError("a path is out of order or cannot be one")
        sums[path] = digest
        last = path
    return sums
