"""A week as a folder of YAML files, comfortable to write by hand."""

from kakehashi.folder.dumping import dump
from kakehashi.folder.editing import edit
from kakehashi.folder.loading import Loaded, load

__all__ = ["Loaded", "dump", "edit", "load"]
