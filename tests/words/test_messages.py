"""Catalogues: ours, those of a folder that the environment names, and what becomes of a broken one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kakehashi.findings import Refused
from kakehashi.words import CATALOGUES, spoken_languages, words_of
from kakehashi.words.messages import catalogue_folders, messages_of, translations_from

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n"Plural-Forms: {plurals};\\n"\n\n'
TWO = "nplurals=2; plural=(n != 1)"


def catalogue(*pairs: tuple[str, str], charset: str = "utf-8", plurals: str = TWO) -> bytes:
    """The bytes of a `.po` file."""
    body = "\n".join(f'msgid "{message}"\nmsgstr "{said}"\n' for message, said in pairs)
    return (HEAD.format(charset=charset, plurals=plurals) + body).encode()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a catalogue into the reader's own folder. A tag is used by one test alone: languages are read once."""
    monkeypatch.setenv(CATALOGUES, str(tmp_path))

    def put(tag: str, content: bytes) -> None:
        (tmp_path / f"{tag}.po").write_bytes(content)

    return put


def test_a_language_that_nobody_knew_is_a_file_in_a_folder(own: Callable[..., None]) -> None:
    own("qya", catalogue(("Break", "Sére")))
    assert "qya" in spoken_languages()
    assert (words_of("qya").say("Break"), words_of("qya").say("Session")) == ("Sére", "Session")


def test_a_catalogue_of_the_folder_is_taken_whole_before_ours(own: Callable[..., None]) -> None:
    own("de-LI", catalogue(("Break", "Päuseli")))
    words = words_of("de-LI")
    assert (words.say("Break"), words.say("Session")) == ("Päuseli", "Session")


def test_one_of_a_language_that_we_have_stands_in_place_of_ours(own: Callable[..., None]) -> None:
    own("es", catalogue(("Break", "Recreo")))
    # Past the cache: other tests speak the Spanish of the package.
    assert messages_of.__wrapped__("es").gettext("Break") == "Recreo"


@pytest.mark.parametrize("name", ["README.po", "qyb.po~", "qyb.pot", "QYB.po"])
def test_a_file_that_is_named_for_no_language_is_no_catalogue(
    tmp_path: Path, name: str, own: Callable[..., None]
) -> None:
    (tmp_path / name).write_bytes(catalogue(("Break", "Sére")))
    assert set(spoken_languages()) == {"de", "en", "es", "ja", "ru"}


@pytest.mark.parametrize("value", ["", "/no/such/folder"])
def test_a_folder_that_is_not_there_holds_no_catalogue(value: str) -> None:
    assert catalogue_folders({CATALOGUES: value}) == catalogue_folders({})


@pytest.mark.parametrize(
    ("tag", "content"),
    [
        ("qyc", catalogue(("Break", "Sére"), charset="utf-8").replace("é".encode(), b"\xff")),
        ("qyd", catalogue(("Break", "Sére"), charset="klingon")),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named(own: Callable[..., None], tag: str, content: bytes) -> None:
    own(tag, content)
    with pytest.raises(Refused) as refused:
        words_of(tag)
    (finding,) = refused.value.findings
    assert (finding.code, Path(str(finding.values["value"])).name) == ("catalogue.unreadable", f"{tag}.po")


@pytest.mark.parametrize(
    "said",
    ["%(wann)s kommt %(who)s", "100 % %(who)s", "%(who)", "%(who)q", "%s", "%", "%(who)s %("],
)
def test_a_translation_that_could_not_be_filled_in_is_said_in_english(said: str) -> None:
    found = translations_from(catalogue(("%(who)s comes", said), ("Break", "Pause")), "de")
    assert (found.gettext("%(who)s comes"), found.gettext("Break")) == ("%(who)s comes", "Pause")


@pytest.mark.parametrize("said", ["Es kommt %(who)s", "Da kommt wer", "%%: %(who)s", "%(who)s und %(who)s"])
def test_a_translation_may_move_repeat_and_leave_out(said: str) -> None:
    assert translations_from(catalogue(("%(who)s comes", said)), "de").gettext("%(who)s comes") == said


def test_a_plural_may_leave_out_its_number_and_takes_places_of_either_form() -> None:
    po = HEAD.format(charset="utf-8", plurals=TWO) + (
        'msgid "one day"\nmsgid_plural "%(count)s days"\nmsgstr[0] "%(count)s Tag"\nmsgstr[1] "Tage"\n'
    )
    found = translations_from(po.encode(), "de")
    assert [found.ngettext("one day", "%(count)s days", number) for number in (1, 2)] == ["%(count)s Tag", "Tage"]


def test_a_translation_that_its_translator_doubts_is_not_said() -> None:
    po = catalogue() + b'#, fuzzy\nmsgid "Break"\nmsgstr "Bruch"\n'
    assert translations_from(po, "de").gettext("Break") == "Break"


def test_a_translation_has_the_spaces_of_its_language() -> None:
    assert translations_from(catalogue(("At once", "И в зале")), "ru").gettext("At once") == "И\u00a0в\u00a0зале"
