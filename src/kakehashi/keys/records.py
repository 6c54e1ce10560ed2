"""The bytes in which a record is written down, signed and hashed."""

import json
from collections.abc import Mapping
from typing import Any

FORMAT = "format"
"""The entry of every record that comes first and names its purpose and version, as `kakehashi-release/1`."""


def canonical(record: Mapping[str, Any]) -> bytes:
    """A record as bytes: JSON in UTF-8, two spaces of indentation, entries in the order given, a newline at the end.

    Readable, and one record has one form, so whoever reads it can write it again and compare. Raises `ValueError` for a
    record that does not begin with its format, and `TypeError` for values that have more than one form in JSON, as
    fractions do.

    >>> canonical({"format": "example/1", "languages": ["ja"]}).decode()
    '{\\n  "format": "example/1",\\n  "languages": [\\n    "ja"\\n  ]\\n}\\n'
    """
    if next(iter(record), None) != FORMAT:
        raise ValueError("a record begins with its format")
    _check(record)
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _check(value: object) -> None:
    if isinstance(value, Mapping):
        for key, entry in value.items():
            if not isinstance(key, str):
                raise TypeError(f"{type(key).__name__} cannot be a key of a record")
            _check(entry)
    elif isinstance(value, list | tuple):
        for entry in value:
            _check(entry)
    elif not (value is None or isinstance(value, str | int)):
        raise TypeError(f"{type(value).__name__} has no one form in a record")
