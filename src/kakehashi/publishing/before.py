"""The release before, as the next one needs it: its week, its history, and what was noted when its files were made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kakehashi.findings import Finding, Refused
from kakehashi.publishing.captions import captions_of
from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, read_week
from kakehashi.publishing.remaking import told_by
from kakehashi.publishing.state import State, remembered
from kakehashi.releases import Release, Store
from kakehashi.site import History, Site, read_history, site_of
from kakehashi.week import VisibleWeek


@dataclass(frozen=True, slots=True)
class Before:
    """What went before. Of a week's first release there is neither `week` nor `site`.

    `state` is there when its files were made by this very program, which can then leave most of them as they are; then
    `told` is what the site answered to all that was read of it.
    """

    history: History
    week: VisibleWeek | None
    site: Site | None
    state: State | None
    told: Mapping[str, object] = field(default_factory=dict)


def before(store: Store, release: Release | None) -> Before:
    """What went before the release that is made now, of which `release` is the predecessor.

    A document that this version of the program cannot read (an older one wrote it) begins the changes anew: the release
    says as little of it as a first one does. Raises `Refused` (`release.lost`) when it is not there: what moved in
    earlier releases would be forgotten for ever.
    """
    if release is None:
        return Before(History(), None, None, None)
    record = release.record
    try:
        history = read_history((release.folder / HISTORY_FILE).read_bytes())
        week = read_week((release.folder / WEEK_FILE).read_bytes(), record.instant)
    except OSError as error:
        raise Refused([Finding("release.lost", values={"value": str(error.filename)})]) from error
    except (ValueError, Refused):
        return Before(History(), None, None, None)
    captions = captions_of(week, lambda name: release.folder / "media" / name)
    site = site_of(week, history=history, signed_by=record.key, captions=captions)
    state = remembered(store.folder / STATE, release.sha256)
    return Before(history, week, site, state, told_by(site, state.reads, state.pieces) if state else {})


STATE = ".state"
"""The folder of a store that remembers what its newest release was made of."""
