"""The files of a folder put together to one document, and the places where its parts stand."""

from typing import Any

from kakehashi.findings import Finding, Place
from kakehashi.folder.expanding import Expander, Host
from kakehashi.folder.files import FolderFiles
from kakehashi.folder.layout import COLLECTION_FILES, FILES, NO_SYMPOSIUM, PART_FILES, SYMPOSIUM_FILE
from kakehashi.folder.locating import Spot, Spots
from kakehashi.folder.nearest import as_name, nearest
from kakehashi.folder.nodes import Listing, Node, Scalar, Table
from kakehashi.folder.reading import control_character
from kakehashi.folder.shapes import Shape
from kakehashi.folder.sources import SourceFile
from kakehashi.week.scalars import zone_names
from kakehashi.words import is_tag

AGREEMENTS_FILE = "agreements.yaml"
"""First step of the place of that file's root, which is no part of the document."""

PRIVATE = "private"
"""First step of the places in `private.yaml`."""


def host_of(week: Node | None) -> Host:
    """The host's language and zone as `week.yaml` says them; where it does not, English and UTC stand in.

    The types will refuse such a week. The stand-ins only keep every short-hand in it from being refused as well.
    """
    language, zone = _first_text(week, "languages"), _first_text(week, "zone")
    return Host(language if is_tag(language) else "en", zone if zone in zone_names() else "UTC")


def _first_text(week: Node | None, key: str) -> str:
    value = week.values.get(key) if isinstance(week, Table) else None
    if isinstance(value, Listing) and value.items:
        value = value.items[0]
    return value.text.strip() if isinstance(value, Scalar) else ""


