"""What pages say of a session: its title, its room, who leads it, what is interpreted in it."""

from markupsafe import Markup, escape

from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts, lines
from kakehashi.site.shown.positions import acting
from kakehashi.week.symposia import Interpreting, Session


def session_title(r: Reader, session: Session) -> Markup:
    """A session's title; the bare word "Session" for one without, or whose title is closed."""
    return r.text(session.title) or escape(r.words.say("Session"))


def room_name(r: Reader, room: str | None) -> Markup:
    """The name of a room by its slug; nothing while a session has none."""
    return r.text(r.site.week.rooms[room].name) if room else Markup()


def session_facts(r: Reader, session: Session) -> Facts:
    """Who leads a session, and what is interpreted in it."""
    return [
        (r.words.say("Chairs"), lines(acting(r, one) for one in session.chairs)),
        (r.words.say("Moderators"), lines(acting(r, one) for one in session.moderators)),
        (r.words.say("Interpreting"), lines(interpreted(r, one) for one in session.interpreting)),
    ]


def interpreted(r: Reader, offered: Interpreting) -> str:
    """From which language into which, and how."""
    return r.words.say(
        "%(source)s to %(target)s, %(mode)s",
        source=r.words.language_name(offered.source),
        target=r.words.language_name(offered.target),
        mode=r.called(offered.mode),
    )
