"""Pages are read as a reader reads them: their links are followed and their commands looked up."""

from pathlib import Path

import pytest
from tests.repositories import repository
from tools.commands import unknown_commands
from tools.documents import Document, dead_links, unknown_targets


def page(folder: Path, text: str) -> Path:
    """A repository with one page, one neighbour with headings, and a Makefile with one rule."""
    neighbour = "# The house\n\n## Who may see what?\n"
    return repository(folder, {"page.md": text, "near.md": neighbour, "Makefile": "demo: file\n\techo\n"})


def test_links_to_files_headings_and_elsewhere_are_alive(tmp_path: Path) -> None:
    text = "# Top\n[a](near.md) [b](near.md#who-may-see-what) [c](#top) [d](https://example.org/x) ![e](near.md)\n"
    assert list(dead_links(page(tmp_path, text))) == []


def test_links_to_nothing_are_dead(tmp_path: Path) -> None:
    text = "[a](far.md) [b](near.md#the-garden) ![c](pictures/home.png)\n"
    assert list(dead_links(page(tmp_path, text))) == [
        "page.md: far.md: no such file",
        "page.md: near.md#the-garden: no such heading",
        "page.md: pictures/home.png: no such file",
    ]


def test_in_an_example_with_prompts_only_those_lines_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        "```console\n$ make demo\nOpen http://127.0.0.1:8000/\n```\n\n```sh\nmake test\n```\n\nSay `make`.\n"
    )
    assert list(Document(path).commands) == ["make demo", "make test", "make"]


def test_only_targets_of_the_makefile_can_be_made(tmp_path: Path) -> None:
    text = "Type `make demo` or `make tea`.\n\n```sh\nmake demo VENV=x  # make coffee\nmake cake\n```\n"
    assert list(unknown_targets(page(tmp_path, text))) == [
        "page.md: make tea: no such target",
        "page.md: make cake: no such target",
    ]


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ("kakehashi check my-week", []),
        (".venv/bin/kakehashi build my-week --to public", []),
        ("python -m kakehashi --version", []),
        ("kakehashi bake my-week", ["page.md: kakehashi bake my-week: no command bake"]),
        ("kakehashi check my-week --loud", ["page.md: kakehashi check my-week --loud: no option --loud"]),
    ],
)
def test_only_commands_that_exist_can_be_typed(tmp_path: Path, typed: str, faults: list[str]) -> None:
    assert list(unknown_commands(page(tmp_path, f"```sh\n{typed}\n```\n"))) == faults
