"""Plain values into YAML as a person would write it: block style, few quotation marks, long texts in blocks.

Only what our reader takes apart again exactly is written, but for the line end that closes a block, which the
document's types take away; a text that needs it is quoted, and marks that the eye cannot see are written by number.

>>> print(emit({"title": "Tea: a week", "days": [Plain("2027-05-10")], "room": Flow({"seats": Plain("80")})}), end="")
title: 'Tea: a week'
days: [2027-05-10]
room: {seats: 80}
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Written: TypeAlias = str | Mapping[str, "Written"] | Sequence["Written"]
"""What can be written: texts, `Plain` words, mappings (block style, `Flow` in braces) and lists."""

WIDTH = 100
"""How long a line may become before a text is folded or a list is written with dashes."""

# Control characters, ends of lines that only some readers know (U+0085, U+2028), and marks that turn the direction of
# writing round: written as such, a file would show something else than it says.
_NUMBERED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# To us every scalar is a text; other readers of YAML take these for numbers, times and truth values.
_OTHER_TYPE = re.compile(
    r"(true|false|yes|no|on|off|y|n|null|~|[-+.]?(inf|nan)|0x[\da-f]+)"
    r"|[-+]?\.?\d[\d_,.:exo+-]*( ?\d\d?:[\d:. zZ+-]+)?",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(r": |:$| #|[\n]| $")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")


class Plain(str):
    """A word that the document types as number, day or choice: it stands without quotation marks."""

    __slots__ = ()


class Flow(dict[str, Written]):
    """A short mapping, written in braces in one line."""


def emit(values: Mapping[str, Written]) -> str:
    """The text of a file with these keys, in their order, with a line end at its end; empty for no keys."""
    return "".join(f"{line}\n" for line in mapping_lines(values, 0))


def mapping_lines(values: Mapping[str, Written], indent: int) -> list[str]:
    """The lines of a mapping in block style, each key at `indent` spaces."""
    return [line for key, value in values.items() for line in entry_lines(key, value, indent)]


def entry_lines(key: str, value: Written, indent: int) -> list[str]:
    """The lines of one key and its value."""
    head = f"{' ' * indent}{scalar(key, flow=True)}:"
    if (inline := in_line(value)) is not None:
        return [f"{head} {inline}"]
    if isinstance(value, str):
        return [f"{head} {_block_mark(value)}", *emit_lines(value, indent + 2, folded="\n" not in value)]
    if isinstance(value, Mapping):
        return [head, *mapping_lines(value, indent + 2)]
    return [head, *_list_lines(value, indent + 2)]


def _list_lines(values: Sequence[Written], indent: int) -> list[str]:
    return [line for value in values for line in _entry_of_list(value, indent)]


def _entry_of_list(value: Written, indent: int) -> list[str]:
    dash = " " * indent + "- "
    if (inline := in_line(value)) is not None:
        return [dash + inline]
    if isinstance(value, str):
        return [dash + _block_mark(value), *emit_lines(value, indent + 2, folded="\n" not in value)]
    inner = mapping_lines(value, indent + 2) if isinstance(value, Mapping) else _list_lines(value, indent + 2)
    return [dash + inner[0][indent + 2 :], *inner[1:]]


def in_line(value: Written) -> str | None:
    """The value in one line; `None` when it is better written over several."""
    if isinstance(value, str):
        return None if _block_mark(value) else scalar(value)
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    if isinstance(value, Flow):
        return in_flow(value)
    if isinstance(value, Mapping):
        return None
    flow = in_flow(value) if all(_fits_in_flow(entry) for entry in value) else None
    return flow if flow is not None and len(flow) <= WIDTH else None


def _fits_in_flow(value: Written) -> bool:
    if isinstance(value, str):
        return len(value) <= 60 and "\n" not in value
    return not isinstance(value, Mapping) and all(_fits_in_flow(entry) for entry in value)


def in_flow(value: Written) -> str:
    """The value in one line, mappings in braces and lists in brackets."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {in_flow(entry)}" for key, entry in value.items()) + "}"
    return "[" + ", ".join(in_flow(entry) for entry in value) + "]"


def is_block_text(text: str) -> bool:
    """Whether a text survives in a block: nothing invisible in it, no space at its ends, nothing special to fold."""
    return not (isinstance(text, Plain) or _NUMBERED.search(text) or text != text.strip() or not text)


def _block_mark(text: str) -> str:
    """`|` for a text of several lines, `>` for a long one that can be folded, nothing where neither is exact."""
    if not is_block_text(text):
        return ""
    if "\n" in text:
        return "|"
    return ">" if len(text) > WIDTH and " " in text and "  " not in text else ""


def emit_lines(text: str, indent: int, *, folded: bool) -> list[str]:
    """The lines of a block text, each at `indent` spaces; `folded` for the block mark `>`."""
    lines = _folded(text) if folded else text.split("\n")
    return [" " * indent + line if line else "" for line in lines]


def _folded(text: str) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def scalar(text: str, *, flow: bool = False) -> str:
    """A text in one line: plain when nothing could be mistaken, else quoted."""
    if isinstance(text, Plain):
        return text
    if _NUMBERED.search(text) or "\n" in text:
        return quoted(text)
    if is_plain(text, flow=flow):
        return text
    return quoted(text) if "'" in text and '"' not in text and "\\" not in text else single_quoted(text)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text reads as itself without quotation marks, here and in tools that guess types.

    >>> [is_plain(text) for text in ("Tea week", "no", "10:30", "a: b")], is_plain("a, b"), is_plain("a, b", flow=True)
    ([True, False, False, False], True, False)
    """
    # No sign that means something at the beginning of a text is a letter or digit; some that do not are quoted too.
    if not text[:1].isalnum() or _OTHER_TYPE.fullmatch(text) or _NOT_PLAIN.search(text) or _NUMBERED.search(text):
        return False
    return not (flow and _NOT_PLAIN_IN_FLOW.search(text))


def single_quoted(text: str) -> str:
    """In single quotation marks; for texts of one line without invisible marks."""
    return "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    """In double quotation marks, with escapes for what is not plainly visible; good for every text."""
    named = "".join(_NAMED.get(character, character) for character in text)
    return '"' + _NUMBERED.sub(lambda match: _number(match[0]), named) + '"'


def _number(character: str) -> str:
    return f"\\x{ord(character):02X}" if ord(character) < 256 else f"\\u{ord(character):04X}"
