"""`python -m benchmarks.killing [ROUNDS]`: releases of the second sample week that are killed at random moments.

Each round changes a title, starts `kakehashi release` and kills it (SIGKILL) after a random time, up to half as long
again as a release takes. Then what is current must verify. The next release is let go to its end: it must succeed,
verify, and leave nothing in the store but releases. The result stands in `benchmarks/results/killed-releases.json`.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tools import ROOT

from benchmarks.machine import described
from kakehashi.releases import Store, verify_release, verify_store

RESULT = Path(__file__).parent / "results" / "killed-releases.json"
SAMPLE = ROOT / "examples" / "three-cities-week"
SLUG = "three-cities-week-2027"


def main(rounds: int) -> None:
    """Kills so many releases, and writes what was found; ends with 1 at the first harm done."""
    chance = random.Random(2021)
    with tempfile.TemporaryDirectory() as there:
        week = shutil.copytree(SAMPLE, Path(there) / "week")
        data = Path(there) / "data"
        store = Store(data / "releases" / SLUG)
        _succeed(_release(week, data))
        began = time.monotonic()
        _retitle(week, 0)
        _succeed(_release(week, data))
        seconds = time.monotonic() - began
        found: Counter[str] = Counter()
        for turn in range(1, rounds + 1):
            _retitle(week, turn)
            before = store.current
            process = _release(week, data)
            time.sleep(chance.uniform(0, 1.5 * seconds))
            process.kill()
            process.wait()
            after = store.current
            assert before is not None
            assert after is not None
            found["current afterwards is the new release" if after != before else "current stays as it was"] += 1
            assert verify_release(store.folder / "current", None).verifies
            _retitle(week, turn + rounds)
            _succeed(_release(week, data))
            left = [
                path.name
                for path in store.folder.iterdir()
                if not re.fullmatch(r"\d+|current|\.lock|\.state", path.name)
            ]
            assert left == [], left
            assert verify_release(store.folder / "current", None).verifies
            print(f"{turn}: {dict(found)}", flush=True)
            told = {"machine": described(), "rounds": turn, "seconds of a release": round(seconds, 2), **found}
            RESULT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        assert verify_store(store.folder, None).verifies


def _release(week: Path, data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kakehashi", "release", str(week), "--data", str(data), "--no-search"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _succeed(process: subprocess.Popen[bytes]) -> None:
    told = process.communicate()[1].decode()
    assert process.returncode == 0, told


def _retitle(week: Path, turn: int) -> None:
    """Changes a title that stands on many pages."""
    path = week / "week.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(?m)^(  en: Three Cities Week[^\n]*?)( \(\d+\))?$", rf"\1 ({turn})", text, count=1), "utf-8"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
