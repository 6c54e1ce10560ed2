"""Texts that a `#` has cut short: after a space it begins a comment, and `title: Session #2` is `Session` to YAML.

A comment has a space behind its `#`; where none is, a number or a word of the text was probably meant.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kakehashi.findings import Finding, Severity
from kakehashi.folder.lone import quoted
from kakehashi.folder.nodes import Listing, Node, Scalar
from kakehashi.folder.sources import SourceFile

# One space only: a run of them would be begun anew at each.
_SIGN = re.compile(r"[ \t]#\w")
_HASH = re.compile(r"[ \t]+(#\w[^\r\n]*)")


def hashes(file: SourceFile) -> Iterator[Finding]:
    """A warning for each plain text behind which a comment without a space begins, and for each value that is nothing
    but such a comment. Searching costs little where, as in nearly every file, there is no such sign at all.

    >>> from kakehashi.folder.nodes import Scalar
    >>> file = SourceFile("week.yaml", "Session #2")
    >>> file.root = Scalar("Session", 0, 7, "")
    >>> [finding.values["expected"] for finding in hashes(file)]
    ['"Session #2"']
    """
    if file.root is None or _SIGN.search(file.text) is None:
        return
    for text in _texts(file.root):
        match = None if text.style else _HASH.match(file.text, text.end)
        if match is not None:
            rest = match[1].rstrip()
            if text.nothing:
                values = {"rest": rest, "expected": quoted(rest)}
                finding = file.finding("shape.hash-alone", match.start(1), **values)
                yield replace(finding, severity=Severity.WARNING)
                continue
            values = {"value": text.text, "rest": rest, "expected": quoted(f"{text.text} {rest}")}
            yield replace(file.finding("shape.hash", match.start(1), **values), severity=Severity.WARNING)


def _texts(root: Node) -> Iterator[Scalar]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        else:
            waiting += reversed(node.items if isinstance(node, Listing) else list(node.values.values()))
