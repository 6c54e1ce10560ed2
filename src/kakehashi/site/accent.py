"""The week's accent colour as a style sheet of one rule, since no page may carry a style of its own.

Its name holds a hash of its content, so that it can be kept for ever like the other assets.
"""

from kakehashi.site.assets import ROOT, hashed_name
from kakehashi.site.site import Site
from kakehashi.week.colours import accent

HOUSE = "#a71e31"
"""The accent of a week that has none of its own: enji, as the style sheet has it."""

# The layer is that of the style sheet's colours, so print keeps its own; and where a reader sets all colours, so do
# drawings.
_SHEET = """\
@layer tokens {{ @media not (forced-colors: active) {{ :root {{ --enji: light-dark({light}, {dark}); }} }} }}
"""


def accent_path(site: Site) -> str | None:
    """Where the sheet lies, from the week's root; `None` for a week without an accent of its own."""
    colour = site.week.accent
    return None if colour is None else ROOT + hashed_name("accent.css", accent_sheet(site, colour))


def accent_sheet(site: Site, colour: str) -> bytes:
    """The sheet of a colour: the shade for light pages and the one for dark pages."""
    shades = accent(colour)
    return _SHEET.format(light=shades.light, dark=shades.dark).encode()


def accent_shown(site: Site) -> str:
    """The accent as it stands on light paper."""
    return accent(site.week.accent or HOUSE).light
