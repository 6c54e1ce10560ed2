"""The repository itself keeps its rules; `make check` asks the same questions."""

import pytest
from tools import ROOT
from tools.check import CHECKS


@pytest.mark.parametrize("check", CHECKS)
def test_the_repository_keeps_its_rules(check: str) -> None:
    assert list(CHECKS[check](ROOT)) == []
