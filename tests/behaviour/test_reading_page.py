"""The reading page in a real browser."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browsing import a_page, needs_browser, served

pytestmark = needs_browser
ARTICLE = (
    "Ferry talks stall\n\n“We will wait,” Minister Ana Roca said. “But not for ever.”\n\n"
    "She denied that the port had been sold. The union said that the crew had promised to return in March 2023.\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "onrecord", "add", "ferry.txt"], cwd=folder, check=True, capture_output=True)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with a_page() as page:
        yield page


@pytest.fixture
def page(address: str, browser_page: Page) -> Page:
    browser_page.goto(address)
    browser_page.get_by_role("link", name="Ferry talks stall").click()
    browser_page.wait_for_url("**/documents/*")  # its script loaded too: a key pressed before reaches nobody
    return browser_page


def lit(page: Page) -> Locator:
    return page.locator(".text .m.on")


def chosen(page: Page) -> Locator:
    return page.locator(".card[aria-pressed=true]")


def test_a_click_on_a_statement_lights_up_all_its_words(page: Page) -> None:
    page.get_by_role("button", name="Minister Ana Roca said").click()
    expect(lit(page)).to_have_text(["“We will wait,”", "Minister Ana Roca", "said", "“But not for ever.”"])
    expect(page).to_have_url(re.compile("#s1$"))


def test_a_click_on_the_words_leads_to_the_statement(page: Page) -> None:
    page.locator(".text").get_by_text("that the port had been sold").click()
    expect(chosen(page)).to_contain_text("denied")


def test_clicks_on_nested_words_go_outwards(page: Page) -> None:
    words = page.locator(".text").get_by_text("promised")
    words.click()
    expect(chosen(page)).to_contain_text("within")
    words.click()
    expect(chosen(page)).to_contain_text("The union said")


def test_keys_step_through_the_statements_and_clear(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("#s2$"))
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile("#s1$"))
    page.keyboard.press("Escape")
    expect(lit(page)).to_have_count(0)


def test_a_step_brings_both_the_words_and_the_statement_into_view(page: Page) -> None:
    size = page.viewport_size
    page.set_viewport_size({"width": 1300, "height": 220})
    for _ in range(page.locator(".card").count()):
        page.keyboard.press("j")
    expect(lit(page).first).to_be_in_viewport()
    expect(chosen(page)).to_be_in_viewport()
    assert size is not None
    page.set_viewport_size(size)


def test_an_address_opens_at_its_statement(page: Page) -> None:
    page.goto(page.url.split("#")[0] + "#s2")
    page.reload()
    expect(lit(page).filter(has_text="She")).to_have_count(1)


def test_a_layer_can_be_put_away_and_another_shown(page: Page) -> None:
    page.get_by_role("button", name="times").click()
    expect(page.locator(".text.layer-times .time")).to_have_text("March 2023")
    page.get_by_role("button", name="source cue content").click()
    expect(page.locator(".text.layer-statements")).to_have_count(0)


def test_the_roles_differ_in_the_shape_of_their_underline(page: Page) -> None:
    styles = [
        page.locator(f".text .m.{role}").first.evaluate("each => getComputedStyle(each).textDecorationStyle")
        for role in ("source", "cue", "content")
    ]
    assert len(set(styles)) == 3


def mentions(page: Page, form: str) -> Locator:
    return page.locator(f".text .is-{form}")


def here(page: Page) -> Locator:
    return page.locator(".text .here")


def minister(page: Page) -> Locator:
    return page.locator(".entity").filter(has_text="Roca")


def test_the_keyboard_chooses_somebody_and_steps_through_the_mentions(page: Page) -> None:
    expect(page.locator(".text.finding")).to_have_count(0)
    minister(page).focus()
    page.keyboard.press("Enter")
    expect(minister(page)).to_have_attribute("aria-pressed", "true")
    expect(mentions(page, "pronoun").filter(has_text="She")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"#n\d+$"))
    first = here(page).all_inner_texts()
    page.keyboard.press("n")
    expect(page.locator(".stepper .at")).to_have_text(re.compile("^2 of"))
    assert here(page).all_inner_texts() != first
    page.keyboard.press("p")
    expect(page.locator(".stepper .at")).to_have_text(re.compile("^1 of"))
    page.keyboard.press("Escape")
    expect(mentions(page, "pronoun")).to_have_count(0)
    expect(here(page)).to_have_count(0)
    expect(page.locator(".stepper")).to_be_hidden()
    expect(page).to_have_url(re.compile("/documents/[0-9a-f]+$"))


def test_the_next_and_previous_buttons_go_round(page: Page) -> None:
    minister(page).click()
    page.get_by_role("button", name="Previous mention").click()
    expect(page.locator(".stepper .at")).to_have_text(re.compile(r"^(\d+) of \1$"))
    page.get_by_role("button", name="Next mention").click()
    expect(page.locator(".stepper .at")).to_have_text(re.compile("^1 of"))


def test_an_address_opens_at_its_entity(page: Page) -> None:
    name = minister(page).get_attribute("data-n")
    page.goto(page.url.split("#")[0] + f"#{name}")
    page.reload()
    expect(mentions(page, "pronoun").filter(has_text="She")).to_have_count(1)


def test_the_forms_differ_in_the_shape_of_their_line(page: Page) -> None:
    minister(page).click()
    styles = page.evaluate(
        """() => ["name", "nominal", "pronoun"].map((form) => {
            const piece = document.querySelector(".text .e");
            piece.className = "e is-" + form;
            return getComputedStyle(piece).borderBottomStyle;
        })"""
    )
    assert len(set(styles)) == 3


def test_the_choice_of_somebody_leaves_the_text_as_it_is(page: Page) -> None:
    before = page.locator(".text").inner_text()
    minister(page).click()
    assert page.locator(".text").inner_text() == before


def test_a_pronoun_in_focus_tells_whom_it_means(page: Page) -> None:
    pronoun = page.locator(".text .e[title]").filter(has_text="She")
    page.locator(".facts summary").focus()
    while not pronoun.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    told = pronoun.evaluate("each => getComputedStyle(each, '::after').content")
    assert "Roca" in told


def test_a_narrow_screen_is_not_overflown(page: Page) -> None:
    size = page.viewport_size
    page.set_viewport_size({"width": 400, "height": 800})
    minister(page).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert size is not None
    page.set_viewport_size(size)
