"""What stands where in a release, and which paths its files may have."""

import re

from kakehashi.findings import Finding, Refused

MANIFEST = "SHA256SUMS"
RECORD = "release.json"
SIGNATURE = "release.json.sig"
REDACTIONS = "redactions.json"
REDACTIONS_SIGNATURE = "redactions.json.sig"
KEPT = "kept.json"
KEPT_SIGNATURE = "kept.json.sig"
WITHDRAWN = "withdrawn.json"
KEYS = "keys"
CHAIN = "chain"

UNLISTED = frozenset({MANIFEST, RECORD, SIGNATURE, REDACTIONS, REDACTIONS_SIGNATURE, KEPT, KEPT_SIGNATURE})
"""The files of a release that its manifest does not list: they speak of it."""

STAYING = (f"{CHAIN}/", f"{KEYS}/", "assets/")
"""Below these stands what stays of a release of which only a record is kept."""

VARIANTS = (".br", ".gz")
"""A file whose path is that of another and one of these holds the other's bytes, compressed for the way."""

_RESERVED = {name.casefold() for name in (*UNLISTED, KEYS, CHAIN)}
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\\]|(?:^|/)\.{0,2}(?:/|\Z)")
"""What stands in no path: control characters, backslashes, and parts that are empty, `.` or `..`."""
_LONGEST_NAME, _LONGEST_PATH = 255, 1_024


def is_path(path: str) -> bool:
    """Whether a manifest may list this path: relative, parted by `/`, the same text on every system.

    >>> [is_path(path) for path in ("ja/index.html", "/etc/passwd", "a/../b", "a\\\\b", "line\\n", "")]
    [True, False, False, False, False, False]
    """
    try:
        length = len(path.encode())
    except UnicodeEncodeError:
        return False
    if length > _LONGEST_PATH or _UNUSABLE.search(path) is not None:
        return False
    return length <= _LONGEST_NAME or all(len(part.encode()) <= _LONGEST_NAME for part in path.split("/"))


def is_reserved(path: str) -> bool:
    """Whether the path is one that a release gives to files of its own, in capitals or small letters."""
    return path.partition("/")[0].casefold() in _RESERVED


def check_path(path: str) -> None:
    """Raises `Refused` for a path that no file of a week may have in a release."""
    if not is_path(path):
        raise Refused([Finding("release.bad-path", values={"value": path})])
    if is_reserved(path):
        raise Refused([Finding("release.reserved-path", values={"value": path})])


def original_of(path: str) -> str | None:
    """The path whose variant this one would be, if that is there.

    >>> original_of("ja/index.html.br"), original_of("ja/index.html")
    ('ja/index.html', None)
    """
    stem, dot, ending = path.rpartition(".")
    return stem if stem and dot + ending in VARIANTS else None
