"""Whom a timetable burdens: parties that make no sense are refused, all that is wrong with them at once."""

import pytest
from tests.planner.building import problem, tea

from kakehashi.findings import Finding
from kakehashi.frozen import FrozenMap
from kakehashi.planner import InvalidProblem, Party
from kakehashi.words import words_of

TEN_MILLION = 10_000_000
OUT_OF_RANGE = "problem.strain-out-of-range"


def straining(**blocks: tuple[int, ...]) -> Party:
    """A party that the talk `a` strains so in these blocks of two slots."""
    return Party("lima", 1, {"a": FrozenMap(blocks)})


@pytest.mark.parametrize(
    ("party", "expected", "told"),
    [
        *(
            (
                Party("lima", size),
                Finding("problem.no-size", ("parties", "lima"), {"value": size}),
                f"The size of a party is {told}; it goes from 1 to ten million.",
            )
            for size, told in ((0, "0"), (TEN_MILLION + 1, "10,000,001"))
        ),
        *(
            (
                party,
                Finding(OUT_OF_RANGE, ("parties", "lima"), {"value": value}),
                f"A burden is {told}; it goes from 0 to ten million.",
            )
            for party, value, told in (
                (Party("lima", 1, borne=-1), -1, "-1"),
                (Party("lima", 1, borne=TEN_MILLION + 1), TEN_MILLION + 1, "10,000,001"),
                (straining(early=(9, -20)), -20, "-20"),
                (straining(noon=(0, 0), late=(TEN_MILLION + 1, -9)), TEN_MILLION + 1, "10,000,001"),
            )
        ),
        (
            Party("lima", 1, {"milk": FrozenMap()}),
            Finding("problem.unknown-talk", ("parties", "lima"), {"value": "milk"}),
            "There is no talk “milk” to be planned.",
        ),
        (
            straining(never=(1, 2, 3)),
            Finding("problem.unknown-block", ("parties", "lima"), {"value": "never"}),
            "There is no block “never”.",
        ),
        (
            straining(early=(1, 2, 3)),
            Finding("problem.strain-of-other-slots", ("parties", "lima"), {"value": 3, "expected": 2}),
            "The burdens of a block are as many as its slots: there are 3 instead of 2.",
        ),
    ],
)
def test_a_party_that_makes_no_sense(party: Party, expected: Finding, told: str) -> None:
    with pytest.raises(InvalidProblem) as refused:
        problem(tea("a"), parties=(party,))
    assert refused.value.findings == (expected,)
    assert words_of("en").tell(expected) == told


def test_everything_that_is_wrong_with_parties_is_told() -> None:
    strained = {"milk": FrozenMap({"never": (-1,), "early": (5,)}), "a": FrozenMap({"late": (-7, 0)})}
    with pytest.raises(InvalidProblem) as refused:
        problem(tea("a"), parties=(Party("kazan", 0), Party("lima", 0, strained, -2)))
    assert [(found.code, found.place[1], found.values["value"]) for found in refused.value.findings] == [
        ("problem.no-size", "kazan", 0),
        ("problem.no-size", "lima", 0),
        (OUT_OF_RANGE, "lima", -2),
        ("problem.unknown-talk", "lima", "milk"),
        ("problem.unknown-block", "lima", "never"),
        (OUT_OF_RANGE, "lima", -1),
        ("problem.strain-of-other-slots", "lima", 1),
        (OUT_OF_RANGE, "lima", -7),
    ]


def test_sizes_and_burdens_go_up_to_ten_million() -> None:
    large = Party("kazan", TEN_MILLION, {"a": FrozenMap({"early": (0, TEN_MILLION)})}, TEN_MILLION)
    small = Party("lima", 1)
    assert problem(tea("a"), parties=(large, small)).parties == (large, small)


def test_the_mean_of_a_party_is_of_what_it_bears_anyway_too_and_is_rounded_up() -> None:
    three = Party("kazan", 3, borne=30)
    assert [three.mean(burden) for burden in (0, 1, 3, 4)] == [10, 11, 11, 12]


def test_what_a_party_was_made_from_may_change() -> None:
    strains = {"a": FrozenMap({"early": (1, 2)})}
    party = Party("lima", 1, strains)
    strains.clear()
    assert party.strains == {"a": {"early": (1, 2)}}
