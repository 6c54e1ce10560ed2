"""The Makefile explains itself."""

import re
import subprocess

from tools import ROOT


def test_bare_make_tells_every_target_that_a_person_would_type() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = [name for line in re.findall(r"^\.PHONY: (.*)$", makefile, re.M) for name in line.split()]
    told = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert re.findall(r"^make ([a-z]+) +\S.*$", told, re.M) == [name for name in targets if "-" not in name]
