"""Sentences of what stands in the way of making the search index."""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "search.no-program": N_("Pagefind, the program that makes the search index, is not there."),
    "search.program-failed": N_("Pagefind, the program that makes the search index, failed: %(reason)s."),
}

MENDS = {
    "search.no-program": N_("Install Kakehashi anew with all that it needs: pip install --force-reinstall kakehashi"),
    "search.program-failed": N_("Try again; if it fails again, install Kakehashi anew with all that it needs."),
}
