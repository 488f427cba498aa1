"""A testimony in a real browser: the way out, closed passages, the recording and its text."""

import pytest
from playwright.sync_api import Browser, Page

from archive.edition.models import Record
from tests.browser.waiting import until
from tests.pages.recordings import heard
from tests.universe import build
from tests.witnesses import tell

pytestmark = pytest.mark.django_db(transaction=True)
ELSEWHERE = "https://www.wikipedia.org/"


@pytest.fixture
def address(db, live_server) -> str:  # type: ignore[no-untyped-def]
    """Where the account with its recording is."""
    world = build()
    told = tell(world)
    heard(world, told)
    return f"{live_server}/en/{Record.objects.get(pk=told.account.identifier).path}"


@pytest.fixture
def asked() -> list[str]:
    """What a browser asks for."""
    return []


def opened(browser: Browser, address: str, asked: list[str], **context: object) -> Page:
    """The page, in a browser that goes nowhere else: whatever is asked elsewhere is answered here."""
    page = browser.new_context(locale="en", **context).new_page()  # type: ignore[arg-type]
    page.on("request", lambda request: asked.append(request.url))
    page.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="elsewhere", content_type="text/plain"))
    page.goto(address)
    return page


def test_nothing_is_asked_of_anybody_else_and_nothing_plays_before_a_reader_does_something(
    browser, address, asked
):
    page = opened(browser, address, asked)
    page.wait_for_timeout(300)
    assert ELSEWHERE not in asked
    assert not [each for each in asked if "/files/" in each]
    assert page.evaluate("document.querySelector('audio').paused")


def test_escape_twice_leaves_and_back_does_not_lead_here_again(browser, address, asked):
    page = opened(browser, address.split("/testimonies/")[0] + "/about/", asked)
    page.goto(address)
    page.keyboard.press("Escape")
    page.wait_for_timeout(1200)
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.url == address
    page.keyboard.press("Escape")
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url.endswith("/about/")


@pytest.mark.parametrize("script", [True, False])
def test_the_first_key_leads_out(browser, address, asked, script):
    page = opened(browser, address, asked, java_script_enabled=script)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(ELSEWHERE)


@pytest.mark.parametrize("script", [True, False])
def test_a_closed_passage_is_skipped_or_opened_with_the_keyboard_alone(browser, address, asked, script):
    page = opened(browser, address, asked, java_script_enabled=script)
    hard = page.get_by_text("They beat my brother in the yard.")
    assert not hard.is_visible()
    page.get_by_role("link", name="Skip to the next passage").press("Enter")
    assert "#p-" in page.url
    assert not hard.is_visible()
    page.locator("summary", has_text="Show this passage").press("Enter")
    assert hard.is_visible()


def test_without_scripts_the_languages_can_still_be_chosen(browser, address, asked):
    page = opened(browser, address, asked, java_script_enabled=False)
    page.get_by_role("link", name="English and Persian").click()
    assert page.locator("[lang=fa][dir=rtl]", has_text="شب بود").is_visible()
    assert page.get_by_text("Pressing Escape twice").is_hidden()


def test_two_texts_stand_beside_each_other_or_on_a_phone_below_each_other(browser, address, asked):
    places = "[...document.querySelectorAll('.passage-texts')][0].children"
    boxes = (
        f"[...{places}].map(each => {{ const box = each.getBoundingClientRect(); return [box.x, box.y] }})"
    )
    page = opened(browser, f"{address}?show=both", asked, viewport={"width": 1280, "height": 800})
    (x, y), (other_x, other_y) = page.evaluate(boxes)
    assert y == other_y
    assert x < other_x
    page.set_viewport_size({"width": 360, "height": 740})
    (_x, y), (_other_x, other_y) = page.evaluate(boxes)
    assert y < other_y


def test_a_time_in_the_text_leads_the_recording_there_and_the_text_follows(browser, address, asked):
    page = opened(browser, address, asked)
    page.locator("a.passage-time").nth(1).click()
    assert "#p-" in page.url
    until(page, "document.querySelector('audio').currentTime >= 4")
    page.wait_for_selector(".passage.is-spoken")
    assert "At night." in page.locator(".passage.is-spoken").inner_text()
    assert [each for each in asked if "/files/" in each] != []
