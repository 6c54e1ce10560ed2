"""Where a place of the document is written: the text itself, the key of what is longer, or the nearest above."""

from pathlib import Path

import pytest
from tests.folder.writing import write

from kakehashi.findings import Finding, Place, Source
from kakehashi.folder import load
from kakehashi.folder.locating import Spot, Spots
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile

FILES = {
    "week.yaml": """\
rooms:
  hall:
    name: Hall
attend: open
contacts: {name: Office}
sessions:
  s:
    items:
      a: {kind: talk, speakers: ada}
      b:
        kind: talk
        speakers: [ada, {person: ada}]
""",
    "people.yaml": "# People\nada:\n  names: エイダ\n",
    "programmes.yaml": """\
p:
  name: P
  figures:
    sent:
      counted: C
      years: {2019: {plan: 1}, 2020: {plan: 2}}
""",
    "symposia/tea.yaml": "title: Tea\nitems:\n  c: {kind: break}\n",
    "agreements.yaml": "offices:\n  o: {name: O, of: i}\n",
    "institutions.yaml": "i: {name: I, zone: UTC}\n",
    "private.yaml": "contacts:\n  ada: {mail: ada@example.org}\n",
    "abstracts/a.en.md": "Tea.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("week"), FILES)


@pytest.mark.parametrize(
    ("place", "source"),
    [
        (("title", "en"), ("week.yaml", 2, 23)),
        (("title",), ("week.yaml", 2, 1)),
        (("title", "ru"), ("week.yaml", 2, 1)),
        (("rooms", "hall", "name"), ("week.yaml", 8, 11)),
        # What a short-hand stands for is found at the short-hand.
        (("rooms", "hall", "name", "ja"), ("week.yaml", 8, 11)),
        (("attend", "how"), ("week.yaml", 9, 9)),
        (("items", "a", "speakers", 0, "person"), ("week.yaml", 14, 33)),
        (("contacts", 0, "name", "ja"), ("week.yaml", 10, 18)),
        (("people", "ada", "names", "ja", "whole"), ("people.yaml", 3, 10)),
        (("items", "b", "speakers", 0), ("week.yaml", 17, 20)),
        (("items", "b", "speakers", 1, "person"), ("week.yaml", 17, 34)),
        (("items", "b", "speakers", 7), ("week.yaml", 17, 9)),
        (("programmes", "p", "figures", "sent", "years", 1, "plan"), ("programmes.yaml", 6, 45)),
        (("programmes", "p", "figures", "sent", "years", 2), ("programmes.yaml", 6, 7)),
        (("symposia", "tea"), ("symposia/tea.yaml", 1, 1)),
        (("items", "c", "kind"), ("symposia/tea.yaml", 3, 13)),
        (("offices", "o", "of"), ("agreements.yaml", 2, 20)),
        (("private", "contacts", "ada", "mail"), ("private.yaml", 2, 15)),
        (("items", "a", "abstract", "en"), ("abstracts/a.en.md", 1, 1)),
        (("items", "a", "abstract", "ja"), ("week.yaml", 14, 7)),
        (("items", "nowhere"), ("week.yaml", 1, 1)),
        ((), ("week.yaml", 1, 1)),
    ],
)
def test_a_place_is_found_where_a_reader_should_look(folder: Path, place: Place, source: tuple[str, int, int]) -> None:
    loaded = load(folder)
    assert (loaded.findings, loaded.locate(place)) == ((), Source(*source))


def test_a_finding_that_knows_its_source_keeps_it(folder: Path) -> None:
    elsewhere = Source("media/a.txt", 3, 1)
    given = (Finding("a.b", ("slug",)), Finding("a.b", ("slug",)).at(elsewhere))
    assert [finding.source for finding in load(folder).located(given)] == [Source("week.yaml", 1, 7), elsewhere]


def spot(text: str) -> Spot:
    """The root of a file with this text."""
    file = SourceFile("x.yaml", text)
    read_yaml(file)
    return Spot(file, file.root)


def test_nothing_is_found_without_a_file() -> None:
    assert (Spots().find(("title",)), Spots().exact(())) == (None, None)


def test_the_first_note_of_a_place_counts() -> None:
    spots, one, other = Spots(), spot("a: 1"), spot("b: 2")
    spots.put(("x",), one)
    spots.put(("x",), other)
    assert spots.find(("x", "y")) == one


def test_only_what_is_written_as_such_is_exact() -> None:
    spots = Spots()
    spots.put((), spot("title: Tea\nnotes: {kind: invented}"))
    found = [spots.exact(place) for place in [("title",), ("title", "ja"), ("notes", 0), ("notes", 1)]]
    assert [one and one.keys for one in found] == [("title",), None, ("notes",), None]


@pytest.mark.parametrize(
    ("text", "steps", "flow"),
    [
        ("a: {b: {c: 1}}", ("a", "b", "c"), True),
        ("a: [1]", ("a", 0), True),
        ("a: {b: 1}", ("a",), False),
        ("a:\n  b: 1", ("a", "b"), False),
    ],
)
def test_whether_something_stands_within_brackets(text: str, steps: Place, flow: bool) -> None:
    assert spot(text).below(steps).in_flow is flow


def test_columns_are_counted_in_characters_as_editors_do() -> None:
    assert spot("あ: いろは # \U0001f375\nう: [え, お]").below(("う", 1)).source == Source("x.yaml", 2, 8)
