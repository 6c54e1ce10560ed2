"""What every part of the document is: a frozen, strict model that may carry notes about its facts."""

from enum import StrEnum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from kakehashi.frozen import FrozenMap, map_schema
from kakehashi.week.scalars import Slug, WebAddress
from kakehashi.words import Text

V = TypeVar("V", covariant=True)


class Visibility(StrEnum):
    """Who may read a part. The order is from open to closed."""

    PUBLIC = "public"
    REGISTERED = "registered"
    MEMBERS = "members"
    STAFF = "staff"

    @property
    def rank(self) -> int:
        """0 for public, rising with every closer circle."""
        return _RANKS[self]


_RANKS = {visibility: rank for rank, visibility in enumerate(Visibility)}


class Value(BaseModel):
    """A frozen group of values. Keys that it does not know are errors."""

    # Strict about keys: a misspelt one would otherwise be a fact that silently gets lost. No infinity and no "nan":
    # JSON has neither, and a document with one would not even equal itself. What validates a type is made when it is
    # used: a week is read through one type, and most others are never read alone.
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False, defer_build=True
    )


class NoteKind(StrEnum):
    """What a note says of a fact."""

    SOURCE = "source"
    PROVISIONAL = "provisional"
    INVENTED = "invented"
    DISPUTED = "disputed"
    REMARK = "remark"


class Note(Value):
    """Where a fact comes from, or how far it can be trusted.

    `about` names the key of the part that it speaks of (`start`, `title`); without one it speaks of the whole part.
    """

    kind: NoteKind
    about: str | None = None
    text: Text = Text()
    source: WebAddress | None = None
    visibility: Visibility = Visibility.PUBLIC


class Part(Value):
    """A part of the document that may carry notes."""

    notes: tuple[Note, ...] = ()

    def noted(self, kind: NoteKind, about: str | None = None) -> bool:
        """Whether a note of this kind speaks of the key `about`, or of the whole part."""
        return any(note.kind is kind and note.about in (None, about) for note in self.notes)


class Keyed(FrozenMap[str, V]):
    """Parts by slug, in the document's order."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (values,) = get_args(source)
        return map_schema(cls, core_schema.dict_schema(handler.generate_schema(Slug), handler.generate_schema(values)))
