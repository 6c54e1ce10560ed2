"""The public document of a week as a file of its releases, from which every page of them could be made again."""

from datetime import datetime

from pydantic import ValidationError

from kakehashi.week import Visibility, VisibleWeek, Week

WEEK_FILE = "week.json"
HISTORY_FILE = "history.json"


def week_bytes(week: VisibleWeek) -> bytes:
    """The document as JSON; what stands at its default is left out.

    Neither audience nor moment stands in it: a release is for the public, and its record has the moment, so that a week
    that did not change is the same file.
    """
    # Written as what is read again, so that no types are made ready for writing alone.
    plain = Week.model_construct(**{name: getattr(week, name) for name in Week.model_fields})
    return plain.model_dump_json(exclude_defaults=True).encode() + b"\n"


def read_week(content: bytes, at: datetime) -> VisibleWeek:
    """The document of a release made at a moment (aware). Raises `ValueError` when it is none of this version's."""
    try:
        week = Week.model_validate_json(content)
    except ValidationError as error:
        raise ValueError("not a week document") from error
    fields = {name: getattr(week, name) for name in Week.model_fields}
    return VisibleWeek.model_construct(**fields, audience=Visibility.PUBLIC, at=at)
