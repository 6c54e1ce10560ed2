"""The first-week page does what it says: its commands are typed and its files written, in the order of the page."""

import re
import shutil
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.contracts.following import blocks, change, same, told, write
from tests.journeys.conftest import serving

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "first-week.md"
WRAPPER = '#!/bin/sh\nexec "{python}" {module} "$@"\n'
SERVED = re.compile(r"^\.venv/bin/kakehashi (preview|serve) (\S+)$")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the repository with an environment already made: nothing is fetched from elsewhere."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, module in (("python", ""), ("kakehashi", "-m kakehashi")):
        (programs / name).write_text(WRAPPER.format(python=sys.executable, module=module), "utf-8")
        (programs / name).chmod(0o755)
    for stamp in (".made", ".runtime", ".development"):
        (tmp_path / ".venv" / stamp).touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "src"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answered(command: str, status: int = 0) -> str:
    """What a command prints; the two servers are asked for a page and stopped."""
    if server := SERVED.match(command):
        with serving(Path(server[2]), verb=server[1]) as address, urllib.request.urlopen(f"{address}/de/") as answer:
            assert "Drei-Städte-Woche" in answer.read().decode()
        return ""
    return told(command, status)


def follow(kind: str, name: str, content: str) -> None:
    """Does what one block of the page asks for."""
    if kind == "yaml":
        write(Path(name), content)
    elif kind == "diff":
        change(Path(name), content)
    elif kind == "sh":
        for command in content.splitlines():
            answered(command)
    else:
        command, _, expected = content.removeprefix("$ ").partition("\n")
        printed = answered(command, status=2 if "error: " in expected else 0)
        assert same(printed, expected), printed


def test_the_page_leads_from_nothing_to_a_published_week(checkout: Path) -> None:
    followed = blocks(PAGE)
    assert {kind for kind, _, _ in followed} == {"sh", "console", "yaml", "diff"}
    for block in followed:
        follow(*block)
    copied = checkout / "home" / "public_html" / "three-cities"
    signing = (copied / "de" / "items" / "signing-ceremony" / "index.html").read_text("utf-8")
    assert ("16:00" in signing, "15:30" in signing) == (True, False)
    assert not (copied / "public").exists()
