"""Chooses the versions of all dependencies and writes them, with the hashes of their packages, to requirements/.

The lists say what holds on every Python and system that we support at once; they name no package index.
"""

import os
import subprocess
import sys
from pathlib import Path

from tools import ROOT

UNIVERSAL = (
    *("pip", "compile", "--universal", "--python-version", "3.11", "--only-binary", ":all:"),
    *("--generate-hashes", "--strip-extras", "--no-emit-index-url", "--no-emit-find-links", "--quiet"),
)

DEVELOPMENT = "requirements/development.txt"

LISTS = {
    DEVELOPMENT: ("pyproject.toml", "--group", "development", "--upgrade"),
    "requirements/runtime.txt": ("pyproject.toml", "--constraint", DEVELOPMENT, "--upgrade"),
    "requirements/build.txt": ("--group", "pyproject.toml:build", "--constraint", DEVELOPMENT, "--upgrade"),
    "requirements/locking.txt": ("--group", "pyproject.toml:locking", "--upgrade"),
    "requirements/mutating.txt": ("--group", "pyproject.toml:mutating", "--constraint", DEVELOPMENT, "--upgrade"),
}
"""Each list with what it is made from: the largest first, so that the others take the same versions."""


def lock(uv: Path) -> None:
    """Write every list anew with the newest versions that fit together."""
    environment = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    for target, sources in LISTS.items():
        subprocess.run([uv, *UNIVERSAL, *sources, "--output-file", target], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    lock(Path(sys.executable).with_name("uv"))