class Assembly:
    """Puts files together: `document` are the plain values of a week, `private` those of `private.yaml`.

    Values are in the long form. What the place of a thing says (an item's session, its order, its symposium) is written
    into it as if its keys had said so, unless they do. Of two parts of one name the first counts, and the second is a
    finding.
    """

    def __init__(self, files: FolderFiles) -> None:
        self.files = files
        self.findings: list[Finding] = []
        self.spots = Spots()
        self.document: dict[str, Any] = {}
        self.private: dict[str, Any] | None = None
        week = files.parts.get("week")
        self.host = host_of(week.root if week else None)
        self._sessions: dict[str, Any] = {}
        self._items: dict[str, Any] = {}

    def assemble(self) -> None:
        """Fills `document`, `private`, `spots` and `findings`."""
        self._week()
        self._parts()
        self._symposia()
        self.document["sessions"], self.document["items"] = self._sessions, self._items
        self._abstracts()
        if PRIVATE in self.files.parts:
            self.private = self._expanded(self.files.parts[PRIVATE], FILES[PRIVATE], (PRIVATE,))

    def _expanded(self, file: SourceFile, shape: Shape, prefix: Place) -> Any:
        self.spots.put(prefix, Spot(file, file.root))
        if file.root is None or file.broken:
            return {}
        expander = Expander(file, self.host)
        expanded = expander.expand(file.root, shape)
        for finding in expander.findings:
            place = document_place((*prefix, *finding.place))
            self.findings.append(Finding(finding.code, place, finding.values, finding.severity, finding.source))
        return expanded

    def _week(self) -> None:
        file = self.files.parts.get("week")
        if file is None:
            return
        self.document = self._expanded(file, FILES["week"], ())
        self._programme(file, self.document, None)

    def _parts(self) -> None:
        for name in (*COLLECTION_FILES, *PART_FILES):
            if (file := self.files.parts.get(name)) is not None:
                self.document[name] = self._expanded(file, FILES[name], (name,))
        if (file := self.files.parts.get("agreements")) is not None:
            self.document |= self._agreements(file)

    def _agreements(self, file: SourceFile) -> dict[str, Any]:
        # The file's root is no part of the document: its two collections are.
        both: dict[str, Any] = self._expanded(file, FILES["agreements"], (AGREEMENTS_FILE,))
        for name in ("agreements", "offices"):
            spot, steps = Spot(file, file.root).walk((name,))
            if steps:
                self.spots.put((name,), spot)
        return both

    def _symposia(self) -> None:
        # In `week.yaml` a list of names, in the document the symposia themselves.
        order = self.document.pop("symposia", [])
        symposia: dict[str, Any] = {}
        listed = [slug for slug in order if isinstance(slug, str) and slug in self.files.symposia]
        for number, slug in enumerate(order):
            if isinstance(slug, str) and slug not in self.files.symposia:
                self._unknown_symposium(number, slug)
        for slug in dict.fromkeys([*listed, *self.files.symposia]):
            file = self.files.symposia[slug]
            symposia[slug] = self._expanded(file, SYMPOSIUM_FILE, ("symposia", slug))
            self._programme(file, symposia[slug], slug)
            if slug == NO_SYMPOSIUM:
                self.findings.append(file.finding("shape.reserved-slug", 0, ("symposia", slug), value=slug))
        self.document["symposia"] = symposia

    def _unknown_symposium(self, number: int, slug: str) -> None:
        spot = self.spots.find(("symposia", number))
        if spot is not None:
            values = {"value": slug, "nearest": nearest(slug, self.files.symposia)}
            finding = Finding("shape.no-such-symposium", ("symposia", number), values)
            self.findings.append(finding.at(spot.source))

    def _programme(self, file: SourceFile, part: dict[str, Any], symposium: str | None) -> None:
        """Moves sessions and items of one file to those of the week."""
        root = Spot(file, file.root)
        for slug, session in _tables(part.pop("sessions", None)):
            spot = root.below(("sessions", slug))
            self._belongs(session, symposium)
            for order, (name, item) in enumerate(_tables(session.pop("items", None)), start=1):
                # Only what the file leaves unsaid: an item may say otherwise, and the types judge what it says.
                item.setdefault("session", slug)
                item.setdefault("order", order)
                self._belongs(item, symposium)
                self._put(self._items, "items", name, item, spot.below(("items", name)))
            self._put(self._sessions, "sessions", slug, session, spot)
        for name, item in _tables(part.pop("items", None)):
            self._belongs(item, symposium)
            self._put(self._items, "items", name, item, root.below(("items", name)))

    def _belongs(self, part: dict[str, Any], symposium: str | None) -> None:
        # Said in words, since a key left out means the symposium of the file.
        if part.get("symposium") == NO_SYMPOSIUM:
            del part["symposium"]
        elif symposium is not None:
            part.setdefault("symposium", symposium)

    def _put(self, parts: dict[str, Any], collection: str, slug: str, part: dict[str, Any], spot: Spot) -> None:
        if slug not in parts:
            parts[slug] = part
            self.spots.put((collection, slug), spot)
            return
        source = spot.file.at(spot.key.start if spot.key else 0)
        values = {"value": slug, "collection": collection, "first": self._first((collection, slug))}
        self.findings.append(Finding("shape.slug-twice", (collection, slug), values).at(source))

    def _first(self, place: Place) -> str:
        """File and line at which something stands already."""
        spot = self.spots.find(place)
        return f"{spot.source.file}:{spot.source.line}" if spot else ""

    def _abstracts(self) -> None:
        names = {as_name(key): key for key in self._items}
        # Of `Opening` and `opening` the second has the name by right.
        names |= {key: key for key in self._items if key in names}
        for (slug, language), file in self.files.abstracts.items():
            place = ("items", slug, "abstract", language)
            wrong = control_character(file.text)
            if wrong is not None:
                self.findings.append(file.finding("shape.control-character", 0, place, value=wrong))
            elif slug not in names:
                meant = nearest(slug, filter(None, names))
                self.findings.append(file.finding("shape.no-such-item", 0, place, value=slug, nearest=meant))
            else:
                # Also of an item whose key will be refused, and its short name proposed.
                self._abstract(("items", names[slug], "abstract", language), file)

    def _abstract(self, place: tuple[str, str, str, str], file: SourceFile) -> None:
        _, slug, _, language = place
        wordings = self._items[slug].setdefault("abstract", {})
        if language in wordings:
            self.findings.append(file.finding("shape.abstract-twice", 0, place, value=slug, first=self._first(place)))
            return
        wordings[language] = file.text.replace("\r\n", "\n")
        self.spots.put(place, Spot(file, None))


def document_place(place: Place) -> Place:
    """The place in the document of a place in a file: sessions stand inside symposia there, and items in sessions."""
    if place[:1] == ("symposia",) and place[2:3] in (("sessions",), ("items",)):
        place = place[2:]
    if place[:1] == ("sessions",) and place[2:3] == ("items",) and len(place) > 3:
        place = place[2:]
    return place[1:] if place[:1] == (AGREEMENTS_FILE,) else place


def _tables(parts: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(slug, part) for slug, part in parts.items() if isinstance(part, dict)] if isinstance(parts, dict) else []
