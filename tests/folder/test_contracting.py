"""How values are written: as short as a person would, and never so that they are read as something else."""

from datetime import date, timedelta
from typing import Any

import pytest

from kakehashi.folder.contracting import clock, contract, duration
from kakehashi.folder.emitting import Flow, Plain, emit
from kakehashi.folder.expanding import Expander, Host
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.shapes import Named, group
from kakehashi.folder.sources import SourceFile
from kakehashi.week import Moment, Week
from kakehashi.week.items import Item, Speaker
from kakehashi.week.organising import Attendance, Contact
from kakehashi.week.part import Note
from kakehashi.week.people import Name, Person
from kakehashi.week.programmes import Figures, YearFigure
from kakehashi.words import Text

HOST = Host("ja", "Asia/Tokyo")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Speaker(person="ada"), "ada"),
        (Speaker(person="ada", position="dean"), {"person": "ada", "position": "dean"}),
        (Note(kind="invented"), "invented"),
        (Note(kind="provisional", about="start"), {"kind": "provisional", "about": "start"}),
        (Attendance(how="open"), "open"),
        (Name(whole="花"), "花"),
        (Name(whole="花", sort="はな"), {"whole": "花", "sort": "はな"}),
        (Person(names={"ja": {"whole": "花"}}), {"names": "花"}),
        (Person(names={"en": {"whole": "Hana"}}), {"names": {"en": "Hana"}}),
        (Person(names={"ja": {"whole": "花", "sort": "はな"}}), {"names": {"ja": {"whole": "花", "sort": "はな"}}}),
        (Contact(name=Text(ja="国際課")), {"name": "国際課"}),
        (Contact(name=Text(en="Office")), {"name": {"en": "Office"}}),
        (Person(), {}),
    ],
)
def test_a_part_says_what_differs_from_its_defaults_in_its_shortest_form(value: Any, written: object) -> None:
    assert contract(value, group(type(value)), HOST) == written


def test_notes_come_last_and_a_list_of_one_text_stands_alone() -> None:
    item = Item(kind="talk", notes=[{"kind": "invented"}], speakers=[{"person": "ada"}], languages=["en", "ja"])
    written = contract(item, group(Item), HOST)
    assert list(written)[-1] == "notes"
    assert (written["speakers"], written["languages"], written["notes"]) == ("ada", ["en", "ja"], "invented")


def test_a_list_of_one_part_with_several_keys_stays_a_list() -> None:
    item = Item(kind="talk", speakers=[{"person": "ada", "role": "chair"}])
    assert contract(item, group(Item), HOST)["speakers"] == [{"person": "ada", "role": "chair"}]


def test_yearly_figures_are_keyed_by_year_unless_a_year_stands_twice() -> None:
    once = Figures(counted=Text(ja="人"), years=[YearFigure(year=2019, plan=10), YearFigure(year=2020)])
    twice = Figures(counted=Text(ja="人"), years=[YearFigure(year=2019, plan=10), YearFigure(year=2019)])
    assert contract(once, group(Figures), HOST)["years"] == {"2019": {"plan": "10"}, "2020": {}}
    assert contract(twice, group(Figures), HOST)["years"] == [{"year": "2019", "plan": "10"}, {"year": "2019"}]
    assert isinstance(contract(once, group(Figures), HOST)["years"]["2019"], Flow)


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2021-09-29T15:00[Asia/Tokyo]", "2021-09-29 15:00"),
        ("2021-09-29T15:00[Asia/Seoul]", "2021-09-29 15:00 Asia/Seoul"),
        ("2021-10-31T02:30+01:00[Europe/Berlin]", "2021-10-31 02:30 +01:00 Europe/Berlin"),
        ("2021-10-31T02:30-03:30[Asia/Tokyo]", "2021-10-31 02:30 -03:30"),
        ("1000-01-01T00:00[Asia/Tokyo]", "1000-01-01 00:00"),
    ],
)
def test_a_moment_leaves_out_the_host_s_zone_and_nothing_else(moment: str, written: str) -> None:
    assert clock(Moment.parse(moment), HOST) == written


@pytest.mark.parametrize(
    "seconds", [0, 1, 59, 60, 61, 3599, 3600, 3661, 59_999, 60_000, 3_599_999, 3_600_000, 90_000_000]
)
def test_a_length_of_time_is_read_back_as_the_same_seconds(seconds: int) -> None:
    file = SourceFile("x.yaml", f"seconds: {duration(seconds)}")
    read_yaml(file)
    assert file.root is not None
    shape = group(Week).fields["recordings"]
    assert isinstance(shape, Named)
    assert int(Expander(file, HOST).expand(file.root, shape.of)["seconds"]) == seconds


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (True, "pinned: true"),
        (5, "pinned: 5"),
        (0.25, "pinned: 0.25"),
        (date(2021, 9, 29), "pinned: 2021-09-29"),
        ("5", "pinned: '5'"),
        ("true", "pinned: 'true'"),
        ("no", "pinned: 'no'"),
    ],
)
def test_only_what_is_no_text_looks_like_none_to_other_readers(value: Any, line: str) -> None:
    assert emit({"pinned": contract(value, group(Name).fields["sort"], HOST)}) == f"{line}\n"


def test_an_offset_of_no_hours_is_kept() -> None:
    moment = Moment.parse("2021-10-31T01:30+00:00[Europe/London]")
    assert (moment.offset, clock(moment, HOST)) == (timedelta(0), "2021-10-31 01:30 +00:00 Europe/London")
    assert isinstance(clock(moment, HOST), Plain)
