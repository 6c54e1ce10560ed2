"""The package as a user gets it: everything a week needs is in the wheel, and nothing else."""

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
