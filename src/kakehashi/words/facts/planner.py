"""What can be wrong with a problem that is to be planned, and with a timetable that should be one of its, in words.

A problem's findings are read behind their place, so they do not name it again. Numbers that a sentence would have to
agree with stand apart from the nouns that they count: there are two of them in most of these.
"""

from kakehashi.words.facts.marking import N_

_NO_TRACK = N_("There is no track “%(value)s”.")

SENTENCES: dict[str, str] = {
    "problem.no-name": N_("Something here has no name."),
    "problem.name-twice": N_("The name “%(value)s” is given more than once."),
    "problem.no-slots": N_("The number of slots is %(value)s; at least one is needed."),
    "problem.unknown-track": _NO_TRACK,
    "problem.unknown-name": N_("A cost is given for “%(value)s”, which does not exist."),
    "problem.talk-too-long": N_("The talk is longer than every block: slots needed %(value)s, at most %(expected)s."),
    "problem.negative-order": N_("The talk is to stand at place %(value)s of its track."),
    "problem.cost-too-large": N_("The cost %(value)s is too large."),
    "problem.too-few-slots": N_("There are too few slots for all talks: %(value)s instead of %(expected)s."),
    "timetable.unknown-talk": N_("There is no talk “%(value)s” to be planned."),
    "timetable.unknown-block": N_("There is no block “%(value)s”."),
    "timetable.unknown-room": N_("There is no room “%(value)s”."),
    "timetable.unknown-track": _NO_TRACK,
    "timetable.outside-block": N_(
        "“%(talk)s” stands in slot %(slot)s of the block “%(block)s”, whose slots go from 1 to %(expected)s."
    ),
    "timetable.talk-missing": N_("“%(talk)s” is not in the timetable."),
    "timetable.wrong-length": N_(
        "“%(talk)s” has another number of slots than it needs: %(value)s instead of %(expected)s."
    ),
    "timetable.talk-split": N_("“%(talk)s” is torn apart: its slots do not follow one another in one room."),
    "timetable.slot-taken-twice": N_(
        "Several talks stand in slot %(slot)s of the block “%(block)s” in “%(room)s”: %(talks)s."
    ),
    "timetable.no-track": N_(
        "“%(talk)s” of the track “%(expected)s” stands in “%(room)s” in the block “%(block)s”, which is given to no "
        "track."
    ),
    "timetable.other-track": N_(
        "“%(talk)s” of the track “%(expected)s” stands in “%(room)s” in the block “%(block)s”, which is given to the "
        "track “%(value)s”."
    ),
    "timetable.no-talk": N_(
        "“%(room)s” in the block “%(block)s” is given to the track “%(value)s”, and none of its talks stands there."
    ),
}

_AS_GIVEN = N_("Names are compared letter by letter, blanks at their ends included.")

MENDS: dict[str, str] = {
    "problem.name-twice": N_("Give each a name of its own."),
    "problem.no-slots": N_("Write a whole number from 1."),
    "problem.unknown-track": _AS_GIVEN,
    "problem.unknown-name": _AS_GIVEN,
    "problem.talk-too-long": N_("Shorten the talk, or lengthen a block."),
    "problem.negative-order": N_("Places count from 1; write 0 where any will do."),
    "problem.cost-too-large": N_("A cost may be a billion at most, and so far below zero."),
    "problem.too-few-slots": N_("Add a room or a block, lengthen blocks, or leave out talks."),
    "timetable.unknown-talk": _AS_GIVEN,
    "timetable.unknown-block": _AS_GIVEN,
    "timetable.unknown-room": _AS_GIVEN,
    "timetable.unknown-track": _AS_GIVEN,
    "timetable.talk-split": N_("Put it into consecutive slots of one room and one block."),
    "timetable.no-track": N_("Give its track that room in that block, or move the talk."),
    "timetable.other-track": N_("Move the talk to where its track is."),
    "timetable.no-talk": N_("Leave the room free in that block, or put a talk of the track there."),
}
