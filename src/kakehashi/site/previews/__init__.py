"""The picture that stands beside a link to the week in messages and on social networks: one per language.

Drawn by the site's own pictures, set in faces that the program brings with it, and turned into pixels without a
browser: the same bytes on every machine.
"""

from kakehashi.site.previews.card import HEIGHT, WIDTH
from kakehashi.site.previews.image import preview, preview_path

__all__ = ["HEIGHT", "WIDTH", "preview", "preview_path"]
