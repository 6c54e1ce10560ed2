"""Sentences of what stops a release when its pages are looked at."""

from kakehashi.words.facts.marking import N_

_OURS = N_("This is a mistake of the software: please report it. The release before stands.")

SENTENCES = {
    "publishing.dead-link": N_("The page %(value)s points to %(link)s, which is not there."),
    "publishing.bad-page": N_("The page %(value)s is no sound HTML: %(reason)s."),
}

MENDS = {
    "publishing.dead-link": N_(
        "If a text of the week has this link, write it there as a whole web address (https://…). Otherwise this is a"
        " mistake of the software: please report it. The release before stands."
    ),
    "publishing.bad-page": _OURS,
}
