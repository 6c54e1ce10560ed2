"""Whatever stands in a folder: a week or findings, never an exception, and never a word of the validator's own."""

from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.laws.handwriting import plain, root_of
from tests.strategies import HOSTILE, texts

from kakehashi.findings import errors
from kakehashi.folder import Loaded, edit, load
from kakehashi.folder.emitting import emit
from kakehashi.words import words_of

EXAMPLE = Path("src/kakehashi/folder/example")
FILES = {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))}
STRANGE = "[]{}:-#&*!|>'\"%@`\n\t\r\x00\u2028\ufeff\x85? ,aあ\ud800"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def loaded(files: dict[str, str | bytes]) -> Loaded:
    """The example with other files in place of some of its own."""
    with TemporaryDirectory() as name:
        for path, content in {**FILES, **files}.items():
            target = Path(name, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return load(Path(name))


def a_week_or_findings(result: Loaded) -> None:
    """The law itself: a week without errors, or errors that all have a place in the files and a sentence."""
    assert (result.week is None) == bool(errors(result.findings))
    words = words_of("en")
    for finding in result.findings:
        assert finding.source is not None and finding.source.line >= 1 and finding.source.column >= 1
        assert not words.tell(finding).startswith(finding.code)


def values_of(name: str) -> Any:
    """The plain values of a file of the example."""
    return plain(root_of(FILES[name]))


JUNK: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from((*HOSTILE, "", "1", "true", "2021-09-29")), st.just([]), st.just({}), texts()
).flatmap(lambda it: st.sampled_from((it, [it], {"a": it}, {"ja": it}, [[it]], {"whole": [it]})))


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the example in which one value is replaced, removed, renamed or doubled."""
    name = draw(st.sampled_from(sorted(FILES)))
    values = deepcopy(values_of(name))
    at, steps = values, draw(st.integers(0, 6))
    for _ in range(steps):
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        inner = [key for key in keys if isinstance(at[key], dict | list) and at[key]]
        if not inner:
            break
        at = at[draw(st.sampled_from(inner))]
    key = draw(st.sampled_from(list(at) if isinstance(at, dict) else list(range(len(at)))))
    act = draw(st.sampled_from(("replace", "remove", "rename", "double")))
    if act in ("remove", "rename"):
        value = at.pop(key)
    if act == "rename" and isinstance(at, dict):
        at[draw(texts())[:40]] = value
    if act == "replace":
        at[key] = draw(JUNK)
    text = emit(values)
    return name, text + text if act == "double" else text


@settings(max_examples=150, suppress_health_check=SLOW)
@given(spoiled())
def test_any_value_may_be_wrong(file: tuple[str, str]) -> None:
    a_week_or_findings(loaded({file[0]: file[1]}))


@settings(max_examples=60, suppress_health_check=SLOW)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_any_character_may_be_missing_or_strange(name: str, data: st.DataObject) -> None:
    text = FILES[name]
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 5))
    strange = data.draw(st.text(st.sampled_from(STRANGE), max_size=4))
    a_week_or_findings(loaded({name: text[:start] + strange + text[start + length :]}))


@settings(max_examples=40, suppress_health_check=SLOW)
@given(
    st.sampled_from(("week.yaml", "people.yaml", "private.yaml", "symposia/x.yaml", "abstracts/welcome.en.md")),
    st.data(),
)
def test_any_bytes_may_stand_in_a_file(name: str, data: st.DataObject) -> None:
    a_week_or_findings(loaded({name: data.draw(st.binary(max_size=200))}))


@settings(max_examples=60, suppress_health_check=SLOW)
@given(st.sampled_from(("en", "ja")), texts())
def test_an_edit_of_a_text_changes_its_value_and_no_other_line(language: str, text: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in FILES.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
        edit(folder, {("rooms", "hall", "name", language): text})
        week = load(folder).week
        assert week is not None and week.rooms["hall"].name[language] == text
        lines = (folder / "week.yaml").read_bytes().decode().split("\n")
        before = FILES["week.yaml"].split("\n")
        assert [line for line in lines if line not in before][1:] == []
