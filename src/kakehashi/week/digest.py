"""Digests: a short name for exactly this content, in exactly this language."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kakehashi.week.anatomy import Entries, Matter, fields_of
from kakehashi.week.document import Week
from kakehashi.week.part import Value
from kakehashi.week.timetable import Timetable
from kakehashi.words import Text


def timetable_digest(timetable: Timetable) -> str:
    """The SHA-256 of a timetable: which item is when, in which session and room.

    `Planning.timetable` names by it the timetable that a plan's result speaks of.
    """
    rows = [
        [placed.item, placed.session, placed.room or "", placed.start.isoformat(), placed.end.isoformat()]
        for placed in timetable.placements
    ]
    # Sorted, since the order of rooms may change without an item being moved.
    return _digest(sorted(rows))


def digest_of(part: Value, language: str) -> str:
    """The SHA-256 of what readers of one language are shown of a part.

    Wordings in other languages do not count, so a partner's approval of the Russian stands when the English changes.
    Notes on facts are the office's own and do not count either. References count as slugs: a speaker's new name is no
    new talk. 64 hexadecimal digits, the same in every version of the program.
    """
    return _digest(_shown(part, language))


APPROVABLE = ("institutions", "people", "symposia", "items")
"""The collections of which a partner is asked to approve parts: those that have a page each."""


def approvable(week: Week) -> dict[tuple[str, str, str], str]:
    """The digest of each part that a partner may be asked to approve, by collection, slug and language.

    Of the week as it is written, not as an audience sees it: so what comes out or is closed later changes no digest.
    """
    return {
        (collection, slug, language): digest_of(part, language)
        for collection in APPROVABLE
        for slug, part in getattr(week, collection).items()
        for language in week.languages
    }


def _digest(content: Any) -> str:
    # The one way to write it: sorted keys, no spaces, no escapes, so that the same content is the same bytes for ever.
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _shown(value: Any, language: str) -> Any:
    if isinstance(value, Text):
        return value.get(language)
    if isinstance(value, Value):
        return _of_part(value, language)
    if isinstance(value, tuple):
        return [_shown(one, language) for one in value]
    if isinstance(value, Mapping):
        # A list, not an object: readers see the order of a collection, and sorted keys would hide that it changed.
        return [[key, _shown(one, language)] for key, one in value.items()]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


def _of_part(part: Value, language: str) -> dict[str, Any]:
    """What is said; a field at its default says nothing, so that a field added later changes no digest."""
    by_language = {field.name for field in fields_of(type(part)) if _is_by_language(field.shape)}
    said = {
        name: getattr(part, name).get(language) if name in by_language else getattr(part, name)
        for name, field in type(part).model_fields.items()
        if name != "notes" and getattr(part, name) != field.default
    }
    return {name: _shown(value, language) for name, value in said.items()}


def _is_by_language(shape: object) -> bool:
    return isinstance(shape, Entries) and shape.key is not None and shape.key.matter is Matter.LANGUAGE
