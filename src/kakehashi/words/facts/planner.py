"""What can be wrong with a problem that is to be planned, and with a timetable that should be one of its, in words.

A problem's findings are read behind their place, so they do not name it again. Numbers that a sentence would have to
agree with stand apart from the nouns that they count: there are two of them in most of these.
"""

from kakehashi.words.facts.marking import N_

_NO_TRACK = N_("There is no track “%(value)s”.")
_NO_BLOCK = N_("There is no block “%(value)s”.")
_NO_ROOM = N_("There is no room “%(value)s”.")
_NO_TALK = N_("There is no talk “%(value)s” to be planned.")

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
    "problem.unknown-block": _NO_BLOCK,
    "problem.unknown-room": _NO_ROOM,
    "problem.unknown-talk": _NO_TALK,
    "problem.pinned-block-too-short": N_(
        "The talk is pinned to the block “%(block)s”, which is too short for it: slots needed %(value)s, in the block "
        "%(expected)s."
    ),
    "problem.pinned-outside": N_(
        "The talk is pinned to slot %(slot)s of the block “%(block)s” and does not fit in there: slots needed "
        "%(value)s, in the block %(expected)s."
    ),
    "problem.pinned-and-barred": N_("The talk is pinned to “%(value)s”, which is barred for it or for its track."),
    "problem.nowhere-left": N_(
        "Every block that is long enough for the talk, or every room, is barred for it or for its track."
    ),
    "problem.circle": N_("These talks would have to follow each other in a circle: %(talks)s."),
    "problem.no-amount": N_("The amount is %(value)s; at least one is needed."),
    "problem.unknown-cell": N_("There is no room “%(room)s” in a block “%(block)s” that could be closed."),
    "problem.no-size": N_("The size of a party is %(value)s; it goes from 1 to ten million."),
    "problem.strain-out-of-range": N_("A burden is %(value)s; it goes from 0 to ten million."),
    "problem.strain-of-other-slots": N_(
        "The burdens of a block are as many as its slots: there are %(value)s instead of %(expected)s."
    ),
    "timetable.unknown-talk": _NO_TALK,
    "timetable.unknown-block": _NO_BLOCK,
    "timetable.unknown-room": _NO_ROOM,
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
    "timetable.pinned-to-block": N_("“%(talk)s” must stand in the block “%(block)s”."),
    "timetable.pinned-to-room": N_("“%(talk)s” must stand in “%(room)s”."),
    "timetable.pinned-to-slot": N_("“%(talk)s” must begin in slot %(slot)s of the block “%(block)s”."),
    "timetable.barred-block": N_("“%(talk)s” may not stand in the block “%(block)s”."),
    "timetable.barred-room": N_("“%(talk)s” may not stand in “%(room)s”."),
    "timetable.too-early": N_("“%(talk)s” begins before “%(expected)s” has ended, which it is to follow."),
    "timetable.resource-exceeded": N_(
        "Too many talks need “%(value)s” at once in slot %(slot)s of the block “%(block)s”: %(talks)s. There is enough "
        "for %(expected)s."
    ),
    "timetable.barred-slot": N_("“%(talk)s” may not stand in slot %(slot)s of the block “%(block)s”."),
    "timetable.closed-cell": N_("“%(room)s” is closed in the block “%(block)s”."),
    "timetable.too-many-cells": N_(
        "The track “%(track)s” has more sessions than it may have: %(value)s instead of %(expected)s."
    ),
    "timetable.before-its-stage": N_("“%(talk)s” begins before “%(expected)s”, which must come first in its track."),
    "timetable.person-twice": N_(
        "“%(person)s” would present several talks at once in slot %(slot)s of the block “%(block)s”: %(talks)s."
    ),
    "timetable.chair-twice": N_("“%(person)s” would chair sessions in several rooms in the block “%(block)s”."),
    "timetable.chair-elsewhere": N_(
        "“%(person)s” presents “%(talk)s” in the block “%(block)s” and would chair a session in another room then."
    ),
    "timetable.gap": N_(
        "Slot %(slot)s of the block “%(block)s”, right before “%(talk)s”, is empty: sessions may have no gap."
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
    "problem.unknown-block": _AS_GIVEN,
    "problem.unknown-room": _AS_GIVEN,
    "problem.unknown-talk": _AS_GIVEN,
    "problem.pinned-block-too-short": N_("Shorten the talk, lengthen the block, or pin the talk to another."),
    "problem.pinned-outside": N_("Let the talk begin early enough to end within the block."),
    "problem.pinned-and-barred": N_("Take away the pin or the bar."),
    "problem.nowhere-left": N_("Take away one of the bars."),
    "problem.circle": N_("Of at least one of them, take away what it is to follow."),
    "problem.no-amount": N_("Write a whole number from 1."),
    "timetable.unknown-talk": _AS_GIVEN,
    "timetable.unknown-block": _AS_GIVEN,
    "timetable.unknown-room": _AS_GIVEN,
    "timetable.unknown-track": _AS_GIVEN,
    "timetable.talk-split": N_("Put it into consecutive slots of one room and one block."),
    "timetable.no-track": N_("Give its track that room in that block, or move the talk."),
    "timetable.other-track": N_("Move the talk to where its track is."),
    "timetable.no-talk": N_("Leave the room free in that block, or put a talk of the track there."),
}
