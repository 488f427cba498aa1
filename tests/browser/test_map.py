"""The map and the figures in a real browser: axe, the smallest phone, the keyboard, without JavaScript."""

from __future__ import annotations

from decimal import Decimal

import pytest
from playwright.sync_api import Browser

from events.models import Place
from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN
from tests.universe import build
from tests.witnesses import tell

pytestmark = pytest.mark.django_db(transaction=True)
PATHS = ("map/", "map/?at=iran", "map/?year=1950", "figures/")
CITIES = {"Amaly Roads": ("32.5", "53.5"), "Selde Light": ("34.0", "54.5"), "Orvane Cape": ("48.8", "2.3")}


@pytest.fixture
def world(db):  # type: ignore[no-untyped-def]
    """The small world, with some places on the map."""
    world = build()
    tell(world)
    places = [
        Place.objects.create(names={"en": name}, latitude=Decimal(north), longitude=Decimal(east))
        for name, (north, east) in CITIES.items()
    ]
    world.hearing.places.add(*places)
    world.publish(*places, world.hearing)
    return world


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "fa")])
def test_axe_finds_nothing_to_mend_and_nothing_is_wider_than_a_phone(
    world, live_server, browser: Browser, scheme, language
):
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": 320, "height": 700}
    )
    page, found = context.new_page(), {}
    for path in PATHS:
        page.goto(f"{live_server}/{language}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[f"{path} is wide"] = []
        page.evaluate(AXE)
        for violation in page.evaluate(RUN)["violations"]:
            found[f"{path} {violation['id']}"] = [node["html"][:120] for node in violation["nodes"][:3]]
    context.close()
    assert found == {}


def test_marks_are_large_enough_apart_and_reached_with_the_keyboard(world, live_server, browser: Browser):
    context = browser.new_context(java_script_enabled=True, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{live_server}/en/map/")
    for box in [each.bounding_box() for each in page.locator("a.mark-on-map .hold").all()]:
        assert box
        assert min(box["width"], box["height"]) >= 24
    page.locator("a.mark-on-map", has_text="Orvane Cape").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/**")
    assert page.get_by_role("heading", level=1).inner_text() == "Orvane Cape"
    context.close()


def test_without_javascript_a_reader_comes_closer_until_the_places_stand_apart(
    world, live_server, browser: Browser
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server}/en/map/?at=west-asia")
    assert page.locator("a.mark-on-map").count() == 1
    page.locator("a.mark-on-map").click()
    assert page.locator("a.mark-on-map").count() == 2
    context.close()
