"""Changing values in a folder's files: the bytes of the value that changes, and no others."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kakehashi.collecting import without_collecting
from kakehashi.findings import Finding, Place, Refused, errors
from kakehashi.folder.assembling import AGREEMENTS_FILE
from kakehashi.folder.contracting import contract, default
from kakehashi.folder.emitting import Written, emit
from kakehashi.folder.expanding import Host
from kakehashi.folder.faults import shape_at
from kakehashi.folder.files import SYMPOSIA, read_folder
from kakehashi.folder.foreseeing import confirm
from kakehashi.folder.layout import HOMES, NO_SYMPOSIUM
from kakehashi.folder.loading import Loaded, loaded
from kakehashi.folder.locating import Spot
from kakehashi.folder.nodes import Listing, Scalar, Table
from kakehashi.folder.schemas import schema_line
from kakehashi.folder.shapes import Group, Many, Named, Shape, Wording, group
from kakehashi.folder.sources import SourceFile
from kakehashi.folder.splicing import Splice, added, filled, merged, nested, removed, replaced, spliced
from kakehashi.folder.writing import replace_files
from kakehashi.week import Week
from kakehashi.week.anatomy import at
from kakehashi.week.part import Value


def edit(folder: Path, changes: Mapping[Place, Any]) -> None:
    """Writes each value of `changes` at its place in the document, or removes the key where the value is `None`.

    Values are those of the document's types (a `Moment`, a `Text`, a number, a part). A key that is not there is added
    to its mapping, and a file to the folder where the part has one of its own. Comments, quotation marks, indentation
    and line ends stay; all files change or none.

    Raises `Refused`, with nothing written, when the folder has errors or would get them, when a place is an entry of a
    list that does not exist, and when a change would not come back from the files (`edit.decided-elsewhere`). Of the
    week's `zone` and first language one change more is made by changing them: what is written without a zone or a
    language is read anew.

    >>> from kakehashi.week import Moment
    >>> edit(Path("week"), {("sessions", "opening", "start"): Moment.parse("2021-09-29T15:30[Asia/Tokyo]")})
    ... # doctest: +SKIP
    """
    with without_collecting():
        files = read_folder(folder)
        found = loaded(files)
        if found.week is None:
            raise Refused(errors(found.findings))
        editor = _Editor(found, found.week)
        for place, value in changes.items():
            editor.change(place, value)
        texts = editor.texts()
        confirm(files, texts, changes)
    if texts:
        replace_files(folder, texts, gone=lambda name: False)


class _Editor:
    """Collects the changes of one folder. `grown` are mappings that get new keys, by the spot where they stand, and
    `new` the contents of files that are not there yet."""

    def __init__(self, loaded: Loaded, week: Week) -> None:
        self.loaded = loaded
        self.week = week
        self.host = Host(week.host_language, week.zone)
        self.splices: defaultdict[SourceFile, list[Splice]] = defaultdict(list)
        self.grown: dict[tuple[SourceFile, Place], tuple[Spot, Written]] = {}
        self.new: dict[str, Written] = {}

    def change(self, place: Place, value: Any) -> None:
        found = self.loaded.spots.walk(place)
        if found is None or not place:
            raise Refused([_no_such_place(place)])
        spot, depth = found
        if value is not None and depth == len(place) == 2 and place[0] in ("items", "sessions", "symposia"):
            self.each(place, value)
            return
        shape = shape_at(group(Week), place)
        written = None if value is None else contract(value, shape, self.host)
        # Left out in the file of a symposium, the key would mean that very symposium: "none" has to be said.
        if written is None and place[0] in ("items", "sessions") and place[2:] == ("symposium",):
            written = NO_SYMPOSIUM if spot.file.name.startswith(f"{SYMPOSIA}/") else None
        rest = place[depth:]
        if not rest:
            self.here(spot, written)
        elif written is None:
            self.without(spot, place[:depth], rest)
        elif depth == 0 and (home := home_of(place)) is not None:
            self.in_file(*home, written)
        else:
            self.below(spot, place[:depth], rest, written)

    def each(self, place: Place, value: Value) -> None:
        """Changes a part that has other parts inside it in the files, key by key, so that they stay."""
        before = at(self.week, place)
        for name in type(value).model_fields:
            new = getattr(value, name)
            if new != getattr(before, name):
                self.change((*place, name), None if new == default(value, name) else new)

    def in_file(self, name: str, steps: Place, written: Written) -> None:
        """Adds what stands in a file of its own, which may not be there yet."""
        root = self.loaded.spots.exact((name,))
        if root is not None:
            self.below(root, (name,), steps, written)
        elif any(isinstance(step, int) for step in steps):
            raise Refused([_no_such_place(steps)])
        else:
            inner = nested([str(step) for step in steps], written)
            self.new[name] = merged(self.new.get(name, {}), inner)

    def without(self, spot: Spot, place: Place, rest: Place) -> None:
        """Removes what a short-hand stands for; what is not written needs no removing."""
        if isinstance(spot.node, Scalar) and rest == stands_for(shape_at(group(Week), place), self.host):
            above = shape_at(group(Week), place[:-1])
            required = isinstance(above, Group) and place[-1] in above.required
            self.here(spot, {} if required else None)

    def here(self, spot: Spot, written: Written | None) -> None:
        """Changes a value that is written as such."""
        if spot.key is None and written is None:
            raise Refused([Finding("edit.not-removable", (), {"value": spot.file.name}).at(spot.source)])
        self.splices[spot.file].append(removed(spot) if written is None else replaced(spot, written))

    def below(self, spot: Spot, place: Place, rest: Place, written: Written) -> None:
        """Changes a value that a short-hand stands for, or adds one."""
        stands = stands_for(shape_at(group(Week), place), self.host)
        short = isinstance(spot.node, Scalar) and not spot.node.nothing
        if short and rest in (stands, (0,)):
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
        # Only now, as several changes may have grown one mapping, and a short-hand is written out once. The inner ones
        # first: where a part ends with another one, the keys that both get stand in the same place.
        for spot, grown in sorted(self.grown.values(), key=lambda entry: -len(entry[0].keys)):
            assert isinstance(grown, Mapping)
            if isinstance(spot.node, Scalar):
                self.splices[spot.file].append(replaced(spot, grown))
            elif isinstance(spot.node, Table) and not spot.node.values:
                self.splices[spot.file].append(filled(spot.node, grown))
            else:
                self.splices[spot.file] += [added(spot, key, value) for key, value in grown.items()]
        changed = {file.name: file.mark + spliced(file.text, splices) for file, splices in self.splices.items()}
        return changed | {name: _new_file(name, written) for name, written in self.new.items()}


def _no_such_place(place: Place) -> Finding:
    return Finding("edit.no-such-place", place, {"value": "/".join(map(str, place))})


def home_of(place: Place) -> tuple[str, Place] | None:
    """The file that a part stands in when that is not `week.yaml`, and the keys that lead to it there.

    >>> home_of(("people", "ada", "zone")), home_of(("agreements", "exchange")), home_of(("motto",))
    (('people.yaml', ('ada', 'zone')), ('agreements.yaml', ('agreements', 'exchange')), None)
    """
    first = str(place[0])
    if first == SYMPOSIA and len(place) > 1:
        return f"{SYMPOSIA}/{place[1]}.yaml", place[2:]
    home = HOMES.get(first)
    if home is None or home == "week.yaml":
        return None
    return home, place if home == AGREEMENTS_FILE else place[1:]


def _new_file(name: str, written: Written) -> str:
    assert isinstance(written, Mapping)
    stem = name.removesuffix(".yaml")
    head = schema_line("symposium", depth=1) if name.startswith(f"{SYMPOSIA}/") else schema_line(stem)
    return head + emit(written)


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
