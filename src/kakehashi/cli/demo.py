"""`kakehashi demo`: the sample week, checked, built and served."""

from pathlib import Path

from kakehashi.cli.arguments import AddressOption, DataOption, PortOption, now
from kakehashi.cli.build import build_site
from kakehashi.cli.reporting import summary
from kakehashi.cli.sample import sample_week
from kakehashi.cli.serve import LOCAL, PORT, announce
from kakehashi.cli.sources import checked
from kakehashi.cli.terminal import say, terminal_words
from kakehashi.server import Files, free_port, run
from kakehashi.week import Visibility


def demo(data: DataOption = Path("data"), port: PortOption = PORT, address: AddressOption = LOCAL) -> None:
    """Check, build and serve the sample week, Kanazawa Russian Week 2021, in three languages.

    Example:

        kakehashi demo
    """
    words = terminal_words()
    # Before the build: nobody is to wait for pages that cannot be served.
    free_port(address, port)
    moment = now()
    read = checked(sample_week(), moment)
    say(words.say("The sample week has been checked: %(summary)s.", summary=summary(read.findings, words)))
    slug = read.loaded.week.slug if read.loaded.week else ""
    folder = data / "demo"
    number = build_site(read, folder / slug, Visibility.PUBLIC, moment)
    say(words.count("%(count)s file in %(folder)s", "%(count)s files in %(folder)s", number, folder=folder / slug))
    languages = read.loaded.week.languages if read.loaded.week else ()
    paths = [f"{slug}/", *(f"{slug}/{language}/" for language in languages)]
    run(Files(folder, start=f"/{slug}/"), address, port, lambda: announce(address, port, paths))
