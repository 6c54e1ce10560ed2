"""YAML into nodes, from libyaml's events: every scalar a text, and no feature beyond lists, mappings and texts.

Duplicate keys, tags, anchors, aliases, several documents, too deep nesting and wrong characters become findings with a
position. What can be read is read, so that one fault does not hide the others.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from yaml import MarkedYAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kakehashi.findings import Finding, Value
from kakehashi.folder.hashes import hashes
from kakehashi.folder.lone import cut_text, lone, lone_key
from kakehashi.folder.lookalikes import LONGEST, odd_before
from kakehashi.folder.nodes import Listing, Node, Scalar, Table, kind_of
from kakehashi.folder.sources import SourceFile

DEEPEST = 30
"""How many lists and mappings may stand inside one another; documents need about ten."""

MOST_FAULTS = 500
"""After so many faults in one file, reading it stops: what is left is noise."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# libyaml has no codes for its errors, so they are known by their words; the first that fits counts.
_SYNTAX = (
    ("mapping values are not allowed", "shape.stray-colon"),
    ("block sequence entries are not allowed", "shape.stray-dash"),
    ("could not find expected ':'", "shape.no-colon"),
    ("unknown escape character", "shape.unknown-escape"),
    ("expected ',' or ", "shape.unclosed-bracket"),
    ("block mapping", "shape.indentation"),
    ("block collection", "shape.indentation"),
    ("quoted scalar", "shape.unclosed-quote"),
    ("found unexpected ':'", "shape.colon-without-space"),
    ("cannot start any token", "shape.quote-needed"),
    ("tag", "shape.tag"),
    ("anchor", "shape.anchor"),
    ("alias", "shape.alias"),
)

# Found out lines later: the fault is where the text or key began.
_FROM_BEGINNING = ("shape.unclosed-quote", "shape.no-colon")


class _Stop(Exception):
    """Reading this file makes no sense any more."""


def read_yaml(file: SourceFile) -> list[Finding]:
    """Reads `file.text` into `file.root` and returns what is wrong with it.

    Where reading had to stop, `file.root` holds what came before and `file.broken` is set. Positions are of characters,
    not of bytes, as editors count.

    >>> file = SourceFile("x.yaml", "tea: no\\ntea: yes\\n")
    >>> [(finding.code, finding.source.line) for finding in read_yaml(file)]
    [('shape.duplicate-key', 2)]
    >>> file.root.values["tea"].text
    'no'
    """
    wrong = _FORBIDDEN.search(file.text)
    if wrong is not None:
        return [file.finding("shape.control-character", wrong.start(), value=_code_point(wrong.group()))]
    builder = _Builder(file)
    try:
        builder.read(CParser(file.text))
    except MarkedYAMLError as error:
        builder.findings.append(_syntax(file, error))
        file.broken = True
    except _Stop:
        file.broken = True
    file.root = builder.root
    return builder.findings + list(islice(hashes(file), MOST_FAULTS))


def control_character(text: str) -> str | None:
    """The first character of `text` that no page or file may hold, as `U+0007`; `None` when there is none."""
    wrong = _CONTROL.search(text)
    return None if wrong is None else _code_point(wrong.group())


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


def _syntax(file: SourceFile, error: MarkedYAMLError) -> Finding:
    index = error.problem_mark.index if error.problem_mark is not None else 0
    found = file.text[index : index + 1]
    if found == "\t":
        return file.finding("shape.tab", index)
    odd = odd_before(file.text, min(index, len(file.text)))
    if odd is not None:
        return file.finding(odd.code, odd.position, **odd.values)
    said = f"{error.problem} {error.context}"
    code = next((code for words, code in _SYNTAX if words in said), "shape.not-yaml")
    if code in _FROM_BEGINNING and error.context_mark is not None:
        index = error.context_mark.index
    return file.finding(code, min(index, len(file.text)), value=found.strip() or None)


# Stands for a refused key: its value has to be read, and must not be kept.
_DROPPED = Scalar("", 0, 0, "'")


class _Builder:
    """Builds nodes from events; `open` are the lists and tables not yet ended, `pending` the key that waits for its
    value in each open table."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.open: list[Listing | Table] = []
        self.pending: list[Scalar | None] = []
        self.documents = 0
        # A table rather than a chain of questions: a large week has hundreds of thousands of events.
        self.acts: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self.scalar,
            MappingStartEvent: self.start_table,
            SequenceStartEvent: self.start_listing,
            MappingEndEvent: self.end,
            SequenceEndEvent: self.end,
            AliasEvent: self.alias,
            DocumentStartEvent: self.document,
        }

    def read(self, parser: CParser) -> None:
        acts = self.acts
        while (event := parser.get_event()) is not None:
            act = acts.get(event.__class__)
            if act is not None:
                act(event)

    def fault(self, code: str, index: int, **values: Value) -> None:
        self.keep(self.file.finding(code, index, **values))

    def keep(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) >= MOST_FAULTS:
            raise _Stop

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.fault("shape.several-documents", event.start_mark.index)
            raise _Stop

    def scalar(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self.decorated(event)
        node = Scalar(event.value, start, event.end_mark.index, event.style or "")
        if event.style == '"' and (wrong := control_character(event.value)):
            self.fault("shape.control-character", start, value=wrong)
        self.add(node)

    def decorated(self, event: Any) -> None:
        if event.anchor is not None:
            self.fault("shape.anchor", event.start_mark.index, value=event.anchor)
        if event.tag is not None:
            self.fault("shape.tag", event.start_mark.index, value=event.tag)

    def alias(self, event: Any) -> None:
        index = event.start_mark.index
        self.fault("shape.alias", index, value=event.anchor)
        self.add(Scalar("", index, event.end_mark.index, ""))

    def start_table(self, event: Any) -> None:
        self.start(Table(event.start_mark.index, bool(event.flow_style)), event)

    def start_listing(self, event: Any) -> None:
        self.start(Listing(event.start_mark.index, bool(event.flow_style)), event)

    def start(self, node: Listing | Table, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self.decorated(event)
        if len(self.open) >= DEEPEST:
            self.fault("shape.too-deep", node.start, expected=DEEPEST)
            raise _Stop
        self.add(node)
        self.open.append(node)
        self.pending.append(None)

    def end(self, event: Any) -> None:
        self.open.pop().end = event.end_mark.index
        self.pending.pop()

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node if self.root is None else self.root
            return
        parent = self.open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif (key := self.pending[-1]) is None:
            self.pending[-1] = self.as_key(parent, node)
        else:
            self.pending[-1] = None
            if parent.flow and isinstance(node, Scalar) and node.nothing and lone(self.file.text, key, node):
                self.lone(parent, key)
            elif key is not _DROPPED:
                parent.keys[key.text] = key
                parent.values[key.text] = node

    def lone(self, table: Table, key: Scalar) -> None:
        """Refuses an entry without a colon. Those after one text are the rest of that text, and told as one fault."""
        said = self.findings[-1].source if self.findings else None
        text = cut_text(table)
        again = said is not None and text is not None and said == self.file.at(text.start)
        if again and text is not None and key.end - text.start > LONGEST:
            # Told already; to quote it ever longer takes a time that grows with the square of its length.
            return
        fault = lone_key(self.file, table, key)
        if again and fault.source == said:
            self.findings.pop()
        self.keep(fault)

    def as_key(self, table: Table, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self.fault("shape.key-not-text", node.start, value=kind_of(node))
            return _DROPPED
        if node.text in table.keys:
            first = self.file.at(table.keys[node.text].start)
            self.fault("shape.duplicate-key", node.start, value=node.text, line=first.line)
            return _DROPPED
        return node
