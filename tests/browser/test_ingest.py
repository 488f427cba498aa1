"""Taking in an article with a real browser: by keyboard, by selecting words, and without JavaScript."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from archive.desk.roles import CURATOR, make_groups
from archive.ingest.actions import take_in
from archive.ingest.models import Intake, State
from events.models import Statement
from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN
from tests.browser.waiting import until
from tests.ingest.desk.conftest import ARTICLE
from tests.universe import user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def intake(db: None) -> Intake:
    """The article of the families, taken in by Ada."""
    make_groups()
    return take_in(data=ARTICLE.encode(), by=user("ada", CURATOR))


@pytest.fixture
def desk(intake: Intake, live_server: Any, browser: Browser, request: Any) -> Iterator[Page]:
    """Ada's page at the article; whatever the browser complains about fails the test."""
    client = Client()
    client.force_login(intake.by)
    cookie = {"name": "desk", "value": client.cookies["desk"].value, "url": f"{live_server}/desk/"}
    how = {"viewport": {"width": 1280, "height": 800}} | getattr(request, "param", {})
    context = browser.new_context(**how)
    context.add_cookies([cookie])  # type: ignore[list-item]
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{live_server}/desk/ingest/{intake.pk}/")
    yield page
    context.close()
    assert [words for words in said if "favicon" not in words and "404" not in words] == []


def press(page: Page, key: str = "Enter") -> None:
    # autofocus comes after the load
    until(page, "document.activeElement.matches('.card [name=act]')")
    with page.expect_navigation():
        page.keyboard.press(key)


def test_one_key_after_the_other_decides_the_whole_article(desk: Page, intake: Intake):
    first = desk.locator(".card").first.get_attribute("data-card")
    desk.goto(f"{desk.url}?at={first}")
    for _each in range(intake.proposals.count()):
        if not intake.proposals.filter(state=State.OPEN).exists():
            break
        press(desk)
    assert not intake.proposals.exclude(state=State.ACCEPTED).exists()
    desk.get_by_role("button", name="Finish this article").click()
    desk.get_by_text("Finished by ada").wait_for()


def test_the_place_of_the_proposal_in_hand_is_lit_in_the_text(desk: Page, intake: Intake):
    desk.locator(".card", has_text="Nobody has answered").get_by_role("button", name="Accept").focus()
    assert "Nobody has answered us" in desk.locator(".mark.lit").first.inner_text()


def test_words_selected_with_the_mouse_become_a_proposal(desk: Page, intake: Intake):
    desk.evaluate("""() => {
        const piece = [...document.querySelectorAll('.article-text [data-start]')]
            .find(each => each.textContent.includes('a conference was held') ||
                          each.textContent.includes('was held in'));
        const words = piece.firstChild, at = words.data.indexOf('was held');
        getSelection().setBaseAndExtent(words, at, words, at + 'was held'.length);
    }""")
    with desk.expect_navigation():
        desk.locator("[data-selected]").get_by_role("button", name="Topic").click()
    assert intake.proposals.get(rule="by-hand").exact == "was held"


def test_words_selected_beside_a_form_replace_the_exact_words(desk: Page, intake: Intake):
    said = intake.proposals.get(kind="statement", fields__statement_kind="quotation", spans__0__0__lt=200)
    desk.goto(f"{desk.url}{said.pk}/")
    desk.evaluate("""() => {
        const words = document.querySelector('.mark.lit').firstChild;
        getSelection().setBaseAndExtent(words, 3, words, 21);
    }""")
    desk.get_by_role("button", name="Use these words").click()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save and accept").click()
    assert Statement.objects.get().text == "counted 400 graves"


@pytest.mark.parametrize("desk", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_a_curator_corrects_and_accepts(desk: Page, intake: Intake):
    desk.locator(".card", has_text="We counted").get_by_role("link", name="Correct").click()
    desk.get_by_label("Exact words").fill("We counted 400 graves")
    desk.get_by_role("button", name="Save and accept").click()
    assert Statement.objects.get().text == "We counted 400 graves"


@pytest.mark.parametrize(
    "desk",
    [{"viewport": {"width": 360, "height": 700}}, {"color_scheme": "dark", "bypass_csp": True}],
    indirect=True,
    ids=["phone", "dark"],
)
def test_every_page_fits_and_axe_finds_nothing_to_mend(desk: Page, intake: Intake, live_server: Any):
    found = {}
    first = intake.proposals.get(kind="person")
    for path in (
        "",
        f"{intake.pk}/",
        f"{intake.pk}/{first.pk}/",
        f"{intake.pk}/several/",
        f"{intake.pk}/add/",
    ):
        desk.goto(f"{live_server}/desk/ingest/{path}")
        if desk.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{path} is too wide"] = ["…"]
        if desk.viewport_size == {"width": 1280, "height": 800}:
            desk.evaluate(AXE)
            for violation in desk.evaluate(RUN)["violations"]:
                where = [node["html"][:140] for node in violation["nodes"][:3]]
                found[f"{path} {violation['id']}"] = where
    assert found == {}
