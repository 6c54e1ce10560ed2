"""What is wrong with a catalogue: lacking, empty, unsure or forgotten messages, and places that got lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from kakehashi.words.extraction.merging import key, read
from kakehashi.words.zones import CONTEXT as ZONE
from kakehashi.words.zones import english_names

_PLACE = re.compile(r"%\((\w+)\)[sd]")
_TAG = re.compile(r"</?[a-z][^>]*>")
_STRAY = re.compile(r"%(?!\(\w+\)[sd]|%)")
# "%(num)s" is what Jinja calls the number of a plural.
_NUMBERS = {"count", "num"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (`lacking`, `empty`, `unsure`, `forgotten`, `places`, `markup`, `percent`), and with what."""

    language: str
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.language}.po: {self.kind}: {self.message}"


def faults(po: str, template: Catalog, language: str) -> list[Fault]:
    """Everything that keeps the text of a `.po` file from being a complete catalogue of the template's messages."""
    catalogue = read(po)
    said = {key(message): message for message in catalogue if message.id}
    wanted = {key(message): message for message in template if message.id}
    found = [Fault(language, "lacking", name) for context, name in wanted if (context, name) not in said]
    forgotten = [message for where, message in said.items() if where not in wanted and not _renames_a_zone(where)]
    for message in (*forgotten, *catalogue.obsolete.values()):
        found.append(Fault(language, "forgotten", key(message)[1]))
    for where, message in said.items():
        found += [Fault(language, kind, where[1]) for kind in _wrong(message, wanted.get(where, message))]
    return found


def _renames_a_zone(where: tuple[str | None, str]) -> bool:
    context, name = where
    return context == ZONE and name in english_names()


def _wrong(message: Message, wanted: Message) -> Iterator[str]:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    singulars = [wanted.id] if isinstance(wanted.id, str) else list(wanted.id)
    if isinstance(message.id, str) != isinstance(wanted.id, str):
        yield "lacking"
    elif not all(form.strip() for form in forms):
        yield "empty"
    elif message.fuzzy:
        yield "unsure"
    else:
        yield from _lost(singulars, forms)


def _lost(originals: list[str], forms: list[str]) -> Iterator[str]:
    """What the forms of a translation lost of their originals; a plural form may leave out the number itself."""
    free = _NUMBERS if len(originals) > 1 else set()
    places = {frozenset(set(_PLACE.findall(text)) - free) for text in (originals[-1], *forms)}
    if len(places) > 1 or any(set(_PLACE.findall(form)) - set(_PLACE.findall(originals[-1])) for form in forms):
        yield "places"
    if len({tuple(sorted(_TAG.findall(text))) for text in (originals[-1], *forms)}) > 1:
        yield "markup"
    if any(_STRAY.search(form) for form in forms if "%" in originals[-1]):
        yield "percent"
