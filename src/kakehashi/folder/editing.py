"""Changing values in a folder's files: the bytes of the value that changes, and no others."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kakehashi.findings import Finding, Place, Refused, errors
from kakehashi.folder.contracting import contract
from kakehashi.folder.emitting import Written
from kakehashi.folder.expanding import Host
from kakehashi.folder.faults import shape_at
from kakehashi.folder.files import SYMPOSIA
from kakehashi.folder.layout import NO_SYMPOSIUM
from kakehashi.folder.loading import Loaded, load
from kakehashi.folder.locating import Spot
from kakehashi.folder.nodes import Listing, Scalar
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.shapes import Group, Many, Named, Shape, Wording, group
from kakehashi.folder.sources import SourceFile
from kakehashi.folder.splicing import Splice, added, merged, nested, removed, replaced, spliced
from kakehashi.folder.writing import replace_files
from kakehashi.week import Week


def edit(folder: Path, changes: Mapping[Place, Any]) -> None:
    """Writes each value of `changes` at its place in the document, or removes the key where the value is `None`.

    Values are those of the document's types (a `Moment`, a `Text`, a number, a part). A key that is not there is added
    to its mapping. Comments, quotation marks, indentation and line ends stay; all files change or none. Raises
    `Refused`, with nothing written, when the folder has errors or would have them in its YAML, or when a place is an
    entry of a list that does not exist.

    >>> from kakehashi.week import Moment
    >>> edit(Path("week"), {("sessions", "opening", "start"): Moment.parse("2021-09-29T15:30[Asia/Tokyo]")})
    ... # doctest: +SKIP
    """
    loaded = load(folder)
    if loaded.week is None:
        raise Refused(errors(loaded.findings))
    editor = _Editor(loaded, Host(loaded.week.host_language, loaded.week.zone))
    for place, value in changes.items():
        editor.change(place, value)
    replace_files(folder, editor.texts(), gone=lambda name: False)


class _Editor:
    """Collects the changes of one folder. `grown` are mappings that get new keys, by the spot where they stand."""

    def __init__(self, loaded: Loaded, host: Host) -> None:
        self.loaded = loaded
        self.host = host
        self.splices: defaultdict[SourceFile, list[Splice]] = defaultdict(list)
        self.grown: dict[tuple[SourceFile, Place], tuple[Spot, Written]] = {}

    def change(self, place: Place, value: Any) -> None:
        found = self.loaded.spots.walk(place)
        if found is None:
            raise Refused([_no_such_place(place)])
        spot, depth = found
        shape = shape_at(group(Week), place)
        written = None if value is None else contract(value, shape, self.host)
        # Left out in the file of a symposium, the key would mean that very symposium: "none" has to be said.
        if written is None and place[0] in ("items", "sessions") and place[2:] == ("symposium",):
            written = NO_SYMPOSIUM if spot.file.name.startswith(f"{SYMPOSIA}/") else None
        rest = place[depth:]
        if not rest:
            self.here(spot, written)
        elif written is not None:
            self.below(spot, place[:depth], rest, written)

    def here(self, spot: Spot, written: Written | None) -> None:
        """Changes a value that is written as such."""
        if spot.key is None and written is None:
            raise Refused([Finding("edit.not-removable", (), {"value": spot.file.name}).at(spot.source)])
        self.splices[spot.file].append(removed(spot) if written is None else replaced(spot, written))

    def below(self, spot: Spot, place: Place, rest: Place, written: Written) -> None:
        """Changes a value that a short-hand stands for, or adds one."""
        stands = stands_for(shape_at(group(Week), place), self.host)
        short = isinstance(spot.node, Scalar) and not spot.node.nothing
        if short and rest == stands:
            self.here(spot, written)
            return
        keys = [step for step in rest if isinstance(step, str)]
        if isinstance(spot.node, Listing) or any(step for step in rest if isinstance(step, int)):
            raise Refused([_no_such_place((*place, *rest)).at(spot.source)])
        grown = nested(keys, written)
        if short and isinstance(spot.node, Scalar):
            grown = merged(nested([step for step in stands if isinstance(step, str)], spot.node.text), grown)
        _, before = self.grown.get((spot.file, place), (spot, {}))
        self.grown[spot.file, place] = spot, merged(before, grown)

    def texts(self) -> dict[str, str]:
        """The new text of each file that changes."""
        for spot, grown in self.grown.values():
            assert isinstance(grown, Mapping)
            if isinstance(spot.node, Scalar):
                self.splices[spot.file].append(replaced(spot, grown))
            else:
                self.splices[spot.file] += [added(spot, key, value) for key, value in grown.items()]
        return {file.name: _checked(file, spliced(file.text, splices)) for file, splices in self.splices.items()}


def _no_such_place(place: Place) -> Finding:
    return Finding("edit.no-such-place", place, {"value": "/".join(map(str, place))})


def _checked(file: SourceFile, text: str) -> str:
    if file.name.endswith(".yaml") and (findings := read_yaml(SourceFile(file.name, text))):
        raise Refused(findings)
    return file.mark + text


def stands_for(shape: Shape, host: Host) -> Place:
    """The steps that a single text of this shape leaves out: of a text, its language; of a speaker, `person`."""
    match shape:
        case Wording():
            return (host.language,)
        case Many():
            return (0, *stands_for(shape.of, host))
        case Named() if shape.by_language:
            return (host.language, "whole")
        case Group() if shape.short is not None:
            return (shape.short,)
        case _:
            return ()
