"""From a week document to a release: its files are made, looked at, stored, and made current in one step.

`Publisher.publish` makes the next release of a week. A release is a function of the week as the public may see it, the
release before it, its number, its moment and the version of the software; whether it was made whole or only where it
differs from the one before cannot be told from its bytes. `contents_of` gives all files of a site as a release has
them.
"""

from kakehashi.publishing.changed import what_changed
from kakehashi.publishing.contents import Content, contents_of
from kakehashi.publishing.document import HISTORY_FILE, WEEK_FILE, read_week, week_bytes
from kakehashi.publishing.filling import How
from kakehashi.publishing.releasing import Publisher, Released, Source

__all__ = [
    "HISTORY_FILE",
    "WEEK_FILE",
    "Content",
    "How",
    "Publisher",
    "Released",
    "Source",
    "contents_of",
    "read_week",
    "week_bytes",
    "what_changed",
]
