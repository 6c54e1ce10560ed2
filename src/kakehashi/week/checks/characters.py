"""Characters that deceive the eye: invisible ones, those that turn the line round, letters of another script."""

import re
from collections.abc import Iterator, Mapping

from kakehashi.findings import Finding, Place, Severity, Value
from kakehashi.week.checks.case import Case

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028\u2029\u2060-\u2065\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    "|(?<=[A-Za-z\u0370-\u052f\u3040-\u30ff\u4e00-\u9fff ])[\u200c\u200d]"
)
"""Joiners (U+200C, U+200D) are letters' companions in some scripts, and nothing beside these."""

_MIXED = re.compile(
    "[A-Za-z\u00c0-\u024f][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u024f]"
    "|[\u0370-\u03ff][\u0400-\u052f]|[\u0400-\u052f][\u0370-\u03ff]"
)
_WORD = re.compile(r"[^\W\d_]+")

_NAMES = frozenset({"title", "name", "short", "formal", "label", "heading", "whole", "family", "given", "sort"})


def deceptive_characters(case: Case) -> Iterator[Finding]:
    """Invisible and line-turning characters in any text; words of mixed scripts in names and titles."""
    for found in case.shown_texts:
        wordings = found.value if isinstance(found.value, Mapping) else {"": found.value}
        for language, text in wordings.items():
            if not text.isascii() or not text.isprintable():
                place = (*found.place, language) if language else found.place
                yield from _deceptive(text, place, found.field in _NAMES)


_FILLER = re.compile("[\u115f\u1160\u3164]")
"""Hangul fillers: letters to Unicode, and yet nothing to the eye."""


def _may_hide(text: str) -> bool:
    """Whether the patterns above are worth their time: ten times as much as this question takes."""
    # `translate` would take longer than the patterns.
    blank = text.replace("\n", " ").replace("\u00a0", " ").replace("\u3000", " ")
    return not blank.isprintable() or _FILLER.search(text) is not None


def _deceptive(text: str, place: Place, is_name: bool) -> Iterator[Finding]:
    for code, pattern in (("text.turning", _TURNING), ("text.invisible", _INVISIBLE)) if _may_hide(text) else ():
        match = pattern.search(text)
        if match is not None:
            values: dict[str, Value] = {"value": f"U+{ord(match[0]):04X}", "at": match.start() + 1}
            yield Finding(code, place, values, Severity.WARNING)
    if is_name and _MIXED.search(text):
        words = tuple(word for word in _WORD.findall(text) if _MIXED.search(word))
        yield Finding("text.mixed-scripts", place, {"value": words}, Severity.WARNING)
