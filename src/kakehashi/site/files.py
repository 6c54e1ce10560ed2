"""A file of a site."""

from typing import NamedTuple


class SiteFile(NamedTuple):
    """A file of a site: its path from the week's root, and its content."""

    path: str
    content: bytes
