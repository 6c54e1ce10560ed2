"""Recordings: the week's own file with captions and chapters; copies elsewhere are links and never embedded."""

import json
from typing import Any
from xml.etree.ElementTree import Element

from tests.site.pages.showing import a_site, classed, facts, first, page, said
from tests.site.walking import parsed

from kakehashi.site import Address, Kind
from kakehashi.site.rendering import render

CLIP: dict[str, Any] = {
    "title": {"en": "A clip"},
    "item": "welcome",
    "file": "clip.webm",
    "poster": "clip.png",
    "language": "ja",
    "seconds": 3725,
    "captions": {"ja": "clip.ja.vtt", "en": "clip.en.vtt"},
    "chapters": [{"at": 72, "title": {"en": "Tea"}}, {"at": 0, "title": {"en": "Title"}}],
}


def clip(language: str = "en", **keys: Any) -> Element:
    """The page of a recording with these keys."""
    return page(a_site(recordings={"clip": CLIP | keys}), Kind.RECORDING, "clip", language)


def test_chapters_link_into_the_recording_without_script() -> None:
    (chapters,) = classed(clip(), "chapters")
    links = [(said(chapter), first(chapter, "a").get("href")) for chapter in chapters]
    assert links == [
        ("0:00 Title", "../../../media/clip.webm#t=0"),
        ("1:12 Tea", "../../../media/clip.webm#t=72"),
    ]


def test_the_player_is_the_browsers_own_and_fetches_no_more_than_it_must() -> None:
    video = first(clip(), "video")
    told = {name: video.get(name) for name in ("src", "preload", "poster", "lang", "controls", "autoplay")}
    assert told == {
        "src": "../../../media/clip.webm",
        "preload": "metadata",
        "poster": "../../../media/clip.png",
        "lang": "ja",
        "controls": "",
        "autoplay": None,
    }


def test_captions_of_the_readers_language_are_switched_on() -> None:
    for language in ("ja", "en"):
        tracks = [(t.get("srclang"), t.get("default") is not None) for t in clip(language).iter("track")]
        assert tracks == [("ja", language == "ja"), ("en", language == "en")]


def test_copies_elsewhere_are_links_and_never_embedded() -> None:
    tree = clip(file=None, copies=[{"label": {"en": "Archive"}, "address": "https://video.example.org/1"}])
    outward = [a.get("href") for a in tree.iter("a") if said(a) == "Archive"]
    embedded = [e.tag for e in tree.iter() if e.tag in ("iframe", "embed", "object", "video", "source")]
    assert (outward, embedded) == (["https://video.example.org/1"], [])


def test_chapters_of_a_recording_elsewhere_are_told_without_links() -> None:
    (chapters,) = classed(clip(file=None), "chapters")
    assert ([said(chapter) for chapter in chapters], list(chapters.iter("a"))) == (["0:00 Title", "1:12 Tea"], [])


def test_the_facts_say_what_it_is_a_recording_of() -> None:
    told = facts(clip(licence={"name": "CC-BY-4.0"}))
    assert told == {
        "Recording of": "Welcome",
        "Speakers": "Ada Tea, Rector of the Samovar institute",
        "Length": "1:02:05",
        "Language": "Japanese",
        "Captions": "Japanese and English",
        "Licence": "CC BY 4.0",
    }


def test_machines_read_it_as_a_video_with_its_public_addresses() -> None:
    site = a_site(recordings={"clip": CLIP})
    tree = parsed(render(site, Address("en", Kind.RECORDING, "clip")))
    told = json.loads(next(s.text or "" for s in tree.iter("script") if s.get("type") == "application/ld+json"))
    kept = {key: told[key] for key in ("@type", "contentUrl", "duration", "inLanguage")}
    assert kept == {
        "@type": "VideoObject",
        "contentUrl": "https://example.org/tea-week/media/clip.webm",
        "duration": "PT3725S",
        "inLanguage": "ja",
    }


def test_an_invented_recording_says_that_it_is_a_sample() -> None:
    tree = clip(description={"en": "Drawn by a script."}, notes=[{"kind": "invented"}])
    assert [said(h) for h in tree.iter("h2")] == ["Watch", "What this is sample"]


def test_the_index_tells_length_language_and_captions() -> None:
    tree = page(a_site(recordings={"clip": CLIP}), Kind.RECORDINGS)
    (entry,) = classed(tree, "entries")[0]
    assert said(entry) == "A clip 1:02:05, Japanese, Captions: Japanese and English"


def test_a_recording_elsewhere_only_has_no_player_and_tells_machines_of_no_file() -> None:
    site = a_site(
        recordings={
            "clip": {
                "title": {"en": "A clip"},
                "copies": [{"label": {"en": "Archive"}, "address": "https://v.example/"}],
            }
        }
    )
    tree = parsed(render(site, Address("en", Kind.RECORDING, "clip")))
    told = json.loads(next(s.text or "" for s in tree.iter("script") if s.get("type") == "application/ld+json"))
    assert (list(tree.iter("video")), told.keys() & {"contentUrl", "thumbnailUrl", "duration"}) == ([], set())


def test_the_index_tells_length_language_and_captions_as_far_as_they_are_known() -> None:
    site = a_site(recordings={"clip": CLIP, "bare": {"title": {"en": "Bare"}}})
    assert [said(entry) for entry in classed(page(site, Kind.RECORDINGS), "entries")[0]] == [
        "A clip 1:02:05, Japanese, Captions: Japanese and English",
        "Bare",
    ]
