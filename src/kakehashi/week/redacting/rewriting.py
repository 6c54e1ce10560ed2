"""A week with its words, addresses, paths and slugs rewritten, one by one, wherever they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kakehashi.week.anatomy import Entries, Leaf, Many, Matter, Shape, Within, fields_of
from kakehashi.week.part import Keyed, Value

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What becomes of each kind of leaf; an address, a mail address or a file may become nothing.

    `slugs` are the new names of parts that change theirs, in every collection at once.
    """

    words: Callable[[str], str]
    address: Callable[[str], str | None]
    media: Callable[[str], str | None]
    slugs: Mapping[str, str]

    def of(self, part: V) -> V:
        """The part rewritten; the same object where nothing is."""
        changes: dict[str, Any] = {}
        for field in fields_of(type(part)):
            before = getattr(part, field.name)
            after = self._value(before, field.shape) if before else before
            if after is not before:
                changes[field.name] = field.empty if after is None else after
        # A position is named within its person, so it is no reference that the anatomy knows.
        position = getattr(part, "position", None)
        if isinstance(position, str) and position in self.slugs:
            changes["position"] = self.slugs[position]
        return part.model_copy(update=changes) if changes else part

    def _value(self, value: Any, shape: Shape) -> Any:
        match shape:
            case Leaf():
                return self._leaf(value, shape.matter)
            case Within():
                return self.of(value)
            case Many(each):
                after = tuple(self._value(one, each) for one in value)
                return value if all(new is old for new, old in zip(after, value, strict=True)) else after
            case Entries():
                return self._entries(value, shape)

    def _entries(self, values: Any, shape: Entries) -> Any:
        named = isinstance(values, Keyed)
        after = {}
        for key, value in values.items():
            referring = shape.key is not None and shape.key.matter is Matter.REFERENCE
            new = self.slugs.get(key, key) if named or referring else key
            one = value if shape.value is None else self._value(value, shape.value)
            if one is not None:
                after[new] = one
        unchanged = all(after.get(key) is value for key, value in values.items())
        return values if unchanged else type(values)(after)

    def _leaf(self, value: Any, matter: Matter) -> Any:
        match matter:
            case Matter.WORDS:
                return self._kept(value, self.words(value))
            case Matter.TEXT:
                after = {tag: self.words(wording) for tag, wording in value.items()}
                return value if after == dict(value) else type(value)(after)
            case Matter.ADDRESS | Matter.MAIL:
                return self._kept(value, self.address(value))
            case Matter.MEDIA:
                return self._kept(value, self.media(value))
            case Matter.REFERENCE:
                return self.slugs.get(value, value)
            case _:
                return value

    @staticmethod
    def _kept(before: str, after: str | None) -> str | None:
        # By identity the parts around know that nothing changed.
        return before if after == before else after
