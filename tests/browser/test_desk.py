"""The desk in a real browser, under the real Content-Security-Policy: every complaint fails the test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from archive.desk import review
from archive.edition.models import Record
from events.models import Event, Statement
from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN
from tests.universe import Universe, build

OURS = ("preview/", "withdraw/", "history/", "read/", "whole/", "anchor/")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def small_world(db: None) -> Universe:
    return build()


@pytest.fixture
def desk(small_world: Universe, live_server: Any, browser: Browser, request: Any) -> Iterator[Page]:
    """Ada's browser at the desk's first page."""
    how = {"viewport": {"width": 1280, "height": 900}} | getattr(request, "param", {})
    context = browser.new_context(base_url=f"{live_server}/desk/", **how)
    page, said = context.new_page(), []
    page.on("console", lambda told: said.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    sits_down(page, small_world.ada, str(live_server))
    page.goto("")
    yield page
    context.close()
    assert said == []


def sits_down(page: Page, account: User, server: str) -> None:
    """Somebody else takes the chair in front of the same screen."""
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    cookie = {"name": "desk", "value": client.cookies["desk"].value, "url": f"{server}/desk/"}
    page.context.clear_cookies()
    page.context.add_cookies([cookie])  # type: ignore[list-item]


def pages_of(world: Universe) -> list[str]:
    waiting = review.ask(world.meeting, by=world.ada)
    kinds = {"event": world.hearing, "person": world.leyla, "source": world.article,
             "statement": world.quote, "claim": world.figure, "topic": world.graves}  # fmt: skip
    asked = f"desk/publicationrequest/{waiting.pk}/change/"
    found = ["", "password_change/", "desk/publicationrequest/", asked, "desk/deed/",
              "edition/ledgerentry/", f"events/statement/{world.quote.pk}/anchor/",
             f"events/source/{world.article.pk}/read/", f"events/event/{world.meeting.pk}/ask-whole/",
             f"events/place/{world.amaly.pk}/delete/"]  # fmt: skip
    for kind, record in kinds.items():
        found += [f"events/{kind}/", f"events/{kind}/add/"]
        found += [
            f"events/{kind}/{record.pk}/{tool}/" for tool in ("change", "preview", "withdraw", "history")
        ]
    return found


def test_no_page_of_the_desk_asks_for_what_its_policy_forbids(desk: Page, small_world: Universe):
    for at in pages_of(small_world):
        answer = desk.goto(at)
        assert answer
        assert (at, answer.status) == (at, 200)


@pytest.mark.parametrize("desk", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
def test_no_page_is_wider_than_a_phone(desk: Page, small_world: Universe):
    wide = []
    for at in pages_of(small_world):
        desk.goto(at)
        if desk.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(at)
    assert wide == []


@pytest.mark.parametrize(
    "desk",
    [{"color_scheme": "light", "bypass_csp": True}, {"color_scheme": "dark", "bypass_csp": True}],
    indirect=True,
    ids=["light", "dark"],
)
def test_axe_finds_nothing_to_mend_on_our_own_pages(desk: Page, small_world: Universe):
    found: dict[str, list[str]] = {}
    for at in pages_of(small_world):
        if at.endswith(OURS):
            desk.goto(at)
            desk.evaluate(AXE)
            for each in desk.evaluate(RUN)["violations"]:
                found[f"{at} {each['id']}"] = [node["html"][:120] for node in each["nodes"][:2]]
    assert found == {}


def test_a_statement_is_written_with_names_offered_and_its_date_understood(desk: Page):
    desk.goto("events/statement/add/")
    desk.fill("[name=text]", "Nobody answered us")
    desk.click(".field-person .select2-selection")
    desk.keyboard.type("اورم")
    expect(desk.locator(".select2-results__option")).to_have_text(["Leyla Ormand"])
    desk.keyboard.press("Enter")
    desk.fill("[name=date_stated]", "November 28")
    desk.get_by_text("28 November, year not stated").wait_for()
    desk.click("[name=_save]")
    desk.get_by_text("was added successfully").wait_for()
    assert str(Statement.objects.get(text="Nobody answered us").person) == "Leyla Ormand"


@pytest.mark.parametrize("desk", [{"bypass_csp": True}], indirect=True)
def test_a_name_that_somebody_bears_is_asked_about_before_it_is_saved(desk: Page, small_world: Universe):
    desk.goto("events/person/add/")
    desk.fill("[name=names-0-text]", "ليلى أورمند")
    desk.click("[name=_save]")
    expect(desk.get_by_text("Could it be one of these?")).to_be_visible()
    expect(desk.get_by_role("link", name="Leyla Ormand")).to_be_visible()
    expect(desk.locator("[name=names-0-text]")).to_have_value("ليلى أورمند")
    desk.evaluate(AXE)
    asked = desk.evaluate("axe.run('.errorlist')")["violations"]
    assert [each["id"] for each in asked if "contrast" in each["id"] or "label" in each["id"]] == []
    if folder := os.environ.get("ARCHIVE_PICTURES"):
        desk.screenshot(path=f"{folder}/known.png", full_page=True)
    desk.get_by_label("It is another one: save it").check()
    desk.click("[name=_save]")
    desk.get_by_text("was added successfully").wait_for()


@pytest.mark.parametrize("desk", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_an_event_is_written_asked_for_and_approved(
    desk: Page, small_world: Universe, live_server: Any
):
    desk.goto("events/event/add/")
    desk.get_by_label("English").first.fill("Vigil at the harbour")
    desk.get_by_label("فارسی").first.fill("شب‌زنده‌داری در بندر")
    desk.fill("[name=date_stated]", "3 May 2025")
    desk.click("[name=_continue]")
    desk.get_by_text("one day, 3 May 2025").wait_for()
    desk.get_by_role("link", name="Ask to publish").click()
    desk.fill("[name=why]", "It is checked.")
    desk.get_by_role("button", name="Ask to publish").click()
    sits_down(desk, small_world.ben, str(live_server))
    desk.goto("")
    desk.get_by_role("link", name="Vigil at the harbour").first.click()
    desk.get_by_role("button", name="Approve").click()
    desk.get_by_text("is public").wait_for()
    event = Event.objects.get(title__en="Vigil at the harbour")
    assert Record.objects.get(pk=event.identifier).title["fa"] == "شب‌زنده‌داری در بندر"


def test_the_page_can_be_worked_with_the_keyboard_and_shows_where_it_is(desk: Page):
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    for _each in range(6):
        desk.keyboard.press("Tab")
    outline = desk.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
