"""What the releases of a week changed, the newest first: the one page, beside about, that tells a release's number."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from kakehashi.site.addresses import Kind
from kakehashi.site.history import Entry
from kakehashi.site.naming import page_name
from kakehashi.site.pages.page import Page
from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.changes import Group, counted, grouped
from kakehashi.site.shown.times import host_zone

FEED = "changes.atom"
"""The feed, in the folder of each language; the host's lies at the root too."""

UNFOLDED = 40
"""A release with more changes shows the headings of its groups, which a reader opens."""


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    """A release: its `anchor`, its name with the day, and what it changed; `note` stands where it changed nothing."""

    anchor: str
    heading: Markup
    when: Markup
    groups: tuple[Group, ...]
    count: str
    folded: bool
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage(Page):
    """Every release of the week."""

    intro: str
    clock: str
    feed: str
    releases: tuple[ReleaseShown, ...]


def changes(r: Reader, slug: str) -> ChangesPage:
    """The releases of the week and what each changed."""
    return ChangesPage(
        title=page_name(r.words, Kind.CHANGES),
        description=r.words.say("What has changed in the programme since it was first published"),
        intro=r.words.say("What has changed in the programme since it was first published; the newest comes first."),
        clock=r.words.say("Times are told by this clock: %(zone)s.", zone=host_zone(r)),
        feed=f"../{FEED}",
        releases=tuple(_release(r, entry) for entry in r.site.history.entries),
    )


def _release(r: Reader, entry: Entry) -> ReleaseShown:
    groups = grouped(r, entry.changes)
    number = sum(len(group.lines) for group in groups)
    return ReleaseShown(
        anchor=f"release-{entry.number}",
        heading=_heading(r, entry),
        when=_when(r, entry),
        groups=groups,
        count=counted(r, number) if number else "",
        folded=number > UNFOLDED,
        note="" if number else nothing_told(r, entry),
    )


def _heading(r: Reader, entry: Entry) -> Markup:
    """The name of a release; a day that is written without spaces would be parted anywhere, and is held together."""
    day = _day(r, entry)
    return filled(
        _named(r, entry, FIRST), escape(day) if " " in day else Markup('<span class="nb">{}</span>').format(day)
    )


def release_name(r: Reader, entry: Entry) -> str:
    """A release as readers know it, by its number and its day on the host's clock."""
    return _named(r, entry, _day(r, entry))


def _named(r: Reader, entry: Entry, day: str) -> str:
    return r.words.say("Release %(number)s (%(day)s)", number=str(entry.number), day=day)


def _day(r: Reader, entry: Entry) -> str:
    return r.words.partial_date(r.local(entry.instant).date().isoformat())


def nothing_told(r: Reader, entry: Entry) -> str:
    """What stands in place of changes."""
    if entry.number == 1:
        return r.words.say("The programme was published for the first time.")
    return r.words.say("There are no changes to report.")


def _when(r: Reader, entry: Entry) -> Markup:
    """The exact moment, for those who compare."""
    local = r.local(entry.instant)
    clock = Markup('<time datetime="{}">{}</time>').format(local.isoformat(timespec="seconds"), r.words.clock(local))
    said = r.words.say("Published at %(time)s (%(offset)s)", time=FIRST, offset=r.words.offset(r.site.week.zone, local))
    return filled(said, clock)
