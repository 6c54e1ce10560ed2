"""Replacing, adding and removing values in the text of a YAML file, so that every other character stays.

Each function returns a `Splice`: a stretch of the old text and what takes its place. Quotation marks, block marks,
indentation and line ends follow what is there.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kakehashi.folder.emitting import (
    Plain,
    Written,
    emit_lines,
    entry_lines,
    is_block_text,
    quoted,
    scalar,
    single_quoted,
)
from kakehashi.folder.emitting import in_flow as flow_text
from kakehashi.folder.locating import Spot
from kakehashi.folder.nodes import Listing, Node, Scalar, Table


class Splice(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices applied; of several at one point, the first given comes first.

    >>> spliced("tea: green", [Splice(5, 10, "black"), Splice(0, 3, "leaf")])
    'leaf: black'
    """
    parts, position = [], 0
    # `sorted` keeps the order of equals, so nothing more is needed for splices at one point.
    for splice in sorted(splices, key=lambda splice: splice.start):
        parts += [text[position : splice.start], splice.text]
        position = splice.end
    return "".join((*parts, text[position:]))


def written_end(node: Node, text: str) -> int:
    """Where a value really ends: before the blank lines and comments that the parser counts to a block."""
    if isinstance(node, Scalar):
        return node.start + len(text[node.start : node.end].rstrip()) if node.style in ("|", ">") else node.end
    inner = node.items if isinstance(node, Listing) else list(node.values.values())
    return node.end if node.flow or not inner else written_end(inner[-1], text)


def replaced(spot: Spot, value: Written) -> Splice:
    """The value at a spot becomes another one: a text in the quotation marks of the old one where they can hold it.

    A comment behind the value stays in its line. The spot of a whole file without keys (an abstract) is all its text.

    >>> from kakehashi.folder.locating import Spot
    >>> from kakehashi.folder.reading import read_yaml
    >>> from kakehashi.folder.sources import SourceFile
    >>> file = SourceFile("x.yaml", "tea: 'green'  # ours")
    >>> read_yaml(file)
    []
    >>> spliced(file.text, [replaced(Spot(file, file.root).below(("tea",)), "it's")])
    "tea: 'it''s'  # ours"
    """
    node, text = spot.node, spot.file.text
    if node is None:
        return Splice(0, len(text), f"{value}\n")
    start, end = node.start, written_end(node, text)
    if isinstance(node, Scalar) and isinstance(value, str) and not node.nothing:
        styled = _in_style(spot, node, value)
        if styled is not None:
            return Splice(start, end, styled)
    return _anew(spot, _after_key(spot, start), end, value)


def added(spot: Spot, key: str, value: Written) -> Splice:
    """A mapping gets one more key, after its last one and before the comments that follow it."""
    node, text = spot.node, spot.file.text
    if not isinstance(node, Table) or not node.values:
        return _first(spot, key, value)
    end = written_end(list(node.values.values())[-1], text)
    if node.flow:
        return Splice(end, end, f", {scalar(key, flow=True)}: {flow_text(value)}")
    indent = _column(text, next(iter(node.keys.values())).start)
    line_end = _line_end(text, end)
    return Splice(line_end, line_end, _joined(spot, ["", *entry_lines(key, value, indent)]))


def filled(empty: Table, values: Mapping[str, Written]) -> Splice:
    """A mapping that is empty, and written so, gets its first keys."""
    return Splice(empty.start, empty.end, flow_text(values))


def removed(spot: Spot) -> Splice:
    """A mapping loses the key of this spot, with its value and what stands in the same lines.

    Comments in lines of their own stay: whose they are, nobody can tell. A mapping written in braces, or behind a dash,
    that loses its only key becomes `{}`.
    """
    table, key, text = spot.parent and spot.parent.node, spot.key, spot.file.text
    assert isinstance(table, Table) and key is not None and spot.node is not None
    keys = list(table.keys.values())
    number = keys.index(key)
    end = written_end(spot.node, text)
    following = keys[number + 1].start if number + 1 < len(keys) else None
    # Without its only key nothing would be left behind `-`, and nothing is not an empty mapping.
    if len(keys) == 1 and (table.flow or not _begins_line(text, key)):
        return Splice(table.start, table.end if table.flow else end, "{}")
    if table.flow and following is None:
        return Splice(written_end(table.values[keys[number - 1].text], text), end, "")
    if following is not None and (table.flow or not _begins_line(text, key)):
        return Splice(key.start, following, "")
    start = text.rfind("\n", 0, key.start) + 1
    return Splice(start, min(_line_end(text, end, whole=True), len(text)), "")


