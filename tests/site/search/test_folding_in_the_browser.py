"""The browser folds as the index does: every character, and what depends on its neighbours."""

from importlib.resources import files
from unicodedata import category

import pytest
from playwright.sync_api import Page

from kakehashi.site.search.folding import END, RULES, fold, tokens

SCRIPT = (files("kakehashi.site") / "static" / "folding.js").read_text("utf-8")
FOLD = "([rules, texts]) => texts.map(foldingBy(rules).fold)"
PARTS = "([rules, text]) => foldingBy(rules).parts(text)"
# Characters that either side's Unicode does not know yet may differ.
UNKNOWN = r"(texts) => texts.filter((text) => /\p{Cn}/u.test(text))"

TEXTS = [
    "Ｋａｚａｎ　２０２１, ｶｻﾞﾝ連邦大学",
    "ガフロフ・イルシャット ＝ がふろふ・",
    "サーバー、ウラジーミル・ヴィタリー；コンピューター",
    "佐々木、人々々、々",
    "山﨑 𠮷野 國學院 髙島屋",
    "ΣΊΣΥΦΟΣ ΣΑΣ. İstanbul",
    "Пётр Ильич Чайковский, Ещё",
    "Łódź Ærø Straße ﬁnal ½ ① ㎡",
    "มหาวิทยาลัย कज़ान 한국어 العَرَبِيَّة",
    "か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}き",
]


@pytest.fixture
def folding(page: Page) -> Page:
    page.add_script_tag(content=SCRIPT)
    return page


def test_every_character_is_folded_alike(folding: Page) -> None:
    planes = (*range(0x20, 0xD800), *range(0xE000, 0x20000), *range(0x20000, 0x20020))
    every = [chr(code) for code in planes if category(chr(code)) != "Cn"]
    known = sorted(set(every) - set(folding.evaluate(UNKNOWN, every)))
    folded = folding.evaluate(FOLD, [RULES, known])
    differing = [
        (hex(ord(one)), fold(one), there) for one, there in zip(known, folded, strict=True) if fold(one) != there
    ]
    assert differing == []


def test_texts_are_folded_alike(folding: Page) -> None:
    assert folding.evaluate(FOLD, [RULES, TEXTS]) == [fold(text) for text in TEXTS]


def test_a_question_without_spaces_is_cut_as_the_texts_are(folding: Page) -> None:
    for text in ("金沢大学", "がばぱ", "𠮷野", "ガフロフ・イルシャット", "มหาวิทยาลัย"):
        (part,) = folding.evaluate(PARTS, [RULES, text])
        assert part["pairs"] == list(tokens(text))[:-1]


def test_a_single_character_is_asked_as_the_beginning_of_a_pair(folding: Page) -> None:
    (part,) = folding.evaluate(PARTS, [RULES, "大"])
    (token,) = part["pairs"]
    assert next(iter(tokens("大学"))).startswith(token)
    assert next(iter(tokens("大"))) == token + END


ASKED = {
    "университета": ["университет"],
    "Казани": ["казан"],
    "международного": ["международн"],
    "мира": ["мира"],
    "studies": ["study", "studies"],
    "presentations": ["presentation"],
    "bus": ["bus"],
    "2021": ["2021"],
}


def test_a_word_is_asked_without_the_ending_that_its_language_changes(folding: Page) -> None:
    asked = {word: folding.evaluate(PARTS, [RULES, word])[0]["beginnings"] for word in ASKED}
    assert asked == ASKED


def test_a_question_of_several_words_and_scripts_has_as_many_parts(folding: Page) -> None:
    parts = folding.evaluate(PARTS, [RULES, "Kazan 金沢, 2021年の"])
    assert [part["text"] for part in parts] == ["kazan", "金沢", "2021", "年の"]
