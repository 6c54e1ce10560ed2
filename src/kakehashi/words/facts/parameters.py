"""What is wrong with a file of parameters for a search, in words."""

from kakehashi.words.facts.marking import N_

_WRONG = N_("“%(name)s” cannot be “%(value)s”.")

SENTENCES = {
    "parameters.unreadable": N_("%(value)s cannot be read: %(reason)s."),
    "parameters.not-toml": N_("From here on the file is not TOML."),
    "parameters.unknown": N_("“%(value)s” is not a parameter of a search."),
    "parameters.no-number": _WRONG,
    "parameters.no-whole-number": _WRONG,
}

MENDS = {
    "parameters.unreadable": N_("Make the file readable."),
    "parameters.not-toml": N_("Write one parameter a line, for example: %(example)s"),
    "parameters.unknown": N_("The parameters are %(expected)s."),
    "parameters.no-number": N_("Write a number from %(least)s to %(most)s."),
    "parameters.no-whole-number": N_("Write a whole number from %(least)s to %(most)s."),
}
