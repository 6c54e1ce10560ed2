"""Sentences of what the command line and the server refuse.

They stand alone on a terminal, so each names the thing that was given.
"""

from kakehashi.words.facts.marking import N_

SENTENCES = {
    "source.no-folder": N_("%(value)s: there is no such folder."),
    "build.not-a-folder": N_("%(value)s is not a folder."),
    "build.not-ours": N_("%(value)s holds files that no build of Kakehashi has written."),
    "build.disk": N_("%(value)s could not be written: %(reason)s."),
    "build.no-institution": N_("%(value)s is no institution of this week."),
    "server.port-taken": N_("Port %(value)s is used by another program."),
    "server.port-refused": N_("Port %(value)s of %(address)s cannot be listened on."),
    "init.not-empty": N_("%(value)s is there already and is not empty."),
    "init.bad-value": N_("%(value)s cannot be used for %(option)s."),
    "sample.missing": N_("The sample week was not installed with this copy of Kakehashi."),
}

MENDS = {
    "source.no-folder": N_("Name the folder that holds week.yaml."),
    "build.not-a-folder": N_("Choose another place with --to."),
    "build.not-ours": N_("Choose an empty folder or a new name with --to."),
    "build.disk": N_("The older build, if there was one, stands as it was."),
    "build.no-institution": N_("Use a slug of institutions.yaml: %(expected)s."),
    "server.port-taken": N_("Stop that program, or choose another with --port."),
    "server.port-refused": N_("Choose another with --port or --address."),
    "init.not-empty": N_("Choose a new name."),
}
