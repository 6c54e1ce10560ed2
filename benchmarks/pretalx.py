"""What a page costs pretalx, which makes it for each reader: a schedule of as many talks, on gunicorn, in SQLite."""

import json
import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from benchmarks.asking import cpu_ms
from benchmarks.generating import Size, generated_week
from benchmarks.hosts import wait_for
from kakehashi.week import timetable

PORT = 9_137
NUMBER = 20
# Run with -P: this module is not to be taken for the program of its name.
_SETUP = Path(__file__).parent / "pretalx_event.py"


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU milliseconds that a page of this name costs for each request, and its bytes."""

    version: str
    page: str
    cpu_ms_per_request: float
    size: int

    def row(self) -> dict[str, object]:
        """As data."""
        return asdict(self)

    def told(self) -> str:
        """As a line of the report."""
        spent = f"{self.cpu_ms_per_request:.0f} CPU ms per request, {self.size:,} bytes"
        return f"pretalx {self.version}, {self.page}: {spent}."


def cost(environment: Path, items: int, there: Path) -> list[Cost]:
    """Makes an event in `there` with the pretalx of a virtual environment, and asks for its schedule and a talk."""
    there.mkdir()
    (there / "talks.json").write_text(json.dumps(_talks(items)), encoding="utf-8")
    settings = {
        **os.environ,
        "PRETALX_DB_NAME": str(there / "db.sqlite3"),
        "PRETALX_SITE_URL": f"http://127.0.0.1:{PORT}",
        **{f"PRETALX_FILESYSTEM_{name.upper()}": str(there / name) for name in ("static", "media", "logs")},
    }
    made = subprocess.run(
        [environment / "bin" / "python", "-P", _SETUP, there / "talks.json"],
        env=settings, check=True, stdout=subprocess.PIPE, text=True, cwd=there,
    )  # fmt: skip
    version, talk = made.stdout.split()[-2:]
    command = [environment / "bin" / "gunicorn", "-w", "2", "-b", f"127.0.0.1:{PORT}", "pretalx.wsgi"]
    server = subprocess.Popen(command, env=settings, cwd=there, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(PORT)
        pages = {"its complete schedule": "week/schedule/nojs", "a talk": f"week/talk/{talk}/"}
        return [_asked(version, name, path, server.pid) for name, path in pages.items()]
    finally:
        server.terminate()
        server.wait(timeout=30)


def _asked(version: str, name: str, path: str, process: int) -> Cost:
    # Without it, pretalx draws the schedule for terminals.
    asked = Request(f"http://127.0.0.1:{PORT}/{path}", headers={"Accept": "text/html"})
    size = 0
    # The first answers load what the later ones have; each of its two processes has its own first.
    for _ in range(8):
        with urlopen(asked) as answer:
            size = len(answer.read())
    before = cpu_ms(process)
    for _ in range(NUMBER):
        with urlopen(asked) as answer:
            answer.read()
    return Cost(version, name, round((cpu_ms(process) - before) / NUMBER, 1), size)


def _talks(items: int) -> list[dict[str, str]]:
    """The items of the generated week as pretalx has them: in English, with a room and a start."""
    week = generated_week(Size(items), seed=0)
    placed = timetable(week).by_item
    return [
        {
            "title": item.title["en"],
            "abstract": item.abstract["en"] if item.abstract else "",
            "speaker": week.people[item.speakers[0].person].names["en"].whole,
            "room": placed[slug].room or "",
            "start": placed[slug].start.isoformat(),
        }
        for slug, item in week.items.items()
    ]
