"""Sentences of what the command line and the server refuse.

They stand alone on a terminal, so each names the thing that was given.
"""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "catalogue.no-folder": N_("%(value)s: there is no such folder of catalogues."),
    "catalogue.unreadable": N_("The catalogue %(value)s cannot be read: %(reason)s."),
    "command.misused": N_("The command cannot be understood: %(reason)s"),
    "command.interrupted": N_("Interrupted; nothing is left half done."),
    "command.machine": N_("This machine stood in the way: %(reason)s."),
    "source.no-folder": N_("%(value)s: there is no such folder."),
    "source.not-a-folder": N_("%(value)s is a file, not a folder."),
    "site.no-folder": N_("%(value)s: there is no such folder."),
    "build.not-a-folder": N_("%(value)s is not a folder."),
    "build.not-ours": N_("%(value)s holds files that no build of Kakehashi has written."),
    "build.mounted": N_("%(value)s is a disk of its own, which no folder can take the place of."),
    "build.in-the-way": N_(
        "%(folder)s holds %(value)s, which no build of Kakehashi has written and a new one has too."
    ),
    "build.unreadable": N_("%(value)s could not be read: %(reason)s."),
    "build.disk": N_("%(value)s could not be written: %(reason)s."),
    "build.no-institution": N_("%(value)s is no institution of this week."),
    "server.port-taken": N_("Port %(value)s is used by another program."),
    "server.port-refused": N_("Port %(value)s of %(address)s cannot be listened on."),
    "init.not-empty": N_("%(value)s is there already and is not empty."),
    "init.bad-value": N_("%(value)s cannot be used for %(option)s."),
    "init.bad-day": N_("“%(value)s” is not a day."),
    "sample.missing": N_("The sample week was not installed with this copy of Kakehashi."),
}

MENDS = {
    "catalogue.no-folder": N_(
        "Let KAKEHASHI_CATALOGUES name a folder of .po files, or take it out of the environment."
    ),
    "catalogue.unreadable": N_("Mend the file, or take it out of the folder that KAKEHASHI_CATALOGUES names."),
    "command.misused": N_("See what it takes with --help."),
    "source.not-a-folder": N_("Name the folder that holds week.yaml."),
    "site.no-folder": N_("Name a folder that “kakehashi build” has written."),
    "source.no-folder": N_("Name the folder that holds week.yaml."),
    "build.not-a-folder": N_("Choose another place with --to."),
    "build.not-ours": N_("Choose an empty folder or a new name with --to."),
    "build.mounted": N_("Name a folder on that disk with --to."),
    "build.in-the-way": N_("Move that elsewhere, or choose another place with --to."),
    "build.unreadable": N_("Make the file readable. The older build, if there was one, stands as it was."),
    "build.disk": N_("The older build, if there was one, stands as it was."),
    "build.no-institution": N_("Use a slug of institutions.yaml: %(expected)s."),
    "server.port-taken": N_("Stop that program, or choose another with --port."),
    "server.port-refused": N_("Choose another with --port or --address."),
    "init.not-empty": N_("Choose a new name."),
    "init.bad-day": N_("Write a day that exists, as 2021-09-29."),
}
