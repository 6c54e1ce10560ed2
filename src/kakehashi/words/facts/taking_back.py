"""Sentences of what is taken back: releases withdrawn or kept as a record, people redacted."""

from kakehashi.words.facts.marking import N_

_STANDS = N_("Nothing has been changed.")

SENTENCES = {
    "releases.none": N_("Nothing has been released of “%(value)s” in %(folder)s."),
    "releases.no-policy": N_("Nothing says which releases are to keep their files."),
    "release.unreadable-record": N_("%(value)s is missing or damaged."),
    "withdrawal.no-release": N_("There is no release %(value)s of this week."),
    "withdrawal.twice": N_("Release %(value)s has been withdrawn already."),
    "withdrawal.not-shown": N_("Readers do not see release %(value)s, so nothing can be shown instead."),
    "withdrawal.cannot-show": N_("Release %(value)s cannot be shown instead."),
    "redaction.nobody": N_("Nobody in the stored releases is called “%(value)s”."),
    "redaction.several": N_("Several people are called “%(value)s”."),
    "redaction.borne": N_("“%(value)s” is the name of somebody else in this week too."),
    "redaction.unreadable": N_("What %(value)s was made of cannot be read by this version."),
    "redaction.left": N_("“%(value)s” would still be found in %(file)s."),
    "redaction.doubtful": N_(
        "In release %(number)s stands “%(value)s”, which may be this person or somebody or something else."
    ),
    "redaction.film": N_("In release %(number)s there is a recording of an item in which this person took part."),
    "redaction.materials": N_("In release %(number)s there are files of an item in which this person took part."),
    "redaction.brought-back": N_("“%(value)s” was taken out of the releases of this week, and is in it again."),
    "redaction.not-remembered": N_("Nobody of the name “%(value)s” has been taken out of this week."),
    "verify.kept": N_("Since %(day)s only its record is kept; whoever published the release has signed that."),
    "verify.bad-kept": N_("“%(value)s” does not say under a valid signature that only the record is kept."),
}

MENDS = {
    "releases.none": N_("Name the slug of a week, and with --data the folder that its releases are in."),
    "releases.no-policy": N_("Say it with --last N, --days D or both."),
    "release.unreadable-record": N_("Put it back from a copy."),
    "withdrawal.no-release": N_("There are: %(expected)s."),
    "withdrawal.twice": N_("To show readers something again, release the week."),
    "withdrawal.not-shown": N_("Leave out --to."),
    "withdrawal.cannot-show": N_("It is not there, or withdrawn, or kept as a record only. These can: %(expected)s."),
    "redaction.nobody": N_(
        "Name the slug of the person as it stands in the releases, or the whole name in any script."
    ),
    "redaction.several": N_("Say which by the slug: %(expected)s."),
    "redaction.borne": N_("Leave this form out; a form that only this person bears can be taken out."),
    "redaction.unreadable": N_(
        "Release the week again, so that another one is the newest; keep that release as a record only "
        "(kakehashi releases keep), and try again."
    ),
    "redaction.left": _STANDS,
    "redaction.doubtful": N_("Read it; to take it out too, add --name “%(value)s”."),
    "redaction.film": N_("No program can take somebody out of it: watch it, and take it out of the week if need be."),
    "redaction.materials": N_("See whether they name the person, and take them out of the week if need be."),
    "redaction.brought-back": N_(
        "Take the person out of the folder. With a new consent: kakehashi releases redact %(week)s NAME --lift"
    ),
    "redaction.not-remembered": N_("Give a whole name as it stood in the week, in any of its scripts."),
    "verify.bad-kept": N_("Get the release again from whoever publishes it."),
}
