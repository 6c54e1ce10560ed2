"""A sentence in the reader's language whose places hold markup, and the letter with which a sentence begins."""

from markupsafe import Markup, escape

# Controls, because no text on a page can hold one: whatever an author writes, it never looks like a place.
FIRST, SECOND = "\x00", "\x01"
"""What stands in a sentence for the first and the second piece of markup."""


def filled(sentence: str, *marked: Markup) -> Markup:
    """The sentence with its places, told by `FIRST` and `SECOND`, filled in; the rest is escaped.

    >>> filled(f"Office of {FIRST}", Markup("<b>Kazan</b>"))
    Markup('Office of <b>Kazan</b>')
    """
    shown = escape(sentence)
    for number, markup in enumerate(marked):
        shown = shown.replace(chr(number), markup)
    return shown


def begun(text: str) -> str:
    """A text with the capital letter that begins a heading; the rest as it is, since German nouns keep theirs.

    >>> begun("среда, 29 сентября"), begun("konsekutives Dolmetschen"), begun("")
    ('Среда, 29 сентября', 'Konsekutives Dolmetschen', '')
    """
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """A text as it stands within a sentence: its first letter small, the rest as it is.

    >>> within("In Vorbereitung")
    'in Vorbereitung'
    """
    return text[:1].lower() + text[1:]
