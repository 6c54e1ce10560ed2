"""Sentences of what came of verifying a release. They are read by people who do not trust whoever published it."""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES = {
    "verify.whole": N_(
        "Release %(number)s of “%(value)s” of %(instant)s is whole: every file is as it was signed with the key that"
        " you named."
    ),
    "verify.consistent": N_(
        "Release %(number)s of “%(value)s” of %(instant)s is consistent, key unknown: every file is as it was signed"
        " with the key %(key)s."
    ),
    "verify.whole-redacted": N_(
        "Release %(number)s of “%(value)s” of %(instant)s is whole but redacted: whatever was not redacted is as it was"
        " signed with the key that you named."
    ),
    "verify.consistent-redacted": N_(
        "Release %(number)s of “%(value)s” of %(instant)s is consistent but redacted, key unknown: whatever was not"
        " redacted is as it was signed with the key %(key)s."
    ),
    "verify.fails": NN_(
        "Release %(number)s of “%(value)s” of %(instant)s does not verify: %(count)s fault.",
        "Release %(number)s of “%(value)s” of %(instant)s does not verify: %(count)s faults.",
    ),
    "verify.fails-unread": N_("%(value)s does not verify: nothing in it says which release it is."),
    "verify.redacted": NN_(
        "%(count)s file was redacted on %(day)s; whoever published the release has signed that.",
        "%(count)s files were redacted on %(day)s; whoever published the release has signed that.",
    ),
    "verify.altered": N_("“%(value)s” has been altered: its SHA-256 is %(found)s, not %(expected)s."),
    "verify.missing": N_("“%(value)s” is missing."),
    "verify.added": N_("“%(value)s” has been added: the release does not list it."),
    "verify.added-folder": N_("The empty folder “%(value)s” has been added."),
    "verify.link": N_("“%(value)s” is a symbolic link, which no release has."),
    "verify.special": N_("“%(value)s” is neither a file nor a folder."),
    "verify.unreadable": N_("“%(value)s” could not be read: %(reason)s."),
    "verify.variant": N_("“%(value)s” does not hold what “%(original)s” holds."),
    "verify.bad-record": N_("“%(value)s” does not have the form of such a record, or is another release's."),
    "verify.bad-manifest": N_("“%(value)s” does not have the form of a list of sums."),
    "verify.bad-count": N_("“%(value)s” tells other numbers of files and bytes than there are."),
    "verify.bad-signature": N_("The signature of “%(value)s” is not that of the key %(key)s."),
    "verify.bad-key": N_("“%(value)s” does not hold the public key that its name says."),
    "verify.bad-key-change": N_("“%(value)s” is no change of keys that the old key has signed."),
    "verify.bad-redactions": N_("“%(value)s” is no signed account of how this release came to be as it is."),
    "verify.no-key": N_("The public key %(value)s is missing in “keys”."),
    "verify.other-key": N_("The release was signed with the key %(value)s, not with %(expected)s."),
    "verify.key-changed": N_(
        "Since release %(number)s the key is %(value)s; the key before it, %(expected)s, has not confirmed that."
    ),
    "verify.key-confirmed": N_(
        "Since release %(number)s the key is %(value)s; the key before it, %(expected)s, has confirmed that."
    ),
    "verify.chain-missing": N_("“%(value)s” is left out of the chain of releases."),
    "verify.chain-gap": N_("Everything from “%(value)s” to “%(last)s” is left out of the chain of releases."),
    "verify.chain-broken": N_("“%(value)s” is not the release that release %(number)s names as its predecessor."),
    "verify.chain-back": N_("“%(value)s” is of a later time than release %(number)s, which follows it."),
    "verify.chain-week": N_("“%(value)s” is of another week: “%(found)s”, not “%(expected)s”."),
    "verify.chain-stray": N_("“%(value)s” belongs to no earlier release."),
    "verify.chain-apart": N_("“%(value)s” is not that of the release which release %(number)s has in its chain."),
    "verify.other-number": N_("“%(value)s” says that this is release %(number)s, and its folder says another number."),
    "verify.withdrawn": N_("Release %(number)s was withdrawn on %(day)s; whoever published it has signed that."),
    "verify.bad-withdrawn": N_("“%(value)s” does not say under a valid signature what was withdrawn."),
    "verify.no-current": N_("“%(value)s” does not lead to a release."),
    "verify.no-such-release": N_("%(value)s: there is no such folder."),
    "verify.not-a-release": N_("%(value)s holds no release."),
    "verify.bad-fingerprint": N_("“%(value)s” is not the fingerprint of a key."),
    "verify.no-public-key": N_("%(value)s holds no public key of the kind Ed25519."),
    "verify.key-twice": N_("The key is named twice."),
}

_ASK = N_(
    "Ask whoever published it, by another way, for the fingerprint of their key, and name that with --fingerprint."
)

MENDS = {
    "verify.consistent": _ASK,
    "verify.consistent-redacted": _ASK,
    "verify.other-key": N_("Someone else may have signed it: ask whoever should have published it."),
    "verify.key-changed": N_("Ask whoever published it whether they have changed their key."),
    "verify.no-such-release": N_("Name the folder of a release."),
    "verify.not-a-release": N_("Name a folder that holds “release.json”, or the folder that holds the releases."),
    "verify.bad-fingerprint": N_("It has 64 digits from 0 to 9 and a to f."),
    "verify.no-public-key": N_("Name a file in PEM form, which begins with “-----BEGIN PUBLIC KEY-----”."),
    "verify.key-twice": N_("Name it with --fingerprint or with --key."),
}
