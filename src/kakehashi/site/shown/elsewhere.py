"""How another website shows the week: the line that frames the programme, and the news to be pasted."""

from markupsafe import Markup

from kakehashi.site.addresses import Address, Kind, news_path
from kakehashi.site.frame import canonical
from kakehashi.site.naming import page_name
from kakehashi.site.reader import Reader
from kakehashi.site.shown.facts import Facts

HEIGHT = 800
"""The height of the frame in pixels, in which a day or so can be seen at once; it scrolls within."""


def elsewhere(r: Reader) -> Facts:
    """What a web editor copies; nothing for a week without an address, or whose pages are for those within."""
    framed = canonical(r, Address(r.language, Kind.EMBED))
    if framed is None or not r.site.for_others:
        return []
    title = f"{page_name(r.words, Kind.TIMETABLE)}{r.words.dot}{r.label(r.site.week.title)}"
    line = Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" style="border: 0; color-scheme: light">'
        "</iframe>"
    ).format(framed, title, HEIGHT)
    news = Markup('<a href="{}{}">{}</a>').format(r.here.to_root, news_path(r.language), news_path(r.language))
    return [
        (r.words.say("Programme in a frame"), Markup("<code>{}</code>").format(str(line))),
        (r.words.say("News to be pasted"), news),
    ]
