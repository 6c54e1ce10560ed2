"""`kakehashi demo`: the sample week, checked, planned anew in a copy, released and served."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kakehashi.cli.arguments import AddressOption, DataOption, PortOption, now
from kakehashi.cli.release import release_week, told
from kakehashi.cli.reporting import summary
from kakehashi.cli.sample import sample_week
from kakehashi.cli.serve import LOCAL, PORT, announce
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding, Refused
from kakehashi.server import Hosting, free_port, run_releases

if TYPE_CHECKING:
    from kakehashi.publishing import Released
    from kakehashi.words import Words

PLANNED = "planned"
_EFFORT = 4
"""Seconds of work for the plan, as the solver counts them: the same timetable on every machine."""
_LONGEST = 10
"""Seconds after which the plan is as good as it is."""


def demo(data: DataOption = Path("data"), port: PortOption = PORT, address: AddressOption = LOCAL) -> None:
    """Check, release and serve the sample week, Kanazawa Russian Week 2021, in three languages.

    Beside it stands a copy whose parallel student sessions had neither room nor time until the planner gave them some.
    The releases of both and their key are kept apart from those of your own weeks, in the folder `demo` of the data
    folder.

    Example:

        kakehashi demo
    """
    words = terminal_words()
    # Before the release: nobody is to wait for pages that cannot be served.
    free_port(address, port)
    own = data.absolute() / "demo"
    released = [_released(sample_week(), own, words)]
    if (copy := _planned(own / PLANNED, words)) is not None:
        released.append(_released(copy, own, words))
    hosting = Hosting(own, frozenset(), ())
    paths = ["", *(path for one in released for path in _paths(one))]
    run_releases(hosting, address, port, workers=1, log=None, ready=lambda at, on: announce(at, on, paths))


def _released(folder: Path, own: Path, words: "Words") -> "Released":
    found: list[Finding] = []
    released = release_week(folder, own, now(), found, workers=None, again=False, search=True)
    week = released.release.record.week
    say(words.say("%(week)s has been checked: %(summary)s.", week=week, summary=summary(found, words)))
    say(told(released, words))
    return released


def _planned(folder: Path, words: "Words") -> Path | None:
    """Plans a copy of the sample week in a folder, tells what came of it, and returns the folder if there is a plan."""
    from kakehashi.cli.planned_sample import unplaced_copy
    from kakehashi.cli.planning import Asked, planned, posed_of, written
    from kakehashi.cli.planning_card import card_lines, level_lines
    from kakehashi.cli.sources import checked
    from kakehashi.planner import Parameters

    unplaced_copy(sample_week(), folder)
    read = checked(folder, now())
    if read.week is None:
        raise Refused(read.findings)
    say(words.say("A copy without rooms and times for the parallel student sessions is being planned …"))
    asked = Asked(_LONGEST, _EFFORT, os.cpu_count() or 1, 0, Parameters(first_effort=_EFFORT))
    plan = planned(posed_of(read, read.week, keep=False, only=None), asked, words)
    if plan.interrupted:
        raise KeyboardInterrupt
    if plan.result.solution is None:
        say(words.say("No timetable was found in %(seconds)s seconds.", seconds=_LONGEST))
        return None
    written(read, plan)
    for line in ("", *card_lines(plan, plan.result.solution, words), *level_lines(plan, words), ""):
        say(line)
    build = f"kakehashi build {folder} --audience staff --to staff"
    say(
        words.say(
            "The card, with a picture, stands on the page of times of a site for staff: %(command)s", command=build
        )
    )
    return folder


def _paths(released: "Released") -> list[str]:
    record = released.release.record
    return [f"{record.week}/", *(f"{record.week}/{language}/" for language in record.languages)]
