"""Who would have to be in two places. Expected figures follow CoSPLib's definitions and are counted by hand."""

import pytest
from tests.planner.building import cake, people, problem, tea, terms

from kakehashi.planner import Block, Problem, Room, Talk, Term, Track

ADA, BO = people("Ada"), people("Bo")
PRESENTING = {Term.PRESENTERS_BLOCK: 1, Term.PRESENTERS_SLOT: 1}
ATTENDING = {Term.ATTENDEES_BLOCK: 1, Term.ATTENDEES_SLOT: 1}
APART = {"hall": "a -", "attic": "b -"}


def test_presenters_block() -> None:
    """Somebody who presents in two rooms of a block counts once for the pair, though never at the same time."""
    about = problem(tea("a", presenters=ADA), cake("b", presenters=ADA))
    assert terms(about, hall="a -", attic="- b") == {Term.PRESENTERS_BLOCK: 1}
    assert terms(about, hall="a -", attic="- -|- b") == {}


def test_each_pair_counts_in_a_block() -> None:
    """Three talks of one presenter in three rooms are three pairs; a pair that shares two presenters is one."""
    both = people("Ada", "Bo")
    about = problem(
        *(Talk(name, name, presenters=both) for name in "abc"), rooms=(Room("hall"), Room("attic"), Room("shed"))
    )
    assert terms(about, hall="a -", attic="- b", shed="c -") == {Term.PRESENTERS_BLOCK: 3, Term.PRESENTERS_SLOT: 1}


def test_presenters_slot() -> None:
    """Two talks of one presenter that overlap in three slots count three; at the level of blocks they count one."""
    about = problem(tea("a", slots=3, presenters=ADA), cake("b", slots=4, presenters=ADA), blocks=(Block("early", 5),))
    assert terms(about, hall="a a a - -", attic="b b b b -") == {Term.PRESENTERS_BLOCK: 1, Term.PRESENTERS_SLOT: 3}


def test_in_one_room_nobody_is_in_two_places() -> None:
    """Whoever presents and hears talks of one room has no conflict."""
    about = problem(tea("a", presenters=ADA, attendees=BO), tea("b", presenters=ADA, attendees=BO))
    assert terms(about, hall="a b") == {}


def test_presenters_who_chair() -> None:
    """A presenter who chairs another track would have to be in its room too, whichever of the two talks it is."""
    about = problem(Track("cake", chairs=ADA), tea("a", presenters=ADA), cake("b"))
    assert terms(about, **APART) == PRESENTING
    assert terms(about, hall="b -", attic="a -") == PRESENTING


def test_presenters_who_chair_their_own_track() -> None:
    """A presenter who chairs the track of both talks has no conflict; nor do presenters whose track has no chair."""
    about = problem(Track("tea", chairs=ADA), tea("a", presenters=ADA), tea("b"))
    assert terms(about, **APART) == {Term.PARALLEL_TRACKS: 1, Term.ROOMS_PER_TRACK: 1}


def test_attendees_block() -> None:
    """Somebody who wants to hear talks in two rooms of a block counts once for the pair."""
    about = problem(tea("a", attendees=ADA), cake("b", attendees=ADA))
    assert terms(about, hall="a -", attic="- b") == {Term.ATTENDEES_BLOCK: 1}


def test_attendees_slot() -> None:
    """Two talks that somebody wants to hear and that overlap in two slots count two."""
    about = problem(tea("a", slots=2, attendees=ADA), cake("b", slots=2, attendees=ADA))
    assert terms(about, hall="a a", attic="b b") == {Term.ATTENDEES_BLOCK: 1, Term.ATTENDEES_SLOT: 2}


@pytest.mark.parametrize(
    "about",
    [
        problem(tea("a", attendees=ADA), cake("b", presenters=ADA)),
        problem(tea("a", presenters=ADA), cake("b", attendees=ADA)),
        problem(Track("cake", chairs=ADA), tea("a", attendees=ADA), cake("b")),
        problem(Track("tea", chairs=ADA), tea("a"), cake("b", attendees=ADA)),
    ],
    ids=["hears and presents", "presents and hears", "hears and chairs", "chairs and hears"],
)
def test_attendees_who_are_wanted_elsewhere(about: Problem) -> None:
    """To hear one talk and to present another or to chair its track is a conflict of attendees, not of presenters."""
    assert terms(about, **APART) == ATTENDING


def test_attendees_who_chair_their_own_track() -> None:
    """A chair who wants to hear a talk of the own track is there anyhow."""
    about = problem(Track("tea", chairs=ADA), tea("a", attendees=ADA), tea("b"))
    assert terms(about, **APART) == {Term.PARALLEL_TRACKS: 1, Term.ROOMS_PER_TRACK: 1}


def test_presenters_and_attendees_both_count() -> None:
    """Who presents both talks and wants to hear both has both conflicts."""
    about = problem(tea("a", presenters=ADA, attendees=ADA), cake("b", presenters=ADA, attendees=ADA))
    assert terms(about, **APART) == PRESENTING | ATTENDING


def test_people_of_their_own() -> None:
    """Talks and tracks that want different people may run at once."""
    about = problem(
        Track("tea", chairs=people("Cy")),
        Track("cake", chairs=people("Di")),
        tea("a", presenters=ADA, attendees=people("Ed")),
        cake("b", presenters=BO, attendees=people("Flo")),
    )
    assert terms(about, **APART) == {}


def test_chairs() -> None:
    """Tracks with a chair in common count 1 for each pair of their cells in a block: two of tea against one of cake."""
    rooms = (Room("hall"), Room("attic"), Room("shed"))
    about = problem(
        Track("tea", chairs=people("Ada", "Bo")), Track("cake", chairs=ADA), tea("a"), tea("b"), cake("c"), rooms=rooms
    )
    assert terms(about, hall="a -", attic="c -", shed="- b") == {
        Term.CHAIRS: 2,
        Term.PARALLEL_TRACKS: 1,
        Term.ROOMS_PER_TRACK: 1,
    }
    assert terms(about, hall="a b", attic="- -|c -") == {}


def test_a_torn_talk_is_in_each_of_its_rooms() -> None:
    """A talk in two rooms of a block meets a third one from both; with itself it has no conflict."""
    rooms = (Room("hall"), Room("attic"), Room("shed"))
    about = problem(Talk("a", "tea", slots=2, presenters=ADA), cake("b", presenters=ADA), rooms=rooms)
    found = terms(about, hall="a -", attic="- a", shed="b -")
    assert (found[Term.PRESENTERS_BLOCK], found[Term.PRESENTERS_SLOT]) == (2, 1)


def test_conflicts_are_seen_where_no_track_is_named() -> None:
    """Talks in cells without a track want their people all the same; their chairs are not seen as chairs."""
    about = problem(
        Track("tea", chairs=ADA), Track("cake", chairs=ADA), tea("a", presenters=BO), cake("b", presenters=BO)
    )
    assert terms(about, {("early", "hall"): None}, **APART) == PRESENTING
