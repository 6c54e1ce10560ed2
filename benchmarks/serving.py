"""`python -m benchmarks.serving`: requests per second and their cost beside nginx on the same release.

Both serve from two processes, compressed in advance, without an access log, with the same headers; they are asked in
turn, so that what else the machine does meanwhile falls on both. With `--pretalx VENV` a schedule of as many talks is
asked for there too. Needs wrk and nginx.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.asking import idle, load
from benchmarks.bars import bars
from benchmarks.generating import Size, generated_week
from benchmarks.hosts import Host, kakehashi, nginx
from benchmarks.machine import described
from benchmarks.pretalx import Cost, cost
from kakehashi.folder import dump

RESULTS = Path(__file__).parent / "results"
PAGES = {"home": "en/", "timetable": "en/timetable/", "item": "en/items/item-1/"}
CONNECTIONS = (8, 256)
IDLE = 2_000
AIMS = {"ratio at 256": 0.5, "ratio at 8": 0.3, "p99 at most times that of nginx": 2.0}


def main() -> None:
    """Measures, prints the table and writes the results."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--items", type=int, default=300)
    options.add_argument("--seconds", type=int, default=5, help="of each measurement")
    options.add_argument("--rounds", type=int, default=3, help="of each measurement; the median counts")
    options.add_argument("--pretalx", type=Path, help="a virtual environment with pretalx and gunicorn")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as there:
        week = _released(Path(there), chosen.items)
        with nginx(week / "current", Path(there)) as one, kakehashi(week.parents[1], week.name) as other:
            rows = [row for connections in CONNECTIONS for row in _rows((one, other), connections, chosen)]
            beside = _beside_idle((one, other), chosen)
        costs = [] if chosen.pretalx is None else cost(chosen.pretalx, chosen.items, Path(there) / "pretalx")
    _write(rows, beside, costs)


def _released(there: Path, items: int) -> Path:
    """The store of a generated week with one release, made as anybody makes it."""
    folder, data = there / "week", there / "data"
    dump(generated_week(Size(items), seed=0), folder)
    command = [sys.executable, "-m", "kakehashi", "release", str(folder), "--data", str(data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (week,) = (data / "releases").iterdir()
    return week


def _rows(hosts: tuple[Host, Host], connections: int, chosen: argparse.Namespace) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for page, path in PAGES.items():
        found = [[load(host, path, connections, chosen.seconds) for host in hosts] for _ in range(chosen.rounds)]
        for host, loads in zip(hosts, zip(*found, strict=True), strict=True):
            rows.append(
                {
                    "page": page,
                    "connections": connections,
                    "server": host.name,
                    "requests_per_second": round(median(load.per_second for load in loads)),
                    "p50_ms": round(median(load.p50 for load in loads), 3),
                    "p99_ms": round(median(load.p99 for load in loads), 3),
                    "cpu_ms_per_request": round(median(load.cpu for load in loads), 4),
                }
            )
        rows[-1] |= {
            "ratio": round(median(ours.per_second / theirs.per_second for theirs, ours in found), 2),
            "p99_ratio": round(median(ours.p99 / theirs.p99 for theirs, ours in found), 2),
        }
        print(_told(rows[-2:]), flush=True)
    return rows


def _beside_idle(hosts: tuple[Host, Host], chosen: argparse.Namespace) -> list[dict[str, object]]:
    """How another reader is served while two thousand connections stand idle."""
    rows: list[dict[str, object]] = []
    for host in hosts:
        with idle(host, IDLE):
            found = load(host, PAGES["home"], CONNECTIONS[0], chosen.seconds)
        rows.append({"server": host.name, "requests_per_second": round(found.per_second), "p99_ms": found.p99})
    return rows


def _told(rows: list[dict[str, object]]) -> str:
    theirs, ours = rows
    found = [
        f"{row['server']} {row['requests_per_second']} requests/s, p99 {row['p99_ms']} ms, "
        f"{row['cpu_ms_per_request']} ms of CPU"
        for row in (ours, theirs)
    ]
    ratios = f"ratio {ours['ratio']}, of p99 {ours['p99_ratio']}"
    return f"{ours['page']:>9} at {ours['connections']:>3}: {'; '.join(found)}; {ratios}"


def _write(rows: list[dict[str, object]], beside: list[dict[str, object]], costs: list[Cost]) -> None:
    machine = described() | {"httptools": version("httptools"), "uvloop": version("uvloop"), "nginx": _nginx_version()}
    found = {"machine": machine, "aims": AIMS, "rows": rows, "beside_idle": beside, "pretalx": [c.row() for c in costs]}
    (RESULTS / "serving.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "serving.md").write_text(_table(machine, rows, beside, costs), encoding="utf-8")
    (RESULTS / "serving.svg").write_text(bars(rows), encoding="utf-8")


def _nginx_version() -> str:
    asked = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True)
    return asked.stderr.strip().rpartition("/")[2]


def _table(
    machine: dict[str, str], rows: list[dict[str, object]], beside: list[dict[str, object]], costs: list[Cost]
) -> str:
    lines = [
        "# Serving a release",
        "",
        f"Made by `python -m benchmarks.serving`. {', '.join(f'{name} {value}' for name, value in machine.items())}.",
        "",
        "Kakehashi and nginx serve the same release of a generated week from two processes each, compressed in",
        "advance, and are asked in turn by wrk on the same machine. Medians. The aims: half of nginx's requests at 256",
        "connections, three tenths at 8, a p99 of at most twice its.",
        "",
        "| page | connections | server | requests/s | p50 ms | p99 ms | CPU ms per request | of nginx | p99 of nginx |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|",
    ]
    columns = ("page", "connections", "server", "requests_per_second", "p50_ms", "p99_ms", "cpu_ms_per_request")
    for row in rows:
        cells = (str(row.get(name, "")) for name in (*columns, "ratio", "p99_ratio"))
        lines.append(f"| {' | '.join(cells)} |")
    told = "; ".join(f"{r['server']} {r['requests_per_second']} requests/s, p99 {r['p99_ms']} ms" for r in beside)
    lines += ["", f"The home page at {CONNECTIONS[0]} connections beside {IDLE:,} others that stand idle: {told}.", ""]
    lines += [f"{one.told()}" for one in costs]
    return "\n".join([*lines, *([""] if costs else []), "![Requests per second](serving.svg)", ""])


if __name__ == "__main__":
    main()
