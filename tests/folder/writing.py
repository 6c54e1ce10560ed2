"""Folders for tests: a small valid week to which a test adds what it is about."""

from pathlib import Path

WEEK = """\
slug: tea-week
title: {ja: お茶週間, en: Tea week}
languages: [ja, en]
zone: Asia/Tokyo
days: [2021-09-29]
"""


def write(folder: Path, files: dict[str, str], week: str = WEEK) -> Path:
    """Writes files into a folder; what `week.yaml` lacks of a valid week stands at its top."""
    for name, text in {"week.yaml": "", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(week + text if name == "week.yaml" else text, encoding="utf-8")
    return folder
