"""Texts that come with this room as YAML of our own dialect: meanings of keys, phrases of a first week."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kakehashi.folder.nodes import Scalar, Table
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile


@cache
def packaged(name: str) -> Mapping[str, Mapping[str, str]]:
    """The texts of a packaged file: two levels of keys, then a text.

    >>> packaged("phrases.yaml")["de"]["break"]
    'Pause'
    """
    file = SourceFile(name, files("kakehashi.folder").joinpath(name).read_text(encoding="utf-8"))
    read_yaml(file)
    return {key: _texts(part) for key, part in file.root.entries()} if isinstance(file.root, Table) else {}


def _texts(part: object) -> dict[str, str]:
    entries = part.entries() if isinstance(part, Table) else ()
    return {key: value.text for key, value in entries if isinstance(value, Scalar)}