def _first(spot: Spot, key: str, value: Written) -> Splice:
    """The first key of a mapping that was empty, not written, or a whole file without content."""
    node, text = spot.node, spot.file.text
    if node is None:
        lead = "" if not text or text.endswith("\n") else "\n"
        return Splice(len(text), len(text), lead + _joined(spot, [*entry_lines(key, value, 0), ""]))
    if isinstance(node, Table):
        return filled(node, {key: value})
    return replaced(spot, {key: value})


def _in_style(spot: Spot, node: Scalar, value: str) -> str | None:
    """A text written as the old one was; `None` where it must be written in another way."""
    if isinstance(value, Plain):
        return value
    if node.style in ("|", ">"):
        return _in_block(spot, node, value) if is_block_text(value) else None
    if "\n" in value and not spot.in_flow and not node.style:
        return None
    if node.style == "'" and scalar(value) != quoted(value):
        return single_quoted(value)
    return quoted(value) if node.style == '"' else scalar(value, flow=spot.in_flow)


def _in_block(spot: Spot, node: Scalar, value: str) -> str:
    header = re.match(r"([|>])[0-9]?([-+]?)[0-9]?([^\r\n]*)", spot.file.text[node.start :])
    mark, chomp, comment = header.groups() if header else ("|", "", "")
    # Folding would take the value's own line ends for spaces.
    mark = mark if mark == "|" or "\n" not in value else "|"
    return _joined(spot, [mark + chomp + comment, *emit_lines(value, _indent(spot) + 2, folded=mark == ">")])


def _anew(spot: Spot, start: int, end: int, value: Written) -> Splice:
    """A whole new value behind `key:` or `-`; a comment in its line stays there."""
    text = spot.file.text
    if spot.in_flow:
        return Splice(
            start, end, f"{'' if text[:start].rstrip().endswith((':', '[', ',')) else ':'} {flow_text(value)}"
        )
    first, *more = entry_lines("x", value, _indent(spot))
    first = first[_indent(spot) + 2 :]
    if not more:
        return Splice(start, end, first)
    line_end = _line_end(text, end)
    return Splice(start, line_end, _joined(spot, [first + text[end:line_end], *more]))


def _after_key(spot: Spot, start: int) -> int:
    """Where the space behind `key:` or `-` begins, if only space stands between it and the value."""
    text = spot.file.text
    return len(text[:start].rstrip()) if text[:start].rstrip()[-1:] in (":", "-", "?") else start


def _indent(spot: Spot) -> int:
    """The column of the key of a value; of an entry of a list, that of its dash."""
    text = spot.file.text
    if spot.key is not None:
        return _column(text, spot.key.start)
    start = spot.node.start if spot.node is not None else 0
    return max(_column(text, start) - 2, 0)


def _column(text: str, index: int) -> int:
    return index - text.rfind("\n", 0, index) - 1


def _begins_line(text: str, key: Scalar) -> bool:
    return not text[text.rfind("\n", 0, key.start) + 1 : key.start].strip()


def _line_end(text: str, index: int, *, whole: bool = False) -> int:
    # Not `splitlines`: to YAML and to editors, U+2028 or a form feed ends no line.
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end + 1 if whole else end - (text[end - 1] == "\r")


def _joined(spot: Spot, lines: Iterable[str]) -> str:
    return ("\r\n" if "\r\n" in spot.file.text else "\n").join(lines)


def nested(steps: Iterable[str], value: Written) -> Written:
    """The mapping in which these keys lead to the value."""
    for step in reversed(list(steps)):
        value = {step: value}
    return value


def merged(one: Written, other: Written) -> Written:
    """Two mappings as one, entry by entry; of anything else the second."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return other
    return {**one, **{key: merged(one[key], value) if key in one else value for key, value in other.items()}}
