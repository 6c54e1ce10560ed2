"""A page's reader: one language, one page. What templates call to show texts, names, times and links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup, escape

from kakehashi.site.addresses import Address, Kind, day_slug
from kakehashi.site.naming import called
from kakehashi.site.prose import plain, prose
from kakehashi.site.site import Site
from kakehashi.week.items import Item
from kakehashi.words import Passage, Text, Words, words_of
from kakehashi.words.languages import direction
from kakehashi.words.zones import rules


@dataclass(frozen=True)
class Reader:
    """The eyes through which a page is seen: `site` by a reader of `here.language` who stands on the page `here`.

    What it returns as `Markup` is escaped already; what it returns as `str` is plain, and a template escapes it.
    """

    site: Site
    here: Address

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.here.language

    @property
    def words(self) -> Words:
        """How this language says things."""
        return words_of(self.here.language)

    # Texts

    def passage(self, text: Text) -> Passage | None:
        """The wording shown: the page's language, else the week's fallbacks in their order, else any."""
        return text.best(self.here.language, self.site.week.fallbacks)

    def text(self, text: Text) -> Markup:
        """A short text with line-break help; another language than the page's is marked with `lang`."""
        passage = self.passage(text)
        if passage is None:
            return Markup()
        return self.in_language(passage.language, words_of(passage.language).breakable(passage.text))

    def in_language(self, language: str, markup: Markup) -> Markup:
        """`markup` as it is in the page's language, else within a span that names its own (WCAG 2.2, 3.1.2)."""
        if language == self.here.language:
            return markup
        return Markup(f'<span class="other"{self.attributes(language)}>{markup}</span>')

    def attributes(self, language: str) -> Markup:
        """What an element in another language says of itself: `lang`, and `dir` where it is written the other way.

        HTML takes no direction from `lang`; the attribute also keeps the run from turning the marks around it.
        """
        if direction(language) == direction(self.here.language):
            return Markup(f' lang="{escape(language)}"')
        return Markup(' lang="{}" dir="{}"').format(language, direction(language))

    def plain(self, text: Text, length: int = 10_000) -> str:
        """A text without markup, for attributes, titles and descriptions."""
        passage = self.passage(text)
        return "" if passage is None else plain(passage.text, length)

    def label(self, text: Text) -> str:
        """A short text exactly as written, for attributes and options."""
        passage = self.passage(text)
        return "" if passage is None else passage.text

    def prose(self, text: Text) -> Markup:
        """A long text as paragraphs; one in another language stands in a marked block that says which."""
        passage = self.passage(text)
        if passage is None:
            return Markup()
        shown = prose(words_of(passage.language).spaced(passage.text))
        if passage.language == self.here.language:
            return Markup('<div class="prose">{}</div>').format(shown)
        note = self.words.say("In %(language)s only", language=self.words.language_name(passage.language))
        block = self.attributes(passage.language)
        # Within a block that is written the other way the note turns back.
        own = Reader(self.site, self.here.in_language(passage.language)).attributes(self.here.language)
        return Markup('<div class="prose other-block"{}><p class="small"{}>{}</p>{}</div>').format(
            block, own, note, shown
        )

    def institution_name(self, slug: str) -> Markup:
        """An institution's name in the page's language."""
        return self.text(self.site.week.institutions[slug].name)

    def institution(self, slug: str) -> Markup:
        """An institution's name as a link to its page."""
        return Markup(f'<a href="{escape(self.to(Kind.INSTITUTION, slug))}">{self.institution_name(slug)}</a>')

    def called(self, member: StrEnum) -> str:
        """What a member of one of the document's lists is called."""
        return called(self.words, member)

    def listing(self, parts: Iterable[Markup]) -> Markup:
        """Several things in a row without a last "and", parted as the language does it: `A, B`, `A、B`."""
        return Markup(self.words.comma).join(parts)

    @staticmethod
    def names_itself(title: str, kind: str) -> bool:
        """Whether a title says already what kind of thing it names, so that the word need not stand above it.

        >>> Reader.names_itself("Программа культурного обмена", "Программа обмена")
        True
        """
        return kind.casefold().split()[0] in title.casefold()

    # Links

    def to(self, kind: Kind, slug: str = "", fragment: str = "") -> str:
        """A relative link to another page in the same language."""
        return self.here.to(Address(self.here.language, kind, slug), fragment)

    def to_item(self, slug: str) -> str:
        """A link to an item's page, or for one without a page to its place in the day's timetable."""
        if self.site.has_item_page(self.site.week.items[slug]):
            return self.to(Kind.ITEM, slug)
        placement = self.site.timetable.by_item.get(slug)
        if placement is None:
            return self.to(Kind.TIMETABLE)
        return self.to(Kind.DAY, day_slug(self.local(placement.start).date()), fragment=slug)

    def asset(self, name: str) -> str:
        """A link to a style sheet, script or font of ours."""
        return f"{self.here.to_root}assets/{self.site.assets[name]}"

    def media(self, path: str) -> str:
        """A link to a file of the week."""
        return f"{self.here.to_root}media/{path}"

    def local(self, instant: datetime) -> datetime:
        """A moment on the host's clock."""
        return instant.astimezone(rules(self.site.week.zone))

    # Items

    def heading(self, slug: str) -> Markup:
        """An item's title; where it has none or is closed, its session's or its kind."""
        item = self.site.week.items[slug]
        return self.text(item.title) or self._stand_in(item)

    def heading_text(self, slug: str) -> str:
        """`heading` without markup."""
        item = self.site.week.items[slug]
        return self.label(item.title) or self._stand_in(item).striptags()

    def kind_beside(self, slug: str) -> str:
        """What kind of item it is, to stand beside its heading; nothing where the heading is that already."""
        kind = self.called(self.site.week.items[slug].kind)
        return "" if kind == self.words.spaced(self.heading_text(slug)) else kind

    def _stand_in(self, item: Item) -> Markup:
        session = self.site.session_of(item)
        if session is not None and session.title and self.site.sole(item):
            return self.text(session.title)
        return escape(self.called(item.kind))
