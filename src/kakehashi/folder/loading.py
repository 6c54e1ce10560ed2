"""Loading: a folder becomes a week, or everything that is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from kakehashi.collecting import without_collecting
from kakehashi.findings import Finding, Place, Source, errors
from kakehashi.folder.assembling import PRIVATE, Assembly
from kakehashi.folder.expanding import keys_to, last_key
from kakehashi.folder.faults import fault, follows, shortened
from kakehashi.folder.files import FolderFiles, read_folder
from kakehashi.folder.locating import Spots
from kakehashi.folder.mistimed import mistimed
from kakehashi.folder.nearest import as_name
from kakehashi.folder.nodes import Scalar
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.referring import unknown_references
from kakehashi.folder.shapes import Named, group
from kakehashi.week import Week
from kakehashi.week.part import Value
from kakehashi.week.private import Private

M = TypeVar("M", bound=Value)


@dataclass(frozen=True)
class Loaded:
    """What a folder holds. `week` is there exactly when no finding is an error; `private` when the folder has one.

    Places in `private.yaml` begin with `"private"`.
    """

    week: Week | None
    private: Private | None
    findings: tuple[Finding, ...]
    spots: Spots = field(repr=False)

    def locate(self, place: Place) -> Source | None:
        """File, line and column of a place in the document, or of the deepest thing written on the way there."""
        spot = self.spots.find(place)
        return None if spot is None else spot.source

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The same findings, each with its place in the files."""
        return tuple(finding if finding.source else finding.at(self.locate(finding.place)) for finding in findings)


def load(folder: Path) -> Loaded:
    """Reads a week folder. What is wrong is found all at once; nothing a file holds makes this raise.

    Findings stand in the order of files, lines and columns, and each has its source. One fault is one finding: what the
    types miss because of it is not told as well. References are only looked at here when other errors keep the week
    from being made; else that is for `kakehashi.week.check`, with all its other laws.

    A folder in which a `dump` or `edit` was interrupted after it was decided is completed first; nothing else is ever
    written. A folder that does not exist is a finding too.
    """
    with without_collecting():
        return loaded(read_folder(folder))


def loaded(files: FolderFiles) -> Loaded:
    """What these files hold, whether they stand in a folder or are only thought of."""
    findings = list(files.findings)
    for file in (*files.parts.values(), *files.symposia.values()):
        findings += read_yaml(file)
    assembly = Assembly(files)
    assembly.assemble()
    findings += assembly.findings
    week, private = _validated(assembly, findings)
    findings = _in_order(findings)
    return Loaded(None if errors(findings) else week, private, tuple(findings), assembly.spots)


def _validated(assembly: Assembly, findings: list[Finding]) -> tuple[Week | None, Private | None]:
    known = {finding.place for finding in findings} | {_meant(finding) for finding in findings}
    file = assembly.files.parts.get("week")
    week = None if file is None or file.broken else _validate(Week, assembly.document, (), assembly, known, findings)
    private = None
    if assembly.private is not None:
        private = _validate(Private, assembly.private, (PRIVATE,), assembly, known, findings)
    if week is None or errors(findings):
        findings += _unknown_references(assembly, findings)
    return week, private


def _unknown_references(assembly: Assembly, findings: Sequence[Finding]) -> list[Finding]:
    """Names that lead nowhere, beside the other faults: else they would be told only after those are mended."""
    files = assembly.files
    if errors(files.findings) or any(file.broken for file in (*files.parts.values(), *files.symposia.values())):
        # What stands in a file that was not read to its end, nobody knows.
        return []
    refused = {finding.place for finding in findings}
    names = _written_names(assembly.document, refused)
    found = [(one, one.place) for one in unknown_references(assembly.document, group(Week), names)]
    for one in unknown_references(assembly.private or {}, group(Private), names):
        found.append((one, (PRIVATE, *one.place)))
    return [_placed(one, place, assembly.spots) for one, place in found if not _covered(place, refused)]


def _written_names(document: Mapping[str, Any], refused: set[Place]) -> dict[str, frozenset[str]]:
    """The names in each collection: also of parts that were refused, but of no collection that was refused whole.

    A key that cannot be a short name counts as the one proposed for it: with that, what leads there is mended too.
    """
    collections = [name for name, shape in group(Week).fields.items() if isinstance(shape, Named)]
    names = {name: set(document.get(name, ())) for name in collections if (name,) not in refused}
    for place in refused:
        if len(place) > 1 and place[0] in names:
            names[str(place[0])].add(str(place[1]))
    return {name: frozenset(filter(None, (as_name(str(key)) for key in keys))) for name, keys in names.items()}


def _meant(finding: Finding) -> Place:
    """The place that an unknown key was probably meant for: that it is missing there is no second fault."""
    meant = finding.values.get("nearest")
    return (*finding.place[:-1], meant) if finding.code == "shape.unknown-key" and isinstance(meant, str) else ("",)


def _validate(
    model: type[M], values: Any, prefix: Place, assembly: Assembly, known: set[Place], findings: list[Finding]
) -> M | None:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if follows(details):
                continue
            found = fault(details, group(model))
            place = (*prefix, *found.place)
            spot = assembly.spots.find(place)
            if not _covered(place, known) and (spot is None or not spot.file.broken):
                findings.append(_placed(found, place, assembly.spots))
        return None


def _covered(place: Place, known: set[Place]) -> bool:
    # What was found at a place, or above it, explains what the types miss there: one fault, one finding.
    return any(place[:length] in known for length in range(1, len(place) + 1))


def _placed(found: Finding, place: Place, spots: Spots) -> Finding:
    spot = spots.find(place)
    written = spots.exact(place) if found.code == "shape.missing" else None
    code = found.code
    if written is not None and isinstance(written.node, Scalar) and written.node.nothing:
        code = "shape.empty"
    values = {"key": last_key(place), **found.values}
    if spot is not None and code == "shape.missing":
        values["where"] = keys_to(spot.file.name, spot.keys)
    if spot is not None and code == "shape.not-a-moment" and isinstance(spot.node, Scalar):
        # The types saw the long form, which nobody wrote.
        code, more = mistimed(code, spot.node.text)
        values |= {"value": shortened(spot.node.text), **more}
    return Finding(code, place, values, found.severity, spot.source if spot else None)


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    def where(finding: Finding) -> tuple[str, int, int]:
        source = finding.source
        return (source.file, source.line, source.column) if source else ("", 0, 0)

    return sorted(findings, key=where)
