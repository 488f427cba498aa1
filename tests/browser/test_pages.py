import json

import pytest
from playwright.sync_api import Browser

from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from tests.browser.conftest import AXE
from tests.pages.lanterns import light
from tests.pages.recordings import heard, portrayed
from tests.universe import build
from tests.witnesses import tell

pytestmark = pytest.mark.django_db(transaction=True)

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "axe.run(document, {runOnly: " + json.dumps(RULES) + "})"


@pytest.fixture
def paths(db) -> list[str]:  # type: ignore[no-untyped-def]
    """One page of every type, below its language."""
    world = build()
    lanterns, told = light(world), tell(world)
    heard(world, told)
    portrayed(world, told.brother)
    chosen = {record.kind: record.path for record in Record.objects.all()}
    of_the_night = (lanterns.night, lanterns.text, lanterns.reading, lanterns.four_hundred,
                    told.account, told.brother)  # fmt: skip
    records = [Record.objects.get(pk=each.identifier).path for each in of_the_night]
    lists = [f"{shape.plural}/" for shape in SHAPES.values()]
    others = ["", "about/", "search/?q=graves", "nothing", "events/?q=nobody"]
    others.append(f"{Record.objects.get(pk=told.account.identifier).path}?show=both")
    return [*others, *lists, *chosen.values(), *records]


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "fa")])
def test_axe_finds_nothing_to_mend_on_any_page(paths, live_server, browser: Browser, scheme, language):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page, found = context.new_page(), {}
    for path in paths:
        page.goto(f"{live_server}/{language}/{path}")
        page.evaluate(AXE)
        for violation in page.evaluate(RUN)["violations"]:
            where = [node["html"][:120] for node in violation["nodes"][:3]]
            found[f"{path} {violation['id']}"] = where
    context.close()
    assert found == {}


def test_no_page_is_wider_than_the_smallest_phone(paths, live_server, browser: Browser):
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=True)
    page, wide = context.new_page(), []
    for language in ("en", "fa"):
        for path in paths:
            page.goto(f"{live_server}/{language}/{path}")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(f"{language}/{path}")
    context.close()
    assert wide == []


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
