"""The pages under docs/reference/, written by the program itself: `python -m tools.reference`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kakehashi.folder import reference as folder_page
from kakehashi.words.facts import codes, mend_of, sentence_of
from tools import ROOT
from tools.commands import commands_page

FINDINGS_HEAD = """\
# Findings

What Kakehashi can say of a week: what is wrong with it, and what changed between two states of it. Each has a code,
which scripts may rely on, a place in the files, and values, whose names stand in *italics* here. Where it counts, the
sentence for several is shown.
"""


def findings_page() -> str:
    """Every code that has a sentence, with what it says and what to do about it, by subject."""
    subjects = sorted({code.partition(".")[0] for code in codes()})
    return "\n".join([FINDINGS_HEAD, *map(_subject, subjects)])


def _subject(subject: str) -> str:
    rows = [_row(code) for code in codes() if code.partition(".")[0] == subject]
    return "\n".join([f"## {subject}", "", "| Code | Says | Mend |", "|---|---|---|", *rows, ""])


def _row(code: str) -> str:
    return f"| `{code}` | {_cell(sentence_of(code))} | {_cell(mend_of(code))} |"


def _cell(message: str | tuple[str, str] | None) -> str:
    many = message[-1] if isinstance(message, tuple) else message or ""
    return many.replace("|", "\\|").replace("\n", " ").replace("%(", "*").replace(")s", "*")


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands_page,
    "docs/reference/findings.md": findings_page,
    "docs/reference/folder.md": folder_page,
}
"""Each generated page and what writes it."""


def stale(root: Path) -> Iterator[str]:
    """Every generated page that no longer says what the program does."""
    for name, write in PAGES.items():
        path = root / name
        if not path.exists() or path.read_text("utf-8") != write():
            yield f"{name}: not what the program says; run `make docs`"


def write_all(root: Path) -> None:
    """Write every generated page anew."""
    for name, write in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(write(), "utf-8")


if __name__ == "__main__":
    write_all(ROOT)
