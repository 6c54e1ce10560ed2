"""Editors complete the sample's files from the schemas that lie beside them."""

from pathlib import Path

from kakehashi.folder import write_schemas


def test_the_schemas_in_the_folder_are_those_of_the_program(folder: Path, tmp_path: Path) -> None:
    """After a change of the types, `kakehashi.folder.write_schemas` on the sample's folder makes them anew."""
    write_schemas(tmp_path)
    made = {path.name: path.read_text("utf-8") for path in (tmp_path / ".schemas").iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in (folder / ".schemas").iterdir()}
    assert sorted(name for name in made | kept if made.get(name) != kept.get(name)) == []


def test_every_file_names_a_schema_that_is_there(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        mark, _, schema = path.read_text("utf-8").splitlines()[0].partition("$schema=")
        assert mark == "# yaml-language-server: "
        assert (path.parent / schema).resolve().is_file(), path
