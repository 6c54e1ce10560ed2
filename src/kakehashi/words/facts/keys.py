"""Sentences of what the file of a key is refused for."""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "key.missing": N_("%(value)s: there is no such key."),
    "key.unreadable": N_("The key %(value)s cannot be read: %(reason)s."),
    "key.exposed": N_("The key %(value)s can be read by other users of this machine, who could sign with it."),
    "key.encrypted": N_("The key %(value)s is protected by a password, which nobody can type here."),
    "key.other-kind": N_("%(value)s holds a key, but not one of the kind Ed25519."),
    "key.not-a-key": N_("%(value)s holds no private key in PEM form."),
    "key.exists": N_("There is a key at %(value)s already."),
    "key.unwritable": N_("The key %(value)s could not be written: %(reason)s."),
}

MENDS = {
    "key.missing": N_(
        "Put it back from a copy; releases go on with the key with which they began. To change it, release with"
        " --old-key FILE, or with --old-key-lost."
    ),
    "key.unreadable": N_("Let the user who publishes read it."),
    "key.exposed": N_("Take the right from them with: chmod 600 %(value)s"),
    "key.encrypted": N_("Store it without a password (openssl pkey -in OLD -out NEW), readable by its owner alone."),
    "key.other-kind": N_("Put the key there with which earlier releases were signed."),
    "key.not-a-key": N_("Put the key there with which earlier releases were signed."),
    "key.exists": N_("A key is never written over; move it elsewhere if it really is to be another."),
}
