"""A week as a folder of YAML files, comfortable to write by hand.

`load(folder)` gives the week or everything that is wrong with it, `dump(week, folder)` writes one, `edit(folder,
changes)` changes values and no other byte, `new_folder(...)` begins a week. `schemas()` and `reference()` tell editors
and people which keys there are, and `mistimed` says what is wrong about a day or time. Short-hands of the files are
expanded here; no other room knows them.

On the way in, `files` reads bytes, `reading` makes nodes that know their place, `expanding` writes the short-hands out
after the `shapes` of the document, `assembling` puts the files together, and the document's types judge the result;
`faults` turns what they refuse into findings. On the way out, `contracting` is the inverse of `expanding`, `emitting`
writes YAML, and `splicing` changes values in place.

>>> from datetime import date
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as path:
...     folder = Path(path)
...     new_folder(folder, title="Tea week", languages=["en", "ja"], zone="Asia/Tokyo", days=[date(2027, 5, 10)])
...     edit(folder, {("title", "ja"): "お茶週間"})
...     loaded = load(folder)
>>> loaded.findings, loaded.week.title
((), Text({'en': 'Tea week', 'ja': 'お茶週間'}))
>>> loaded.locate(("items", "welcome", "minutes"))
Source(file='week.yaml', line=75, column=18)
"""

from kakehashi.folder.beginning import new_folder
from kakehashi.folder.captions import beginning, read_captions
from kakehashi.folder.dumping import dump
from kakehashi.folder.editing import edit
from kakehashi.folder.loading import Loaded, load
from kakehashi.folder.mistimed import mistimed
from kakehashi.folder.reference import reference
from kakehashi.folder.schemas import schemas, write_schemas

__all__ = [
    "Loaded",
    "beginning",
    "dump",
    "edit",
    "load",
    "mistimed",
    "new_folder",
    "read_captions",
    "reference",
    "schemas",
    "write_schemas",
]
