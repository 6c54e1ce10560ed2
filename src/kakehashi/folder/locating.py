"""From a place in the document to the line and column where it is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from kakehashi.findings import Place, Source
from kakehashi.folder.nodes import Listing, Node, Scalar, Table
from kakehashi.folder.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Spot:
    """Something written in a file: a value, the key that names it if there is one, and the spot that it is part of."""

    file: SourceFile
    node: Node | None
    key: Scalar | None = None
    parent: "Spot | None" = None

    @property
    def source(self) -> Source:
        """Where a reader should look: at a text itself, at the key of anything longer."""
        node = self.node
        if node is None:
            return self.file.at(0)
        if self.key is not None and (not isinstance(node, Scalar) or node.nothing):
            return self.file.at(self.key.start)
        return self.file.at(node.start)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which it stands in its file, the outermost first."""
        above = self.parent.keys if self.parent is not None else ()
        return above if self.key is None else (*above, self.key.text)

    @property
    def in_flow(self) -> bool:
        """Whether it stands within brackets or braces."""
        parent = self.parent
        return parent is not None and (getattr(parent.node, "flow", False) or parent.in_flow)

    def walk(self, steps: Sequence[str | int]) -> "tuple[Spot, int]":
        """The deepest thing written on the way from here, and how many steps lead to it.

        What a short-hand leaves out is found at the short-hand.

        >>> from kakehashi.folder.reading import read_yaml
        >>> file = SourceFile("people.yaml", "ada:\\n  names: Ada")
        >>> read_yaml(file)
        []
        >>> spot, steps = Spot(file, file.root).walk(("ada", "names", "en", "whole"))
        >>> spot.source, steps
        (Source(file='people.yaml', line=2, column=10), 2)
        """
        spot, before = self, ""
        for number, step in enumerate(steps):
            # Figures are written under their year, and are a list in the document.
            following = spot._year(step) if before == "years" else spot._entry(step)
            if following is None:
                return spot, number
            spot, before = following, str(step)
        return spot, len(steps)

    def below(self, steps: Sequence[str | int]) -> "Spot":
        """The deepest thing written on the way from here."""
        return self.walk(steps)[0]

    def _entry(self, step: str | int) -> "Spot | None":
        """The entry of a list or mapping; a mapping where a list is expected stands for a list of one."""
        node = self.node
        if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            return Spot(self.file, node.items[step], None, self)
        if isinstance(node, Table) and isinstance(step, str) and step in node.keys:
            return Spot(self.file, node.values[step], node.keys[step], self)
        # The list of one that the dialect lets people write without its dash.
        return self if isinstance(node, Table) and step == 0 else None

    def _year(self, step: str | int) -> "Spot | None":
        if not isinstance(self.node, Table):
            return self._entry(step)
        years = list(self.node.keys)
        return self._entry(years[step]) if isinstance(step, int) and step < len(years) else None


class Spots:
    """Where the parts of a document begin, and from there on everything in them.

    Sessions and items stand inside other parts in the files and beside them in the document, and people have a file of
    their own: such beginnings are noted, and all else is found by walking from the nearest beginning above it.
    """

    def __init__(self) -> None:
        self._starts: dict[Place, Spot] = {}

    def put(self, place: Place, spot: Spot) -> None:
        """Notes where `place` is written; the first note counts."""
        self._starts.setdefault(place, spot)

    def walk(self, place: Place) -> tuple[Spot, int] | None:
        """The deepest spot on the way to `place`, and how many steps lead there; `None` for a folder without a file."""
        for length in range(len(place), -1, -1):
            spot = self._starts.get(place[:length])
            if spot is not None:
                deepest, steps = spot.walk(place[length:])
                return deepest, length + steps
        return None

    def find(self, place: Place) -> Spot | None:
        """The deepest spot on the way to `place`."""
        found = self.walk(place)
        return found and found[0]

    def exact(self, place: Place) -> Spot | None:
        """The spot of `place` itself; `None` when it is not written, or only within a short-hand."""
        found = self.walk(place)
        return found[0] if found is not None and found[1] == len(place) else None
