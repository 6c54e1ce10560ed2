"""`python -m benchmarks`: measures reading, checking and building, prints a table and keeps it as data and a plot."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.generating import Size, generated_week
from benchmarks.machine import described
from benchmarks.plotting import plot
from kakehashi.folder import dump

RESULTS = Path(__file__).parent / "results"
SIZES = {300: Size(), 3_000: Size(3_000, 40, 5), 30_000: Size(30_000, 100, 15)}
BUILT = (300, 3_000)
AIMS = {"load+check 3000": 3.0, "build 300": 6.0, "build 3000": 60.0}


def main() -> None:
    """Runs every measurement and writes the results."""
    rows = []
    with tempfile.TemporaryDirectory() as there:
        for items, size in SIZES.items():
            folder = Path(there) / f"week-{items}"
            dump(generated_week(size, seed=0), folder)
            rows.append(_row(items, folder))
            print(_line(rows[-1]), flush=True)
    RESULTS.mkdir(exist_ok=True)
    found = {"machine": described(), "aims": AIMS, "rows": rows}
    (RESULTS / "first-week.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "first-week.md").write_text(_table(found["machine"], rows), encoding="utf-8")
    (RESULTS / "first-week.svg").write_text(plot(rows), encoding="utf-8")


def _row(items: int, folder: Path) -> dict[str, float]:
    row: dict[str, float] = {"items": items, "megabytes": _megabytes(folder)}
    row |= _measured("load", folder)
    if items in BUILT:
        row |= {f"build_{name}" if name == "peak_mb" else name: v for name, v in _measured("build", folder).items()}
    if items == BUILT[0]:
        row |= {name: value for name, value in _measured("sizes", folder).items() if name != "peak_mb"}
    return row


def _megabytes(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".md"))
    return round(sum(path.stat().st_size for path in files) / 1e6, 2)


def _measured(measure: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.measuring", measure, str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return {name: round(value, 3) for name, value in figures.items()}


def _line(row: dict[str, float]) -> str:
    told = [f"{row['items']:>6} items, {row['megabytes']} MB: read {row['load']:.2f} s, checked {row['check']:.2f} s"]
    per_item = 1e6 * (row["load"] + row["check"]) / row["items"]
    told.append(f"{per_item:.0f} µs and {1024 * row['peak_mb'] / row['items']:.0f} kB at the peak per item")
    if "build" in row:
        told.append(f"{row['pages']:.0f} pages built in {row['build']:.1f} s")
    if "timetable_br" in row:
        told.append(
            f"whole programme {row['timetable_br'] / 1000:.1f} kB compressed, style {row['style'] / 1000:.1f} kB, "
            f"script {row['script'] / 1000:.1f} kB"
        )
    return "; ".join(told)


def _table(machine: dict[str, str], rows: list[dict[str, float]]) -> str:
    said = ", ".join(f"{name} {value}" for name, value in machine.items())
    lines = [
        "# Reading, checking and building a week",
        "",
        f"Made by `make bench`. {said}.",
        "",
        "| items | MB | read s | check s | µs per item | peak MB | pages | build s |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        per_item = 1e6 * (row["load"] + row["check"]) / row["items"]
        built = f"{row['pages']:.0f} | {row['build']:.1f}" if "build" in row else "- | -"
        lines.append(
            f"| {row['items']} | {row['megabytes']} | {row['load']:.2f} | {row['check']:.2f} | {per_item:.0f} "
            f"| {row['peak_mb']:.0f} | {built} |"
        )
    sizes = rows[0]
    lines += [
        "",
        f"The whole programme of {sizes['items']} items: {sizes['timetable_br']:.0f} bytes with brotli 5 "
        f"({sizes['timetable']:.0f} plain). Style {sizes['style']:.0f} bytes, script {sizes['script']:.0f} bytes.",
        "",
        "![Time by number of items](first-week.svg)",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
