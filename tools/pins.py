"""The lists in requirements/: every version pinned by hash, and the same in all of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.lock import DEVELOPMENT, LISTS

PIN = re.compile(r"^([a-z0-9-]+)==(\S+)((?:[^\n]*\\\n)(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def pins(text: str) -> dict[str, str]:
    """Name and version of each entry of a list that carries hashes."""
    return {match[1]: match[2] for match in PIN.finditer(text)}


def disagreements(root: Path) -> Iterator[str]:
    """Every entry without a hash, and every version that differs from the one that developers test with."""
    developed = pins((root / DEVELOPMENT).read_text("utf-8"))
    for name in LISTS:
        text = (root / name).read_text("utf-8")
        found = pins(text)
        for entry in re.findall(r"^([a-z0-9-]+)==", text, re.M):
            if entry not in found:
                yield f"{name}: {entry} has no hash"
            elif found[entry] != developed.get(entry, found[entry]):
                yield f"{name}: {entry} is {found[entry]}, but {developed[entry]} in {DEVELOPMENT}"
