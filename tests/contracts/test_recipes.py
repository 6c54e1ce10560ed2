"""Every recipe does what its page says: the change is made, the week still fits, and the pages show it."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest
from tests.contracts.following import blocks, change, same, told, write

from kakehashi.folder import load
from kakehashi.site import page_of, site_of
from kakehashi.week import Visibility, for_audience

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "recipes.md"
AT = datetime(2027, 5, 1, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample and the command, as after `make install`."""
    shutil.copytree(ROOT / "examples" / "three-cities-week", tmp_path / "examples" / "three-cities-week")
    program = tmp_path / ".venv" / "bin" / "kakehashi"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kakehashi "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(path: Path) -> bytes:
    """A page: of the public site that the week would have now, else of a folder that a command has built."""
    if path.parts[0] != "public":
        return path.read_bytes()
    week = load(Path("week")).week
    assert week is not None, path
    return page_of(site_of(for_audience(week, Visibility.PUBLIC, AT)), path.relative_to("public").as_posix()) or b""


def text_of(html: bytes) -> str:
    """What a reader reads of a page, in one line."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return " ".join("".join(document.find("body").itertext()).replace("\u2060", "").split())


def paste(path: Path, content: str) -> None:
    """Adds lines to a file, with the codes that the approval page of a draft gives for what they name."""
    (draft,) = (text_of(page(drafted)) for drafted in Path().glob("*/en/approval/index.html"))

    def code(line: str) -> str:
        part, _, signed = line.partition(", by: ")
        given = draft.partition(f"{part.strip()}, by: NAME, date: DATE, digest: ")[2].partition("}")[0]
        assert not signed or len(given) == 64, line
        return line if not signed else line.replace("digest: …", f"digest: {given}")

    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{code(line)}\n" for line in content.splitlines())


def follow(kind: str, name: str, content: str) -> None:
    """Does what one block of the page asks for."""
    match kind:
        case "yaml":
            write(Path(name), content)
        case "diff":
            change(Path(name), content)
        case "pastes":
            paste(Path(name), content)
        case "shows" | "hides":
            text = text_of(page(Path(name)))
            told_there = [line for line in content.splitlines() if line in text]
            assert told_there == (content.splitlines() if kind == "shows" else []), (name, text)
        case "console":
            command, _, expected = content.removeprefix("$ ").partition("\n")
            assert same(told(command), expected), command


def test_the_recipes_can_be_followed_one_after_the_other(office: Path) -> None:
    for block in blocks(PAGE):
        follow(*block)
    told(".venv/bin/kakehashi build week --to public")
    secrets = [path for path in (office / "public").rglob("*.html") if "Call after" in path.read_text("utf-8")]
    assert secrets == []
