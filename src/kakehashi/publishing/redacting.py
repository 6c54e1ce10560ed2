"""A person taken out of every stored release of a week: each is made anew from its document without the person."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kakehashi.findings import Finding, Refused, Severity
from kakehashi.folder import read_captions
from kakehashi.keys import SigningKey
from kakehashi.publishing.cleaning import MEDIA, Cleaned, Stored, cleaned, stored_in
from kakehashi.publishing.contents import Content
from kakehashi.publishing.filling import How
from kakehashi.publishing.remembering import remember
from kakehashi.publishing.successive import Successive
from kakehashi.publishing.withdrawing import make_notice_anew
from kakehashi.releases import Store, variants
from kakehashi.releases.disk import hindered, remove
from kakehashi.releases.former import Former, former_of
from kakehashi.releases.keeping import is_kept
from kakehashi.releases.remaking import Remade, Shared, whole
from kakehashi.releases.replacing import place_for, replace_all
from kakehashi.releases.store import NOTICE
from kakehashi.releases.sweeping import Sweep, Trace
from kakehashi.releases.withdrawing import write_record
from kakehashi.site import media_of, site_of
from kakehashi.site.search import ROOT as INDEXES
from kakehashi.week import VisibleWeek
from kakehashi.week.redacting import (
    NameForms,
    bearers,
    found_in,
    found_in_path,
    marked,
    name_forms,
)

_ASSETS = "assets/"


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
        stored = stored_in(self.store)
        forms = forms_of([one.week for one in stored], person, also)
        sweep = Sweep(forms)
        clean = [cleaned(one, forms, sweep) for one in stored]
        numbers = [one.stored.release.number for one in clean if one.changes]
        numbers += [former.release.number for former in self._records(forms)]
        return Redacted(forms, dict.fromkeys(sorted(numbers), 0), _look(clean))

    def redact(self, person: str, also: Sequence[str]) -> Redacted:
        """Takes the person out of every release, all at once; remembers that, without the name.

        `person` is a slug or a name; `also` are further forms that are to go. Raises `Refused`, and then the store is
        as it was: `redaction.nobody`, `redaction.several` (tell which, by slug), `redaction.borne` (a form of `also`
        that is somebody else's name), `redaction.unreadable`, `redaction.left` (where a form would still be found),
        and what the disk refuses.
        """
        with self.store.held(self.waiting):
            stored = stored_in(self.store)
            forms = forms_of([one.week for one in stored], person, also)
            sweep = Sweep(forms)
            clean = [cleaned(one, forms, sweep) for one in stored]
            changing = [one for one in clean if one.changes]
            try:
                files = self._remake(changing, stored) | self._remake_records(forms)
                record = self._remake_notice(clean, forms)
                self._refuse_traces(forms, sweep, files, record)
                write_record(self.store.folder, record)
                remember(self.store.folder, self.key, [one.week for one in stored], forms)
                # It speaks of files that are no more.
                remove(self.store.folder / ".state")
                replace_all(self.store.folder, self.store.aside)
            except OSError as error:
                raise hindered(error, self.store.folder) from error
            finally:
                remove(self.store.aside)
            return Redacted(forms, dict(sorted(files.items())), _look(clean))

    def _remake(self, changing: Sequence[Cleaned], stored: Sequence[Stored]) -> dict[int, int]:
        shared, aside = Shared(), self.store.aside
        successive, last = Successive(), None
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

    def _records(self, forms: NameForms) -> list[Former]:
        """The releases that are kept as a record only, if the paths that they list tell the person."""
        kept = (former_of(release) for release in self.store.releases() if is_kept(release.folder))
        return [former for former in kept if any(found_in_path(path, forms) for path in former.sums)]

    def _remake_records(self, forms: NameForms) -> dict[int, int]:
        files: dict[int, int] = {}
        newest = former_of(self.store.releases()[-1])
        for former in self._records(forms):
            number = former.release.number
            remade = Remade(former, place_for(self.store.aside, number), Shared())
            remade.keep_record(lambda path: found_in_path(path, forms))
            files[number] = remade.seal(instant=self.at, software=self.software, key=self.key, newest=newest)
        return files

    def _remake_notice(self, cleaned: Sequence[Cleaned], forms: NameForms) -> dict[str, bytes]:
        """The files of the record of withdrawals without the person, where the person was in it."""
        if not cleaned:
            return {}
        return make_notice_anew(
            self.store,
            self.store.aside / NOTICE,
            cleaned[-1].redaction.week,
            self.key,
            lambda reason: marked(reason, forms),
        )

    def _fill(self, remade: Remade, one: Cleaned, successive: Successive, last: Remade | None) -> None:
        week, record = one.redaction.week, one.stored.release.record
        captions = read_captions(week, one.medium)
        site = site_of(week, history=one.history, signed_by=record.key, captions=captions)
        # One that was made without an index has none.
        how = How(self.workers, any(path.startswith(INDEXES) for path in one.stored.former.sums))
        for made in successive.contents(site, how):
            if isinstance(made, Content):
                remade.put(made.path, made.content, made.variants)
            else:
                assert last is not None
                remade.take(made.name, last)
        for name in sorted(media_of(one.redaction.week)):
            if name in one.texts:
                remade.put(MEDIA + name, one.texts[name], variants(name, one.texts[name]))
            else:
                remade.keep(MEDIA + name, MEDIA + one.redaction.media.get(name, name))
        # Pages that somebody has kept open ask for them still.
        for path in one.stored.former.sums:
            if path.startswith(_ASSETS) and path not in remade.sums:
                remade.keep(path)

    def _refuse_traces(
        self, forms: NameForms, sweep: Sweep, files: Mapping[int, int], record: Mapping[str, bytes]
    ) -> None:
        """Raises `Refused` for what would still be found when releases and record are replaced."""
        remade = {NOTICE, ".state", *map(str, files), *record}
        traces = [Trace(name, form) for name, content in record.items() for form in sorted(found_in(content, forms))]
        for entry in sorted(self.store.folder.iterdir()):
            if entry.name in remade or entry.is_symlink():
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


def _look(cleaned: Sequence[Cleaned]) -> tuple[Finding, ...]:
    """Where somebody must look, told once: the same place in several releases is one, of the newest."""
    found: dict[tuple[object, ...], Finding] = {}
    for one in reversed(cleaned):
        for finding in one.redaction.look:
            key = (finding.code, finding.place, finding.values.get("value"))
            values = {**finding.values, "number": one.stored.release.number}
            found.setdefault(key, Finding(finding.code, finding.place, values, Severity.WARNING))
    return tuple(found.values())
