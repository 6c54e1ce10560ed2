"""What a site answers to the reads that were noted on another, so that the two can be compared."""

from collections.abc import Iterable, Mapping
from typing import Any

from kakehashi.site.site import Site
from kakehashi.site.watching import Read


class Answers:
    """What a plain site answers to reads."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._kept: dict[str, Any] = {}

    def _value(self, of: str) -> Any:
        if of not in self._kept:
            holder, _, name = of.partition(".")
            owner = {"week": self._site.week, "site": self._site, "timetable": self._site.timetable}[holder]
            value = getattr(owner, name)
            # Keys are noted as texts; a day's is its date.
            self._kept[of] = {str(key): entry for key, entry in value.items()} if isinstance(value, Mapping) else value
        return self._kept[of]

    def to(self, read: Read) -> object:
        """The answer, to be compared with that of another site."""
        of, how, key = read
        if of.startswith("question."):
            return self._asked(of.removeprefix("question."), key)
        value = self._value(of)
        match how:
            case "at":
                return value.get(key)
            case "has":
                return key in value
            case "keys":
                return tuple(value)
            case _:
                return tuple(value.items()) if isinstance(value, dict) else value

    def _asked(self, name: str, key: str) -> object:
        try:
            return getattr(self._site, name)(key)
        except KeyError:
            # There is no such part here: whoever asked will find that out by another read, or be gone itself.
            return KeyError

    def differing(self, reads: Iterable[Read], other: "Answers") -> set[Read]:
        """The reads that two sites answer differently."""
        return {read for read in reads if self.to(read) != other.to(read)}
