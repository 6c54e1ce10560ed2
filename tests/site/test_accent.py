"""The accent colour on the pages: a sheet of its own beside the style sheet, in both modes."""

import re
from urllib.parse import urljoin

import tinycss2
from tests.site.reading import a_site
from tests.site.walking import parsed

from kakehashi.site import file_of, page_of, site_files
from kakehashi.site.previews.image import card_of
from kakehashi.week.colours import accent


def sheets(site, path):
    """The style sheets of a page, from the week's root."""
    links = [link for link in parsed(page_of(site, path)).iter("link") if link.get("rel") == "stylesheet"]
    return [
        urljoin(f"https://tea.example/{path}", link.get("href")).removeprefix("https://tea.example/") for link in links
    ]


def test_every_page_names_it_after_the_style_sheet_whose_colour_it_replaces():
    site = a_site(accent="0e4c9e")
    for path in ("", "en/", "en/items/leaves/"):
        style, own = sheets(site, path)
        assert re.fullmatch(r"assets/accent\.[0-9a-f]{10}\.css", own), path
        assert style.startswith("assets/style.")


def test_it_holds_the_shades_for_both_modes_in_the_layer_of_the_colours():
    site = a_site(accent="0e4c9e")
    said = file_of(site, sheets(site, "en/")[1]).content.decode()
    assert f"--enji: light-dark(#0e4c9e, {accent('#0e4c9e').dark})" in said
    (rule,) = tinycss2.parse_stylesheet(said, skip_whitespace=True)
    assert (rule.at_keyword, tinycss2.serialize(rule.prelude).strip()) == ("layer", "tokens")


def test_a_week_without_one_has_no_such_file():
    site = a_site()
    assert len(sheets(site, "en/")) == 1
    assert [file.path for file in site_files(site, workers=1) if "accent" in file.path] == []


def test_another_colour_has_another_name_so_that_it_can_be_kept_for_ever():
    assert sheets(a_site(accent="0e4c9e"), "en/")[1] != sheets(a_site(accent="0e4c9f"), "en/")[1]


def test_the_picture_for_links_bears_it_too():
    assert card_of(a_site(accent="ffcc00"), "en")[0].accent == accent("#ffcc00").light
