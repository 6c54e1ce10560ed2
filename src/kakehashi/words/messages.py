"""A language's catalogue of messages, read from its `.po` file as it is: no build step, no binary files.

Catalogues lie in this package, and in a folder of the reader's own if the environment names one: so a language can be
added, or a sentence changed, without touching an installed program. A catalogue from there is taken instead of ours.
"""

import io
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kakehashi.caching import keep, kept
from kakehashi.findings import Finding, Refused
from kakehashi.words import typography
from kakehashi.words.languages import base_of
from kakehashi.words.text import is_tag
from kakehashi.words.typography import spaced

FOLDER: Traversable = files("kakehashi.words").joinpath("catalogues")
"""Where the catalogues lie: `<language tag>.po`, whose msgids are the English sentences."""


CATALOGUES = "KAKEHASHI_CATALOGUES"
"""The variable of the environment that names a folder with more catalogues."""

_PLACE = re.compile(r"%\(\w+\)[sd]")
_PERCENT = re.compile(rf"%%|{_PLACE.pattern}")


# Read from the environment and not handed in: processes that render pages are started in several ways, by none of
# which a setting made in their parent reaches them, and the environment always does.
def catalogue_folders(environment: Mapping[str, str] = os.environ) -> tuple[Traversable, ...]:
    """The folders of catalogues: the reader's own, if it is there, before ours."""
    own = environment.get(CATALOGUES, "")
    return (Path(own), FOLDER) if own and Path(own).is_dir() else (FOLDER,)


def spoken_languages() -> tuple[str, ...]:
    """The languages that have a catalogue, and English, which needs none."""
    names = (entry.name for folder in catalogue_folders() for entry in folder.iterdir())
    tags = {name.removesuffix(".po") for name in names if name.endswith(".po")}
    return tuple(sorted({tag for tag in tags if is_tag(tag)} | {"en"}))


@cache
def messages_of(language: str) -> NullTranslations:
    """The messages of a language; those of its base language for a regional tag; else English as it stands.

    Two catalogues are never mixed, so a page does not change its register in the middle. Raises `Refused` for a
    catalogue that cannot be read.
    """
    for tag in (language, base_of(language)):
        for folder in catalogue_folders():
            entry = folder.joinpath(f"{tag}.po")
            if entry.is_file():
                return _read(entry, tag)
    return NullTranslations()


def _read(entry: Traversable, tag: str) -> NullTranslations:
    try:
        po = entry.read_bytes()
        if isinstance(entry, Path) and entry.parent == FOLDER:
            return _translations(_compiled_once(entry, po, tag))
        return translations_from(po, tag)
    except (OSError, ValueError, LookupError) as error:
        # ValueError: bytes that are no text, or a rule for plurals that is none; LookupError: an unknown charset.
        raise Refused([Finding("catalogue.unreadable", values={"value": str(entry), "reason": str(error)})]) from error


def translations_from(po: bytes, language: str) -> NullTranslations:
    """The messages of a `.po` file, with the no-break spaces that the language's typography asks for.

    A translation with a place that its message does not have, or with a stray percent sign, could not be filled in when
    it is said; it counts as missing, and English is said instead. `words.extraction` names such faults.
    """
    return _translations(_compiled(po, language))


def _translations(binary: bytes) -> NullTranslations:
    return GNUTranslations(io.BytesIO(binary))


def _compiled_once(entry: Path, po: bytes, language: str) -> bytes:
    """What `_compiled` makes of a catalogue of ours: every command would wait for that longer than for its own work."""
    code = (Path(__file__), Path(typography.__file__))
    made_by = b"".join((po, *(each.read_bytes() for each in code), version("babel").encode()))
    known = kept(entry, made_by)
    if known is None:
        known = _compiled(po, language)
        keep(entry, made_by, known)
    return known


def _compiled(po: bytes, language: str) -> bytes:
    catalogue = read_po(io.BytesIO(po), locale=None)
    for message in catalogue:
        if message.id:
            message.string = _each(message, lambda text: spaced(text, language)) if _can_be_said(message) else ""
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def _each(message: Message, change: Callable[[str], str]) -> str | tuple[str, ...]:
    string = message.string or ""
    return change(string) if isinstance(string, str) else tuple(change(form) for form in string)


def _can_be_said(message: Message) -> bool:
    originals = [message.id] if isinstance(message.id, str) else message.id
    forms = [message.string or ""] if isinstance(message.string, str) else message.string or ()
    places = set(_PLACE.findall(" ".join(originals)))
    return all(set(_PLACE.findall(form)) <= places and "%" not in _PERCENT.sub("", form) for form in forms)
