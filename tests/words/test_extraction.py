"""The catalogues are kept in step with the code."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from kakehashi.words.extraction import FOLDER, Fault, faults, merged, messages_in, tidied
from kakehashi.words.extraction.__main__ import check, main, tidy, update

CODE = """
words.say("A day.")
words.say_in("mark", "sample")
words.count("%(count)s day", "%(count)s days", days)
text.count("a"), N_("From %(here)s " "to %(there)s.")
"""
TEMPLATE = """<p>{{ _("A page.") }} {% trans %}A <b>bold</b>
  word.{% endtrans %}</p>
{{ r.words.say("A day.") }}{{ r.words.count("%(count)s hour", "%(count)s hours", n) }}{{ "a".count("b") }}"""

GERMAN = """\
# Kakehashi: Deutsch.
msgid ""
msgstr ""
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: code.py templates/page.html
msgid "A day."
msgstr "Ein Tag."

#: code.py
msgctxt "mark"
msgid "sample"
msgstr "Beispiel"

#: code.py
#, python-format
msgid "%(count)s day"
msgid_plural "%(count)s days"
msgstr[0] "%(count)s Tag"
msgstr[1] "%(count)s Tage"

#: code.py
#, python-format
msgid "From %(here)s to %(there)s."
msgstr "Von %(here)s nach %(there)s."

#: templates/page.html
msgid "A page."
msgstr "Eine Seite."

#: templates/page.html
msgid "A <b>bold</b> word."
msgstr "Ein <b>fettes</b> Wort."

#: templates/page.html
#, python-format
msgid "%(count)s hour"
msgid_plural "%(count)s hours"
msgstr[0] "%(count)s Stunde"
msgstr[1] "%(count)s Stunden"

