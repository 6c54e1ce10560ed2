"""What the notes of a part say, gathered in one small paragraph below it: words first, then the sources."""

from markupsafe import Markup

from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.facts import outward
from kakehashi.week.part import NoteKind, Part


def remarks(r: Reader, part: Part) -> Markup:
    """The paragraph of a part's notes; nothing where no note tells anything."""
    told = [*_marks(r, part), *(r.text(note.text) for note in part.notes if note.text)]
    sources = _sources(r, part)
    if sources:
        told.append(sources)
    return Markup('<p class="small remarks">{}</p>').format(Markup(r.words.gap).join(told)) if told else Markup()


def invented(r: Reader, part: Part) -> Markup:
    """The mark of a part that is invented as a whole; nothing for any other."""
    if not any(note.kind is NoteKind.INVENTED and note.about is None for note in part.notes):
        return Markup()
    return Markup('<span class="tag">{}</span>').format(r.words.say_in("mark", "sample"))


def _marks(r: Reader, part: Part) -> list[Markup]:
    """The word "disputed" before the words of a note that says so."""
    disputed = any(note.kind is NoteKind.DISPUTED for note in part.notes)
    return [Markup("<b>{}</b>").format(r.words.say_in("mark", "Sources differ."))] if disputed else []


def _sources(r: Reader, part: Part) -> Markup:
    """Links to the sources, each named by its host."""
    addresses = list(dict.fromkeys(note.source for note in part.notes if note.source))
    if not addresses:
        return Markup()
    links = r.listing(outward(one) for one in addresses)
    said = r.words.count("Source: %(hosts)s", "Sources: %(hosts)s", len(addresses), hosts=FIRST)
    return Markup('<span class="sources">{}</span>').format(filled(said, links))
