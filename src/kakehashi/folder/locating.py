"""From a place in the document to the line and column where it is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from kakehashi.findings import Place, Source
from kakehashi.folder.nodes import Listing, Node, Scalar, Table
from kakehashi.folder.sources import SourceFile


@dataclass(frozen=True, slots=True)
class Spot:
    """Something written in a file: a value, and the key that names it where there is one."""

    file: SourceFile
    node: Node | None
    key: Scalar | None = None

    @property
    def source(self) -> Source:
        """Where a reader should look: at a text itself, at the key of anything longer."""
        node = self.node
        if node is None:
            return self.file.at(0)
        if self.key is not None and (not isinstance(node, Scalar) or node.nothing):
            return self.file.at(self.key.start)
        return self.file.at(node.start)

    def below(self, steps: Sequence[str | int]) -> "Spot":
        """The deepest thing written on the way from here. What a short-hand leaves out is found at the short-hand."""
        spot, before = self, ""
        for step in steps:
            following = spot._year(step) if before == "years" else spot.entry(step)
            if following is None:
                break
            spot, before = following, str(step)
        return spot

    def entry(self, step: str | int) -> "Spot | None":
        """The entry of a list or mapping; a mapping where a list is expected stands for a list of one."""
        node = self.node
        if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            return Spot(self.file, node.items[step])
        if isinstance(node, Table) and isinstance(step, str) and step in node.keys:
            return Spot(self.file, node.values[step], node.keys[step])
        return self if isinstance(node, Table) and isinstance(step, int) else None

    def _year(self, step: str | int) -> "Spot | None":
        years = list(self.node.keys) if isinstance(self.node, Table) else []
        return self.entry(years[step]) if isinstance(step, int) and step < len(years) else None


class Spots:
    """Where the parts of a document begin, and from there on everything in them."""

    def __init__(self) -> None:
        self._starts: dict[Place, Spot] = {}

    def put(self, place: Place, spot: Spot) -> None:
        """Notes where `place` is written; the first note counts."""
        self._starts.setdefault(place, spot)

    def start(self, place: Place) -> Spot | None:
        """The spot noted for exactly this place."""
        return self._starts.get(place)

    def find(self, place: Place) -> Spot | None:
        """The deepest spot on the way to `place`; `None` when nothing of the folder could be read."""
        for length in range(len(place), -1, -1):
            spot = self._starts.get(place[:length])
            if spot is not None:
                return spot.below(place[length:])
        return None

    def exact(self, place: Place) -> Spot | None:
        """The spot of `place` itself, short-hands not followed; `None` when it is not written."""
        if place in self._starts:
            return self._starts[place]
        parent = self.find(place[:-1]) if place else None
        return parent and parent.entry(place[-1])
