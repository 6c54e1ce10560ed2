"""Two releases of a small week, recipes that are interrupted wherever one can be, and what readers then find."""

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath
from tempfile import TemporaryDirectory

import brotli  # type: ignore[import-untyped]
from tests.deploy.asking import links, target
from tests.deploy.hosts import DEPLOY
from tests.server.releasing import publish

BROKEN = 12
RECORDS = re.compile(r"(SHA256SUMS|(release|redactions|kept|withdrawn)\.json(\.sig)?)")
UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}

_COUNTED = r"""#!/bin/sh
# The program itself. Where STATES is a folder, it gets a copy of HOST before each call and after half of its files.
# Call STOP does half of its files, and then the connection breaks.
{half}
count=$(($(cat "$COUNT" 2>/dev/null || echo 0) + 1))
echo $count >"$COUNT"
if [ -n "$STATES" ]; then
    cp -a "$HOST" "$STATES/$count"
    half "$@" >"$COUNT.said" 2>&1
    cp -a "$HOST" "$STATES/$count.half"
elif [ $count = "$STOP" ]; then
    half "$@" >"$COUNT.said" 2>&1
    exit 12
fi
exec {program} "$@"
"""
_HALVES = {
    # Files are left out by a filter that stands before all others.
    "rsync": r"""half() {
    {program} --dry-run --out-format=%n "$@" | grep -v '/$' >"$COUNT.all" || :
    tail -n +$(($(wc -l <"$COUNT.all") / 2 + 1)) "$COUNT.all" | sed 's|^|- /|' >"$COUNT.rest"
    {program} --filter="merge $COUNT.rest" "$@"
}
""",
    "rclone": r"""half() {
    [ "$2" = --files-from-raw ] || return 0
    head -n $(($(wc -l <"$3") / 2)) "$3" >"$COUNT.first"
    command=$1
    shift 3
    {program} "$command" --files-from-raw "$COUNT.first" "$@"
}
""",
}


def page(path: str, title: str, style: str, *to: str, long: bool = True) -> dict[str, bytes]:
    """A page with a style and links, to paths below the week's root; compressed if it is long."""
    here = Path(path).parent
    leads = "".join(f'<a href="{relpath(one, here)}">on</a>' for one in to)
    look = relpath(f"assets/style.{style}.css", here)
    text = f'<!doctype html><title>{title}</title><link rel="stylesheet" href="{look}">{leads}'
    return {path: text.encode() + b"<p>tea</p>" * (200 if long else 2)}


TIMES, SEARCH = "en/timetable/index.html", "en/search/index.html"
LEAF, ROOT, FLOWER = (f"en/items/{name}/index.html" for name in ("leaf", "root", "flower"))


def first_week() -> dict[str, bytes]:
    """A release: an entrance, a programme, two talks told at length; a style and a search index."""
    style = "0123456789"
    return {
        **page("index.html", "one", style, TIMES),
        **page("404.html", "one: nothing here", style),
        **page(TIMES, "one", style, LEAF, ROOT, SEARCH),
        **page(LEAF, "leaf", style, TIMES, "media/leaf.svg"),
        **page(ROOT, "root", style, TIMES),
        **page(SEARCH, "search", style, "pagefind/en/pagefind-entry.json"),
        **_index("en_1111111"),
        "calendars/leaf.ics": b"BEGIN:VCALENDAR one",
        "week.json": b'{"title": "one"}',
        f"assets/style.{style}.css": b"body { margin: 0 }" * 100,
        "media/leaf.svg": b"<svg/>",
        "media/map.svg": b"<svg><!-- map --></svg>",
        "media/old.svg": b"<svg><!-- old --></svg>",
    }


def second_week() -> dict[str, bytes]:
    """The next one: another style everywhere, a talk more, another told in few words, a picture and a file less."""
    style = "fedcba9876"
    return {
        **page("index.html", "two", style, TIMES),
        **page("404.html", "two: nothing here", style),
        **page(TIMES, "two", style, LEAF, ROOT, FLOWER, SEARCH),
        **page(LEAF, "leaf, again", style, FLOWER, "media/leaf.svg", "media/new.svg"),
        **page(ROOT, "root, in short", style, TIMES, long=False),
        **page(FLOWER, "flower", style, LEAF, "media/new.svg"),
        **page(SEARCH, "search, again", style, "pagefind/en/pagefind-entry.json"),
        **_index("en_2222222"),
        "week.json": b'{"title": "two"}',
        f"assets/style.{style}.css": b"body { margin: 1px }" * 100,
        "media/leaf.svg": b"<svg><!-- drawn anew --></svg>",
        "media/map.svg": b"<svg><!-- map --></svg>",
        "media/new.svg": b"<svg><!-- new --></svg>",
    }


