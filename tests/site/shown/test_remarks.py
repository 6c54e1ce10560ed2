"""What the notes of a part say below it."""

from typing import Any

from tests.site.reading import a_site, reader

from kakehashi.site.shown.remarks import invented, remarks
from kakehashi.week.reporting import Report

READER = reader(a_site())


def noted(*notes: dict[str, Any]) -> Report:
    """A part with notes."""
    return Report.model_validate({"notes": notes})


def test_words_come_first_and_then_each_source_once() -> None:
    source = {"kind": "source", "source": "https://www.example.org/a"}
    shown = remarks(READER, noted(source, {"kind": "remark", "text": {"en": "Inferred."}}, source))
    assert shown == (
        '<p class="small remarks">Inferred. <span class="sources">Source: '
        '<a href="https://www.example.org/a" rel="noopener">example.org</a></span></p>'
    )


def test_notes_that_say_nothing_leave_no_paragraph() -> None:
    assert remarks(READER, noted({"kind": "provisional", "about": "summary"})) == ""


def test_a_disputed_fact_says_that_sources_differ() -> None:
    shown = remarks(READER, noted({"kind": "disputed", "about": "summary", "text": {"en": "Or July."}}))
    assert shown == '<p class="small remarks"><b>Sources differ.</b> Or July.</p>'


def test_a_part_is_marked_as_a_sample_only_if_the_whole_of_it_is() -> None:
    whole, key = noted({"kind": "invented"}), noted({"kind": "invented", "about": "summary"})
    assert (invented(READER, whole), invented(READER, key)) == ('<span class="tag">sample</span>', "")


def test_markup_in_a_note_stays_text() -> None:
    shown = remarks(READER, noted({"kind": "remark", "text": {"en": "<script>x</script>"}}))
    assert shown == '<p class="small remarks">&lt;script&gt;x&lt;/script&gt;</p>'
