"""Pictures of time and of figures, drawn from plain values as SVG that the style sheet colours.

Every function is pure and draws any week: one zone or twelve, nights, half-hour zones, parallel lanes.

>>> from kakehashi.site.pictures import inline_mark, mark
>>> inline_mark(mark(0))
Markup('<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><circle class="odo" cx="5" cy="5" r="4.5"/></svg>')
"""

from kakehashi.site.pictures.burdens import Borne, Stay, burdens_picture
from kakehashi.site.pictures.charts import Chart, Series, Value, figures_chart
from kakehashi.site.pictures.clocks import Clock, Place, State, clocks, readings, shade, state
from kakehashi.site.pictures.comb import comb
from kakehashi.site.pictures.days import Block, PictureDay, Subtitle, WeekPicture
from kakehashi.site.pictures.flags import flags
from kakehashi.site.pictures.frame import week_picture
from kakehashi.site.pictures.marks import Mark, inline_mark, large_shape, mark
from kakehashi.site.pictures.neatline import sample
from kakehashi.site.pictures.ruler import RulerRow, overlap_sentence, ruler_states, two_clocks
from kakehashi.site.pictures.spans import sky
from kakehashi.site.pictures.spoken import cities, state_word, tell

__all__ = [
    "Block",
    "Borne",
    "Chart",
    "Clock",
    "Mark",
    "PictureDay",
    "Place",
    "RulerRow",
    "Series",
    "State",
    "Stay",
    "Subtitle",
    "Value",
    "WeekPicture",
    "burdens_picture",
    "cities",
    "clocks",
    "comb",
    "figures_chart",
    "flags",
    "inline_mark",
    "large_shape",
    "mark",
    "overlap_sentence",
    "readings",
    "ruler_states",
    "sample",
    "shade",
    "sky",
    "state",
    "state_word",
    "tell",
    "two_clocks",
    "week_picture",
]
