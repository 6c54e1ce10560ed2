"""What the parties of a week bear, and what moves. Expected figures are counted by hand."""

from tests.planner.building import cake, laid, problem, tea, terms

from kakehashi.frozen import FrozenMap
from kakehashi.planner import Party, Place, Term, burdens, evaluate, means

NIGHT = FrozenMap({"early": (0, 7), "late": (30, 100)})
KAZAN = Party("kazan", 1, FrozenMap({"a": NIGHT}))
ABOUT = problem(
    tea("a", slots=2),
    cake("b"),
    parties=(KAZAN, Party("kanazawa", 3, FrozenMap({"a": NIGHT, "b": FrozenMap({"noon": (1, 2)})}), borne=10)),
)


def test_a_burden_is_what_the_slots_of_talks_strain() -> None:
    """Every slot that a talk fills counts, for each party that it strains, and what is borne anyway comes on top."""
    found = laid(ABOUT, hall="- -|- -|a a", attic="- -|- b|- -")
    assert burdens(ABOUT, found) == {"kazan": 130, "kanazawa": 10 + 130 + 2}
    assert evaluate(ABOUT, found)[Term.BURDEN] == 272


def test_a_block_that_is_not_named_strains_nobody() -> None:
    """Parties bear nothing where nothing is said, nor for talks that are none of theirs."""
    assert burdens(ABOUT, laid(ABOUT, hall="- -|a a|b -")) == {"kazan": 0, "kanazawa": 10}
    assert burdens(ABOUT, laid(ABOUT)) == {"kazan": 0, "kanazawa": 10}


def test_a_mean_is_rounded_up() -> None:
    """A party of three with 30 has a mean of 10, with 31 or 32 one of 11: so no burden is lost to rounding."""
    three = [Party("p", 3, borne=borne) for borne in (30, 31, 32, 33)]
    assert [means(problem(parties=(party,)), laid(problem()))["p"] for party in three] == [10, 11, 11, 11]


def test_the_worst_mean_is_not_the_worst_burden() -> None:
    """A large party with more to bear may be better off than a small one."""
    found = laid(ABOUT, hall="a a", attic="- b")
    assert means(ABOUT, found) == {"kazan": 7, "kanazawa": 6}
    assert terms(ABOUT, hall="a a", attic="- b") == {Term.BURDEN: 7 + 17, Term.WORST: 7}


def test_without_parties_nobody_is_worst_off() -> None:
    """Where no party is, nothing is borne."""
    assert terms(problem(tea("a")), hall="- a") == {}


def test_every_cell_that_names_a_track_is_one() -> None:
    """Sessions count by cells: two rooms of one block are two."""
    about = problem(tea("a"), tea("b"), cake("c"))
    assert evaluate(about, laid(about, hall="a -|c -", attic="b -"))[Term.CELLS] == 3


def test_a_talk_at_another_time_has_moved() -> None:
    """Another block or another slot costs what moving the talk costs, another room nothing."""
    about = problem(tea("a", former=Place("noon", "hall", 1), moving=5), tea("b", former=Place("early", "hall", 0)))
    assert terms(about, hall="b -|- a") == {}
    assert terms(about, attic="b -|- a") == {}
    assert terms(about, hall="b -|a -") == {Term.MOVED: 5}
    assert terms(about, hall="b a") == {Term.MOVED: 5}
    assert terms(about, hall="a b") == {Term.MOVED: 6}


def test_a_long_talk_has_moved_by_its_first_slot() -> None:
    """A talk stands where it begins, whichever of its slots is told first; without a former place it never moves."""
    about = problem(tea("a", slots=2, former=Place("noon", "hall", 0)), cake("b", moving=9))
    assert terms(about, hall="- -|a a", attic="- b") == {}
    assert terms(about, hall="a a", attic="- b") == {Term.MOVED: 1}


def test_what_is_nowhere_has_not_moved() -> None:
    """A talk that is missing is a fault, and not a move."""
    assert terms(problem(tea("a", former=Place("noon", "hall", 0)))) == {}


def test_a_torn_talk_begins_in_the_earlier_of_its_blocks() -> None:
    """Blocks follow one another as the problem gives them, not by their names, of which `late` comes before `noon`."""
    about = problem(tea("a", slots=2, former=Place("noon", "hall", 1)))
    assert terms(about, hall="- -|- a|a -") == {Term.SPLIT: 1_020_000_000}
