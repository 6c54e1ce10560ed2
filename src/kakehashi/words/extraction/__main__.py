"""`python -m kakehashi.words.extraction update | check | tidy`.

Of the catalogues in the folder that `KAKEHASHI_CATALOGUES` names, or else of our own.
"""

import sys
from importlib.resources import as_file
from pathlib import Path

from babel.messages.catalog import Catalog

from kakehashi.words.extraction.checking import faults
from kakehashi.words.extraction.merging import merged, tidied
from kakehashi.words.extraction.sources import FOLDER, messages_in
from kakehashi.words.messages import catalogue_folders

_USAGE = "usage: python -m kakehashi.words.extraction update | check | tidy\n"


def update(catalogues: list[Path], template: Catalog) -> int:
    """Brings the catalogues in step with the code."""
    for path in catalogues:
        old = path.read_text("utf-8")
        new = merged(old, template, path.stem)
        if new != old:
            path.write_text(new, "utf-8")
    return 0


def tidy(catalogues: list[Path], template: Catalog) -> int:
    """Brings the catalogues in step and drops what was set aside."""
    update(catalogues, template)
    for path in catalogues:
        path.write_text(tidied(path.read_text("utf-8")), "utf-8")
    return 0


def check(catalogues: list[Path], template: Catalog) -> int:
    """Names every fault of every catalogue; 1 if there is one."""
    found = [fault for path in catalogues for fault in faults(path.read_text("utf-8"), template, path.stem)]
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    """Does what the first argument says; a catalogue for a new language is made by `update` from an empty file."""
    act = {"update": update, "check": check, "tidy": tidy}.get(arguments[0] if len(arguments) == 1 else "")
    if act is None:
        sys.stderr.write(_USAGE)
        return 2
    with as_file(catalogue_folders()[0]) as folder:
        return act(sorted(folder.glob("*.po")), messages_in(FOLDER))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
