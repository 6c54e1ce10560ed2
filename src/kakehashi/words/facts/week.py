"""What can be wrong or doubtful in a week, and what can be done about it, in words.

Parts are named as readers know them, by title or name, and times stand on the host's clock. A mend names the key or the
file to change, since the office reads it beside the folder.
"""

from kakehashi.words.facts.marking import N_

SENTENCES: dict[str, str] = {
    "reference.unknown": N_("“%(value)s” names nothing: there is none of that name in “%(collection)s”."),
    "reference.position": N_("“%(value)s” is none of the positions of “%(person)s”."),
    "text.empty": N_("“%(value)s” has no name in any language."),
    "text.missing": N_("“%(key)s” of “%(part)s” is missing in the language “%(language)s”: “%(text)s”."),
    "text.turning": N_(
        "Character %(at)s, %(value)s, turns the direction of writing round and can hide what stands there."
    ),
    "text.invisible": N_("Character %(at)s, %(value)s, cannot be seen."),
    "text.mixed-scripts": N_("Letters of different scripts stand in one word: %(value)s."),
    "language.unknown": N_("“%(value)s” is not the tag of any language."),
    "language.country": N_("“%(value)s” is a country's code; as a tag it means another language than that country's."),
    "language.not-listed": N_(
        "The language “%(value)s” is used (number of places: %(count)s) and is not among the week's: %(expected)s."
    ),
    "person.nameless": N_("“%(value)s” is shown by name and has no name in any language."),
    "person.position-not-held": N_("%(person)s does not hold the position “%(position)s” on %(value)s."),
    "person.position-not-held-in": N_("%(person)s does not hold the position “%(position)s” at any time in %(value)s."),
    "days.order": N_("%(value)s stands after %(other)s: days go forward, each once."),
    "days.gap": N_("There are days between %(other)s and %(value)s that do not belong to the week."),
    "clock.missing": N_("%(value)s does not exist: the clocks of %(zone)s are put forward over it."),
    "clock.twice": N_("%(value)s exists twice, as the clocks of %(zone)s are put back; the earlier is taken."),
    "clock.offset": N_("%(value)s does not exist: then the clocks of %(zone)s are %(expected)s from UTC."),
    "item.starts-too-early": N_("“%(item)s” starts on %(at)s, and what comes before it lasts until %(until)s."),
    "item.outside-days": N_("“%(item)s” falls on %(value)s, which is none of the week's days."),
    "session.outside-days": N_("“%(session)s” falls on %(value)s, which is none of the week's days."),
    "session.outside-block": N_(
        "“%(session)s” (%(start)s to %(end)s) does not fit into its block “%(block)s” (%(begins)s to %(until)s)."
    ),
    "session.outside-block-by-start": N_(
        "“%(session)s” lasts until %(end)s and its block “%(block)s” until %(until)s: “%(item)s” has the fixed start "
        "%(at)s, and what comes after it follows from there."
    ),
    "session.items-too-long": N_("The items of “%(session)s” need %(value)s minutes; it has %(expected)s."),
    "session.items-too-long-by-start": N_(
        "“%(session)s” takes %(value)s minutes and has %(expected)s: “%(item)s” has the fixed start %(at)s, and what "
        "comes after it follows from there."
    ),
    "collision.room": N_("“%(session)s” begins on %(at)s in “%(room)s”, where “%(other)s” still goes on."),
    "collision.changeover": N_(
        "Between “%(other)s” and “%(session)s” in “%(room)s” there are %(gap)s minutes; %(expected)s are wished for."
    ),
    "collision.person": N_(
        "%(person)s has to be in two places on %(at)s: “%(other)s” (%(other_role)s) and “%(what)s” (%(role)s)."
    ),
    "time.night": N_("%(person)s has to be there live in the night: “%(what)s”, on their clock %(at)s."),
    "wish.ends-first": N_(
        "Under “availability” the end for %(person)s (%(until)s) is not after the beginning (%(begins)s)."
    ),
    "wish.unavailable": N_(
        "%(person)s cannot take part from %(begins)s to %(until)s and has to be there then: “%(what)s”, %(at)s."
    ),
    "wish.holiday": N_(
        "%(person)s has to be there on a day on which “%(institution)s” does not work: “%(what)s”, %(day)s."
    ),
    "speaker.in-own-place": N_("%(person)s speaks in their own place: “%(item)s”."),
    "notice.ends-first": N_("The notice ends (%(until)s) before it begins (%(begins)s)."),
    "material.nowhere": N_("The material “%(material)s” of “%(item)s” has neither a file nor an address."),
    "media.missing": N_("There is no file “%(value)s” in the folder “media”."),
    "media.unused": N_("Nothing uses the file “%(value)s” in the folder “media”."),
    "leak.mail": N_("The mail address %(value)s would be published."),
    "leak.telephone": N_("The telephone number %(value)s would be published."),
    "leak.meeting": N_("A link into a meeting would be published: %(value)s"),
    "leak.machine": N_("“%(value)s” leads to a machine or file that only its owner can reach."),
    "closed.pointed-at": N_("The public reads of “%(what)s” here, and cannot open it (yet)."),
    "agreement.no-such-party": N_(
        "%(person)s signs “%(agreement)s” for “%(institution)s”, which is not among its parties."
    ),
    "organisation.asked": N_(
        "“%(institution)s” has been asked for its name and has not granted it: no page names it in that role."
    ),
    "organisation.asked-partner": N_(
        "“%(institution)s” has been asked for its name and has not granted it: no page names it in that role. Its own "
        "page and its clock stay, as it is a partner."
    ),
    "planning.stale": N_("The planner's result describes another timetable than this one: it is not shown."),
    "week.no-address": N_(
        "The week has no public address: links for search engines and feeds, which need it, are left out."
    ),
    "week.pale-accent": N_(
        "Text in the accent colour %(value)s could not be read on light pages: they show %(shown)s, its nearest shade "
        "that can be."
    ),
    "captions.too-large": N_("The captions “%(value)s” are too large: a file may have 1 MB and 10,000 captions."),
    "captions.encoding": N_("The captions “%(value)s” are not in UTF-8 (line %(line)s)."),
    "captions.no-header": N_("The captions “%(value)s” do not begin with “WEBVTT”: no player shows them."),
    "captions.empty": N_("The captions “%(value)s” hold none."),
    "captions.no-time": N_("In the captions “%(value)s” no time stands over what begins in line %(line)s."),
    "captions.bad-time": N_("The time in line %(line)s of the captions “%(value)s” cannot be read."),
    "captions.ends-first": N_("In line %(line)s of the captions “%(value)s” a caption ends before it begins."),
    "due.title": N_("%(who)s has not sent a title for “%(item)s”, due on %(due)s."),
    "due.abstract": N_("%(who)s has not sent an abstract for “%(item)s”, due on %(due)s."),
    "due.video": N_("%(who)s has not sent the video for “%(item)s”, due on %(due)s."),
    "due.slides": N_("%(who)s has not sent the slides for “%(item)s”, due on %(due)s."),
    "due.biography": N_("%(who)s has not sent a biography for “%(item)s”, due on %(due)s."),
    "due.photograph": N_("%(who)s has not sent a photograph for “%(item)s”, due on %(due)s."),
    "due.translation": N_("%(who)s has not sent the translation for “%(item)s”, due on %(due)s."),
    "due.approval": N_("%(who)s has not approved “%(item)s”, which was to be done by %(due)s."),
    "due.other": N_("%(who)s has not sent what was asked for “%(item)s”, due on %(due)s."),
    "due.some-day": N_("%(who)s has not sent what was asked for “%(item)s”; no day is set."),
    "approval.changed": N_(
        "“%(what)s” (language: %(language)s) has changed since %(by)s, “%(institution)s”, approved it on %(day)s."
    ),
    "consent.name": N_("%(person)s is shown by name and does not agree to it."),
    "consent.photograph": N_("A photograph of %(person)s is shown, who does not agree to it."),
    "consent.abstract": N_("An abstract by %(person)s is shown, who does not agree to it."),
    "consent.recording": N_("A recording of %(person)s is shown, who does not agree to it."),
    "consent.name-asked": N_("%(person)s is shown by name and has not yet answered whether this may be."),
    "consent.photograph-asked": N_(
        "A photograph of %(person)s is shown, who has not yet answered whether this may be."
    ),
    "consent.abstract-asked": N_("An abstract by %(person)s is shown, who has not yet answered whether this may be."),
    "consent.recording-asked": N_("A recording of %(person)s is shown, who has not yet answered whether this may be."),
}

