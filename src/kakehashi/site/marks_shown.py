"""The marks of exchange programmes on pages, and the site's own signet."""

from markupsafe import Markup

from kakehashi.site.pictures.marks import inline_mark, large_shape
from kakehashi.site.pictures.marks import mark as mark_at
from kakehashi.site.reader import Reader

SIGNET = Markup(
    '<svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true"><g fill="none" stroke="currentColor" '
    'stroke-width="1.25"><circle cx="7" cy="7" r="5.6"/><path d="M22 1.6L27.8 12.4H16.2Z"/>'
    '<rect x="31.6" y="1.6" width="10.8" height="10.8"/></g></svg>'
)


def mark(r: Reader, programme: str) -> Markup:
    """A programme's shape in its hue, to stand before its name."""
    return inline_mark(mark_at(r.site.hue_order[programme]))


def shape(r: Reader, programme: str) -> Markup:
    """A programme's shape, large."""
    return large_shape(mark_at(r.site.hue_order[programme]))