msgctxt "zone"
msgid "Japan Standard Time"
msgstr "Japanische Zeit"
"""


@pytest.fixture
def template(tmp_path: Path) -> Catalog:
    (tmp_path / "templates").mkdir()
    (tmp_path / "code.py").write_text(CODE)
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    return messages_in(tmp_path)


def kinds(po: str, template: Catalog) -> list[tuple[str, str]]:
    return [(fault.kind, fault.message) for fault in faults(po, template, "de")]


def test_messages_come_from_code_and_templates_in_order(template: Catalog) -> None:
    assert [(message.context, message.id) for message in template if message.id] == [
        (None, "A day."),
        ("mark", "sample"),
        (None, ("%(count)s day", "%(count)s days")),
        (None, "From %(here)s to %(there)s."),
        (None, "A page."),
        (None, "A <b>bold</b> word."),
        (None, ("%(count)s hour", "%(count)s hours")),
    ]


def test_a_complete_catalogue_has_no_fault_and_does_not_change(template: Catalog) -> None:
    assert kinds(GERMAN, template) == []
    assert merged(GERMAN, template, "de") == GERMAN


def test_a_new_catalogue_has_every_message_and_the_plural_forms_of_its_language(template: Catalog) -> None:
    new = merged("", template, "pl")
    assert new.startswith('# Kakehashi: Polski.\nmsgid ""\nmsgstr ""\n"Language: pl\\n"')
    assert new.count("msgstr[") == 6
    assert {fault.kind for fault in faults(new, template, "pl")} == {"empty"}


def test_a_language_that_nobody_knows_begins_with_the_plural_forms_of_english(template: Catalog) -> None:
    new = merged("", template, "qya")
    assert new.startswith('# Kakehashi: qya.\nmsgid ""\nmsgstr ""\n"Language: qya\\n"')
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in new


def test_a_message_that_is_gone_is_set_aside_and_comes_back(template: Catalog) -> None:
    aside = merged(GERMAN, Catalog(), "de")
    assert '#~ msgstr "Ein Tag."' in aside
    assert merged(aside, template, "de") == GERMAN


def test_what_is_set_aside_is_a_fault_until_it_is_dropped(template: Catalog) -> None:
    more = GERMAN + '\n#: code.py\nmsgid "Gone."\nmsgstr "Weg."\n'
    aside = merged(more, template, "de")
    assert kinds(more, template) == kinds(aside, template) == [("forgotten", "Gone.")]
    assert tidied(aside) == GERMAN


def test_a_message_that_becomes_plural_must_be_translated_anew(template: Catalog) -> None:
    singular = '#: code.py\nmsgid "%(count)s day"\nmsgstr "%(count)s Tag"\n'
    before, _, after = GERMAN.partition('#: code.py\n#, python-format\nmsgid "%(count)s day"')
    old = before + singular + "\n" + after.partition("\n\n")[2]
    assert kinds(old, template) == [("lacking", "%(count)s day")]
    assert kinds(merged(old, template, "de"), template) == [("empty", "%(count)s day")]


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('#: code.py templates/page.html\nmsgid "A day."\nmsgstr "Ein Tag."\n\n', "", ("lacking", "A day.")),
        ('msgstr "Ein Tag."', 'msgstr ""', ("empty", "A day.")),
        ('"%(count)s Tage"', '""', ("empty", "%(count)s day")),
        ('page.html\nmsgid "A day."', 'page.html\n#, fuzzy\nmsgid "A day."', ("unsure", "A day.")),
        ("nach %(there)s", "nach dort", ("places", "From %(here)s to %(there)s.")),
        ("nach %(there)s", "nach %(dort)s", ("places", "From %(here)s to %(there)s.")),
        ("nach %(there)s", "nach %(there)s, 5 % weiter", ("percent", "From %(here)s to %(there)s.")),
        ("Japan Standard Time", "Japanese Time", ("forgotten", "Japanese Time")),
        ("<b>fettes</b>", "fettes", ("markup", "A <b>bold</b> word.")),
    ],
)
def test_a_translation_that_lost_something_is_a_fault(
    template: Catalog, right: str, wrong: str, fault: tuple[str, str]
) -> None:
    assert right in GERMAN
    assert kinds(GERMAN.replace(right, wrong), template) == [fault]


def test_a_plural_form_may_leave_out_the_number(template: Catalog) -> None:
    assert kinds(GERMAN.replace('"%(count)s Tag"', '"ein Tag"'), template) == []


def test_a_fault_is_told_with_its_catalogue() -> None:
    assert str(Fault("de", "empty", "A day.")) == "de.po: empty: A day."


def test_updating_writes_only_what_changed(tmp_path: Path, template: Catalog) -> None:
    catalogue = tmp_path / "de.po"
    catalogue.write_text("")
    update([catalogue], template)
    first = catalogue.read_text()
    catalogue.chmod(0o444)
    assert (update([catalogue], template), catalogue.read_text()) == (0, first)


def test_checking_names_every_fault_and_says_no(
    tmp_path: Path, template: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = tmp_path / "de.po"
    catalogue.write_text(GERMAN.replace("Ein Tag.", ""))
    assert check([catalogue], template) == 1
    assert capsys.readouterr().out == "de.po: empty: A day.\n"


def test_tidying_drops_what_no_code_says(tmp_path: Path, template: Catalog) -> None:
    catalogue = tmp_path / "de.po"
    catalogue.write_text(GERMAN + '\n#: code.py\nmsgid "Gone."\nmsgstr "Weg."\n')
    assert (tidy([catalogue], template), catalogue.read_text()) == (0, GERMAN)


def test_an_act_that_nobody_knows_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate"]) == 2
    assert capsys.readouterr().err == "usage: python -m kakehashi.words.extraction update | check | tidy\n"


def test_every_catalogue_is_complete() -> None:
    template = messages_in(FOLDER)
    catalogues = sorted((FOLDER / "words" / "catalogues").glob("*.po"))
    assert [str(f) for path in catalogues for f in faults(path.read_text("utf-8"), template, path.stem)] == []


def test_every_catalogue_is_as_updating_writes_it() -> None:
    template = messages_in(FOLDER)
    for path in sorted((FOLDER / "words" / "catalogues").glob("*.po")):
        assert merged(path.read_text("utf-8"), template, path.stem) == path.read_text("utf-8")
