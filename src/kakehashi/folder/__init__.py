"""A week as a folder of YAML files, comfortable to write by hand."""

from kakehashi.folder.beginning import FirstWeek, new_folder
from kakehashi.folder.dumping import dump
from kakehashi.folder.editing import edit
from kakehashi.folder.loading import Loaded, load
from kakehashi.folder.schemas import schemas, write_schemas

__all__ = ["FirstWeek", "Loaded", "dump", "edit", "load", "new_folder", "schemas", "write_schemas"]
