"""The marks of exchange programmes and of an item's state on pages, and the site's own signet."""

from markupsafe import Markup

from kakehashi.site.pictures.marks import Mark, inline_mark, large_shape
from kakehashi.site.pictures.marks import mark as mark_at
from kakehashi.site.reader import Reader
from kakehashi.week.items import Item, ItemKind, Status

SIGNET = Markup(
    '<svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true"><g fill="none" stroke="currentColor" '
    'stroke-width="1.25"><circle cx="7" cy="7" r="5.6"/><path d="M22 1.6L27.8 12.4H16.2Z"/>'
    '<rect x="31.6" y="1.6" width="10.8" height="10.8"/></g></svg>'
)

_TALKS = (ItemKind.TALK, ItemKind.STUDENT_PRESENTATION, ItemKind.KEYNOTE, ItemKind.POSTER)


def mark_for(r: Reader, programme: str | None) -> Mark | None:
    """The hue and shape of a programme; the week's own things have none."""
    return None if programme is None else mark_at(r.site.hue_order[programme])


def mark(r: Reader, programme: str) -> Markup:
    """A programme's shape in its hue, to stand before its name."""
    return inline_mark(mark_at(r.site.hue_order[programme]))


def shape(r: Reader, programme: str) -> Markup:
    """A programme's shape, large."""
    return large_shape(mark_at(r.site.hue_order[programme]))


def tags(r: Reader, slug: str) -> Markup:
    """What a reader must know of an item beside its title: closed, not certain, off, invented. Empty for most."""
    item = r.site.week.items[slug]
    shown = []
    if item.visibility.rank:
        shown.append(_tag("tag members", r.called(item.visibility)))
    if not item.status.takes_place:
        shown.append(_tag("tag off", _called_off(r, item)))
    elif item.status is Status.TENTATIVE:
        shown.append(_tag("tag box", r.called(item.status)))
    if r.site.invented(item):
        shown.append(_tag("tag", r.words.say_in("mark", "sample")))
    return Markup(" ").join(shown)


def _called_off(r: Reader, item: Item) -> str:
    """Its state in words. Japanese tells a talk that is taken off the programme from an event that does not happen."""
    if item.status is Status.CANCELLED and item.kind in _TALKS:
        return r.words.say_in("of a talk", "cancelled")
    return r.called(item.status)


def _tag(kind: str, said: str) -> Markup:
    return Markup('<span class="{}">{}</span>').format(kind, said)
