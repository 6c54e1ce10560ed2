"""What somebody writes between braces is read whole, or something is said: no text is cut short in silence."""

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.folder.nodes import Scalar, Table
from kakehashi.folder.reading import read_yaml
from kakehashi.folder.sources import SourceFile

# Without what ends the entry or the braces themselves: a colon, a straight quotation mark, a closing brace.
TEXTS = st.text(st.sampled_from("ab1 ,,，、#-?&*!|>%@`{[]“”「」氷Л\u3000\u00a0"), min_size=1, max_size=12)


@given(TEXTS)
def test_a_text_between_braces_is_read_whole_or_refused(text: str) -> None:
    file = SourceFile("week.yaml", f"{{en: {text}, ru: Лёд}}\n")
    if read_yaml(file):
        return
    assert isinstance(file.root, Table) and list(file.root.values) == ["en", "ru"]
    value = file.root.values["en"]
    if isinstance(value, Scalar):
        assert value.text == text.strip(" ")


@given(TEXTS, st.booleans())
def test_a_comma_that_ends_a_text_is_told_with_all_of_the_text(text: str, last: bool) -> None:
    rest = "" if last else ", ru: Лёд"
    findings = read_yaml(SourceFile("week.yaml", f"{{en: Ice, {text}{rest}}}\n"))
    assert findings or not text.strip(" ,")
