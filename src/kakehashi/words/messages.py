"""A language's catalogue of messages, read from its `.po` file as it is: no build step, no binary files."""

import io
from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kakehashi.words.languages import base_of
from kakehashi.words.typography import spaced

FOLDER: Traversable = files("kakehashi.words").joinpath("catalogues")
"""Where the catalogues lie: `<language tag>.po`, whose msgids are the English sentences."""


def spoken_languages() -> tuple[str, ...]:
    """The languages that have a catalogue, and English, which needs none."""
    named = {entry.name.removesuffix(".po") for entry in FOLDER.iterdir() if entry.name.endswith(".po")}
    return tuple(sorted(named | {"en"}))


@cache
def messages_of(language: str) -> NullTranslations:
    """The messages of a language; those of its base language for a regional tag; else English as it stands.

    Two catalogues are never mixed, so a page does not change its register in the middle.
    """
    for tag in (language, base_of(language)):
        entry = FOLDER.joinpath(f"{tag}.po")
        if entry.is_file():
            return translations_from(entry.read_bytes(), tag)
    return NullTranslations()


def translations_from(po: bytes, language: str) -> NullTranslations:
    """The messages of a `.po` file, with the no-break spaces that the language's typography asks for."""
    catalogue = read_po(io.BytesIO(po), locale=None)
    _set_spaces(catalogue, lambda text: spaced(text, language))
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)


def _set_spaces(catalogue: Catalog, set_one: Callable[[str], str]) -> None:
    for message in catalogue:
        if not message.id:
            continue
        string = message.string or ""
        message.string = set_one(string) if isinstance(string, str) else tuple(set_one(form) for form in string)
