"""What a YAML file consists of once read: texts, lists and tables, each knowing the stretch of characters it fills."""

from collections.abc import Iterator
from typing import TypeAlias

from kakehashi.findings import Term

NOTHING, TEXT, LIST, MAPPING = (Term(kind) for kind in ("nothing", "text", "list", "mapping"))


class Scalar:
    """One text as written; `style` is `""` (plain), `'`, `"`, `|` or `>`. A plain text of length 0 is *nothing*."""

    __slots__ = ("end", "start", "style", "text")

    def __init__(self, text: str, start: int, end: int, style: str) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.style = style

    @property
    def nothing(self) -> bool:
        """Whether nothing at all is written here, as after `key:` at the end of a line."""
        return not self.style and not self.text


class Listing:
    """A list: entries in order; `flow` when written in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = start
        self.flow = flow


class Table:
    """A mapping: `keys` and `values` by the text of the key, in order; `flow` when written in braces."""

    __slots__ = ("end", "flow", "keys", "start", "values")

    def __init__(self, start: int, flow: bool) -> None:
        self.keys: dict[str, Scalar] = {}
        self.values: dict[str, Node] = {}
        self.start = start
        self.end = start
        self.flow = flow

    def entries(self) -> Iterator[tuple[str, "Node"]]:
        """Key and value of each entry."""
        return iter(self.values.items())


Node: TypeAlias = Scalar | Listing | Table


def kind_of(node: Node) -> Term:
    """How findings name what stands in a place, in the reader's language: a text, a list, a mapping or nothing."""
    if isinstance(node, Scalar):
        return NOTHING if node.nothing else TEXT
    return LIST if isinstance(node, Listing) else MAPPING
