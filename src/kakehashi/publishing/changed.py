"""What a stored release changed, in words."""

from kakehashi.findings import Refused
from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, read_week
from kakehashi.releases import Release
from kakehashi.site import changes_told, read_history


def what_changed(release: Release, language: str) -> tuple[str, ...]:
    """The changes of a release as its readers are told them, a sentence each.

    None for the first release, for one that is kept as a record only, and for one whose document this version of the
    program cannot read.
    """
    try:
        history = read_history((release.folder / HISTORY_FILE).read_bytes())
        week = read_week((release.folder / WEEK_FILE).read_bytes(), release.record.instant)
    except (OSError, ValueError, Refused):
        return ()
    own = (entry for entry in history.entries if entry.number == release.number)
    return tuple(line for entry in own for line in changes_told(week, entry, language))
