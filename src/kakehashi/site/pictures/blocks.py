"""A block of the week picture: a link, as high as it lasts, that holds as many words as fit."""

from markupsafe import Markup

from kakehashi.site.pictures.days import Block
from kakehashi.site.pictures.fitting import Box, Fitting
from kakehashi.site.pictures.forms import Form
from kakehashi.site.pictures.svg import element, rect
from kakehashi.words import Words
from kakehashi.words.zones import rules

GAP = 0.75
"""What parts two blocks of a hue that follow one another."""


def drawn_block(block: Block, box: Box, form: Form, zone: str, words: Words) -> Markup:
    """A block as a link in `box`. Its own label says what is read aloud; what is written in it is for the eye.

    Even a block too small for a word is a link with a label and can be reached with the keyboard.
    """
    # The ground comes first: the style sheet draws the focus around the first rectangle of a link.
    inside = [_ground(block, box)]
    edge = form.closed if block.closed else 0
    if edge:
        inside.append(rect("solid", box.x, box.y, edge, box.height))
    room = Box(box.x + edge, box.y, box.width - edge, box.height)
    time = words.clock(block.start.astimezone(rules(zone)))
    inside += Fitting(block, room, form, time, words).drawn()
    return element("a", inside, href=block.href, aria_label=block.label, lang=block.language)


def _ground(block: Block, box: Box) -> Markup:
    if block.mark is None:
        return rect("plain", box.x, box.y, box.width, box.height)
    return rect(f"block {block.mark.hue}", box.x, box.y + GAP, box.width, max(1, box.height - 2 * GAP))
