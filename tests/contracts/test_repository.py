"""The repository itself keeps its rules; `make check` asks the same questions."""

import subprocess

import pytest
from tools import ROOT
from tools.check import CHECKS


@pytest.mark.parametrize("check", CHECKS)
def test_the_repository_keeps_its_rules(check: str) -> None:
    assert list(CHECKS[check](ROOT)) == []


def test_no_file_of_the_package_is_ignored_so_that_it_would_be_missing_from_a_copy() -> None:
    listing = ("git", "ls-files", "--others", "--ignored", "--exclude-standard", "src", "examples")
    ignored = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    assert [name for name in ignored if "__pycache__" not in name] == []
