"""What a plan asks of each institution, what it has reached and what it changes: told to a person, and as data."""

from collections.abc import Iterator, Mapping
from typing import Any

from kakehashi.cli.aligning import shortened, table
from kakehashi.cli.planning import Planned
from kakehashi.cli.planning_aims import Aim, aim_name, levels_of
from kakehashi.cli.planning_table import changes_of
from kakehashi.cli.searching import gap_told
from kakehashi.planner import Level, Solution
from kakehashi.timetable import Card, Hour, card
from kakehashi.week import Week
from kakehashi.week.naming import called
from kakehashi.words import Words
from kakehashi.words.telling import value

WIDEST = 44
"""Columns of a name or a title in a table."""


def card_lines(plan: Planned, solution: Solution, words: Words) -> Iterator[str]:
    """The fairness card: what each institution bears, and its best and its worst hour on its own clock.

    Nothing where nobody bears anything and nobody could.
    """
    cards = card(plan.posed, solution)
    if not cards:
        return
    yield from table(list(_burdens(plan, cards, words)), yielding=(0,))
    hours = list(_hours(plan.posed.week, cards, words))
    if hours:
        yield ""
        yield from table([_hours_head(words), *hours], left=(0, 1, 3, 4), yielding=(0, 3, 4))
    yield ""
    yield _price(plan, sum(one.total for one in cards.values()), words)
    yield ""


def _burdens(plan: Planned, cards: Mapping[str, Card], words: Words) -> Iterator[tuple[str, ...]]:
    yield (
        words.say("Institution"),
        words.say("Live appearances"),
        words.say_in("burden", "Mean"),
        words.say("Least possible mean"),
        words.say("Burden"),
    )
    for name, one in cards.items():
        alone = _alone(plan.compared.alone.get(name), words)
        figures = (words.number(len(one.hours)), words.number(one.mean), alone, words.number(one.total))
        yield _name(plan.posed.week, name, words), *figures


def _alone(level: Level | None, words: Words) -> str:
    if level is None:
        return "–"
    told = words.number(level.value)
    return told if level.proven else words.say("%(value)s (not proven)", value=told)


def _name(week: Week, institution: str, words: Words) -> str:
    part = week.institutions[institution]
    return shortened(value(words, part.short or called(week, "institutions", institution)), WIDEST)


def _hours_head(words: Words) -> tuple[str, ...]:
    return words.say("Institution"), words.say("Local time"), words.say("Burden"), words.say("Who"), words.say("Item")


def _hours(week: Week, cards: Mapping[str, Card], words: Words) -> Iterator[tuple[str, ...]]:
    """The best and the worst hour of each institution; one alone where none of its hours weighs anything."""
    for name, one in cards.items():
        if one.best is None or one.worst is None:
            continue
        shown = (one.worst,) if one.worst == one.best or not one.worst.burden else (one.worst, one.best)
        for hour in shown:
            yield (
                _name(week, name, words) if hour is shown[0] else "",
                f"{words.weekday_short(hour.start)} {words.clock(hour.start)}",
                words.number(hour.burden),
                shortened(value(words, called(week, "people", hour.person)), WIDEST),
                shortened(value(words, called(week, "items", hour.item)), WIDEST),
            )


def _price(plan: Planned, total: int, words: Words) -> str:
    """What all bear together, and by how much that is more than they would have to, as far as it is known."""
    together, told = plan.compared.together, words.number(total)
    if together is None:
        return words.say("Burden of all institutions together: %(total)s.", total=told)
    least = -(-together.value // plan.posed.scale)
    if not together.proven:
        return words.say(
            "Burden of all institutions together: %(total)s; least that was found: %(least)s (not proven).",
            total=told,
            least=words.number(least),
        )
    if not least:
        return words.say("Burden of all institutions together: %(total)s; least possible: 0.", total=told)
    return words.say(
        "Burden of all institutions together: %(total)s; least possible: %(least)s. Price of fairness: %(price)s more.",
        total=told,
        least=words.number(least),
        price=words.percent((total - least) / least),
    )


def level_lines(plan: Planned, words: Words) -> list[str]:
    """What each aim has reached, and how much better it might be."""
    head = (words.say("Aim"), words.say("Value"), words.say("Bound"), words.say("Gap"))
    rows = [
        (aim_name(aim, words), words.number(level.value), words.number(level.bound), _gap(level, words))
        for aim, level in levels_of(plan.posed, plan.result)
        # From the first who bears nothing on, nobody does.
        if aim is not Aim.NEXT or level.value
    ]
    return table([head, *rows])


def _gap(level: Level, words: Words) -> str:
    return words.say("proven") if level.proven else gap_told(level.gap, words)


def plan_as_data(plan: Planned, words: Words) -> dict[str, Any]:
    """The card, the aims and the changes as `--json` gives them."""
    solution = plan.result.solution
    together = plan.compared.together
    cards = {} if solution is None else card(plan.posed, solution)
    return {
        "levels": [
            {"aim": aim.value, "value": level.value, "bound": level.bound, "gap": max(level.gap, 0.0)}
            for aim, level in levels_of(plan.posed, plan.result)
        ],
        "card": [_card_as_data(plan, one) for one in cards.values()],
        "least_total": None if together is None else _level_as_data(together, plan.posed.scale),
        "changes": [{"path": list(place), "value": new} for place, new in plan.changes.items()],
        "difference": [
            {"code": change.code, "path": list(change.place), "message": words.tell(change)}
            for change in changes_of(plan)
        ],
    }


def _card_as_data(plan: Planned, one: Card) -> dict[str, Any]:
    alone = plan.compared.alone.get(one.institution)
    return {
        "institution": one.institution,
        "mean": one.mean,
        "total": one.total,
        "alone": None if alone is None else _level_as_data(alone),
        "best": _hour_as_data(one.best),
        "worst": _hour_as_data(one.worst),
        "hours": [_hour_as_data(hour) for hour in one.hours],
    }


def _level_as_data(level: Level, scale: int = 1) -> dict[str, int]:
    return {"value": -(-level.value // scale), "bound": max(-(-level.bound // scale), 0)}


def _hour_as_data(hour: Hour | None) -> dict[str, Any] | None:
    if hour is None:
        return None
    return {
        "item": hour.item,
        "person": hour.person,
        "start": hour.start,
        "minutes": hour.minutes,
        "burden": hour.burden,
    }
