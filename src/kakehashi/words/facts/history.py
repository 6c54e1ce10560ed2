"""What is wrong with the file that tells the history of a week's releases."""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "history.unreadable": N_("%(value)s is not the history of a week, or is damaged."),
    "history.wrong": N_("The history of the week is damaged at %(value)s (%(reason)s)."),
}

MENDS = {
    "history.unreadable": N_("Take it from its release again; “kakehashi verify release” says whether that is whole."),
    "history.wrong": N_("Take it from its release again; “kakehashi verify release” says whether that is whole."),
}
