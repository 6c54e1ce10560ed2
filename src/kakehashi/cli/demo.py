"""`kakehashi demo`: the sample week, checked, released and served."""

from pathlib import Path

from kakehashi.cli.arguments import AddressOption, DataOption, PortOption, now
from kakehashi.cli.release import release_week, told
from kakehashi.cli.reporting import summary
from kakehashi.cli.sample import sample_week
from kakehashi.cli.serve import LOCAL, PORT, announce
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.findings import Finding
from kakehashi.server import Hosting, free_port, run_releases


def demo(data: DataOption = Path("data"), port: PortOption = PORT, address: AddressOption = LOCAL) -> None:
    """Check, release and serve the sample week, Kanazawa Russian Week 2021, in three languages.

    Its releases and its key are kept apart from those of your own weeks, in the folder `demo` of the data folder.

    Example:

        kakehashi demo
    """
    words = terminal_words()
    # Before the release: nobody is to wait for pages that cannot be served.
    free_port(address, port)
    own = data.absolute() / "demo"
    found: list[Finding] = []
    released = release_week(sample_week(), own, now(), found, workers=None, again=False, search=True)
    say(words.say("The sample week has been checked: %(summary)s.", summary=summary(found, words)))
    say(told(released, words))
    record = released.release.record
    paths = ["", f"{record.week}/", *(f"{record.week}/{language}/" for language in record.languages)]
    hosting = Hosting(own, frozenset(), ())
    run_releases(hosting, address, port, workers=1, log=None, ready=lambda at, on: announce(at, on, paths))
