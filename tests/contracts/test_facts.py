"""Every fact that a room can emit has a sentence, and no sentence waits for a fact that nobody emits."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import kakehashi
from kakehashi.words.facts import codes

PACKAGE = Path(kakehashi.__file__).parent
CODE = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+|-\.\+)*")
ANYTHING = ".+"


def strings_in(module: Path) -> Iterator[str]:
    """Every string of a module; what an f-string fills in is written `.+`."""
    inside: set[int] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            inside.update(map(id, node.values))
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else ANYTHING for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


@cache
def written_codes() -> frozenset[str]:
    """What looks like a code in the modules of all rooms, the tables of sentences left out."""
    modules = (path for path in PACKAGE.rglob("*.py") if "facts" not in path.parts)
    return frozenset(string for module in modules for string in strings_in(module) if CODE.fullmatch(string))


def test_every_code_of_a_known_subject_has_a_sentence() -> None:
    subjects = {code.partition(".")[0] for code in codes()}
    written = {code for code in written_codes() if code.partition(".")[0] in subjects and ANYTHING not in code}
    files = {"week.yaml", "week.json", "report.yaml", "history.json", "release.json", "release.pem", "search.json"}
    reads = {"site.history"}
    assert written - files - reads - set(codes()) == set()


def test_every_sentence_is_said_of_a_fact_that_some_room_emits() -> None:
    patterns = [code.replace(".", r"\.", 1) for code in written_codes()]
    assert [code for code in codes() if not any(re.fullmatch(pattern, code) for pattern in patterns)] == []
