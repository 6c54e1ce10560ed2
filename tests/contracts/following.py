"""Pages of the documentation followed block by block: commands are typed, files written and changed."""

import re
import subprocess
from pathlib import Path

BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[str, str, str]]:
    """The blocks of a page in their order: what kind, which file, and what stands in it."""
    return BLOCK.findall(page.read_text("utf-8"))


def told(command: str, status: int = 0) -> str:
    """What a command prints that is to end with this status."""
    done = subprocess.run(command, shell=True, stdout=-1, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == status, (command, done.stdout)
    return done.stdout


def same(printed: str, expected: str) -> bool:
    """Whether a command printed what the page shows; `…` stands for anything."""
    pattern = ".*".join(re.escape(part) for part in expected.strip().split("…"))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


def write(path: Path, content: str) -> None:
    """A file of the page, in place of what stood there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def change(path: Path, lines: str) -> None:
    """The change of one passage of a file."""
    old, new = ("".join(f"{line[1:]}\n" for line in lines.splitlines() if line[0] == sign) for sign in "-+")
    text = path.read_text("utf-8")
    assert text.count(f"\n{old}") == 1, old
    path.write_text(text.replace(f"\n{old}", f"\n{new}"), "utf-8")
