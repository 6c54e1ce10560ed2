"""Every vector has the verdict that is written in it, and is what its script makes."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from tests.releases import independent
from tools.release_cases import FOLDER, vectors
from tools.release_vectors import as_json

from kakehashi.releases import verify_release

NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def laid_out(vector: dict[str, Any], folder: Path) -> Path:
    """The release of a vector as a folder."""
    for path, content in vector["files"].items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content["text"].encode() if "text" in content else base64.b64decode(content["base64"]))
    for path, target in vector.get("links", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    for path in vector.get("folders", ()):
        (folder / path).mkdir()
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_vector_has_its_verdict(name: str, tmp_path: Path) -> None:
    vector = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    verdict = verify_release(laid_out(vector, tmp_path / "release"), vector["fingerprint"])
    assert {
        "verifies": verdict.verifies,
        "known": verdict.known,
        "findings": sorted([finding.code, str(finding.values.get("value", ""))] for finding in verdict.findings),
    } == vector["verdict"]


@pytest.mark.parametrize("name", NAMES)
def test_a_verifier_made_from_the_specification_alone_agrees(name: str, tmp_path: Path) -> None:
    vector = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    found = independent.verify(laid_out(vector, tmp_path / "release"), vector["fingerprint"])
    verdict = vector["verdict"]
    # Whose a release is that is not as it was signed, nobody needs to know.
    assert found == (verdict["verifies"], verdict["known"] if verdict["verifies"] else found[1])


def test_vectors_are_what_their_script_makes() -> None:
    assert {name: as_json(vector) for name, vector in vectors().items()} == {
        name: (FOLDER / f"{name}.json").read_text("utf-8") for name in NAMES
    }
