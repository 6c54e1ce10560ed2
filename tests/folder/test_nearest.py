"""What was probably meant."""

import pytest

from kakehashi.folder.nearest import as_slug, nearest, nearest_zone


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("rooom", "room"),
        ("ROOM", "room"),
        ("romo", "room"),
        ("blok", "block"),
        ("zebra", None),
        ("", None),
        ("r", None),
    ],
)
def test_a_known_name_is_meant_by_what_resembles_it(found: str, meant: str | None) -> None:
    assert nearest(found, ["room", "block", "start"]) == meant


def test_a_name_keeps_its_own_case_and_a_very_long_one_is_compared_by_its_beginning() -> None:
    assert (nearest("DEU", ["Deu"]), nearest("a" * 1_000_000, ["a" * 200])) == ("Deu", "a" * 200)


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        *(
            ("tokyo", "Asia/Tokyo"),
            ("Asia/Tokio", "Asia/Tokyo"),
            ("Kathmandu", "Asia/Kathmandu"),
            ("lima", "America/Lima"),
        ),
        *(("New York", "America/New_York"), ("Europe/Moskow", "Europe/Moscow"), ("asia/tokyo", "Asia/Tokyo")),
        *(("日本", None), ("xxxxxxxx", None)),
    ],
)
def test_a_zone_is_meant_by_its_name_or_its_city(found: str, meant: str | None) -> None:
    assert nearest_zone(found) == meant


@pytest.mark.parametrize(
    ("found", "language", "slug"),
    [
        ("Opening Remarks", "", "opening-remarks"),
        ("  --A  &  B--  ", "", "a-b"),
        ("Ærøskøbing", "da", "aeroskobing"),
        ("Straße", "", "strasse"),
        ("Łódź", "pl", "lodz"),
        ("Fünf Städte", "de", "fuenf-staedte"),
        ("Fu\u0308nf Sta\u0308dte", "de-AT", "fuenf-staedte"),
        ("Fünf Städte", "", "funf-stadte"),
        ("ＡＢＣ １２", "ja", "abc-12"),
        ("お茶", "ja", None),
        ("Неделя", "ru", None),
        ("", "", None),
        ("a" * 100, "", "a" * 80),
        (f"{'a' * 79} b", "", "a" * 79),
    ],
)
def test_a_slug_keeps_what_latin_letters_can_say(found: str, language: str, slug: str | None) -> None:
    assert as_slug(found, language) == slug
