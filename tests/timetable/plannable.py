"""Weeks that can be planned, drawn at random, and timetables of theirs that somebody might have made by hand."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from tests.week.building import SMALL, institution, person

from kakehashi.planner import Place, Solution
from kakehashi.timetable import Posed
from kakehashi.week import Week

HOUSES = {
    "tokyo": institution("Tokyo", "Asia/Tokyo"),
    "kazan": institution("Kazan", "Europe/Moscow"),
    "lima": institution("Lima", "America/Lima"),
}
STARTS = ("2021-09-29T09:00", "2021-09-29T15:00", "2021-09-29T21:00", "2021-09-30T10:00")
KINDS = (
    "talk",
    "talk",
    "talk",
    "student-presentation",
    "opening-remarks",
    "closing-remarks",
    "questions",
    "break",
    "award",
)
PEOPLE = ("ada", "boris", "carla", "dan")
HOUSE = st.sampled_from((*HOUSES, None))


@st.composite
def plannable_weeks(draw: DrawFn) -> Week:
    """A week of a few blocks, rooms and sessions, some of which stay where they are, with people in three zones."""
    starts = STARTS[: draw(st.integers(1, len(STARTS)))]
    sessions = {f"session-{number}": draw(sessions_of(len(starts))) for number in range(draw(st.integers(1, 5)))}
    items = {f"item-{number}": draw(items_of(tuple(sessions))) for number in range(draw(st.integers(1, 9)))}
    # There is always something to plan.
    sessions["session-0"] |= {"pinned": False, "start": None}
    items["item-0"] |= {"session": "session-0", "minutes": 20, "status": "confirmed"}
    return Week.model_validate(
        SMALL
        | {
            "institutions": HOUSES,
            "people": {slug: draw(people()) for slug in PEOPLE},
            "rooms": {slug: {"name": {"en": slug}} for slug in ("hall", "attic", "cellar")},
            "blocks": {
                f"block-{number}": {"start": f"{start}[Asia/Tokyo]", "slots": 8, "slot_minutes": 15}
                for number, start in enumerate(starts)
            },
            "symposia": {"tea": {"title": {"en": "Tea"}}, "cake": {"title": {"en": "Cake"}}},
            "sessions": sessions,
            "items": items,
            "wishes": draw(wishes(len(starts), (*sessions, *items))),
        }
    )


@st.composite
def sessions_of(draw: DrawFn, blocks: int) -> dict[str, Any]:
    block = draw(st.none() | st.integers(0, blocks - 1))
    time = {"block": f"block-{block}"} if block is not None else {}
    if draw(st.integers(0, 3)) == 0:
        time = {"start": f"2021-09-29T{draw(st.integers(8, 22)):02}:00[Asia/Tokyo]"}
    return time | {
        "title": draw(st.sampled_from(({}, {}, {"en": "A title"}))),
        "symposium": draw(st.sampled_from(("tea", "cake", None))),
        "room": draw(st.sampled_from(("hall", "attic", "cellar", None))),
        "pinned": draw(st.integers(0, 4)) == 0,
        "chairs": draw(st.lists(st.sampled_from(PEOPLE), max_size=1)),
    }


@st.composite
def items_of(draw: DrawFn, sessions: tuple[str, ...]) -> dict[str, Any]:
    speakers = st.fixed_dictionaries(
        {"person": st.sampled_from(PEOPLE), "role": st.sampled_from(("speaker", "chair", "co-author", "reader"))}
    )
    return {
        "kind": draw(st.sampled_from(KINDS)),
        "symposium": draw(st.sampled_from(("tea", "cake"))),
        "session": draw(st.none() | st.sampled_from(sessions)),
        "order": draw(st.integers(0, 3)),
        "minutes": draw(st.sampled_from((0, 10, 15, 20, 45))),
        "delivery": draw(st.sampled_from(("live", "live", "recorded", "read-out"))),
        "status": draw(st.sampled_from(("confirmed", "confirmed", "confirmed", "cancelled"))),
        "speakers": draw(st.lists(speakers, max_size=2)),
        "institutions": draw(st.lists(st.sampled_from(tuple(HOUSES)), max_size=2, unique=True)),
    }


@st.composite
def people(draw: DrawFn) -> dict[str, Any]:
    houses = draw(st.lists(HOUSE, max_size=2))
    positions = {
        f"position-{number}": {"title": {"en": "Professor"}, "institution": house}
        for number, house in enumerate(houses)
    }
    return person(positions=positions, zone=draw(st.sampled_from((None, "Asia/Yekaterinburg"))))


@st.composite
def wishes(draw: DrawFn, blocks: int, names: tuple[str, ...]) -> dict[str, Any]:
    name, block = st.sampled_from(names), st.integers(0, blocks - 1).map("block-{}".format)
    room = st.sampled_from(("hall", "attic"))
    preference = {"of": name, "block": st.none() | block, "room": st.none() | room, "weight": st.integers(-100, 100)}
    listeners = {"institution": st.sampled_from(tuple(HOUSES)), "weight": st.integers(1, 5)}
    items = tuple(one for one in names if one.startswith("item"))
    return {
        "preferences": draw(st.lists(st.fixed_dictionaries(preference), max_size=2)),
        "apart": draw(st.lists(st.lists(name, min_size=2, max_size=3), max_size=1)),
        "precedence": [{"first": items[0], "then": items[-1]}] if len(items) > 1 and draw(st.booleans()) else [],
        "protocol": draw(st.permutations(tuple(HOUSES))),
        "changeover": draw(st.sampled_from((0, 10))),
        "listeners": draw(st.lists(st.fixed_dictionaries(listeners), max_size=1)),
        "nights": draw(st.lists(st.sampled_from(("lima", "ada")), max_size=1)),
        "weights": draw(st.sampled_from((None, {"fairness": 3}))),
    }


@st.composite
def placings(draw: DrawFn, posed: Posed) -> Solution | None:
    """A timetable in which talks stand whole in cells of their track and sessions have no gap; `None` without room.

    Nothing else is kept: neither bars nor an order, which reading an answer does not ask for.
    """
    problem = posed.problem
    free = list(draw(st.permutations(problem.cells)))
    places: dict[str, Place] = {}
    for track in problem.tracks:
        talks = draw(st.permutations(problem.talks_of[track.name]))
        used = 0
        while talks:
            if not free or used == track.most_cells:
                return None
            block, room = free.pop()
            used += 1
            first, rest = 0, []
            for talk in talks:
                if first + talk.slots <= problem.block[block].slots:
                    places[talk.name] = Place(block, room, first)
                    first += talk.slots
                else:
                    rest.append(talk)
            talks = rest
    return Solution.of(problem, places)
