"""What a week asks of a timetable besides what every conference does: each rule broken once, and kept narrowly."""

from tests.planner.building import cake, laid, people, problem, tea

from kakehashi.findings import Value
from kakehashi.frozen import FrozenMap
from kakehashi.planner import Block, Pin, Problem, Resource, Solution, Talk, Track
from kakehashi.planner.checking import Violation

ADA = people("Ada")
EARLY_SECOND = FrozenMap({"early": frozenset({1})})
NIGHT = problem(tea("a", slots=2, barred_slots=EARLY_SECOND), tea("b", barred_slots=EARLY_SECOND))
CLOSED = problem(tea("a"), closed=frozenset({("early", "hall")}))
ONCE = problem(Track("tea", most_cells=1), tea("a"), tea("b"), cake("c"))
OPENING = problem(tea("a"), tea("b", stage=-1), cake("c", stage=1), cake("d"))
SPEAKER = problem(tea("a", presenters=ADA), cake("b", presenters=ADA), alone=ADA)
CHAIR = problem(Track("tea", chairs=ADA), Track("cake", chairs=ADA), tea("a"), tea("b"), cake("c"), alone=ADA)
BOTH = problem(Track("tea", chairs=ADA), Track("cake", chairs=ADA), tea("a", slots=2, presenters=ADA), cake("b"))
ELSEWHERE = problem(Track("cake", chairs=ADA), tea("a", slots=2, presenters=ADA), cake("b"), alone=ADA)
UNBROKEN = problem(tea("a"), tea("b"), tea("c", pinned=Pin("late")), cake("d"), unbroken=True)
LONG = problem(tea("a", slots=2), unbroken=True, blocks=(Block("early", 3),))
PINNED = problem(tea("a", pinned=Pin("early", None, 1)), unbroken=True)


def seen(about: Problem, **rows: str) -> tuple[Problem, Solution]:
    """The problem and the timetable of a picture."""
    return about, laid(about, **rows)


def sharing(first: Talk, second: Talk, **rows: str) -> tuple[Problem, Solution]:
    """Of two talks, and one team of interpreters that `a` and `c` need: problem and timetable of a picture."""
    needing = frozenset({"a", "c"} & {first.name, second.name})
    about = problem(first, second, resources=(Resource("interpreters", 1, needing),))
    return about, laid(about, **rows)


def barred_slot(talk: str) -> tuple[Violation, str]:
    """A talk in the second slot of the early block."""
    values: dict[str, Value] = {"talk": talk, "block": "early", "slot": 2}
    return (
        Violation("timetable.barred-slot", ("talks", talk), values),
        f"“{talk}” may not stand in slot 2 of the block “early”.",
    )


def before_its_stage(talk: str, earlier: str) -> tuple[Violation, str]:
    """A talk before one that has a lower stage."""
    return (
        Violation("timetable.before-its-stage", ("talks", talk), {"talk": talk, "expected": earlier}),
        f"“{talk}” begins before “{earlier}”, which must come first in its track.",
    )


def person_twice(slot: int) -> tuple[Violation, str]:
    """Ada presents two talks at once."""
    values: dict[str, Value] = {"person": "Ada", "block": "early", "slot": slot, "talks": ("a", "b")}
    return (
        Violation("timetable.person-twice", ("blocks", "early"), values),
        f"“Ada” would present several talks at once in slot {slot} of the block “early”: a and b.",
    )


CHAIR_TWICE = (
    Violation("timetable.chair-twice", ("blocks", "early"), {"person": "Ada", "block": "early"}),
    "“Ada” would chair sessions in several rooms in the block “early”.",
)


def gap(talk: str, block: str, slot: int) -> tuple[Violation, str]:
    """A talk behind an empty slot."""
    return (
        Violation("timetable.gap", ("talks", talk), {"talk": talk, "block": block, "slot": slot}),
        f"Slot {slot} of the block “{block}”, right before “{talk}”, is empty: sessions may have no gap.",
    )


