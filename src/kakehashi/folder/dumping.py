"""A week as the files of a comfortable folder: the inverse of loading.

A file is written anew from the document, so comments of an older one are lost: to change a value in a folder that
people write, use `edit`. What a folder says by where a thing stands (an item's session, its order, its symposium) is
said so here as well, and by a key only where the place would say something else.
"""

from collections.abc import Mapping
from pathlib import Path

from kakehashi.folder.contracting import contract, part
from kakehashi.folder.emitting import Plain, Written, emit
from kakehashi.folder.expanding import Host
from kakehashi.folder.files import ABSTRACTS, SYMPOSIA
from kakehashi.folder.layout import COLLECTION_FILES, FILES, ITEM, NO_SYMPOSIUM, PART_FILES, SESSION, SYMPOSIUM_FILE
from kakehashi.folder.reading import control_character
from kakehashi.folder.schemas import schema_line, schema_texts
from kakehashi.folder.shapes import Group
from kakehashi.folder.writing import replace_files
from kakehashi.week import Week
from kakehashi.week.items import Item
from kakehashi.week.private import Private
from kakehashi.week.timetable import items_by_session

LONG_ABSTRACT = 120
"""An abstract of more characters, or of several lines, has a file of its own."""


def dump(week: Week, folder: Path, private: Private | None = None) -> None:
    """Writes a week into a folder, which is made when it does not exist, so that `load` gives an equal week.

    Files of the week that it no longer needs go; everything else in the folder stays, `private.yaml` too unless
    `private` is given. An interruption leaves the folder as it was, or `load` completes what was begun. Raises
    `Refused`, with the folder as it was, when the disk will not have the files.

    >>> from tempfile import TemporaryDirectory
    >>> from kakehashi.folder import load
    >>> week = Week(slug="tea", title={"en": "Tea week"}, languages=["en"], zone="UTC", days=["2027-05-10"])
    >>> with TemporaryDirectory() as path:
    ...     dump(week, Path(path))
    ...     (load(Path(path)).week == week, Path(path, "week.yaml").read_text().splitlines()[1:3])
    (True, ['slug: tea', 'title: Tea week'])
    """
    files = written_files(week, private) | schema_texts()
    replace_files(folder, files, gone=lambda name: name not in files and _belongs_to_week(name))


def _belongs_to_week(name: str) -> bool:
    stem, _, suffix = name.rpartition(".")
    if suffix == "yaml":
        return (stem in FILES and stem != "private") or stem.startswith(f"{SYMPOSIA}/")
    return suffix == "md" and name.startswith(f"{ABSTRACTS}/")


def written_files(week: Week, private: Private | None = None) -> dict[str, str]:
    """The text of each file of a week's folder by its name (`symposia/leaves.yaml`); schemas are not among them.

    Equal weeks give equal texts, so two dumps can be compared line by line.
    """
    return _Dump(week).files(private)


