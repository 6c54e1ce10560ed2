"""A copy of the sample week whose parallel student sessions have neither room nor time, for the planner to place."""

import shutil
from pathlib import Path
from typing import Any

from kakehashi.findings import Place
from kakehashi.folder import edit, load
from kakehashi.week import Moment, Week
from kakehashi.words import Text, words_of

GROUPS = ("mathematics", "physics", "chemistry", "environmental-studies")
"""The sessions of the sample that take place at once, each in a room of its own."""
ROOMS = ("mathematics", "physics", "chemistry", "environment")
"""Their rooms, which the copy does not have: four groups are left with three streams."""
BLOCKS = {"thursday-evening": "2021-09-30T18:30[Asia/Tokyo]", "friday-noon": "2021-10-01T11:30[Asia/Tokyo]"}
"""Two more stretches of the last two days, each as long as the one that the groups have in the sample."""


def unplaced_copy(sample: Path, folder: Path) -> None:
    """Writes the copy of the sample as `folder`, in place of an older one, under a slug and a title that say so.

    Raises `Refused` when the sample cannot be read, and `OSError` when the disk will not have it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(sample, folder)
    week = load(folder).week
    assert week is not None
    edit(folder, _unplaced(week))


def _unplaced(week: Week) -> dict[Place, Any]:
    changes: dict[Place, Any] = {
        ("slug",): f"{week.slug}-planned",
        ("title",): Text({tag: _planned(title, tag) for tag, title in week.title.items()}),
        ("address",): f"{(week.address or '').rstrip('/')}-planned/",
        ("wishes", "apart"): (GROUPS[:2],),
    }
    for slug in GROUPS:
        changes["sessions", slug, "room"] = changes["sessions", slug, "block"] = None
    for slug in ROOMS:
        changes["rooms", slug] = None
    pattern = next(iter(week.blocks.values()))
    for slug, start in BLOCKS.items():
        changes["blocks", slug, "start"] = Moment.parse(start)
        changes["blocks", slug, "slots"] = pattern.slots
        changes["blocks", slug, "slot_minutes"] = pattern.slot_minutes
    return changes


def _planned(title: str, language: str) -> str:
    return words_of(language).say("%(title)s (copy, planned by the program)", title=title)
