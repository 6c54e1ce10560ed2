"""A change at the last minute: a rector is replaced by a vice-rector, one file is edited, one command is run."""

import shutil
from pathlib import Path

import pytest
from tests.site.walking import parsed

from kakehashi.cli import run
from kakehashi.cli.sample import sample_week

VICE_RECTOR = """
vice-rector:
  names: {ja: カザン連邦大学 副学長, en: Vice-Rector 1 of Kazan, ru: Проректор 1 из Казани}
  positions:
    vice-rector:
      title:
        ja: カザン連邦大学副学長
        en: Vice-Rector of Kazan Federal University
        ru: проректор Казанского федерального университета
      institution: kazan-federal-university
"""
BEFORE = "speakers: {person: gafurov-ilshat, position: rector}"
AFTER = "speakers: {person: vice-rector, position: vice-rector, in_place_of: gafurov-ilshat}"

SAID = {
    "ja": ("カザン連邦大学 副学長", "カザン連邦大学長 ガフロフ・イルシャットの代理"),
    "en": ("Vice-Rector 1 of Kazan", "in place of Gafurov Ilshat (Rector of Kazan Federal University)"),
    "ru": (
        "Проректор 1 из Казани",
        "вместо: Гафуров Ильшат Рафкатович, ректор Казанского федерального университета",
    ),
}
MOVED = {
    "index.html",
    "timetable/index.html",
    "timetable/2021-09-29/index.html",
    "items/opening-remarks-kazan/index.html",
    "people/index.html",
    "people/gafurov-ilshat/index.html",
    "people/vice-rector/index.html",
    "institutions/kazan-federal-university/index.html",
}
"""What speaks of that item, of those two people, or of their institution."""


def build(folder: Path, target: Path) -> dict[str, bytes]:
    assert run(["build", str(folder), "--to", str(target), "--at", "2021-09-28T09:00:00"]) == 0
    return {str(path.relative_to(target)): path.read_bytes() for path in target.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("week") / "sample"
    shutil.copytree(sample_week(), folder)
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(VICE_RECTOR)
    before = build(folder, folder.parent / "site")
    week = folder / "week.yaml"
    written = week.read_text(encoding="utf-8")
    assert written.count(BEFORE) == 1
    week.write_text(written.replace(BEFORE, AFTER), encoding="utf-8")
    return before, build(folder, folder.parent / "site")


def test_three_languages_say_who_speaks_in_whose_place(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    for language, sentences in SAID.items():
        page = builds[1][f"{language}/items/opening-remarks-kazan/index.html"]
        told = " ".join("".join(parsed(page).itertext()).split())
        for sentence in sentences:
            assert sentence in told, language


def test_nothing_else_in_any_file_moves(builds: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    before, after = builds
    moved = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    moved = {path for path in moved if not path.startswith("pagefind/")}
    elsewhere = {path.format(language) for language in SAID for path in ("embed/{}/index.html", "news.{}.html")}
    assert moved == {f"{language}/{path}" for language in SAID for path in MOVED} | elsewhere
