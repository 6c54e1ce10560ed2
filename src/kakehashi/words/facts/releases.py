"""Sentences of what stands in the way of a release."""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "release.bad-path": N_("“%(value)s” cannot be the path of a file in a release."),
    "release.reserved-path": N_("“%(value)s” has a name that a release gives to files of its own."),
    "release.like-a-variant": N_("“%(value)s” has the name of a compressed form of another file."),
    "release.unreadable-source": N_("%(value)s could not be read: %(reason)s."),
    "release.unreadable": N_("%(value)s is no release: its “release.json” is missing or damaged."),
    "release.broken-predecessor": N_("The newest release, %(value)s, is damaged: nothing can be built on it."),
    "release.lost": N_("%(value)s is missing, although the newest release has it."),
    "release.foreign": N_("%(folder)s holds what is no part of releases: %(value)s."),
    "release.disk": N_("%(value)s could not be written: %(reason)s."),
    "release.clock-back": N_("This release would be of %(value)s, before its predecessor of %(expected)s."),
    "release.other-week": N_("The releases here are of the week “%(expected)s”, not “%(value)s”."),
    "release.other-key": N_("The earlier releases were signed with the key %(expected)s, not with %(value)s."),
    "release.bad-key-change": N_("The change from the key %(expected)s to %(value)s is not one that fits."),
}

MENDS = {
    "release.bad-path": N_("Give the file another name: no control characters, no “\\”, no “..”."),
    "release.reserved-path": N_("Give the file another name."),
    "release.like-a-variant": N_("Give one of the two files another name."),
    "release.unreadable-source": N_("Make the file readable. The release that was current still is."),
    "release.unreadable": N_("Put the folder back from a copy."),
    "release.broken-predecessor": N_(
        "See what is damaged with “kakehashi verify release %(value)s”, and put the folder back from a copy."
    ),
    "release.lost": N_("Put the file back from a copy. The release that was current still is."),
    "release.foreign": N_("Move that elsewhere."),
    "release.disk": N_("The release that was current still is."),
    "release.clock-back": N_("Set the clock of this machine right. The release that was current still is."),
    "release.other-week": N_("Release this week into a folder of its own: its slug must not change."),
    "release.other-key": N_(
        "Put the earlier key back as “keys/release.pem”. To change it on purpose: --old-key FILE, or --old-key-lost."
    ),
    "release.bad-key-change": N_("Make the change anew, from the key of the newest release."),
}
