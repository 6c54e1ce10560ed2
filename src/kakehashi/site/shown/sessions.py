"""What pages say of a session: its title, its room, who leads it, what is interpreted in it."""

from markupsafe import Markup, escape

from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.facts import Facts, lines
from kakehashi.site.shown.positions import acting
from kakehashi.week.symposia import Interpreting, Session


def session_title(r: Reader, session: Session) -> Markup:
    """A session's title; the bare word "Session" for one without, or whose title is closed."""
    return r.text(session.title) or escape(r.words.say("Session"))


def room_name(r: Reader, room: str | None) -> Markup:
    """The name of a room by its slug; nothing while a session has none."""
    return r.text(r.site.week.rooms[room].name) if room else Markup()


def room_told(r: Reader, room: str | None) -> Markup:
    """A room in full: in a hybrid week whether one goes there or watches, whose it is, its seats, how to find it."""
    if room is None:
        return Markup()
    told = r.site.week.rooms[room]
    name = r.text(told.name)
    if len({one.kind for one in r.site.week.rooms.values()}) > 1:
        name = filled(r.words.say_in("room", "%(room)s (%(kind)s)", room=FIRST, kind=r.called(told.kind)), name)
    return lines(
        [
            name,
            r.institution(told.institution) if told.institution else "",
            "" if told.seats is None else r.words.count("%(count)s seat", "%(count)s seats", told.seats),
            r.text(told.how_to_find),
        ]
    )


def session_facts(r: Reader, session: Session) -> Facts:
    """Where a session is, who leads it, and what is interpreted in it."""
    return [
        (r.words.say("Room"), room_told(r, session.room)),
        (r.words.say("Chairs"), lines(acting(r, one) for one in session.chairs)),
        (r.words.say("Moderators"), lines(acting(r, one) for one in session.moderators)),
        (r.words.say("Interpreting"), lines(interpreted(r, one) for one in session.interpreting)),
    ]


def interpreted(r: Reader, offered: Interpreting) -> str:
    """From which language into which, and how: "Japanese to English, consecutive interpreting"."""
    return r.words.say(
        "%(source)s to %(target)s, %(mode)s",
        source=r.words.language_name(offered.source),
        target=r.words.language_name(offered.target),
        mode=r.called(offered.mode),
    )
