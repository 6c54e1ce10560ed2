"""A viewer reads what is said, jumps to a moment, and sees the words being said marked."""

from playwright.sync_api import Page, expect

RECORDING = "recordings/keynote-clip/"
SECOND = "document.querySelector('video').currentTime"


def open_paused(page: Page, address: str) -> None:
    """The page with a film that stands still, so that its moment is the one that was asked for."""
    page.add_init_script("HTMLMediaElement.prototype.play = () => Promise.resolve()")
    page.goto(address)


def test_a_time_leads_to_its_moment_and_the_words_said_then_are_marked(page: Page, sample_address: str) -> None:
    open_paused(page, f"{sample_address}/en/{RECORDING}")
    page.locator(".transcript").get_by_role("link", name="0:30").click()
    expect(page.locator(".spoken")).to_have_text("Midday. A shower passes, and the leaves grow.")
    assert page.evaluate(SECOND) == 30
    page.locator(".transcript").get_by_role("link", name="0:50").press("Enter")
    expect(page.locator(".spoken")).to_have_text("Night. A window is lit; smoke rises from the chimney.")


def test_a_chapter_leads_to_its_moment_on_the_page(page: Page, sample_address: str) -> None:
    open_paused(page, f"{sample_address}/ru/{RECORDING}")
    page.locator(".chapters").get_by_role("link", name="Финальная заставка").click()
    expect(page.locator(".spoken")).to_have_text("Конец. Это не запись доклада.")


def test_a_moment_can_be_linked_to(page: Page, sample_address: str) -> None:
    open_paused(page, f"{sample_address}/ja/{RECORDING}#t=41")
    expect(page.locator(".spoken")).to_have_text("夕方。木にりんごが実り、日が傾きます。")
    page.locator(".transcript").get_by_role("link", name="0:12").click()
    assert page.evaluate("location.hash") == "#t=12"


def test_without_its_script_a_time_opens_the_film_at_that_moment(page: Page, sample_address: str) -> None:
    page.route("**/recording.*.js", lambda route: route.abort())
    page.goto(f"{sample_address}/en/{RECORDING}")
    link = page.locator(".transcript").get_by_role("link", name="0:30")
    assert str(link.get_attribute("href")).endswith("/media/keynote-clip.webm#t=30")
    link.click()
    page.wait_for_url("**/keynote-clip.webm#t=30")
