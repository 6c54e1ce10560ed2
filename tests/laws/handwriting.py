"""Folders as hands write them: the files of a dump with comments, odd indentation, braces, and other systems' ends of
lines."""

import random
from typing import Any

from kakehashi.folder.emitting import Flow, Written, emit
from kakehashi.folder.nodes import Listing, Node, Scalar, Table
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile

MARK = "# kept"


def plain(node: Node | None) -> Any:
    """The values of a file, to be changed and written again."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {} if node is None else {key: plain(value) for key, value in node.entries()}


def root_of(text: str) -> Node | None:
    """What a file with this text holds."""
    file = SourceFile("x.yaml", text)
    assert read_yaml(file) == []
    return file.root


def by_hand(text: str, chance: random.Random) -> str:
    """The same file as somebody else would have written it."""
    root = plain(root_of(text))
    lines = emit({key: _some_in_braces(value, chance) for key, value in root.items()}) if root else text
    spaces = chance.choice(("", " ", "  ", "   "))
    text = "".join(spaces * line.startswith(" ") + line for line in lines.splitlines(keepends=True))
    text = with_comments(text, chance)
    if chance.random() < 0.5:
        text = text.replace("\n", "\r\n")
    return chance.choice(("", "\ufeff")) + text


def _some_in_braces(value: Any, chance: random.Random) -> Written:
    if isinstance(value, list):
        return [_some_in_braces(entry, chance) for entry in value]
    if not isinstance(value, dict):
        return str(value)
    if value and chance.random() < 0.2:
        return Flow(value)
    return {key: _some_in_braces(entry, chance) for key, entry in value.items()}


def with_comments(text: str, chance: random.Random) -> str:
    """Comments above some keys, and behind some values."""
    places: list[tuple[int, str]] = []
    _comment(root_of(text), text, chance, places)
    for number, (index, lead) in enumerate(sorted(places, reverse=True)):
        comment = f'{MARK} {number}: that, {{and}} "this"\''
        text = (
            text[:index] + (f"{comment}\n{lead}" if lead is not None and lead != "#" else f" {comment}") + text[index:]
        )
    return text


def _comment(node: Node | None, text: str, chance: random.Random, places: list[tuple[int, str]]) -> None:
    if isinstance(node, Scalar):
        behind = text[node.end : node.end + 1] == "\n" and node.style not in ("|", ">")
        if behind and not node.nothing and chance.random() < 0.3:
            places.append((node.end, "#"))
        return
    if isinstance(node, Table) and not node.flow:
        for key in node.keys.values():
            lead = text[text.rfind("\n", 0, key.start) + 1 : key.start]
            if not lead.strip() and chance.random() < 0.3:
                places.append((key.start, lead))
    inner = node.items if isinstance(node, Listing) else node.values.values() if node else ()
    for value in inner:
        _comment(value, text, chance, places)
