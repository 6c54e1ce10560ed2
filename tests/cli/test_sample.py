"""The sample week is found wherever the package runs."""

from pathlib import Path

import pytest

import kakehashi
from kakehashi.cli.sample import NAME, sample_week


def package_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets the package seem to lie at `src/kakehashi` of this folder."""
    package = folder / "src" / "kakehashi"
    package.mkdir(parents=True)
    monkeypatch.setattr(kakehashi, "__file__", str(package / "__init__.py"))
    return package


def test_an_installed_package_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought = package_in(tmp_path, monkeypatch) / "examples" / NAME
    brought.mkdir(parents=True)
    assert sample_week() == brought


def test_a_checkout_has_it_among_its_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package_in(tmp_path, monkeypatch)
    assert sample_week() == tmp_path / "examples" / NAME
