"""Laws of names by script: what is chosen exists, one's own goes first, then one's script, then the week's order."""

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.words import Passage, ProperName, Text
from kakehashi.words.scripts import read_as, script_of, spelling_for

TAGS = st.sampled_from(("ja", "en", "de", "es", "ru", "sr", "sr-Latn", "zh-Hant", "zh", "kk", "qaa", "qab"))
LISTS = st.lists(TAGS, unique=True, max_size=6)


@given(TAGS, LISTS, LISTS)
def test_a_reader_is_shown_their_own_spelling_then_one_in_their_script_then_any(
    language: str, tags: list[str], fallback: list[str]
) -> None:
    chosen = spelling_for(language, tags, fallback)
    alike = [tag for tag in tags if script_of(tag) == script_of(language)]
    assert (chosen is None) == (tags == [])
    if language in tags:
        assert chosen == language
    elif alike:
        assert chosen in alike
    elif tags:
        assert chosen == next((tag for tag in fallback if tag in tags), tags[0])


@given(TAGS, LISTS, LISTS)
def test_a_name_is_read_as_the_readers_own_exactly_when_it_is_not_wanting(
    language: str, tags: list[str], fallback: list[str]
) -> None:
    name = ProperName((tag, f"in {tag}") for tag in tags)
    shown = name.best(language, fallback)
    assert (shown is not None and shown.language == language) == (not name.wanting(language))


@given(TAGS, LISTS, LISTS)
def test_a_name_and_a_text_differ_only_for_readers_without_a_wording_of_their_own(
    language: str, tags: list[str], fallback: list[str]
) -> None:
    wordings = {tag: f"in {tag}" for tag in tags}
    name, text = ProperName(wordings), Text(wordings)
    if language in tags or all(read_as(tag, language) != language for tag in tags):
        assert name.best(language, fallback) == text.best(language, fallback)
    else:
        best = text.best(language, fallback)
        assert isinstance(best, Passage) and best.language != language
