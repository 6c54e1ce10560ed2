"""A sentence in the reader's language whose places hold markup: links, marked passages."""

from markupsafe import Markup, escape

FIRST, SECOND = "\x00", "\x01"
"""What stands in a sentence for the first and the second piece of markup."""


def filled(sentence: str, *marked: Markup) -> Markup:
    """The sentence with its places, told by `FIRST` and `SECOND`, filled in.

    >>> filled(f"Office of {FIRST}", Markup("<b>Kazan</b>"))
    Markup('Office of <b>Kazan</b>')
    """
    shown = escape(sentence)
    for number, markup in enumerate(marked):
        shown = shown.replace(chr(number), markup)
    return shown
