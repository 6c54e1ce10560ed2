"""The same page on screens of every size, on paper, and in the colours that a reader has chosen."""

import pytest
from playwright.sync_api import Page

DAY = "timetable/2021-10-01/"

OVERFLOWING = """() => [...document.querySelectorAll("svg.week a")].flatMap((link) => {
  const box = link.querySelector("rect").getBoundingClientRect();
  if (box.width === 0) return [];
  return [...link.querySelectorAll("text")].filter((text) => {
    const drawn = text.getBoundingClientRect();
    return drawn.left < box.left - 1 || drawn.right > box.right + 1;
  }).map((text) => text.textContent);
})"""
"""The lines of the shown picture that are broader than their block, as the browser's own fonts draw them."""


@pytest.mark.parametrize("language", ["ja", "en", "ru"])
def test_one_form_of_the_picture_is_shown_and_its_words_stay_in_their_blocks(
    page: Page, sample_address: str, language: str
) -> None:
    page.goto(f"{sample_address}/{language}/")
    for width, form in ((360, "narrow"), (768, "middle"), (1199, "middle"), (1200, "wide")):
        page.set_viewport_size({"width": width, "height": 900})
        shown = page.locator("svg.week:visible")
        assert [one.get_attribute("class") for one in shown.all()] == [f"week sized {form}-only"]
        assert page.evaluate(OVERFLOWING) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_filters_the_clock_and_the_view_stand_on_one_line(page: Page, sample_address: str, language: str) -> None:
    page.goto(f"{sample_address}/{language}/{DAY}")
    for width in (960, 1100, 1300):
        page.set_viewport_size({"width": width, "height": 900})
        tops = page.locator("form.bar > *").evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom)")
        assert len(tops) == 5 and max(tops) - min(tops) < 2


def test_a_printed_day_is_its_grid_without_controls(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}/en/{DAY}?view=list")
    page.emulate_media(media="print")
    assert page.locator("form.bar:visible, select:visible, .sitting summary:visible, .mast nav:visible").count() == 0
    assert page.locator(".tt").evaluate("table => getComputedStyle(table).display") == "table"


def test_where_the_reader_sets_the_colours_no_edge_is_drawn_that_was_transparent(
    page: Page, sample_address: str
) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{sample_address}/en/{DAY}")
    page.emulate_media(forced_colors="active")
    ground = page.locator("body").evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    edges = page.locator("td.c, td.pause, thead .group, td.z.first").evaluate_all(
        "all => [...new Set(all.map((one) => getComputedStyle(one).borderInlineStartColor))]"
    )
    assert edges == [ground]


def test_a_reader_who_wants_more_contrast_has_no_grey_text(page: Page, sample_address: str) -> None:
    page.goto(f"{sample_address}/en/{DAY}")
    page.emulate_media(contrast="more")
    inks = page.locator(".who, .key, legend, h1").evaluate_all(
        "all => [...new Set(all.map((one) => getComputedStyle(one).color))]"
    )
    assert len(inks) == 1