def _index(mark: str) -> dict[str, bytes]:
    return {
        "pagefind/en/pagefind-entry.json": json.dumps({"languages": {"en": {"hash": mark}}}).encode(),
        f"pagefind/en/pagefind.{mark}.pf_meta": mark.encode(),
        f"pagefind/en/index/{mark}.pf_index": mark.encode(),
    }


def two_releases(data: Path) -> tuple[Path, Path]:
    """Both, as their folders."""
    return publish(data, first_week()), publish(data, second_week())


@dataclass(frozen=True, slots=True)
class Recipe:
    """A script of `deploy/`, run with a program of which every call is counted. `folder` is for what that takes."""

    script: str
    program: str
    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str | Path, stop: int = 0) -> subprocess.CompletedProcess[str]:
        """Runs it; at call `stop` of its program the connection breaks after half of the files."""
        return self._run(arguments, {"STOP": str(stop), "STATES": "", "HOST": ""})

    def states(self, host: Path, *arguments: str | Path) -> dict[str, dict[str, bytes]]:
        """Runs it: everything that a host would have had if it had been interrupted, by when that would have been."""
        with TemporaryDirectory() as states:
            self._run(arguments, {"STOP": "0", "STATES": states, "HOST": str(host)}).check_returncode()
            return {state.name: contents(state) for state in sorted(Path(states).iterdir())}

    def _run(self, arguments: Iterable[str | Path], told: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        counted = self.folder / "programs" / self.program
        counted.parent.mkdir(exist_ok=True)
        text = _COUNTED.replace("{half}", _HALVES[self.program]).replace("{program}", str(shutil.which(self.program)))
        counted.write_text(text, "utf-8")
        counted.chmod(0o755)
        self._count.unlink(missing_ok=True)
        path = os.pathsep.join((str(counted.parent), os.environ["PATH"]))
        own = {"PATH": path, "HOME": str(self.folder), "COUNT": str(self._count)}
        command = [str(DEPLOY / self.script), *map(str, arguments)]
        environment = {**own, **self.environment, **told}
        return subprocess.run(command, env=environment, capture_output=True, check=False, text=True, timeout=60)

    @property
    def calls(self) -> int:
        """How often the program was called the last time."""
        return int(self._count.read_text())

    @property
    def _count(self) -> Path:
        return self.folder / "count"


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def faults(found: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """What a reader would find wrong in an upload that was interrupted, wherever the reader is or comes in."""
    for path, content in found.items():
        if not RECORDS.fullmatch(path) and content not in (old.get(path), new.get(path)):
            yield f"{path} is neither old nor new"
        stem, dot, ending = path.rpartition(".")
        if dot + ending in UNPACK and UNPACK[dot + ending](content) not in (old.get(stem), new.get(stem)):
            yield f"{path} holds neither the old nor the new page"
        if path.endswith(".html"):
            needs = {
                to for to in (target(path, link) for link in links(content)) if to.startswith(("assets/", "media/"))
            }
            yield from (f"{path} has no {need}" for need in sorted(needs - found.keys()))
    # From every page that could be open, and from the entrance.
    waiting = [path for path in old if path.endswith(".html")]
    seen = set(waiting)
    while waiting:
        here = waiting.pop()
        leads = [target(here, link) for link in links(found.get(here, b""))] if here.endswith(".html") else []
        if here.endswith("pagefind-entry.json"):
            mark = json.loads(found[here])["languages"]["en"]["hash"]
            leads = [f"pagefind/en/pagefind.{mark}.pf_meta", f"pagefind/en/index/{mark}.pf_index"]
        for to in leads:
            if to not in found:
                yield f"{here} -> {to}"
            elif to not in seen:
                seen.add(to)
                waiting.append(to)
