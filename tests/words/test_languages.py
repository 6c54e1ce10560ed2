"""What languages and countries are called by readers of another."""

from kakehashi.words import words_of


def test_a_country_has_the_name_that_readers_give_it() -> None:
    assert [words_of(tag).country_name("JP") for tag in ("ja", "en", "ru")] == ["日本", "Japan", "Япония"]


def test_a_country_that_nobody_knows_goes_by_its_code() -> None:
    assert words_of("en").country_name("QX") == "QX"
