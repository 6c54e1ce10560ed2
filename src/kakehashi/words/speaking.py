"""`Words`: everything that a page or a report needs to speak one language."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from gettext import NullTranslations

from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from kakehashi.findings import Fact
from kakehashi.words import dates, languages, telling, typography, zones
from kakehashi.words.listing import listing
from kakehashi.words.messages import messages_of

_COUNTABLE = 10**15
"""A number as great as this is a slip in a file, and is told digit by digit as it stands there."""


class Words:
    """One language's sentences, dates, zones, counts and typography. Immutable; made by `words_of`.

    Messages are English sentences with `%(name)s` places; a message that the catalogue lacks is said in English.
    """

    __slots__ = ("_locale", "language", "translations")

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.translations = translations
        """The catalogue as Jinja's `install_gettext_translations` wants it."""
        self._locale = languages.locale_of(language)

    # Sentences

    def say(self, message: str, /, **values: object) -> str:
        """A message with its places filled."""
        return self.translations.gettext(message) % values

    def say_in(self, context: str, message: str, /, **values: object) -> str:
        """A message that English uses in several senses; `context` tells which."""
        return self.translations.pgettext(context, message) % values

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message about a number of things; `%(count)s` is the number as this language writes it.

        Which form is said, of one, two or more, is the rule of the catalogue (`Plural-Forms`); English has two.

        >>> [words_of("ru").minutes(number).replace("\N{NO-BREAK SPACE}", " ") for number in (1, 3, 11)]
        ['1 минута', '3 минуты', '11 минут']
        """
        return self.translations.ngettext(one, many, number) % {"count": self.number(number), **values}

    def tell(self, fact: Fact) -> str:
        """The sentence of a fact, with its values as this language writes them."""
        return telling.tell(self, fact)

    def mend(self, fact: Fact) -> str | None:
        """What can be done about a fact, if anything general can be said."""
        return telling.mend(self, fact)

    # Days and times

    def day(self, day: date) -> str:
        """A day in full: `Wednesday 29 September 2021`."""
        return dates.written(day, dates.patterns_of(self.language).day, self.language)

    def day_short(self, day: date) -> str:
        """A day whose year is known: `Wednesday 29 September`."""
        return dates.written(day, dates.patterns_of(self.language).day_short, self.language)

    def weekday(self, day: date) -> str:
        """`Wednesday`."""
        return dates.written(day, "cccc", self.language)

    def weekday_short(self, day: date) -> str:
        """`Wed`."""
        return dates.written(day, "ccc", self.language)

    def month(self, day: date) -> str:
        """The month's name as it stands beside a day's number: `September`, `сентября`."""
        return dates.written(day, "MMMM", self.language)

    def days(self, days: Iterable[date]) -> str:
        """Several days, in any order, as a range, or ranges where days are missing: `29 September – 1 October 2021`."""
        return self.listing([dates.range_of(first, last, self.language) for first, last in dates.runs(days)])

    def partial_date(self, text: str) -> str:
        """A date as far as it is known: `2018-07` is `July 2018`."""
        return dates.partial_date(text, self.language)

    def clock(self, local: datetime) -> str:
        """The time of day of a moment that is already in the zone whose clock is meant: `15:00`."""
        return dates.clock(local, self.language)

    def time_told(self, local: datetime) -> str:
        """The same within a sentence, where Japanese writes it in words: `15:00`, `15時`."""
        return dates.told(local, self.language)

    def span(self, start: datetime, end: datetime) -> str:
        """From one time of day to another: `15:00–15:40`.

        Both are told on their own clock; midnight is the hour 0, also as an end, and the day is not told.
        """
        return self.clock(start) + dates.patterns_of(self.language).span + self.clock(end)

    def zone_name(self, zone: str, at: datetime) -> str:
        """The name of the clock of an IANA zone at a moment: `Japan Standard Time`."""
        return zones.zone_name(zone, at, self.language, self.translations)

    def zone_city(self, zone: str) -> str:
        """The city for which an IANA zone is named, as this language calls it: `Tokyo`."""
        return zones.city(zone, self.language)

    def offset(self, zone: str, at: datetime) -> str:
        """How far a zone's clock is from UTC at a moment: `UTC+9`, `UTC+5:30`."""
        return zones.offset(zone, at)

    def moscow_offset(self, zone: str, at: datetime) -> str | None:
        """How far a Russian zone's clock is from Moscow's, for readers of Russian: `МСК+4`; else `None`."""
        return zones.moscow_offset(zone, at, self.language)

    def minutes(self, number: int) -> str:
        """A length of time: `10 minutes`."""
        return self.count("%(count)s minute", "%(count)s minutes", number)

    # Numbers, lists, names of languages

    def number(self, number: float) -> str:
        """A number with this language's marks for thousands and fractions; one past counting stays as it is."""
        return format_decimal(number, locale=self._locale) if abs(number) < _COUNTABLE else str(number)

    def tenths(self, number: float) -> str:
        """A measured number to a tenth, whole ones too, so that a row of them lines up: `2.0`, `2,0`.

        >>> words_of("ru").tenths(2), words_of("en").tenths(1234.56)
        ('2,0', '1,234.6')
        """
        return format_decimal(round(number, 1), format="#,##0.0", locale=self._locale)

    def percent(self, share: float) -> str:
        """A share of one in hundredths, to a tenth of one: `20.5%`, `20,5 %`.

        >>> words_of("en").percent(0.20526), words_of("ja").percent(0.5)
        ('20.5%', '50%')
        """
        return format_percent(round(share, 3), locale=self._locale, decimal_quantization=False)

    def listing(self, texts: Iterable[str]) -> str:
        """`A, B and C`."""
        return listing(list(texts), self.language)

    @property
    def gap(self) -> str:
        """What stands between one sentence and the next: a space, or in Japanese nothing."""
        return self.say_in("one sentence after another", "%(first)s %(then)s", first="", then="")

    @property
    def comma(self) -> str:
        """What parts things that stand in a row without a last "and"."""
        return self.say_in("between things in a row", ", ")

    @property
    def dot(self) -> str:
        """What parts things of different kinds in one line: a dot that begins no line, in Japanese a wide space."""
        parted = self.say_in("between things of different kinds", "%(first)s · %(then)s", first="", then="")
        return parted.replace(" ·", f"{typography.NO_BREAK}·")

    def language_name(self, tag: str) -> str:
        """What this language calls the language `tag`: `Japanese`."""
        return languages.name_of(tag, self.language)

    def country_name(self, code: str) -> str:
        """What this language calls the country with this ISO 3166 code: `Japan`."""
        return languages.country_name(code, self.language)

    # Typography

    def quote(self, text: str) -> str:
        """A text in quotation marks; marks of the same kind within it become the inner ones."""
        marks = self.say_in("quotation marks", "“”")
        within = self.say_in("quotation marks within quotation marks", "‘’")
        return typography.quoted(text, marks, within)

    def breakable(self, text: str) -> Markup:
        """A text in this language as HTML, with help for breaking its lines."""
        return typography.breakable(text, self.language)

    def spaced(self, text: str) -> str:
        """A text in this language with the no-break spaces that its typography asks for."""
        return typography.spaced(text, self.language)


@cache
def words_of(language: str) -> Words:
    """The words of a language, given by its tag.

    A language without a catalogue speaks English sentences and writes its own dates, numbers and lists.
    """
    return Words(language, messages_of(language))
