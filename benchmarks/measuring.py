"""One measurement in a process of its own: `python -m benchmarks.measuring load FOLDER` prints its figures as JSON."""

import argparse
import json
import os
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import brotli

from kakehashi.folder import load
from kakehashi.site import Address, Kind, addresses_of, page_of, site_files, site_of
from kakehashi.site.assets import assets
from kakehashi.week import Visibility, check, for_audience

MOMENT = datetime(2031, 1, 1, tzinfo=UTC)


def measure_load(folder: Path) -> dict[str, float]:
    """Reading and checking a folder: seconds for each."""
    start = time.perf_counter()
    loaded = load(folder)
    read = time.perf_counter()
    assert loaded.week is not None, loaded.findings[:3]
    check(loaded.week, private=loaded.private, today=date(2031, 1, 1), media=frozenset())
    return {"load": read - start, "check": time.perf_counter() - read, "items": len(loaded.week.items)}


def measure_build(folder: Path) -> dict[str, float]:
    """Building the whole site on all cores, written to a disk: seconds and files, the folder's reading not counted."""
    loaded = load(folder)
    assert loaded.week is not None
    start = time.perf_counter()
    site = site_of(for_audience(loaded.week, Visibility.PUBLIC, MOMENT))
    number = 0
    with tempfile.TemporaryDirectory() as target:
        for file in site_files(site, workers=os.cpu_count() or 1):
            path = Path(target) / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
            number += 1
        seconds = time.perf_counter() - start
    return {"build": seconds, "files": number, "pages": len(addresses_of(site))}


def measure_sizes(folder: Path) -> dict[str, float]:
    """Bytes that a reader loads: the whole programme compressed, our style and script as they are."""
    loaded = load(folder)
    assert loaded.week is not None
    site = site_of(for_audience(loaded.week, Visibility.PUBLIC, MOMENT))
    page = page_of(site, Address(loaded.week.languages[1], Kind.TIMETABLE).folder) or b""
    names, contents = assets()
    return {
        "timetable": len(page),
        "timetable_br": len(brotli.compress(page, quality=5)),
        "style": len(contents[names["style.css"]]),
        "script": len(contents[names["site.js"]]),
    }


MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "load": measure_load,
    "build": measure_build,
    "sizes": measure_sizes,
}


def main() -> None:
    """Runs the measurement that is named, and adds the peak of memory in megabytes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("measure", choices=sorted(MEASURES))
    options.add_argument("folder", type=Path)
    chosen = options.parse_args()
    figures = MEASURES[chosen.measure](chosen.folder)
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
