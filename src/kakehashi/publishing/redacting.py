"""A person taken out of every stored release of a week: each is made anew from its document without the person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath

from kakehashi.findings import Change, Finding, Refused, Severity
from kakehashi.folder import beginning, read_captions
from kakehashi.frozen import FrozenMap
from kakehashi.keys import SigningKey
from kakehashi.publishing.contents import Content
from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, read_week, week_bytes
from kakehashi.publishing.filling import How
from kakehashi.publishing.remembering import remember
from kakehashi.publishing.successive import Successive
from kakehashi.publishing.withdrawing import make_notice_anew
from kakehashi.releases import Release, Store, variants
from kakehashi.releases.disk import hindered, remove
from kakehashi.releases.former import Former, former_of
from kakehashi.releases.keeping import is_kept
from kakehashi.releases.remaking import Remade, Shared, whole
from kakehashi.releases.replacing import place_for, replace_all
from kakehashi.releases.store import NOTICE
from kakehashi.releases.sweeping import Sweep, Trace, unpacked
from kakehashi.site import Entry, History, history_bytes, media_of, read_history, site_of
from kakehashi.week import VisibleWeek
from kakehashi.week.redacting import (
    NameForms,
    Redaction,
    bearers,
    found_in,
    found_in_path,
    marked,
    name_forms,
    redacted,
)

_ASSETS = "assets/"
_MEDIA = "media/"
_TEXTS = frozenset((".csv", ".json", ".md", ".srt", ".svg", ".txt", ".vtt", ".xml"))
"""Files of the week in which a name can be replaced by a mark; all others go when they hold one."""


@dataclass(frozen=True)
class _Stored:
    """A release as it stands, with the document and the history it was made of."""

    former: Former
    week: VisibleWeek
    history: History

    @property
    def release(self) -> Release:
        return self.former.release


@dataclass(frozen=True)
class _Cleaned:
    """What a release becomes: its document and history without the person, and files of the week by their new path."""

    stored: _Stored
    redaction: Redaction[VisibleWeek]
    history: History
    texts: Mapping[str, bytes]

    def medium(self, name: str) -> bytes | None:
        """As much of a file of the week as captions may have, without the person; under its new path."""
        if name in self.texts:
            return self.texts[name]
        return beginning(self.stored.release.folder / _MEDIA / self.redaction.media.get(name, name))

    @cached_property
    def changes(self) -> bool:
        """Whether anything of the person is in it."""
        old, new = self.stored, self.redaction.week
        same = week_bytes(old.week) == week_bytes(new) and old.history == self.history
        return not same or bool(self.texts)


@dataclass(frozen=True, slots=True)
class Redacted:
    """What a redaction did, or would do.

    `releases` are the numbers of the releases that hold the person with the files that changed in each (0 where that is
    still to be counted); `forms` what is found nowhere any more; `look` where a human being must look, by release.
    """

    forms: NameForms
    releases: Mapping[int, int]
    look: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Redactor:
    """Who takes people out of the releases of a week. `at` (aware) is the moment of the redaction."""

    store: Store
    key: SigningKey
    software: str
    at: datetime
    workers: int
    waiting: Callable[[], None]

    def preview(self, person: str, also: Sequence[str]) -> Redacted:
        """What `redact` would do; nothing is written. Raises `Refused` as that does."""
        stored = _stored(self.store)
        forms = forms_of([one.week for one in stored], person, also)
        cleaned = [_cleaned(one, forms, Sweep(forms)) for one in stored]
        return Redacted(forms, {one.stored.release.number: 0 for one in cleaned if one.changes}, _look(cleaned))

    def redact(self, person: str, also: Sequence[str]) -> Redacted:
        """Takes the person out of every release, all at once; remembers that, without the name.

        `person` is a slug or a name; `also` are further forms that are to go. Raises `Refused`, and then the store is
        as it was: `redaction.nobody`, `redaction.several` (tell which, by slug), `redaction.borne` (a form of `also`
        that is somebody else's name), `redaction.unreadable`, `redaction.left` (where a form would still be found),
        and what the disk refuses.
        """
        with self.store.held(self.waiting):
            stored = _stored(self.store)
            forms = forms_of([one.week for one in stored], person, also)
            sweep = Sweep(forms)
            cleaned = [_cleaned(one, forms, sweep) for one in stored]
            changing = [one for one in cleaned if one.changes]
            try:
                files = self._remake(changing, stored) | self._remake_records(forms)
                self._remake_notice(cleaned, forms)
                self._refuse_traces(forms, sweep, files)
                remember(self.store.folder, self.key, [one.week for one in stored], forms)
                # It speaks of files that are no more.
                remove(self.store.folder / ".state")
                replace_all(self.store.folder, self.store.aside)
            except OSError as error:
                raise hindered(error, self.store.folder) from error
            finally:
                remove(self.store.aside)
            return Redacted(forms, dict(sorted(files.items())), _look(cleaned))

    def _remake(self, changing: Sequence[_Cleaned], stored: Sequence[_Stored]) -> dict[int, int]:
        shared, aside = Shared(), self.store.aside
        search = any(path.startswith("pagefind/") for one in changing for path in one.stored.former.sums)
        successive, last = Successive(How(self.workers, search)), None
        aside.mkdir(0o755)
        files: dict[int, int] = {}
        for one in changing:
            release = one.stored.release
            whole(release.folder, one.stored.former)
            remade = Remade(one.stored.former, place_for(aside, release.number), shared)
            self._fill(remade, one, successive, last)
            last = remade
            files[release.number] = remade.seal(
                instant=self.at, software=self.software, key=self.key, newest=stored[-1].former
            )
        return files

    def _remake_records(self, forms: NameForms) -> dict[int, int]:
        """Makes those anew that are kept as a record only, if the paths that they list tell the person."""
        releases = self.store.releases()
        files: dict[int, int] = {}
        for former in (former_of(release) for release in releases if is_kept(release.folder)):
            if any(found_in_path(path, forms) for path in former.sums):
                number = former.release.number
                remade = Remade(former, place_for(self.store.aside, number), Shared())
                remade.keep_record(lambda path: found_in_path(path, forms))
                files[number] = remade.seal(
                    instant=self.at, software=self.software, key=self.key, newest=former_of(releases[-1])
                )
        return files

    def _remake_notice(self, cleaned: Sequence[_Cleaned], forms: NameForms) -> None:
        if cleaned:
            make_notice_anew(
                self.store,
                self.store.aside / NOTICE,
                cleaned[-1].redaction.week,
                self.key,
                lambda reason: marked(reason, forms),
            )

    def _fill(self, remade: Remade, one: _Cleaned, successive: Successive, last: Remade | None) -> None:
        week, record = one.redaction.week, one.stored.release.record
        captions = read_captions(week, one.medium)
        site = site_of(week, history=one.history, signed_by=record.key, captions=captions)
        for made in successive.contents(site):
            if isinstance(made, Content):
                remade.put(made.path, made.content, made.variants)
            else:
                assert last is not None
                remade.take(made.name, last)
        for name in sorted(media_of(one.redaction.week)):
            if name in one.texts:
                remade.put(_MEDIA + name, one.texts[name], variants(name, one.texts[name]))
            else:
                remade.keep(_MEDIA + name, _MEDIA + one.redaction.media.get(name, name))
        # Pages that somebody has kept open ask for them still.
        for path in one.stored.former.sums:
            if path.startswith(_ASSETS) and path not in remade.sums:
                remade.keep(path)

    def _refuse_traces(self, forms: NameForms, sweep: Sweep, files: Mapping[int, int]) -> None:
        remade = {NOTICE, *map(str, files)}
        traces: list[Trace] = []
        for entry in sorted(self.store.folder.iterdir()):
            if entry.name in remade or entry.is_symlink() or entry.name == ".state":
                continue
            if entry.is_dir():
                place = "" if entry == self.store.aside else f"{entry.name}/"
                traces += [Trace(place + trace.path, trace.form) for trace in sweep.of(entry)]
            else:
                traces += [Trace(entry.name, form) for form in sorted(sweep.file(entry))]
        if traces:
            raise Refused(
                [Finding("redaction.left", values={"value": form, "file": path}) for path, form in traces[:20]]
            )


def forms_of(weeks: Sequence[VisibleWeek], person: str, also: Sequence[str]) -> NameForms:
    """Every form of the name of a person, who is given by slug or by any form of the name. Raises `Refused`."""
    slugs = (
        [person]
        if any(person in week.people for week in weeks)
        else sorted({slug for week in weeks for slug in bearers(week, person)})
    )
    if not slugs and not also:
        raise Refused([Finding("redaction.nobody", values={"value": person})])
    forms = name_forms(weeks, slugs[0] if slugs else "", also)
    if set(slugs) - forms.slugs:
        raise Refused([Finding("redaction.several", values={"value": person, "expected": tuple(slugs)})])
    borne = [form for form in also if any(slug not in forms.slugs for week in weeks for slug in bearers(week, form))]
    if borne:
        raise Refused([Finding("redaction.borne", values={"value": form}) for form in borne])
    return forms if slugs else replace(forms, slugs=frozenset())


def _stored(store: Store) -> list[_Stored]:
    return [_read(release) for release in store.releases() if (release.folder / WEEK_FILE).exists()]


def _read(release: Release) -> _Stored:
    try:
        week = read_week((release.folder / WEEK_FILE).read_bytes(), release.record.instant)
        history = read_history((release.folder / HISTORY_FILE).read_bytes())
    except (OSError, ValueError, Refused) as error:
        raise Refused([Finding("redaction.unreadable", values={"value": str(release.folder)})]) from error
    return _Stored(former_of(release), week, history)


def _cleaned(stored: _Stored, forms: NameForms, sweep: Sweep) -> _Cleaned:
    texts, lost = _media(stored, forms, sweep)
    redaction = redacted(stored.week, forms, lost)
    history = _history(stored.history, forms, redaction.slugs)
    named = {new: texts[old] for new, old in redaction.media.items() if old in texts}
    kept = media_of(redaction.week)
    return _Cleaned(stored, redaction, history, {name: text for name, text in (texts | named).items() if name in kept})


def _media(stored: _Stored, forms: NameForms, sweep: Sweep) -> tuple[dict[str, bytes], frozenset[str]]:
    """Texts among the week's own files with the mark in the place of the name, and files that must go."""
    texts: dict[str, bytes] = {}
    lost: set[str] = set()
    for name in media_of(stored.week):
        place = stored.release.folder / _MEDIA / name
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


def _look(cleaned: Sequence[_Cleaned]) -> tuple[Finding, ...]:
    """Where somebody must look, told once: the same place in several releases is one, of the newest."""
    found: dict[tuple[object, ...], Finding] = {}
    for one in reversed(cleaned):
        for finding in one.redaction.look:
            key = (finding.code, finding.place, finding.values.get("value"))
            values = {**finding.values, "number": one.stored.release.number}
            found.setdefault(key, Finding(finding.code, finding.place, values, Severity.WARNING))
    return tuple(found.values())
