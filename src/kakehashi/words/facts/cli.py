"""Sentences of what the command line and the server refuse.

They stand alone on a terminal, so each names the thing that was given.
"""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "catalogue.no-folder": N_("%(value)s: there is no such folder of catalogues."),
    "catalogue.unreadable": N_("The catalogue %(value)s cannot be read: %(reason)s."),
    "command.misused": N_("The command cannot be understood: %(reason)s"),
    "command.no-option": N_("%(value)s is missing."),
    "command.no-folder": N_("“%(command)s” needs the name of a folder."),
    "command.no-file": N_("“%(command)s” needs the name of a file."),
    "command.no-file-option": N_("%(value)s is missing."),
    "command.unknown": N_("“%(value)s” is no command."),
    "command.incomplete": N_("“%(command)s” needs one more word."),
    "command.unknown-option": N_("“%(command)s” has no option %(value)s."),
    "command.too-much": N_("“%(command)s” can do nothing with “%(value)s”."),
    "command.no-value": N_("Nothing stands after %(value)s."),
    "command.takes-no-value": N_("%(value)s stands alone, without a value."),
    "command.not-one-of": N_("“%(value)s” cannot stand after %(option)s."),
    "command.out-of-range": N_("“%(value)s” cannot stand after %(option)s."),
    "command.not-a-number": N_("“%(value)s” cannot stand after %(option)s."),
    "command.not-a-moment": N_("“%(value)s” cannot stand after %(option)s."),
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
    "serve.bad-origin": N_("“%(value)s” is not the origin of a website."),
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
    "command.no-option": N_("Name a folder, for example: %(example)s"),
    "command.no-folder": N_("Write, for example: %(example)s"),
    "command.no-file": N_("Write, for example: %(example)s"),
    "command.no-file-option": N_("Name a file, for example: %(example)s"),
    "command.unknown": N_("The commands are %(expected)s."),
    "command.incomplete": N_("Write one of these words after it: %(expected)s."),
    "command.unknown-option": N_("See which there are with: %(command)s --help"),
    "command.too-much": N_("A name with spaces in it needs quotation marks around it."),
    "command.no-value": N_("See what belongs there with: %(command)s --help"),
    "command.takes-no-value": N_("Leave out what is joined to it with “=”."),
    "command.not-one-of": N_("Write one of these words: %(expected)s."),
    "command.out-of-range": N_("Write a whole number from %(least)s to %(most)s."),
    "command.not-a-number": N_("Write a whole number, %(least)s or more."),
    "command.not-a-moment": N_("Write a day or a time on a day, as 2021-09-29 or 2021-09-29T15:00."),
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
    "serve.bad-origin": N_("Write it as https://www.example.ac.jp, without a path."),
    "init.not-empty": N_("Choose a new name."),
    "init.bad-day": N_("Write a day that exists, as 2021-09-29."),
}
