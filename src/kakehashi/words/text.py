"""A text in several languages, and the tags that name languages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

from kakehashi.frozen import FrozenMap, map_schema
from kakehashi.words.scripts import read_as, spelling_for

TAG_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""Language, script and region of BCP 47 (RFC 5646), each in its usual case: `ja`, `sr-Latn`, `zh-Hant-TW`."""

LanguageTag = Annotated[str, StringConstraints(pattern=TAG_PATTERN)]


def is_tag(tag: str) -> bool:
    """Whether `tag` names a language in the form that documents use: `ja`, `sr-Latn`, never `JA` or `ja_JP`."""
    return re.fullmatch(TAG_PATTERN, tag) is not None


class Passage(NamedTuple):
    """One language's wording of a text, and which language that is."""

    language: str
    text: str


class Text(FrozenMap[str, str]):
    """The wordings of one text by language tag. An empty text has none.

    >>> Text(ja="架け橋", en="bridge").best("ru", ["en", "ja"])
    Passage(language='en', text='bridge')
    """

    __slots__ = ()

    def __init__(self, entries: Mapping[str, str] | Iterable[tuple[str, str]] = (), /, **wordings: str) -> None:
        super().__init__(dict(entries) | wordings)

    def best(self, language: str, fallback: Sequence[str]) -> Passage | None:
        """The wording for a reader of `language`: that language's own, else the first of `fallback` that exists.

        Past the languages of `fallback` any wording is better than none: the text's first.
        """
        for tag in (language, *fallback, *self):
            if tag in self:
                return Passage(tag, self[tag])
        return None

    def wanting(self, language: str) -> bool:
        """Whether readers of `language` lack a wording of their own."""
        return language not in self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        entries = core_schema.dict_schema(
            handler.generate_schema(LanguageTag), core_schema.str_schema(min_length=1, strip_whitespace=True)
        )
        return map_schema(cls, entries)


class ProperName(Text):
    """A name, of a city or a person, by language: one spelling serves every language that is written in its script.

    >>> ProperName(ja="リマ", de="Lima").best("en", ["ja"])
    Passage(language='en', text='Lima')
    """

    __slots__ = ()

    def best(self, language: str, fallback: Sequence[str]) -> Passage | None:
        """The spelling for a reader of `language`, as `spelling_for` chooses it, in the language that it is read as."""
        tag = spelling_for(language, self.keys(), fallback)
        return None if tag is None else Passage(read_as(tag, language), self[tag])

    def wanting(self, language: str) -> bool:
        """Whether readers of `language` lack a spelling in their script."""
        return all(read_as(tag, language) != language for tag in self)
