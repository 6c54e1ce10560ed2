"""Laws of taking a person out, over weeks whose names are as hostile as people's texts are."""

import html
import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.strategies import weeks

from kakehashi.week import Week, timetable
from kakehashi.week.redacting import NameForms, found_in, name_forms, redacted
from kakehashi.week.references import dangling


@st.composite
def redactions(draw: st.DrawFn) -> tuple[Week, NameForms]:
    """A week and somebody in it."""
    week = draw(weeks())
    return week, name_forms([week], draw(st.sampled_from(sorted(week.people))))


def strings(value: Any) -> list[str]:
    """Every text of a document, keys too."""
    if isinstance(value, dict):
        return [text for key, one in value.items() for text in (key, *strings(one))]
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


@settings(max_examples=30)
@given(redactions())
def test_no_form_of_the_name_is_left_in_any_text_of_the_week(given_: tuple[Week, NameForms]) -> None:
    week, forms = given_
    clean = redacted(week, forms).week
    for text in strings(clean.model_dump(mode="json", exclude_none=True)):
        assert not found_in(text.encode(), forms)
    assert forms.slugs.isdisjoint(clean.people)


@settings(max_examples=30)
@given(redactions())
def test_a_week_without_the_person_is_valid_with_every_reference_right(given_: tuple[Week, NameForms]) -> None:
    clean = redacted(*given_).week
    assert Week.model_validate_json(clean.model_dump_json()) == clean
    assert list(dangling(clean)) == []


@settings(max_examples=30)
@given(redactions())
def test_nothing_moves_and_no_item_is_lost(given_: tuple[Week, NameForms]) -> None:
    week, forms = given_
    clean = redacted(week, forms).week
    before = [(placed.start, placed.end, placed.room) for placed in timetable(week).placements]
    after = [(placed.start, placed.end, placed.room) for placed in timetable(clean).placements]
    assert [start for start, _, _ in before] == [start for start, _, _ in after]
    assert [item.kind for item in week.items.values()] == [item.kind for item in clean.items.values()]


@settings(max_examples=30)
@given(redactions())
def test_what_has_been_taken_out_once_stays_as_it_is(given_: tuple[Week, NameForms]) -> None:
    week, forms = given_
    once = redacted(week, forms)
    again = redacted(once.week, forms)
    assert again.week == once.week


@settings(max_examples=30)
@given(weeks())
def test_a_person_who_was_never_there_changes_nothing(week: Week) -> None:
    assume("nobody-at-all" not in week.people)
    forms = name_forms([], "nobody-at-all", ["Nobody Whatsoever"])
    assert redacted(week, forms).week == week


NAMES = st.sampled_from(["Ilshat Gafurov", "山崎 光悦", "Ямадзаки Коэцу", "Ørsted Köpenick", "ガフロフ・イルシャット"])
GUISES: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "capitals": str.upper,
    "references": lambda name: "".join(f"&#{ord(one)};" for one in name),
    "hexadecimal": lambda name: "".join(f"&#x{ord(one):X};" for one in name),
    "json": json.dumps,
    "json in an attribute": lambda name: html.escape(json.dumps(name)),
    "address": quote,
    "address in json": lambda name: json.dumps(f"/people/{quote(name)}/"),
    "may break": "<wbr>".join,
    "soft hyphens": "&shy;".join,
    "unseen": "\u200b".join,
    "tags": lambda name: f"<b class=x>{name[:3]}</b>{name[3:]}",
    "ruby": lambda name: f"<ruby>{name[:2]}<rt>abc</rt></ruby>{name[2:]}",
    "no spaces": lambda name: name.replace(" ", ""),
    "wide spaces": lambda name: name.replace(" ", "\u3000\u00a0"),
    "comma": lambda name: name.replace(" ", ", "),
    "calendar": lambda name: name.replace(" ", "\\, "),
    "other order": lambda name: " ".join(reversed(name.split())),
    "address with hyphens": lambda name: name.lower().replace(" ", "-"),
}


@given(NAMES, st.lists(st.sampled_from(sorted(GUISES)), min_size=1, max_size=1), st.integers(0, 5))
def test_a_name_is_found_in_every_guise_among_other_text(name: str, guises: list[str], place: int) -> None:
    week = Week.model_validate(
        {"slug": "tea-week", "title": {"en": "Tea"}, "languages": ["en"], "zone": "Asia/Tokyo", "days": ["2021-09-29"]}
        | {"people": {"someone": {"names": {"en": {"whole": name}}}}}
    )
    written = name
    for guise in guises:
        written = GUISES[guise](written)
    around = "<p>tea, 茶と</p>" * place
    assert found_in(f"{around} {written} {around}".encode(), name_forms([week], "someone"))


@given(NAMES, st.integers(1, 60))
def test_a_name_is_found_in_a_calendar_whose_lines_are_folded_anywhere(name: str, width: int) -> None:
    forms = NameForms(frozenset(), (name,), (), ())
    line = f"SUMMARY:Tea with {name} at noon".encode()
    folded = b"\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
    assert found_in(folded, forms)
