"""What things are called where they are found: as the list of results shows them, and in all other ways."""

from collections.abc import Iterable, Iterator

from kakehashi.site.addresses import Kind
from kakehashi.site.reader import Reader
from kakehashi.site.shown.people import name_of
from kakehashi.week.institutions import Institution
from kakehashi.week.people import Person
from kakehashi.words import Text, words_of


def href(r: Reader, kind: Kind, slug: str = "", fragment: str = "") -> str:
    """The way from the search page to another, as a server has it: to its folder."""
    return r.to(kind, slug, fragment).replace("index.html", "", 1)


def titled(r: Reader, title: Text) -> tuple[str, str]:
    """A title as the list shows it, and its language where that is another than the page's."""
    passage = r.passage(title)
    if passage is None:
        return "", ""
    return words_of(passage.language).spaced(passage.text), "" if passage.language == r.language else passage.language


def listed(*texts: str) -> tuple[str, ...]:
    """Texts in their order, each once; nothing of those that say nothing."""
    return tuple(dict.fromkeys(text for text in texts if text))


def people_told(r: Reader, people: Iterable[str]) -> str:
    """Several people by the names that the page's readers know, in a row."""
    found = (name_of(r, person) for person in people)
    return r.words.comma.join(one.name.whole for one in found if one is not None)


def named(person: Person) -> tuple[str, ...]:
    """Every way of writing a person's name: in each script, short, as it is read, and as others spell it."""
    written = (form for name in person.names.values() for form in (name.whole, name.short, name.reading, name.sort))
    return listed(*(form or "" for form in written), *person.spellings)


def written(told: Institution) -> Iterator[str]:
    """Every way of writing an institution's name, in each language."""
    for text in (told.name, told.short, told.formal):
        yield from text.values()
    yield from told.spellings
