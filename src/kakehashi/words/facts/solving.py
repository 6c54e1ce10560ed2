"""Sentences of how a search for a timetable ended, and of a timetable that was recounted."""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES = {
    "solve.optimal": N_(
        "%(value)s holds a timetable whose objective is %(objective)s. There is no better one: that is proven."
    ),
    "solve.feasible": N_(
        "%(value)s holds a timetable whose objective is %(objective)s. None can be below %(bound)s; the gap is %(gap)s."
    ),
    "solve.infeasible": N_("There is no timetable for %(value)s: that is proven."),
    "solve.too-few-sessions": N_(
        "All tracks together need at least %(expected)s sessions, counted room by room, as each has talks of one "
        "track; there are %(value)s."
    ),
    "solve.too-few-long-sessions": N_(
        "Talks of %(slots)s slots or more need at least %(expected)s sessions that are so long, counted room by room, "
        "as each has talks of one track; there are %(value)s."
    ),
    "solve.more-rooms": NN_(
        "With %(count)s more room there is a timetable.", "With %(count)s more rooms there is a timetable."
    ),
    "solve.more-sessions": NN_(
        "With %(count)s more session that is as long as the longest there is a timetable.",
        "With %(count)s more sessions that are as long as the longest there is a timetable.",
    ),
    "solve.none-found": N_("No timetable for %(value)s was found in the time given."),
    "solve.out-is-input": N_("%(value)s is the file that says what is to be planned."),
    "verify.timetable-sound": N_("%(value)s is a sound timetable; its objective is %(objective)s."),
    "verify.timetable-unsound": NN_(
        "%(value)s is not a sound timetable: %(count)s fault.",
        "%(value)s is not a sound timetable: %(count)s faults.",
    ),
}

MENDS = {
    "solve.infeasible": N_("Add a session, a room or slots: the talks do not fit whole into those that there are."),
    "solve.none-found": N_("Give it more time with --time-limit."),
    "solve.out-is-input": N_("Choose another place with --out."),
}
