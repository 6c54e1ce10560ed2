"""Words: texts in several languages, and how facts, dates, zones and counts read in each of them.

`words_of(language)` gives the `Words` of a language, which say messages, tell facts and write days and times. A new
language is one file, `<tag>.po`, in this room's `catalogues/` or in the folder that `KAKEHASHI_CATALOGUES` names.

A `Text` is what people wrote in several languages; a message is what the program says, English in the code and
translated in the catalogue; a fact is a code with values, whose sentence stands in `words.facts`. Words are
immutable and made once per language, so asking for them again and again costs nothing.

>>> from datetime import date
>>> words_of("en").days([date(2021, 9, 29), date(2021, 9, 30)]).replace("\\N{NO-BREAK SPACE}", " ")
'29–30 September 2021'
>>> words_of("ja").day(date(2021, 9, 29))
'2021年9月29日（水）'
"""

from kakehashi.words.languages import is_language, language_meant, own_name, taken_for_country
from kakehashi.words.messages import CATALOGUES, spoken_languages
from kakehashi.words.speaking import Words, words_of
from kakehashi.words.text import LanguageTag, Passage, ProperName, Text, is_tag

__all__ = [
    "CATALOGUES",
    "LanguageTag",
    "Passage",
    "ProperName",
    "Text",
    "Words",
    "is_language",
    "is_tag",
    "language_meant",
    "own_name",
    "spoken_languages",
    "taken_for_country",
    "words_of",
]
