"""A release of a week: made of its document, beside the one before, and current in one step."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kakehashi.collecting import without_collecting
from kakehashi.findings import Refused
from kakehashi.keys import SigningKey
from kakehashi.publishing.before import STATE, Before, before
from kakehashi.publishing.captions import captions_of
from kakehashi.publishing.filling import How, fill
from kakehashi.publishing.remembering import brought_back
from kakehashi.releases import Draft, KeyChange, Release, Store
from kakehashi.site import next_history, site_of
from kakehashi.week import VisibleWeek
from kakehashi.week.sharing import sharing


@dataclass(frozen=True, slots=True)
class Source:
    """What is released: the week as the public may see it, and where each file below `media/` lies.

    `sound` is called before it is. It raises `Refused` with what is wrong with the week, and may wait for a check that
    goes on while files are made of it.
    """

    week: VisibleWeek
    media: Mapping[str, Path]
    sound: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Released:
    """What came of it: the newest release, whether it is a new one, and how many of the site's files were made for it
    and how many stayed.
    """

    release: Release
    new: bool
    made: int
    stayed: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who releases weeks: where their stores are, with which key and software, and how.

    `store_of` gives the store of a week by its slug; `waiting` is called once while another process works on it.
    `former` are keys that signed before `key` did: where the release before is signed by one of them, it confirms that
    `key` takes its place. Without it that is said unconfirmed, if the former key is `lost`, and is refused else.
    """

    store_of: Callable[[str], Store]
    key: SigningKey
    software: str
    how: How
    waiting: Callable[[], None]
    former: tuple[SigningKey, ...] = ()
    lost: bool = False

    def publish(
        self, slug: str, read: Callable[[], Source], *, again: bool, begin: Callable[[], None] = lambda: None
    ) -> Released:
        """Makes the next release of a week and makes it current; where nothing has changed, only if `again` or
        while readers do not see the newest.

        `slug` is the week's as far as one knows before it is read. `begin` is called once the store is ours, and `read`
        gives the week as it stands since then: so of two who release at once the second publishes what its folder holds
        when its turn comes. The moment of the release is that of the week (`VisibleWeek.at`).

        Raises `Refused`: what `read` and `Source.sound` raise, what `Store.drafting` and `Draft.publish` do,
        `publishing.dead-link` and `publishing.bad-page` for pages that are not sound, and `redaction.brought-back` for
        somebody who was taken out of the releases of this week. The release before stands then.
        """
        store, read = self.store_of(slug), cache(read)
        with store.drafting(self.waiting) as draft, without_collecting():
            draft.clone()
            begin()
            try:
                former = before(store, draft.predecessor)
                source = read()
                if source.week.slug == slug:
                    return self._publish(store, draft, former, source, again=again)
            except Exception:
                # Of a week that is not sound nothing else is told, for everything may follow from that.
                read().sound()
                raise
        return self.publish(source.week.slug, read, again=again)

    def _publish(self, store: Store, draft: Draft, former: Before, source: Source, *, again: bool) -> Released:
        week = source.week if former.week is None else sharing(source.week, former.week)
        # Who was taken out is remembered by the key of that time.
        if found := [one for key in (self.key, *self.former) for one in brought_back(store.folder, key, week)]:
            raise Refused(found)
        history = next_history(former.history, former.week, week, draft.number, week.at)
        captions = captions_of(week, source.media.get)
        site = site_of(week, history=history, signed_by=self.key.public.fingerprint, captions=captions)
        filled = fill(draft, site, source.media, former, self.how)
        source.sound()
        shown = draft.predecessor is not None and store.current == draft.predecessor
        if draft.predecessor is not None and shown and not again and not filled.news:
            return Released(draft.predecessor, False, 0, filled.made + filled.stayed)
        # Before the draft waits for the process that links files.
        state = filled.state.packed()
        release = draft.publish(
            instant=week.at,
            software=self.software,
            languages=week.languages,
            week=week.slug,
            key=self.key,
            change=self._change(draft),
        )
        # The release stands; without what is remembered of it, the next one takes longer, and no more.
        with suppress(OSError):
            state.keep(store.folder / STATE, release.sha256)
        return Released(release, True, filled.made, filled.stayed)

    def _change(self, draft: Draft) -> KeyChange | None:
        signed_by = None if draft.predecessor is None else draft.predecessor.record.key
        if signed_by in (None, self.key.public.fingerprint):
            return None
        for old in self.former:
            if old.public.fingerprint == signed_by:
                return KeyChange.confirmed(old, self.key.public)
        return KeyChange.unconfirmed(str(signed_by), self.key.public) if self.lost else None
