"""The sample week is found wherever the package runs."""

from pathlib import Path

import pytest

import kakehashi
from kakehashi.cli.sample import NAME, sample_week
from kakehashi.findings import Refused


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
    shown = tmp_path / "examples" / NAME
    shown.mkdir(parents=True)
    assert sample_week() == shown


def test_an_installation_without_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package_in(tmp_path, monkeypatch)
    with pytest.raises(Refused) as refused:
        sample_week()
    assert [finding.code for finding in refused.value.findings] == ["sample.missing"]
