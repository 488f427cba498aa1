"""The five walks of docs/everyone.md, with the keyboard alone: every stop is seen, none is a trap."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.lanterns import light
from tests.universe import build
from tests.witnesses import tell

pytestmark = pytest.mark.django_db(transaction=True)
MOST = 120
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4')].map((each) => +each.tagName[1])"
# What has the focus: its name as it is read out, and whether it can be seen that it has it.
HERE = """(() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const style = getComputedStyle(here), box = here.getBoundingClientRect();
  const label = here.labels?.[0]?.innerText ?? "";
  return {
    name: (here.getAttribute("aria-label") || label || here.innerText || "").trim().replace(/\\s+/g, " "),
    seen: style.outlineStyle !== "none" && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
})()"""


@pytest.fixture
def walk(db: None, live_server, browser: Browser) -> Callable[[str], Walk]:  # type: ignore[no-untyped-def]
    """A reader with a keyboard and a phone's screen, at an address."""
    world = build()
    light(world)
    tell(world)
    context = browser.new_context(viewport={"width": 375, "height": 700})

    def begin(path: str) -> Walk:
        page = context.new_page()
        page.goto(f"{live_server}/{path}")
        return Walk(page)

    yield begin
    context.close()


class Walk:
    """Goes from stop to stop with Tab."""

    def __init__(self, page: Page):
        self.page = page

    def to(self, name: str) -> Walk:
        """The next stop whose name is like this; each on the way has to be seen."""
        passed: list[str] = []
        for _ in range(MOST):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(HERE)
            if here is None:
                continue
            assert here["seen"], f"the focus is not seen on “{here['name']}”"
            if re.search(name, here["name"]):
                return self
            passed.append(here["name"])
        raise AssertionError(f"no stop is called {name}; passed: {passed}")

    def press(self, key: str) -> Walk:
        self.page.keyboard.press(key)
        self.page.wait_for_load_state()
        return self

    def follow(self, name: str) -> Walk:
        """To a link, and on to where it leads."""
        before = self.page.url
        self.to(name).page.keyboard.press("Enter")
        self.page.wait_for_url(lambda address: address != before)
        self.page.wait_for_load_state()
        return self

    def write(self, words: str) -> Walk:
        self.page.keyboard.type(words)
        return self

    @property
    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()


def test_a_person_by_a_name_in_persian_and_what_she_said(walk):
    here = walk("fa/").to("^جست‌وجو در").write("لیلا اورمند").follow("^جست‌وجو$")
    assert "q=" in here.page.url
    here.follow("^لیلا اورمند$")
    assert here.heading == "لیلا اورمند"
    here.follow("^نقل قول مستقیم$")
    assert "/fa/statements/" in here.page.url


def test_a_list_is_narrowed_by_two_facets_and_a_date_and_one_is_undone(walk):
    here = walk("en/statements/").to("^Narrow this list$").press("Enter").follow("^Leyla Ormand")
    assert "speaker=" in here.page.url
    here.to("^Date$").write("after 1900").follow("^Show$")
    assert "date=" in here.page.url
    here.to("^Narrow this list$").press("Enter").follow("^Quotation")
    assert here.page.locator("ul.chosen .chosen-sort").count() == 3
    here.follow("^remove Leyla Ormand$")
    assert "speaker=" not in here.page.url
    assert "date=" in here.page.url
    assert "statement_kind=" in here.page.url


def test_from_an_event_to_a_statement_to_its_source(walk):
    here = walk("en/events/").follow("^The night of the lanterns$")
    assert here.heading == "The night of the lanterns"
    here.follow("^Quotation$")
    assert "/en/statements/" in here.page.url
    here.follow("^Families speak$")
    assert "/en/sources/" in here.page.url


def test_a_testimony_past_its_warning_and_in_another_language(walk):
    here = walk("en/testimonies/").follow("^They came at night$")
    assert here.page.get_by_text("Show this passage").is_visible()
    opened = here.page.locator("details[open]").count()
    here.to("^Show this passage$").press("Enter")
    assert here.page.locator("details[open]").count() == opened + 1
    here.follow("^فارسی$")
    assert "/fa/testimonies/" in here.page.url


def test_a_decade_of_the_time_line_has_an_address_to_keep(walk):
    here = walk("en/map/").follow("^Timeline$").follow("^the 1980s$")
    assert "in=198X" in here.page.url
    again = walk(here.page.url.split("/", 3)[3])
    assert again.heading == here.heading
    again.follow("^The night of the lanterns$")


@pytest.mark.parametrize(("language", "skip"), [("en", "Skip to the content"), ("fa", "رفتن به محتوا")])
def test_every_page_is_read_out_in_the_same_parts(walk, paths_of_walks, language, skip):
    """One heading of the first level, the landmarks by their names, and the way past them first."""
    for path in paths_of_walks:
        page = walk(f"{language}/{path}").page
        assert page.get_by_role("heading", level=1).count() == 1, path
        for landmark in ("banner", "main", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1, (path, landmark)
        levels = page.evaluate(LEVELS)
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        page.keyboard.press("Tab")
        assert page.evaluate(HERE)["name"] == skip, path
        page.close()


@pytest.fixture
def paths_of_walks() -> list[str]:
    return ["", "people/", "statements/", "events/", "timeline/", "map/", "figures/", "search/?q=graves"]
