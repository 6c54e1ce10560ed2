"""Why an item of a week is where it is, in words."""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES: dict[str, str | tuple[str, str]] = {
    "conflict.gap": N_("Right before “%(what)s” nothing would stand: a session has no gap."),
    "conflict.out-of-place": N_("“%(what)s” has no place of its own in a timetable."),
    "explain.begins": N_("“%(what)s” begins on %(start)s in “%(room)s”."),
    "explain.keeps-its-time": N_(
        "“%(what)s” does not take place and keeps its time, from %(start)s in “%(room)s”, so that nothing moves up."
    ),
    "explain.there": N_("%(person)s (%(institution)s): there it is %(start)s."),
    "explain.unknown-item": N_("There is no item “%(value)s”."),
    "explain.unplaced": N_("“%(what)s” has no place yet."),
    "explain.called-off": N_("“%(what)s” does not take place."),
    "explain.of-no-session": N_("“%(what)s” is in no session, and it is not clear which one it is for."),
    "explain.pinned": N_("“%(what)s” is where it is because its session is pinned."),
    "explain.own-start": N_("“%(what)s” is where it is because its session has a start of its own."),
    "explain.not-planned": N_("“%(what)s” is where it is because no plan moves its session."),
    "explain.incomplete": NN_(
        "The present timetable is not complete: %(count)s item has no place in it.",
        "The present timetable is not complete: %(count)s items have no place in it.",
    ),
    "explain.unsound": NN_(
        "The present timetable breaks %(count)s demand. Of other places only what they would break besides is told.",
        "The present timetable breaks %(count)s demands. Of other places only what they would break besides is told.",
    ),
    "explain.best": NN_(
        "“%(what)s” could be in %(count)s other place, which is no better than its own.",
        "“%(what)s” could be in %(count)s other places, none of which is better than its own.",
    ),
    "explain.better": NN_(
        "In %(count)s other place “%(what)s” would be better by the aims of a plan.",
        "In %(count)s other places “%(what)s” would be better by the aims of a plan.",
    ),
    "explain.nowhere-else": N_("“%(what)s” can be nowhere else."),
}

MENDS: dict[str, str] = {
    "explain.unplaced": N_("Find one with kakehashi plan."),
    "explain.of-no-session": N_("Put it into the session that it is for."),
    "explain.better": N_("Find a better timetable with kakehashi plan."),
}
