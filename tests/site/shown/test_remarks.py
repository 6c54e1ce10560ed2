"""What the notes of a part say below it."""

from typing import Any

import pytest
from tests.site.reading import a_site, reader

from kakehashi.site.shown.remarks import caution, caveats, remarks
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


def test_sources_at_one_host_are_told_apart_by_their_paths() -> None:
    addresses = ["https://www.a.example/en/1", "https://a.example/en/2", "https://b.example/"]
    shown = remarks(READER, noted(*({"kind": "source", "source": address} for address in addresses)))
    links = [said.partition("</a>")[0] for said in shown.split('noopener">')[1:]]
    assert links == ["a.example/en/1", "a.example/en/2", "b.example"]


@pytest.mark.parametrize(
    ("note", "marks"),
    [
        ({"kind": "invented"}, ["sample"]),
        ({"kind": "provisional"}, ["provisional"]),
        ({"kind": "invented", "text": {"en": "For this example."}}, ["sample"]),
        ({"kind": "invented", "about": "summary"}, []),
        ({"kind": "remark"}, []),
    ],
)
def test_a_part_is_marked_only_if_the_note_is_about_the_whole_of_it(note: dict[str, Any], marks: list[str]) -> None:
    assert caution(READER, noted(note)) == "".join(f'<span class="tag">{said}</span>' for said in marks)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ({"kind": "invented"}, ["This week is invented, as an example."]),
        ({"kind": "provisional"}, ["What these pages tell is provisional."]),
        ({"kind": "disputed"}, ["Sources differ on what these pages tell."]),
        ({"kind": "invented", "text": {"en": "A play."}}, ["A play."]),
        ({"kind": "provisional", "about": "times"}, []),
        ({"kind": "source", "source": "https://a.example/"}, []),
    ],
)
def test_what_the_week_says_of_itself_is_said_even_by_a_bare_kind(note: dict[str, Any], said: list[str]) -> None:
    assert list(caveats(reader(a_site(notes=[note])))) == said


def test_markup_in_a_note_stays_text() -> None:
    shown = remarks(READER, noted({"kind": "remark", "text": {"en": "<script>x</script>"}}))
    assert shown == '<p class="small remarks">&lt;script&gt;x&lt;/script&gt;</p>'
