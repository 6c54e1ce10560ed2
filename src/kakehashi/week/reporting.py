"""The report of a week that was held: what happened, in words, figures and pictures."""

from kakehashi.week.part import Keyed, Part
from kakehashi.week.scalars import Day, MediaPath
from kakehashi.words import Text


class ReportSection(Part):
    """A passage under a heading."""

    heading: Text
    text: Text


class ReportFigure(Part):
    """A number that tells something of the week; `None` means not counted."""

    label: Text
    number: int | None = None
    as_of: Day | None = None


class Picture(Part):
    """A photograph or drawing with what it shows."""

    file: MediaPath
    alt: Text
    caption: Text = Text()
    credit: Text = Text()


class Report(Part):
    """What happened, in words, figures and pictures. It has a page as soon as it is in the document."""

    summary: Text = Text()
    published: Day | None = None
    sections: Keyed[ReportSection] = Keyed()
    figures: Keyed[ReportFigure] = Keyed()
    pictures: tuple[Picture, ...] = ()
