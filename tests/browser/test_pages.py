import json

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.django_db(transaction=True)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "axe.run(document, {runOnly: " + json.dumps(RULES) + "})"


def test_pages_ask_nobody_else_leave_no_cookie_and_break_no_policy(paths, live_server, browser: Browser):
    context = browser.new_context(java_script_enabled=True)
    page, asked, said, missing = context.new_page(), [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: missing.append(answer.url) if answer.status > 399 else None)
    page.on("console", lambda message: said.append(message.text))
    for path in paths:
        page.goto(f"{live_server}/en/{path}")
    assert {url for url in asked if not url.startswith(str(live_server))} == set()
    assert [words for words in said if "404" not in words] == []
    assert [url for url in missing if not url.endswith("/en/nothing")] == []
    assert any(url.endswith("records.css") for url in asked)
    assert context.cookies() == []
    context.close()


def test_without_javascript_a_reader_searches_narrows_and_turns_pages(paths, live_server, browser: Browser):
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(str(live_server))
    page.get_by_role("searchbox").fill("lanterns")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The night of the lanterns").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "The night of the lanterns"
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="فارسی").click()
    assert page.get_by_role("heading", level=1).inner_text() == "شب فانوس‌ها"
    context.close()


def test_a_keyboard_reaches_the_content_first(paths, live_server, browser: Browser):
    context = browser.new_context(locale="en")
    page = context.new_page()
    page.goto(f"{live_server}/en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    context.close()
