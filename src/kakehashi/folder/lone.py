"""Entries in braces that have no colon: YAML reads them as keys with nothing behind them, and a text is cut short.

`{en: Ice, snow and fog}` is, to YAML, the text `Ice` and a key `snow and fog`: the rest of what visitors should read
would be gone without a word. Nobody needs such keys here, so each is an error.
"""

import re

from kakehashi.findings import Finding
from kakehashi.folder.lookalikes import odd_sign, unquoted
from kakehashi.folder.nodes import Scalar, Table
from kakehashi.folder.sources import SourceFile

# White space, comments (YAML begins them after white space only), and the colon.
_COLON = re.compile(r"(?:\s|(?<=\s)#[^\n]*+)*:")
_COMMENT = re.compile(r"\s#[^\n]*")


def lone(text: str, key: Scalar, nothing: Scalar) -> bool:
    """Whether no colon stands between a key and the place where its value would be.

    >>> lone("{a, b: c}", Scalar("a", 1, 2, ""), Scalar("", 2, 2, ""))
    True
    >>> lone("{a: , b: c}", Scalar("a", 1, 2, ""), Scalar("", 4, 4, ""))
    False
    """
    return _COLON.match(text, key.end) is None if key.start < nothing.start else True


def lone_key(file: SourceFile, table: Table, key: Scalar) -> Finding:
    """The fault of a key without a colon: that a comma has ended the text before it, where a plain text stands there.

    The place is that of the text that was cut, so that all that was cut off from one text has one place.
    """
    odd = odd_sign(file.text[key.start : key.end])
    if odd is not None:
        return file.finding(odd.code, key.start + odd.position, **odd.values)
    text = cut_text(table)
    if text is None:
        return file.finding("shape.key-alone", key.start, value=key.text)
    whole = " ".join(_COMMENT.sub("", file.text[text.start : key.end]).split())
    last = next(reversed(table.values))
    values = {"value": text.text, "rest": key.text, "expected": f"{last}: {quoted(whole)}"}
    return file.finding("shape.comma-ended-text", text.start, **values)


def cut_text(table: Table) -> Scalar | None:
    """The text that a key without a colon after it has cut short: the last one that was read, if it is a plain text."""
    text = table.values[next(reversed(table.values))] if table.values else None
    return text if isinstance(text, Scalar) and not text.style and not text.nothing else None


def quoted(text: str) -> str:
    """A text as YAML can hold it in one line, whatever is in it; curly quotation marks around it go.

    >>> quoted("“Opening, part 1”"), quoted('Tea and "cake"')
    ('"Opening, part 1"', '"Tea and \\\\"cake\\\\""')
    """
    text = unquoted(text) or text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
