"""Style, script, icon and fonts of ours, under names that hold a hash of their content, to be kept for ever."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

ROOT = "assets/"
"""Where they lie, from the week's root."""


def _walk(folder: Traversable, path: str = "") -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    # A disk gives its files in any order; a release must have the same bytes on every machine.
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}{entry.name}"
        if entry.is_dir():
            found |= _walk(entry, f"{name}/")
        else:
            found[name] = entry.read_bytes()
    return found


def hashed_name(name: str, content: bytes) -> str:
    """The name of an asset with ten digits of SHA-256 of its content."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(content).hexdigest()[:10]}{path.suffix}"))


_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|("[^"\n]*"|'[^'\n]*')""", re.DOTALL)


def _unexplained(style: str) -> str:
    """A style sheet without comments, empty lines and indentation. What looks like a comment in a string is none."""
    bare = _COMMENT_OR_STRING.sub(lambda found: found[1] or "", style)
    return re.sub(r"\s*\n\s*", "\n", bare).lstrip()


@cache
def assets() -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    """The hashed name of each asset by its own name, and the content of each hashed name.

    Names keep their folder and their ending, `fonts/serif.woff2` becomes `fonts/serif.0123456789.woff2`: ten digits of
    SHA-256, which tell a few dozen files of many releases apart. A style sheet names its fonts, so it is rewritten
    before it is hashed itself; one that names a file that is not there is a `KeyError`. Comments and indentation of
    style sheets are for us and are not sent.
    """
    sources = _walk(files("kakehashi.site") / "static")
    names = {name: hashed_name(name, content) for name, content in sources.items() if not name.endswith(".css")}
    contents = {names[name]: sources[name] for name in names}
    for name in sources.keys() - names.keys():
        written = _unexplained(sources[name].decode("utf-8"))
        styled = re.sub(r"url\(([^)]+)\)", lambda found: f"url({names[found.group(1)]})", written).encode("utf-8")
        names[name] = hashed_name(name, styled)
        contents[names[name]] = styled
    return names, contents


def asset_content(path: str) -> bytes | None:
    """The content of the asset at a path from the week's root (`assets/site.0123456789.js`), if there is one."""
    _, contents = assets()
    return contents.get(path.removeprefix(ROOT)) if path.startswith(ROOT) else None
