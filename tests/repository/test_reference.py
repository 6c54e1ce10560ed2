"""The reference is written by the program, says all of it, and is noticed when it grows old."""

import re
from pathlib import Path

from tools.commands import commands, commands_page
from tools.reference import PAGES, findings_page, stale, write_all

from kakehashi.words.facts import codes


def test_every_command_has_its_section_in_the_order_of_the_help() -> None:
    assert re.findall(r"^## kakehashi (.+)$", commands_page(), re.M) == list(commands())


def test_every_option_of_a_command_is_explained_in_its_section() -> None:
    sections = dict(re.findall(r"^## kakehashi ([^\n]+)\n(.*?)(?=^## |\Z)", commands_page(), re.M | re.S))
    for verb, command in commands().items():
        told = set(re.findall(r"`(--[a-z-]+)[` ]", sections[verb]))
        assert told == {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def test_every_code_stands_once_with_its_sentence() -> None:
    rows = re.findall(r"^\| `(\S+)` \| [^|]*[.?!:] ", findings_page(), re.M)
    assert sorted(rows) == sorted(codes())


def test_pages_just_written_are_fresh_and_changed_ones_are_stale(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert list(stale(tmp_path)) == []
    changed = tmp_path / min(PAGES)
    changed.write_text(changed.read_text("utf-8") + "\nAn edit by hand.\n")
    assert list(stale(tmp_path)) == [f"{min(PAGES)}: not what the program says; run `make docs`"]
