"""What the notes of a part say, gathered in one small paragraph below it: words first, then the sources."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from kakehashi.site.reader import Reader
from kakehashi.site.sentences import FIRST, filled
from kakehashi.site.shown.facts import outward_each
from kakehashi.week.items import Item
from kakehashi.week.part import Note, NoteKind, Part
from kakehashi.words.facts.marking import N_

_GRAVE: Mapping[NoteKind, str] = {
    NoteKind.PROVISIONAL: N_("What these pages tell is provisional."),
    NoteKind.INVENTED: N_("This week is invented, as an example."),
    NoteKind.DISPUTED: N_("Sources differ on what these pages tell."),
}
"""How a note on the whole week reads that says no more than its kind."""


def remarks(r: Reader, part: Part) -> Markup:
    """The paragraph of a part's notes: words first, then each source once; nothing where no note tells anything.

    A note closed to these readers was taken out before; what `caution` marks and `reason` tells is not said again.
    """
    reasons = _reasons(part)
    told = [*_marks(r, part), *(r.text(note.text) for note in part.notes if note.text and note not in reasons)]
    sources = _sources(r, part)
    if sources:
        told.append(sources)
    return Markup('<p class="small remarks">{}</p>').format(Markup(r.words.gap).join(told)) if told else Markup()


def reason(r: Reader, item: Item) -> Markup:
    """Why an item does not take place, to stand beside its state: the words of its remarks; nothing for any other."""
    return Markup(r.words.gap).join(r.text(note.text) for note in _reasons(item))


def _reasons(part: Part) -> tuple[Note, ...]:
    if not isinstance(part, Item) or part.status.takes_place:
        return ()
    return tuple(
        note for note in part.notes if note.kind is NoteKind.REMARK and note.about in (None, "status") and note.text
    )


def caution(r: Reader, part: Part) -> Markup:
    """The marks that stand beside the name of a part that is invented or provisional as a whole; nothing for any other.

    A note that has nothing but its kind is told by its mark alone.
    """
    kinds = {note.kind for note in part.notes if note.about is None}
    said = [
        *([r.words.say_in("mark", "sample")] if NoteKind.INVENTED in kinds else []),
        *([r.words.say_in("mark", "provisional")] if NoteKind.PROVISIONAL in kinds else []),
    ]
    return Markup(" ").join(Markup('<span class="tag">{}</span>').format(one) for one in said)


def caveats(r: Reader) -> Iterator[Markup]:
    """What the week says of itself on every page: that it is provisional, invented or disputed."""
    for note in r.site.week.notes:
        if note.kind in _GRAVE and note.text:
            yield r.text(note.text)
        elif note.kind in _GRAVE and note.about is None:
            yield escape(r.words.say(_GRAVE[note.kind]))


def _marks(r: Reader, part: Part) -> list[Markup]:
    """The word "disputed" before the words of a note that says so."""
    disputed = any(note.kind is NoteKind.DISPUTED for note in part.notes)
    return [Markup("<b>{}</b>").format(r.words.say_in("mark", "Sources differ."))] if disputed else []


def _sources(r: Reader, part: Part) -> Markup:
    """Links to the sources, each named by its host."""
    addresses = {note.source: None for note in part.notes if note.source}
    if not addresses:
        return Markup()
    links = r.listing(outward_each(addresses))
    said = r.words.count("Source: %(hosts)s", "Sources: %(hosts)s", len(addresses), hosts=FIRST)
    return Markup('<span class="sources">{}</span>').format(filled(said, links))