MENDS: dict[str, str] = {
    "reference.unknown": N_("Write the name of a part that exists, or add the part."),
    "reference.position": N_("Write the name of one of the person's positions, or add the position to the person."),
    "text.empty": N_("Give it a name in at least the host's language."),
    "text.missing": N_("Add the translation, or say under “wanted” in which languages each “%(field)s” is wanted."),
    "text.turning": N_("Delete the character; it is often copied along from another document."),
    "text.invisible": N_("Delete the character; it is often copied along from another document."),
    "text.mixed-scripts": N_("Write the word anew in one script: some letters only look alike."),
    "language.unknown": N_("Write a tag such as “ja”, “en” or “zh-Hant”."),
    "language.country": N_("Write the tag of the language, such as “ko” or “sv”."),
    "language.not-listed": N_("If pages are to be in this language too, add it to “languages” of the week."),
    "person.nameless": N_("Add “names”, or let the person be shown by affiliation."),
    "person.position-not-held": N_("Choose another position, or correct from when until when it is held."),
    "person.position-not-held-in": N_("Choose another position, or correct from when until when it is held."),
    "days.order": N_("Sort the days and let each stand once."),
    "captions.too-large": N_("Name a smaller file, or part the recording."),
    "captions.encoding": N_("Save the file as UTF-8."),
    "captions.no-header": N_(
        "Save the file as WebVTT. An .srt file becomes one with the line “WEBVTT” at the top, an empty line below it, "
        "and points instead of commas in the times."
    ),
    "captions.empty": N_("Add captions, or take the file out."),
    "captions.no-time": N_(
        "Write a line such as “00:01:15.000 --> 00:01:18.500” over it; within a caption no line is empty."
    ),
    "captions.bad-time": N_("Write the times as “00:01:15.000 --> 00:01:18.500”."),
    "captions.ends-first": N_("Correct one of the two times."),
    "week.pale-accent": N_("Choose a darker colour, or leave it to the shade that is shown."),
    "days.gap": N_("Add the days between, if they belong to the week."),
    "clock.missing": N_("Choose another time."),
    "clock.twice": N_("Write the offset from UTC after the time, for example “+01:00”."),
    "clock.offset": N_("Correct the offset after the time, or leave it out."),
    "item.starts-too-early": N_("Let it start later, shorten what comes before, or leave out the start."),
    "item.outside-days": N_("Correct the time, or add the day to the days of the week."),
    "session.outside-days": N_("Correct the time, or add the day to the days of the week."),
    "session.outside-block": N_("Move or shorten the session, or lengthen the block."),
    "session.outside-block-by-start": N_(
        "Let it start earlier, or take its “starts” out; to move one item alone, change the order of the items."
    ),
    "session.items-too-long": N_("Give the session more minutes, or its items fewer."),
    "session.items-too-long-by-start": N_(
        "Let it start earlier, or take its “starts” out; to move one item alone, change the order of the items."
    ),
    "collision.room": N_("Move one of the two to another time or room."),
    "collision.changeover": N_("Leave more time between the two, or use another room."),
    "collision.person": N_("Move one of the two, or let someone else take the part."),
    "time.night": N_("Choose another time, or show a recording instead (“delivery: recorded”)."),
    "wish.ends-first": N_("Exchange the two times, or correct one of them."),
    "wish.unavailable": N_(
        "Choose another time, let someone else take the part, or correct “availability” under “wishes”."
    ),
    "wish.holiday": N_("Choose another day, or, if they come all the same, take the day out of “holidays”."),
    "speaker.in-own-place": N_(
        "Write who comes as “person” and who was announced as “in_place_of”, or take “in_place_of” out."
    ),
    "notice.ends-first": N_("Exchange the two times, or correct one of them."),
    "material.nowhere": N_(
        "Name its file in the folder “media” as “file”, or its web address as “address”, or take it out."
    ),
    "media.missing": N_("Put the file there, or correct its name."),
    "media.unused": N_("Name it where it belongs, or delete it."),
    "leak.mail": N_("Take it out of the text; public offices stand under “contacts”, people's own in “private.yaml”."),
    "leak.telephone": N_(
        "Take it out of the text; public offices stand under “contacts”, people's own in “private.yaml”."
    ),
    "leak.meeting": N_("Put it into “join_links” of “private.yaml”; for the public give a page for registration."),
    "leak.machine": N_("Give an address that everyone can open."),
    "closed.pointed-at": N_("Take the mention out, or open what it points to."),
    "agreement.no-such-party": N_("Add the institution to the parties, or correct the party of the signatory."),
    "organisation.asked": N_("When it has agreed, write “state: granted”."),
    "organisation.asked-partner": N_(
        "When it has agreed, write “state: granted”. If it is not to be seen at all until then, write “partner: false” "
        "in institutions.yaml and let nothing else name it."
    ),
    "planning.stale": N_("Plan again, or take the result out."),
    "week.no-address": N_("Give the web address at which the week will stand, as “address” of the week."),
    "due.title": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.abstract": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.video": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.slides": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.biography": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.photograph": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.translation": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.approval": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.other": N_("Remind them, or note in “private.yaml” on which day it was received."),
    "due.some-day": N_("Agree on a day, and note it in “private.yaml” as “due”."),
    "approval.changed": N_(
        "Ask for the approval again with a new draft (“kakehashi build --draft”), and copy the new line from its page "
        "“approval” into “private.yaml”."
    ),
    "consent.name": N_("Let the person be shown by affiliation (“shown: affiliation”), or take them out."),
    "consent.photograph": N_("Take the photograph out."),
    "consent.abstract": N_("Take the abstract out."),
    "consent.recording": N_("Take the recording out, or close it (“visibility: staff”)."),
    "consent.name-asked": N_(
        "Ask again. Until they answer, the position alone can stand for the name: write “shown: affiliation” at the "
        "person."
    ),
    "consent.photograph-asked": N_("Ask again, or do not show it until then."),
    "consent.abstract-asked": N_("Ask again, or do not show it until then."),
    "consent.recording-asked": N_("Ask again, or do not show it until then."),
}
