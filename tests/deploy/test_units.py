"""The units of systemd are read by systemd itself."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.deploy.hosts import DEPLOY, needed

UNITS = ("kakehashi.service", "kakehashi.socket")


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """The units, with a program that this machine has in place of the one that they start."""
    for name in UNITS:
        text = (DEPLOY / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("/opt/kakehashi/bin/kakehashi", sys.executable), "utf-8")
    return [str(tmp_path / name) for name in UNITS]


def said_of(units: list[str]) -> tuple[int, str]:
    needed("systemd-analyze")
    command = ["systemd-analyze", "verify", "--man=no", *units]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return said.returncode, said.stderr


def test_systemd_has_nothing_to_say_of_the_units(units: list[str]) -> None:
    assert said_of(units) == (0, "")


def test_systemd_has_something_to_say_of_a_wrong_one(units: list[str]) -> None:
    service = Path(units[0])
    service.write_text(service.read_text("utf-8").replace("ProtectSystem=strict", "ProtectSistem=strict"), "utf-8")
    assert "ProtectSistem" in said_of(units)[1]
