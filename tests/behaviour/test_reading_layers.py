"""Events, times and places on the reading page, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browsing import a_page, needs_browser, served
from tests.records import PORT, port

from onrecord.ledger import Ledger

pytestmark = needs_browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("layers")
    with Ledger.open(folder / "onrecord.db", create=True) as opened:
        opened.add(port())
    with served(folder) as address:
        yield f"{address}documents/{port().document.id.removeprefix('sha256:')}"


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with a_page() as page:
        yield page


@pytest.fixture
def page(address: str, browser_page: Page) -> Page:
    browser_page.mouse.move(0, 0)
    browser_page.goto("about:blank")
    browser_page.goto(address)
    return browser_page


def show(page: Page, *layers: str) -> None:
    for layer in layers:
        page.get_by_role("button", name=re.compile(f"^{layer}")).click()


def card(page: Page) -> Locator:
    return page.get_by_role("dialog", name="What was coded")


def mark(page: Page, words: str) -> Locator:
    return page.locator(".text .k").filter(has_text=re.compile(f"^{words}$"))


def style(where: Locator, name: str, pseudo: str | None = None) -> str:
    told: str = where.evaluate("(each, [name, pseudo]) => getComputedStyle(each, pseudo)[name]", [name, pseudo])
    return told


def test_the_text_is_calm_until_a_layer_is_asked_for(page: Page) -> None:
    assert style(mark(page, "shelled"), "backgroundImage") == "none"
    assert style(mark(page, "shelled"), "content", "::after") == "none"
    mark(page, "met").hover()
    page.wait_for_timeout(300)
    expect(card(page)).to_be_hidden()


def test_pointing_at_a_trigger_tells_what_was_coded_there(page: Page) -> None:
    show(page, "events")
    mark(page, "met").hover()
    for words in ("CONSULT", "meets, visits", "by the text itself", "Ivo Marek", "2024-04-30", "59.913, 10.746"):
        expect(card(page)).to_contain_text(words)
    expect(page.locator(".text .lit-actor")).to_have_text(["Minister ", "Ana Roca"])
    expect(page.locator(".text .lit-recipient")).to_have_text("Ivo Marek")
    expect(page.locator(".text .lit-time")).to_have_text("last Tuesday")
    page.mouse.move(0, 0)
    expect(card(page)).to_be_hidden()
    expect(page.locator(".text .lit-actor")).to_have_count(0)


def test_a_claim_looks_different_and_names_who_makes_it(page: Page) -> None:
    show(page, "events")
    claimed, own = mark(page, "shelled"), mark(page, "met")
    assert "Karl Stein, says The ministry" in style(claimed, "content", "::after")
    assert style(own, "content", "::after") == "none"
    assert "repeating" in style(claimed, "backgroundImage")
    assert "repeating" not in style(own, "backgroundImage")
    claimed.hover()
    expect(card(page)).to_contain_text("The ministry says: Karl Stein denied:")
    expect(card(page)).to_contain_text("did not happen")


def test_statuses_have_signs_and_the_signs_are_explained(page: Page) -> None:
    expect(page.locator("#signs")).to_be_hidden()
    show(page, "events")
    assert "✗" in style(mark(page, "shelled"), "content", "::after")
    assert "→" in style(mark(page, "visit"), "content", "::after")
    assert "↻" in style(mark(page, "striking"), "content", "::after")
    expect(page.locator("#signs")).to_contain_text("✗ did not happen")


def test_a_time_tells_how_it_was_reckoned_and_a_place_where_it_lies(page: Page) -> None:
    show(page, "times", "places")
    mark(page, "last Tuesday").hover()
    expect(card(page)).to_contain_text("Tuesday before 2024-05-02 = 2024-04-30")
    mark(page, "the Lake District").hover()
    expect(card(page)).to_contain_text("an area, about 60 km across")
    expect(card(page)).to_contain_text("GBR")


def test_the_keyboard_steps_through_the_marks_keeps_a_card_and_leaves_it(page: Page) -> None:
    show(page, "events")
    page.keyboard.press(".")
    expect(mark(page, "met")).to_be_focused()
    expect(card(page)).to_contain_text("CONSULT")
    page.keyboard.press(".")
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    expect(card(page)).to_contain_text("ASSAULT")
    expect(page).to_have_url(re.compile("#e2$"))
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(mark(page, "shelled")).to_be_focused()
    expect(page).not_to_have_url(re.compile("#"))
    page.keyboard.press(",")
    expect(mark(page, "met")).to_be_focused()


def test_marks_are_keyboard_stops_only_where_their_layer_is_shown(page: Page) -> None:
    stops = page.locator(".text .k[role=button][tabindex]")
    expect(stops).to_have_count(0)
    show(page, "events", "places")
    expect(stops).to_have_count(7)
    show(page, "events")
    expect(stops).to_have_text(["Oslo", "the Lake District"])


def test_a_click_on_a_trigger_keeps_its_card_and_leaves_the_statement_alone(page: Page) -> None:
    show(page, "events")
    mark(page, "shelled").click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)
    expect(card(page)).to_be_visible()
    expect(page.locator(".card[aria-pressed=true]")).to_have_count(0)
    card(page).get_by_role("link", name="Karl Stein denied:").click()
    expect(page.locator(".card[aria-pressed=true]")).to_contain_text("denied")
    expect(card(page)).to_be_hidden()


def test_words_beside_a_trigger_still_lead_to_their_statement(page: Page) -> None:
    show(page, "events")
    page.locator(".text").get_by_text("Karl Stein").first.click()
    expect(page.locator(".card[aria-pressed=true]")).to_have_count(1)


def test_an_address_opens_at_its_event_time_or_place(page: Page) -> None:
    bare = page.url
    for name, words in (("e4", "AGREE: promised"), ("t1", "2024-04-30"), ("p2", "Lake District")):
        page.goto("about:blank")
        page.goto(f"{bare}#{name}")
        expect(card(page)).to_contain_text(words)


def test_one_event_leads_to_the_one_it_is_about(page: Page) -> None:
    show(page, "events")
    mark(page, "visit").click()
    card(page).get_by_role("link", name="AGREE: promised").click()
    expect(card(page)).to_contain_text("agrees, offers or promises")
    expect(page).to_have_url(re.compile("#e3$"))


def test_the_layers_leave_the_text_as_it_is(page: Page) -> None:
    show(page, "events", "times", "places")
    told = page.locator(".text").inner_text()
    assert all(line in told for line in PORT.splitlines())


def test_a_card_fits_a_narrow_screen(page: Page) -> None:
    size = page.viewport_size
    page.set_viewport_size({"width": 400, "height": 800})
    show(page, "events")
    mark(page, "striking").click()
    box = card(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 400
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert size is not None
    page.set_viewport_size(size)
