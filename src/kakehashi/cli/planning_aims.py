"""The aims of a plan in words, one before the other, and how the search for each is going."""

from enum import StrEnum

from kakehashi.cli.searching import SearchProgress, gap_told
from kakehashi.planner import Incumbent, Level, Objective, Ordered, Result, Solution
from kakehashi.timetable import Posed
from kakehashi.words import Words


class Aim(StrEnum):
    """What a plan makes as small as it can; the names are those of `--json`."""

    WORST_OFF = "worst-off"
    NEXT = "next-worst-off"
    WISHES = "wishes"
    COMPACTNESS = "compactness"
    TOGETHER = "together"


def aims_of(posed: Posed) -> tuple[Aim, ...]:
    """The aims in their order: fairness has as many as there are institutions, from the worst off on."""
    if not isinstance(posed.objective, Ordered):
        return (Aim.TOGETHER,)
    fair = (Aim.WORST_OFF, *[Aim.NEXT] * (len(posed.problem.parties) - 1)) if posed.problem.parties else ()
    after = [level for level in posed.objective.levels if isinstance(level, Objective)]
    return (*fair, *(aim for aim, _ in zip((Aim.WISHES, Aim.COMPACTNESS), after, strict=True)))


def levels_of(posed: Posed, result: Result) -> list[tuple[Aim, Level]]:
    """What is known of each aim that was begun."""
    if isinstance(posed.objective, Ordered):
        return list(zip(aims_of(posed), result.levels, strict=False))
    return [] if result.value is None else [(Aim.TOGETHER, Level(result.value, result.bound))]


def aim_name(aim: Aim, words: Words) -> str:
    """An aim in words."""
    match aim:
        case Aim.WORST_OFF:
            return words.say("fairness, the worst off")
        case Aim.NEXT:
            return words.say("fairness, the next")
        case Aim.WISHES:
            return words.say("wishes not met")
        case Aim.COMPACTNESS:
            return words.say("rooms, sessions and gaps")
        case Aim.TOGETHER:
            return words.say("all aims together")


class PlanProgress(SearchProgress):
    """Tells of each aim in turn what it has reached, by its own value."""

    def __init__(self, words: Words, posed: Posed) -> None:
        super().__init__(words)
        self._aims = aims_of(posed)
        self._aim = self._aims[0]
        self._settled = self._reached = 0

    def aimed(self, number: int, among: int) -> None:
        """The search turned to another aim. Steps of fairness count what those before them have settled."""
        self.tell_now()
        self._aim = self._aims[number]
        self._settled = self._reached if self._aim is Aim.NEXT else 0

    def improved(self, now: Incumbent, solution: Solution) -> None:
        """A better timetable was found."""
        self._reached = now.value or 0
        # That nobody else bears anything is no news.
        if self._aim is not Aim.NEXT or self._reached > self._settled:
            super().improved(now, solution)

    def _line(self, now: Incumbent) -> str:
        seconds, aim = self._words.tenths(now.seconds), aim_name(self._aim, self._words)
        bound = max(now.bound - self._settled, 0)
        if now.value is None:
            return self._words.say(
                "%(seconds)s s, %(aim)s: none yet, bound %(bound)s",
                seconds=seconds,
                aim=aim,
                bound=self._words.number(bound),
            )
        level = Level(now.value - self._settled, bound)
        return self._words.say(
            "%(seconds)s s, %(aim)s: best %(value)s, bound %(bound)s, gap %(gap)s",
            seconds=seconds,
            aim=aim,
            value=self._words.number(level.value),
            bound=self._words.number(level.bound),
            gap=gap_told(level.gap, self._words),
        )
