"""Demands of a week that cannot hold together, and what it would be enough to allow, in words.

They are read behind their place in the files, one below the other; the same sentences say which demand a timetable
breaks.
"""

from kakehashi.words.facts.marking import N_, NN_

SENTENCES: dict[str, str | tuple[str, str]] = {
    "conflict.found": N_("There is no timetable: these cannot hold together."),
    "conflict.among": N_("There is no timetable: some of these cannot hold together."),
    "conflict.without-wishes": N_("There is no timetable: there are too few blocks or rooms, whatever is wished."),
    "conflict.unknown": N_(
        "There is no timetable. In the time given it was not found out which wishes are in the way."
    ),
    "conflict.pinned": N_("“%(what)s” begins on %(start)s: that is fixed."),
    "conflict.kept": N_("“%(what)s” stays where it is, from %(start)s on."),
    "conflict.night": N_("“%(what)s” cannot be on %(when)s: for %(person)s it is night then."),
    "conflict.night-there": N_("“%(what)s” cannot be on %(when)s: for %(person)s it is night then, %(local)s."),
    "conflict.away-there": N_("“%(what)s” cannot be on %(when)s: %(person)s is away then, %(local)s."),
    "conflict.away": N_("“%(what)s” cannot be on %(when)s: %(person)s is away then."),
    "conflict.busy": N_("“%(what)s” cannot be on %(when)s: %(person)s has to be in “%(other)s” then."),
    "conflict.holiday": N_("“%(what)s” cannot be on %(when)s: %(institution)s has a holiday then."),
    "conflict.after-fixed": N_("“%(what)s” cannot be on %(when)s: it comes after “%(other)s”, which is fixed."),
    "conflict.before-fixed": N_("“%(what)s” cannot be on %(when)s: it comes before “%(other)s”, which is fixed."),
    "conflict.beside-fixed": N_("“%(what)s” cannot be on %(when)s: it does not run at once with “%(other)s”."),
    "conflict.lunch": N_("“%(what)s” cannot be on %(when)s: a break for lunch stands between %(begin)s and %(end)s."),
    "conflict.barred": N_("“%(what)s” cannot be on %(when)s."),
    "conflict.closes-a-day": N_(
        "“%(what)s” cannot be on %(when)s: a general conference stands in the last block of a day."
    ),
    "conflict.barred-room": N_("“%(what)s” cannot be in “%(room)s”."),
    "conflict.following": N_("“%(what)s” has to come after “%(other)s”."),
    "conflict.in-order": N_("“%(what)s” comes after “%(other)s”, as in its session now."),
    "conflict.in-protocol": N_("“%(what)s” comes after “%(other)s” by the order of protocol."),
    "conflict.session-unattended": N_(
        "The session “%(session)s” cannot be on %(when)s: one who looks after it is away or busy then, or it does not "
        "fit."
    ),
    "conflict.block-too-short": N_("The session “%(session)s” cannot be on %(when)s: it does not fit."),
    "conflict.few-sessions": NN_(
        "The items of “%(session)s” stay together in that one session.",
        "The items of “%(session)s” have %(count)s sessions between them, and no more.",
    ),
    "conflict.stages": N_("In “%(session)s” greetings come first, awards and closing remarks last."),
    "conflict.apart": N_("“%(what)s” and “%(other)s” do not run at the same time."),
    "conflict.apart-all": N_("These do not run at the same time: %(items)s."),
    "conflict.taken": N_("“%(room)s” is taken on %(when)s: “%(session)s” is there."),
    "conflict.changing-over": N_("“%(room)s” is closed on %(when)s: a session before or after it needs a changeover."),
    "conflict.alone": N_("%(person)s cannot be in two places at once."),
    "relaxation.one": N_("This would be enough:"),
    "relaxation.any": N_("Any one of these would be enough:"),
    "relaxation.together": N_("These together would be enough:"),
    "relaxation.another-start": N_("Let “%(what)s” begin at another time than %(start)s."),
    "relaxation.another-room": N_("Let “%(what)s” be in another room."),
    "relaxation.another-slot": N_("Let “%(what)s” begin earlier or later in its block than %(start)s."),
    "relaxation.person": N_("Let %(person)s be there for “%(what)s” on %(when)s."),
    "relaxation.person-there": N_("Let %(person)s be there for “%(what)s” on %(when)s; there it is %(local)s."),
    "relaxation.time": N_("Let “%(what)s” be on %(when)s as well."),
    "relaxation.more-times": NN_("… or at %(count)s other time.", "… or at %(count)s other times."),
    "relaxation.room": N_("Let “%(what)s” be in “%(room)s” as well."),
    "relaxation.order": N_("Let “%(what)s” come before “%(other)s” as well."),
    "relaxation.session-time": N_(
        "Let the session “%(session)s” be on %(when)s as well: with somebody else, or longer."
    ),
    "relaxation.more-sessions": N_("Add as many sessions for the items of “%(session)s” as are needed."),
    "relaxation.one-more-session": N_("Add one more session for the items of “%(session)s”."),
    "relaxation.stages": N_("Let greetings and closing remarks of “%(session)s” stand anywhere."),
    "relaxation.at-once": N_("Let “%(what)s” and “%(other)s” run at the same time."),
    "relaxation.at-once-all": N_("Let some of these run at the same time: %(items)s."),
    "relaxation.open": N_("Open “%(room)s” on %(when)s."),
    "relaxation.stand-in": N_("Let somebody stand in for %(person)s where two things are at once."),
    "relaxation.one-more-room": N_("Add a room."),
    "relaxation.one-more-block": N_("Add a block as long as the longest one."),
}

MENDS: dict[str, str] = {
    "conflict.unknown": N_("Plan a part of the week with --only, or take wishes away until there is a timetable."),
}
