"""The written pages: links that lead somewhere, and commands that exist."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tools.tracked import tracked

PARSER = MarkdownIt("commonmark").enable("table")
SHELLS = {"console", "sh", "shell", "bash"}


@dataclass(frozen=True)
class Document:
    """One Markdown file of the repository."""

    path: Path

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens, those inside paragraphs and headings included, in order."""
        blocks = PARSER.parse(self.path.read_text("utf-8"))
        return [token for block in blocks for token in (block, *(block.children or ()))]

    @property
    def links(self) -> Iterator[str]:
        """Where its links lead and its pictures lie."""
        for token in self.tokens:
            target = token.attrGet("href") or token.attrGet("src")
            if isinstance(target, str):
                yield target

    @property
    def anchors(self) -> set[str]:
        """What a link to a heading of this page may name after `#`."""
        headings = (after.content for token, after in pairwise(self.tokens) if token.type == "heading_open")
        return {_anchor(heading) for heading in headings}

    @property
    def commands(self) -> Iterator[str]:
        """What it tells the reader to type: lines of shell examples, and code words that begin with a command."""
        for token in self.tokens:
            if token.type == "fence" and token.info in SHELLS:
                yield from _typed(token.content)
            elif token.type == "code_inline":
                yield token.content


def documents(root: Path) -> list[Document]:
    """Every Markdown file that a commit would hold, but no content of weeks."""
    pages = (path for path in tracked(root) if path.suffix == ".md")
    return [Document(path) for path in pages if path.relative_to(root).parts[0] not in ("examples", "src")]


def dead_links(root: Path) -> Iterator[str]:
    """Every link inside the repository that leads to no file or to no heading."""
    for document in documents(root):
        for link in document.links:
            if (fault := _fault(document, link)) is not None:
                yield f"{document.path.relative_to(root)}: {link}: {fault}"


def _fault(document: Document, link: str) -> str | None:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return None
    target = (document.path.parent / unquote(address.path)).resolve() if address.path else document.path
    if not target.exists():
        return "no such file"
    if address.fragment and target.suffix == ".md" and address.fragment not in Document(target).anchors:
        return "no such heading"
    return None


def unknown_targets(root: Path) -> Iterator[str]:
    """Every `make TARGET` in a page for which the Makefile has no rule."""
    known = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text("utf-8"), re.M))
    for document in documents(root):
        for words in map(_words, document.commands):
            named = {word for word in words[1:] if re.fullmatch("[a-z-]+", word)}
            for target in sorted(named - known if words[:1] == ["make"] else ()):
                yield f"{document.path.relative_to(root)}: make {target}: no such target"


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command, comments=True)
    except ValueError:
        return command.split()


def _typed(example: str) -> Iterator[str]:
    """The lines of a shell example that are typed; with `$ ` before any of them, the others are answers."""
    lines = example.splitlines()
    prompted = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
    return iter(prompted or lines)


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
