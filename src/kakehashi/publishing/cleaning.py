"""A stored release without a person: its document, its history and its files of the week, before anything is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from kakehashi.findings import Change, Finding, Refused
from kakehashi.folder import beginning
from kakehashi.frozen import FrozenMap
from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, read_week, week_bytes
from kakehashi.releases import Release, Store
from kakehashi.releases.former import Former, former_of
from kakehashi.releases.sweeping import Sweep, unpacked
from kakehashi.site import Entry, History, history_bytes, media_of, read_history
from kakehashi.week import VisibleWeek
from kakehashi.week.redacting import NameForms, Redaction, found_in, found_in_path, marked, redacted

MEDIA = "media/"
_TEXTS = frozenset((".csv", ".json", ".md", ".srt", ".svg", ".txt", ".vtt", ".xml"))
"""Files of the week in which a name can be replaced by a mark; all others go when they hold one."""


@dataclass(frozen=True)
class Stored:
    """A release as it stands, with the document and the history it was made of."""

    former: Former
    week: VisibleWeek
    history: History

    @property
    def release(self) -> Release:
        """The release."""
        return self.former.release


@dataclass(frozen=True)
class Cleaned:
    """What a release becomes: its document and history without the person, and files of the week by their new path."""

    stored: Stored
    redaction: Redaction[VisibleWeek]
    history: History
    texts: Mapping[str, bytes]

    def medium(self, name: str) -> bytes | None:
        """As much of a file of the week as captions may have, without the person; under its new path."""
        if name in self.texts:
            return self.texts[name]
        return beginning(self.stored.release.folder / MEDIA / self.redaction.media.get(name, name))

    @cached_property
    def changes(self) -> bool:
        """Whether anything of the person is in it."""
        old, new = self.stored, self.redaction.week
        same = week_bytes(old.week) == week_bytes(new) and old.history == self.history
        return not same or bool(self.texts)


def stored_in(store: Store) -> list[Stored]:
    """Every release that is there with its files, the oldest first. Raises `Refused` (`redaction.unreadable`)."""
    return [_read(release) for release in store.releases() if (release.folder / WEEK_FILE).exists()]


def _read(release: Release) -> Stored:
    try:
        week = read_week((release.folder / WEEK_FILE).read_bytes(), release.record.instant)
        history = read_history((release.folder / HISTORY_FILE).read_bytes())
    except (OSError, ValueError, Refused) as error:
        raise Refused([Finding("redaction.unreadable", values={"value": str(release.folder)})]) from error
    return Stored(former_of(release), week, history)


def cleaned(stored: Stored, forms: NameForms, sweep: Sweep) -> Cleaned:
    """What a release becomes without the person whose forms these are."""
    texts, lost = _media(stored, forms, sweep)
    redaction = redacted(stored.week, forms, lost)
    history = _history(stored.history, forms, redaction.slugs)
    named = {new: texts[old] for new, old in redaction.media.items() if old in texts}
    kept = media_of(redaction.week)
    return Cleaned(stored, redaction, history, {name: text for name, text in (texts | named).items() if name in kept})


def _media(stored: Stored, forms: NameForms, sweep: Sweep) -> tuple[dict[str, bytes], frozenset[str]]:
    """Texts among the week's own files with the mark in the place of the name, and files that must go."""
    texts: dict[str, bytes] = {}
    lost: set[str] = set()
    for name in media_of(stored.week):
        place = stored.release.folder / MEDIA / name
        if not place.is_file() or not sweep.file(place):
            continue
        clean = _marked(unpacked(place), forms) if PurePosixPath(name).suffix in _TEXTS else None
        if clean is None or found_in(clean, forms):
            lost.add(name)
        else:
            texts[name] = clean
    return texts, frozenset(lost)


def _marked(content: bytes, forms: NameForms) -> bytes | None:
    try:
        return marked(content.decode(), forms).encode()
    except UnicodeDecodeError:
        return None


def _history(history: History, forms: NameForms, slugs: Mapping[str, str]) -> History:
    """The history without the person, under new slugs, and without whatever still has a form of the name in it."""
    moves = dict.fromkeys(("items", "symposia", "sessions", "institutions", "programmes", "recordings"), slugs)
    left = history.without(dict.fromkeys(forms.slugs, forms.certain)).relocated(moves)
    left = left.reworded(lambda text: marked(text, forms))
    gone = {address: target for address, target in left.gone.items() if not _tells(address, target, forms)}
    entries = tuple(replace(entry, changes=tuple(_silent(entry, forms))) for entry in left.entries)
    return History(entries, FrozenMap(gone))


def _tells(address: str, target: str | None, forms: NameForms) -> bool:
    return bool(found_in_path(address, forms) or (target and found_in_path(target, forms)))


def _silent(entry: Entry, forms: NameForms) -> Iterator[Change]:
    for change in entry.changes:
        alone = History((replace(entry, changes=(change,)),))
        if not found_in(history_bytes(alone), forms):
            yield change
