"""Why a problem has no timetable: wishes that cannot hold together, and the smallest relaxations that help.

The wishes are found by QuickXplain (Junker, AAAI 2004): whole talks, tracks and resources first, then their single
wishes, so that a few dozen questions do for hundreds of talks. What is given up must hit every conflict, as in Reiter's
theory of diagnosis (1987); each relaxation is tried before it is told.

>>> from kakehashi.planner import Block, Pin, Problem, Room, Talk, Track
>>> pinned = [Talk(name, "tea", pinned=Pin("morning", first=0)) for name in ("leaves", "cups")]
>>> conflict = explain(Problem((Block("morning", 2),), (Room("hall"),), (Track("tea"),), tuple(pinned)))
>>> [(wish.kind.value, wish.of) for wish in conflict.wishes]
[('pinned', 'leaves'), ('pinned', 'cups')]
>>> [[(wish.kind.value, wish.of) for wish in given_up] for given_up in conflict.relaxations]
[[('pinned-slot', 'leaves')], [('pinned-slot', 'cups')]]
"""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from time import perf_counter
from typing import TypeAlias

from kakehashi.planner.asking import Questions
from kakehashi.planner.checking import check
from kakehashi.planner.objective import Objective
from kakehashi.planner.parameters import USUAL, Parameters
from kakehashi.planner.problem import Problem
from kakehashi.planner.result import Result, Status
from kakehashi.planner.solution import Solution
from kakehashi.planner.stopping import FirstFeasible, Stop
from kakehashi.planner.wishes import Wish, WishKind, less, only, together, wishes_of, wishing, without

Feasible: TypeAlias = Callable[[Problem], bool | None]
"""Whether a problem has a timetable; `None` if that was not found out."""
_Bundle: TypeAlias = tuple[Wish, ...]
"""Wishes about one thing: they are kept or given up together."""

_MORE = (Wish(WishKind.ONE_MORE_ROOM), Wish(WishKind.ONE_MORE_BLOCK))
_SHARE = 0.25
"""No question takes more than this part of the time, or the effort, that is left."""
_FEW = 5_000
"""Talks that can be in so many places together are soon tried."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Wishes that cannot hold together; without any, there are too few rooms or blocks for the talks as such.

    `proven`: it was found out that no timetable keeps them. Otherwise nothing is known, and nothing else is told.
    Those about one thing, as a talk's times, stand together, and count as one in what follows (`wishes.together`).
    `minimal`: it was found out that without any one of them, and without all other wishes, there is a timetable.
    Each of `relaxations` gives the whole problem a timetable when all of its wishes are given up: every one that does,
    or what is less than it and does; if none does, of every two that do as little as is enough; if none do, more. As
    far as was found out, nothing of what is told can be kept.
    Without wishes: one more room, one more block.
    """

    wishes: tuple[Wish, ...]
    relaxations: tuple[tuple[Wish, ...], ...]
    proven: bool
    minimal: bool


def explain(  # noqa: PLR0913 - each is a choice of its own
    problem: Problem,
    *,
    wishes: Sequence[Wish] | None = None,
    feasible: Feasible | None = None,
    stop: Stop | None = None,
    effort: float | None = None,
    seed: int = 0,
    workers: int = 1,
    parameters: Parameters = USUAL,
    clock: Callable[[], float] = perf_counter,
) -> Conflict | None:
    """Why a problem has no timetable; `None` if it has one.

    `wishes` are those that may be blamed and given up, all by default; where several conflicts could be told, the first
    of them are blamed. `feasible` answers whether a problem has a timetable; by default the solver does, with `seed`
    and `workers`, until `stop`, whose seconds (by `clock`) are for all questions together, and so is `effort`; where
    effort alone counts, the same is told on every machine.
    """
    known = tuple(wishes_of(problem)) if wishes is None else wishes
    if feasible is not None:
        return _Inquiry(problem, together(known), feasible, lambda: False).conflict()
    questions = Questions(stop, effort, seed=seed, workers=workers, clock=clock, parameters=parameters)
    return _Inquiry(problem, together(known), Answers(questions), lambda: questions.over(_SHARE)).conflict()


