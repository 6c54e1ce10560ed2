"""The numbers of a search: read from TOML, all that is wrong told at once, and each explained in the docs."""

import re
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.planner import InvalidParameters, Parameters
from kakehashi.planner.parameters import RANGES

PAGE = Path(__file__).parents[2] / "docs" / "search-parameters.md"
NUMBERS = {
    name: st.integers(int(least), int(most)) if whole else st.floats(least, most)
    for name, (least, most, whole) in RANGES.items()
}


@given(st.fixed_dictionaries({}, optional=NUMBERS))
def test_a_file_says_what_its_lines_say_and_leaves_the_rest_as_usual(given: dict[str, int | float]) -> None:
    text = "".join(f"{name} = {value!r}\n" for name, value in given.items())
    assert asdict(Parameters.from_toml(text)) == asdict(Parameters()) | given


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = 'fair_share=2\nfirst_eff0rt=1.0\nexchanges=1.5\nround_effort="long"\nmany_cells=true\nagain_share=nan'
    with pytest.raises(InvalidParameters) as refused:
        Parameters.from_toml(text)
    assert [(one.code, one.place, one.values["value"]) for one in refused.value.findings] == [
        ("parameters.no-number", ("fair_share",), "2"),
        ("parameters.unknown", ("first_eff0rt",), "first_eff0rt"),
        ("parameters.no-whole-number", ("exchanges",), "1.5"),
        ("parameters.no-number", ("round_effort",), "long"),
        ("parameters.no-whole-number", ("many_cells",), "True"),
        ("parameters.no-number", ("again_share",), "nan"),
    ]
    assert refused.value.findings[1].values["nearest"] == "first_effort"
    assert (refused.value.findings[0].values["least"], refused.value.findings[0].values["most"]) == ("0.01", "1")


def test_what_is_no_toml_is_refused_and_so_are_numbers_that_python_code_gives() -> None:
    with pytest.raises(InvalidParameters) as refused:
        Parameters.from_toml("fair_share: 0.5")
    assert [one.code for one in refused.value.findings] == ["parameters.not-toml"]
    with pytest.raises(InvalidParameters):
        Parameters(step_share=0.0, lean_share=7.0)


def test_each_number_has_a_range_in_which_its_default_is() -> None:
    assert [field.name for field in fields(Parameters)] == list(RANGES)


def test_the_docs_name_each_number_with_its_default_and_its_range() -> None:
    told = re.findall(
        r"^\| `(\w+)` \| ([\d.]+) \| (whole, |)([\d.]+) to ([\d.]+) \| .+ \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    usual = asdict(Parameters())
    assert [(name, float(number), bool(whole), *map(float, span)) for name, number, whole, *span in told] == [
        (name, usual[name], whole, least, most) for name, (least, most, whole) in RANGES.items()
    ]
