"""The box that suggests: by keyboard, by mouse, in both directions, and without its script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN
from tests.pages.lanterns import light
from tests.universe import build

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at(db, live_server, browser: Browser):  # type: ignore[no-untyped-def]
    """A page at an address, with a few records published."""
    light(build())
    context = browser.new_context(viewport={"width": 375, "height": 700}, bypass_csp=True)

    def opened(path: str) -> Page:
        page = context.new_page()
        page.goto(f"{live_server}/{path}")
        return page

    yield opened
    context.close()


def test_a_reader_chooses_with_the_keyboard_alone(at):
    page = at("fa/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("لیلا")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("لیلا اورمند")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").first).not_to_be_empty()
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.evaluate(AXE)
    assert page.evaluate(RUN)["violations"] == []
    box.press("ArrowUp")  # back to the box itself
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert box.input_value() == "لیلا"
    box.press("ArrowDown")  # asks again
    expect(options.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("/fa/people/"))


def test_enter_without_a_choice_searches_as_before(at):
    page = at("en/")
    box = page.get_by_role("combobox")
    box.press_sequentially("Leyla")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Enter")
    page.wait_for_url(re.compile(r"/en/search/\?q=Leyla"))


def test_a_list_suggests_its_own_kind_and_a_click_follows(at):
    page = at("en/people/")
    box = page.get_by_role("combobox")
    box.press_sequentially("leyla orm")
    expect(page.get_by_role("option")).to_have_count(1)
    page.get_by_role("option").click()
    page.wait_for_url(re.compile("/en/people/.+/leyla"))


def test_leaving_the_box_closes_the_list_and_a_failing_answer_is_silent(at):
    page = at("en/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("leyla")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route("**/suggest*", lambda route: route.abort())
    box.fill("lanterns")
    page.wait_for_timeout(400)
    assert said == []
    box.press("Enter")
    page.wait_for_url(re.compile("q=lanterns"))


def test_without_the_script_the_box_is_a_plain_form(db, live_server, browser: Browser):
    light(build())
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server}/en/search/")
    assert page.get_by_role("combobox").count() == 0
    page.get_by_role("searchbox").fill("lanterns")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url(re.compile("q=lanterns"))
    context.close()