class _Dump:
    """One week on its way into files."""

    def __init__(self, week: Week) -> None:
        self.week = week
        self.host = Host(week.host_language, week.zone)
        self.sequence = items_by_session(week)
        self.abstracts: dict[str, str] = {}

    def files(self, private: Private | None) -> dict[str, str]:
        files = {"week.yaml": self._file("week", self._week_keys())}
        for name in (*COLLECTION_FILES, *PART_FILES, "agreements"):
            if keys := self._keys_of_file(name):
                files[f"{name}.yaml"] = self._file(name, keys)
        for slug in self.week.symposia:
            name = f"{SYMPOSIA}/{slug}.yaml"
            files[name] = schema_line("symposium", depth=1) + emit(self._symposium_keys(slug))
        if self.week.report is not None:
            # An empty report is a report still; without its file, loading would find none.
            files.setdefault("report.yaml", self._file("report", {}))
        if private is not None:
            files["private.yaml"] = self._file("private", _mapping(contract(private, FILES["private"], self.host)))
        return files | self.abstracts

    def _file(self, name: str, keys: Mapping[str, Written]) -> str:
        return schema_line(name) + emit(keys)

    def _keys_of_file(self, name: str) -> Mapping[str, Written]:
        shape = FILES[name]
        value = self.week if name == "agreements" else getattr(self.week, name)
        return {} if value is None else _mapping(contract(value, shape, self.host))

    def _week_keys(self) -> Mapping[str, Written]:
        shape = FILES["week"]
        assert isinstance(shape, Group)
        apart = ("symposia", "sessions", "items", "notes")
        keys = dict(_mapping(part(self.week, shape, self.host, without=apart)))
        # In the order of the alphabet they come by themselves.
        if list(self.week.symposia) != sorted(self.week.symposia):
            keys["symposia"] = list(self.week.symposia)
        keys |= self._programme(None)
        keys.update(_mapping(part(self.week, shape, self.host, without=tuple(shape.fields.keys() - {"notes"}))))
        return keys

    def _symposium_keys(self, slug: str) -> Mapping[str, Written]:
        shape = SYMPOSIUM_FILE.but("sessions", "items")
        keys = dict(_mapping(part(self.week.symposia[slug], shape, self.host)))
        notes = {"notes": keys.pop("notes")} if "notes" in keys else {}
        return keys | self._programme(slug) | notes

    def _programme(self, symposium: str | None) -> dict[str, Written]:
        """`sessions:` and `items:` of the file of a symposium, or of the week's own."""
        sessions = {
            slug: self._session(slug, symposium)
            for slug, session in self.week.sessions.items()
            if self._home(session.symposium) == symposium
        }
        items = {
            slug: self._item(slug, item, symposium, order=0)
            for slug, item in self.week.items.items()
            if item.session not in self.week.sessions and self._home(item.symposium) == symposium
        }
        return {name: parts for name, parts in (("sessions", sessions), ("items", items)) if parts}

    def _home(self, symposium: str | None) -> str | None:
        return symposium if symposium in self.week.symposia else None

    def _session(self, slug: str, symposium: str | None) -> Written:
        session = self.week.sessions[slug]
        shape = SESSION.but("items", "symposium")
        keys = dict(_mapping(part(session, shape, self.host)))
        keys = _membership(session.symposium, symposium) | keys
        items = {
            name: self._item(name, item, symposium, order)
            for order, (name, item) in enumerate(self.sequence.get(slug, []), start=1)
        }
        return keys | ({"items": items} if items else {})

    def _item(self, slug: str, item: Item, symposium: str | None, order: int) -> Written:
        # A session that does not exist is a finding of `check`, not a reason to lose the item.
        nested = item.session in self.week.sessions
        short = item.model_copy(update={"abstract": self._short_abstract(slug, item)})
        without = ("symposium", "order", *(("session",) if nested else ()))
        keys = dict(_mapping(part(short, ITEM.but(*without), self.host)))
        where = _membership(item.symposium, symposium)
        return keys | where | ({"order": Plain(item.order)} if item.order != order else {})

    def _short_abstract(self, slug: str, item: Item) -> Mapping[str, str]:
        """What of an abstract stays with its item; longer wordings are put into files."""
        short = dict(item.abstract)
        for language, text in item.abstract.items():
            if ("\n" in text or len(text) > LONG_ABSTRACT) and _can_be_a_file(text):
                self.abstracts[f"{ABSTRACTS}/{slug}.{language}.md"] = short.pop(language) + "\n"
        return type(item.abstract)(short)


def _membership(symposium: str | None, of_file: str | None) -> dict[str, Written]:
    return {} if symposium == of_file else {"symposium": symposium or NO_SYMPOSIUM}


def _can_be_a_file(text: str) -> bool:
    # A file's line ends and byte order mark belong to the editor that wrote it, so loading drops them.
    return "\r" not in text and not text.startswith("\ufeff") and control_character(text) is None


def _mapping(written: Written) -> Mapping[str, Written]:
    assert isinstance(written, Mapping)
    return written
