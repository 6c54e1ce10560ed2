"""Small git repositories made for a test."""

import subprocess
from collections.abc import Mapping
from pathlib import Path


def repository(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A new repository in `folder` that holds these files."""
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