FAULTS_OF_A_WEEK: list[tuple[Problem, Solution, Violation, str]] = [
    (
        *sharing(tea("a", slots=2), cake("c"), hall="a a", attic="- c"),
        Violation(
            "timetable.resource-exceeded",
            ("blocks", "early"),
            {"value": "interpreters", "block": "early", "slot": 2, "talks": ("a", "c"), "expected": 1},
        ),
        "Too many talks need “interpreters” at once in slot 2 of the block “early”: a and c. There is enough for 1.",
    ),
    (*seen(NIGHT, hall="a a|b -"), *barred_slot("a")),
    (*seen(NIGHT, hall="- b|a a"), *barred_slot("b")),
    (
        *seen(CLOSED, hall="a -"),
        Violation("timetable.closed-cell", ("cells", "early", "hall"), {"block": "early", "room": "hall"}),
        "“hall” is closed in the block “early”.",
    ),
    (
        *seen(ONCE, hall="a -|b -", attic="c -|- -"),
        Violation("timetable.too-many-cells", ("tracks", "tea"), {"track": "tea", "value": 2, "expected": 1}),
        "The track “tea” has more sessions than it may have: 2 instead of 1.",
    ),
    (*seen(OPENING, hall="a b", attic="d c"), *before_its_stage("a", "b")),
    (*seen(OPENING, hall="- a|b -", attic="d c"), *before_its_stage("a", "b")),
    (*seen(OPENING, hall="b a", attic="- c|d -"), *before_its_stage("c", "d")),
    (*seen(SPEAKER, hall="a -", attic="b -"), *person_twice(1)),
    (*seen(SPEAKER, hall="- a", attic="- b"), *person_twice(2)),
    (*seen(CHAIR, hall="a -|c -", attic="- b"), *CHAIR_TWICE),
    (*seen(CHAIR, hall="a b", attic="c -"), *CHAIR_TWICE),
    (
        *seen(ELSEWHERE, hall="a a", attic="b -"),
        Violation("timetable.chair-elsewhere", ("talks", "a"), {"person": "Ada", "block": "early", "talk": "a"}),
        "“Ada” presents “a” in the block “early” and would chair a session in another room then.",
    ),
    (*seen(UNBROKEN, hall="a b|d -|- c"), *gap("c", "late", 1)),
    (*seen(UNBROKEN, hall="- a|b -|c -", attic="d -"), *gap("a", "early", 1)),
    (*seen(LONG, hall="- a a"), *gap("a", "early", 1)),
]
"""Problem, timetable, the one fault that it has, and how that reads."""

KEPT_IN_A_WEEK: list[tuple[Problem, Solution]] = [
    sharing(tea("a"), cake("c"), hall="a -", attic="- c"),
    sharing(tea("a"), cake("c"), hall="a -", attic="- -|c -"),
    sharing(tea("a"), cake("b"), hall="a -", attic="b -"),
    seen(NIGHT, hall="b -|a a"),
    seen(CLOSED, hall="- -|a -"),
    seen(CLOSED, attic="a -"),
    seen(ONCE, hall="a b", attic="c -"),
    seen(ONCE, hall="a b|c -"),
    seen(OPENING, hall="a -", attic="b -|d c"),
    seen(problem(tea("a", stage=1), tea("b", slots=2)), hall="a -", attic="b b"),
    seen(OPENING, hall="b a|c -", attic="d -"),
    seen(SPEAKER, hall="a -", attic="- b"),
    seen(SPEAKER, hall="a -|b -"),
    seen(SPEAKER.replace(alone=people("Bo")), hall="a -", attic="b -"),
    seen(CHAIR, hall="a b|c -"),
    seen(CHAIR, hall="a -|- -|c -", attic="- -|b -"),
    seen(BOTH, hall="a a", attic="b -"),
    seen(BOTH.replace(alone=ADA), hall="a a", attic="- -|b -"),
    seen(UNBROKEN, hall="a b|d -|c -"),
    seen(UNBROKEN.replace(unbroken=False), hall="- a|- b|d -", attic="- -|- -|- c"),
    seen(PINNED, hall="- a"),
]
"""Problems and timetables that come as near to a fault as one can without having it."""
