"""How planning a week ended, in words."""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES: dict[str, str | tuple[str, str]] = {
    "plan.none-found": N_("No timetable for %(value)s was found in the time given."),
    "plan.nothing-better": N_("No better timetable than the present one was found. Nothing has been written."),
    "plan.not-written": N_("Nothing has been written yet. With --write the timetable is put into %(value)s."),
    "plan.written": NN_(
        "The timetable is in %(value)s: %(count)s value was changed.",
        "The timetable is in %(value)s: %(count)s values were changed.",
    ),
    "plan.changed-meanwhile": N_(
        "The week in %(value)s was changed while it was planned. Nothing has been written by the plan."
    ),
}

MENDS: dict[str, str] = {
    "plan.none-found": N_("Give it more time with --time-limit."),
    "plan.changed-meanwhile": N_("Plan it again."),
}
