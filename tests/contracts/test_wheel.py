"""The package as a user gets it: everything a week needs is in the wheel, and nothing else."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from tools import ROOT
from tools.tracked import tracked

import kakehashi
from kakehashi.cli import run
from kakehashi.words import CATALOGUES
from kakehashi.words.extraction.__main__ import main as extraction
from kakehashi.words.extraction.merging import read, written

SAMPLE = ROOT / "examples" / "kanazawa-russian-week-2021"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from what a commit of everything here would hold, without network."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for path in tracked(ROOT):
        copy = source / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that holds the wheel and borrows installed dependencies, but no checkout."""
    environment = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    zipfile.ZipFile(wheel).extractall(packages)
    return environment / "bin" / "python"


def test_the_wheel_holds_the_package_and_the_sample_week_and_nothing_else(wheel: Path) -> None:
    package, week = ROOT / "src", ROOT / "examples"
    kept = {path.relative_to(package).as_posix() for path in tracked(ROOT) if path.is_relative_to(package)}
    kept |= {
        f"kakehashi/examples/{path.relative_to(week).as_posix()}"
        for path in tracked(ROOT)
        if path.is_relative_to(SAMPLE)
    }
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == kept


def test_the_wheel_names_its_licences_and_its_command(wheel: Path) -> None:
    about = f"kakehashi-{kakehashi.__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith(about)}
        command = archive.read(f"{about}/entry_points.txt").decode()
    assert {name for name in names if "licenses" in name} == {
        f"{about}/licenses/LICENSE",
        f"{about}/licenses/src/kakehashi/site/static/fonts/OFL.txt",
    }
    assert command == "[console_scripts]\nkakehashi = kakehashi.cli:main\n"


def test_the_installed_package_checks_the_sample_week_far_from_a_checkout(installed: Path, tmp_path: Path) -> None:
    where = [str(installed), "-I", "-c", "from kakehashi.cli.sample import sample_week; print(sample_week())"]
    sample = subprocess.run(where, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.strip()
    assert Path(sample).is_relative_to(installed.parents[1])
    check = [str(installed), "-m", "kakehashi", "check", sample]
    done = subprocess.run(check, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def translated(path: Path) -> None:
    """Fills in a catalogue, in a language that only marks what it says."""
    po = path.read_text("utf-8")
    catalogue = read(po)
    for message in catalogue:
        if message.id:
            forms = [message.id] if isinstance(message.id, str) else list(message.id)
            said = [f"⟦{form}⟧" for form in forms]
            message.string = said[0] if isinstance(message.id, str) else tuple(said)
    path.write_text(written(catalogue, po.partition("\n\n")[0]), "utf-8")


def test_a_new_language_of_an_installed_program_is_a_file_and_no_code(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "qya.po").touch()
    monkeypatch.setenv(CATALOGUES, str(tmp_path))
    assert extraction(["update"]) == 0
    translated(tmp_path / "qya.po")
    assert extraction(["check"]) == 0
    assert run(["init", str(tmp_path / "week"), "--languages", "qya,en"]) == 0
    build = [str(installed), "-m", "kakehashi", "build", "week", "--to", "site"]
    done = subprocess.run(build, cwd=tmp_path, env=os.environ | {"LANGUAGE": "qya"}, check=True, capture_output=True)
    assert done.stdout.decode().startswith("⟦")
    page = (tmp_path / "site" / "qya" / "index.html").read_text("utf-8")
    assert ('<html lang="qya"' in page, "⟦Programme⟧" in page, ">Programme<" in page) == (True, True, False)