class _Inquiry:
    """Asks about one problem, until that is `over`: no question has an answer then.

    What was answered of some wishes is known of fewer, or of more, as well.
    """

    def __init__(
        self, problem: Problem, wishes: tuple[_Bundle, ...], feasible: Feasible, over: Callable[[], bool]
    ) -> None:
        self._problem, self._wishes, self._feasible, self._over = problem, wishes, feasible, over
        self._everything = frozenset(wishes)
        self._possible: list[frozenset[_Bundle]] = []
        self._impossible: list[frozenset[_Bundle]] = []

    def conflict(self) -> Conflict | None:
        """The conflict, if there is one."""
        answer = self._hold(self._everything)
        if answer is not False:
            return None if answer else Conflict((), (), proven=False, minimal=False)
        blamed = self._blamed(self._everything)
        minimal = all(self._hold(frozenset(blamed) - {wish}) for wish in blamed)
        if not blamed:
            return Conflict((), tuple((more,) for more in _MORE if self._helps((more,))), proven=True, minimal=True)
        relaxations = self._singles(blamed) or self._pairs(blamed) or self._several()
        return Conflict(tuple(chain(*blamed)), relaxations, proven=True, minimal=minimal)

    def _hold(self, kept: frozenset[_Bundle]) -> bool | None:
        """Whether a timetable keeps these wishes, all others given up."""
        if any(kept <= possible for possible in self._possible):
            return True
        if any(impossible <= kept for impossible in self._impossible):
            return False
        answer = self._asked(chain(*(wish for wish in self._wishes if wish not in kept)))
        if answer is not None:
            (self._possible if answer else self._impossible).append(kept)
        return answer

    def _helps(self, given_up: Iterable[Wish]) -> bool:
        return bool(self._asked(given_up))

    def _asked(self, given_up: Iterable[Wish]) -> bool | None:
        # To give up wishes of a large problem takes long already.
        return None if self._over() else self._feasible(without(self._problem, given_up))

    def _least(self, enough: Iterable[Wish]) -> tuple[Wish, ...]:
        """As little of wishes that are enough to give up as is still enough."""
        given_up = list(enough)
        for wish in tuple(given_up):
            fewer = [other for other in given_up if other != wish]
            if fewer and self._helps(fewer):
                given_up = fewer
        for place, wish in enumerate(given_up):
            for part in less(self._problem, wish):
                some = [*given_up[:place], part, *given_up[place + 1 :]]
                if self._helps(some):
                    given_up = some
                    break
        return tuple(given_up)

    def _blamed(self, conflicting: frozenset[_Bundle]) -> tuple[_Bundle, ...]:
        """Of wishes that cannot hold together those that alone cannot; none if even without them nothing can."""
        if self._hold(frozenset()) is False:
            return ()
        about: dict[str, set[_Bundle]] = {}
        for wish in self._in_order(conflicting):
            about.setdefault(wish[0].of, set()).add(wish)
        some = frozenset().union(*self._quick_xplain(frozenset(), tuple(map(frozenset, about.values())), new=False))
        single = tuple(frozenset((wish,)) for wish in self._in_order(some))
        return self._in_order(frozenset().union(*self._quick_xplain(frozenset(), single, new=False)))

    def _quick_xplain(
        self, kept: frozenset[_Bundle], parts: Sequence[frozenset[_Bundle]], *, new: bool
    ) -> tuple[frozenset[_Bundle], ...]:
        """The parts that conflict with each other and with what is kept; `new`: something was added to that."""
        if new and self._hold(kept) is False:
            return ()
        if len(parts) == 1:
            return tuple(parts)
        first, second = parts[: len(parts) // 2], parts[len(parts) // 2 :]
        of_second = self._quick_xplain(kept.union(*first), second, new=True)
        of_first = self._quick_xplain(kept.union(*of_second), first, new=bool(of_second))
        return of_first + of_second

    def _singles(self, blamed: tuple[_Bundle, ...]) -> tuple[tuple[Wish, ...], ...]:
        """What alone is enough to give up, or what is less than that and enough."""
        found: list[tuple[Wish, ...]] = []
        for whole in [wish for wish in blamed if self._hold(self._everything - {wish})]:
            parts = whole if len(whole) > 1 else less(self._problem, whole[0])
            found += [(part,) for part in parts if self._helps((part,))] or [self._least(whole)]
        return tuple(found)

    def _pairs(self, blamed: tuple[_Bundle, ...]) -> tuple[tuple[Wish, ...], ...]:
        """What is enough to give up in pairs: one of this conflict, and one of another that remains without it."""
        conflicts, enough = [blamed], dict[frozenset[_Bundle], None]()
        for wish in blamed:
            rest = self._everything - {wish}
            if self._hold(rest) is not False:
                continue
            other = next((those for those in conflicts if wish not in those), None)
            if other is None:
                other = self._blamed(rest)
                conflicts.append(other)
            enough |= {frozenset((wish, second)): None for second in other if self._hold(rest - {second})}
        return tuple(dict.fromkeys(self._least(chain(*self._in_order(pair))) for pair in enough))

    def _several(self) -> tuple[tuple[Wish, ...], ...]:
        """Something that is enough to give up: one wish of each conflict, but for those that need not go after all."""
        given_up: frozenset[_Bundle] = frozenset()
        while self._hold(self._everything - given_up) is False:
            given_up |= {self._blamed(self._everything - given_up)[-1]}
        if not self._hold(self._everything - given_up):
            return ()
        for wish in self._in_order(given_up):
            if self._hold(self._everything - given_up | {wish}):
                given_up -= {wish}
        return (self._least(chain(*self._in_order(given_up))),)

    def _in_order(self, some: frozenset[_Bundle]) -> tuple[_Bundle, ...]:
        return tuple(wish for wish in self._wishes if wish in some)


def _parts(problem: Problem) -> Iterator[frozenset[str]]:
    """Some talks that may have no timetable already: those that can be in the fewest places, and those with wishes."""
    # Who never asks the solver does not wait until it is loaded.
    from kakehashi.planner.modelling.demands import blocks_of, firsts_of, rooms_of  # noqa: PLC0415

    places = {
        talk.name: len(rooms_of(problem, talk))
        * sum(sum(firsts_of(problem, talk, block)) for block in blocks_of(problem, talk))
        for talk in problem.talks
    }
    names = sorted(places, key=lambda name: places[name])
    together = list(accumulate(places[name] for name in names))
    for part in (frozenset(names[: bisect(together, _FEW)]), wishing(problem)):
        if 1 < len(part) < len(problem.talks):
            yield part


class Answers:
    """Answers whether a problem has a timetable: by one that the solver finds, or that it found before."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._found: list[Solution] = []

    def __call__(self, problem: Problem) -> bool | None:
        if any(not check(problem, found) for found in self._found):
            return True
        for names in _parts(problem):
            part = self._asked(only(problem, names))
            if part is None or part.status is Status.INFEASIBLE:
                return None if part is None else False
        result = self._asked(problem)
        if result is None or result.status is Status.UNKNOWN:
            return None
        if result.solution is not None:
            self._found.append(result.solution)
        return result.solution is not None

    def _asked(self, problem: Problem) -> Result | None:
        return self._questions.ask(problem, Objective.weighing({}), _SHARE, FirstFeasible())
