"""Every type of page for everybody: axe in four languages and two schemes, widths, weight, calm."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, Response

from archive.pages.captions import captions, passage, passage_in_best_language
from archive.pages.details import in_best_language
from archive.pages.files import public_file
from archive.pages.home import root
from archive.pages.suggest import suggest
from archive.pages.urls import urlpatterns
from tests.browser.conftest import AXE
from tests.browser.test_pages import RUN

pytestmark = pytest.mark.django_db(transaction=True)
LANGUAGES = [code for code, _name in settings.LANGUAGES]
RUN_RULES = "axe.run(document, {{runOnly: {{type: 'rule', values: {}}}}})"
ONLY_COLOURS = RUN_RULES.format(["color-contrast", "link-in-text-block"])
TARGETS = RUN_RULES.format(["target-size"])
WIDTHS = (320, 375, 768, 1280, 1920, 3840)
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important }"""  # WCAG 1.4.12
# What is no page of its own: it sends on to one, or answers a file.
SEND_ON = {root, in_best_language, passage, passage_in_best_language, captions, public_file, suggest}
HEAVIEST = 100 * 1024  # bytes of a page as it is sent, without fonts
CALM = """new Promise((done) => {
  let shifted = 0, largest = 0;
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) shifted += each.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) largest = each.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done([shifted, largest]), 150);
})"""


def faults(page: Page, run: str) -> dict[str, list[str]]:
    """What axe finds, with the beginning of what it found it in."""
    found = page.evaluate(run)["violations"]
    return {each["id"]: [node["html"][:120] for node in each["nodes"][:3]] for each in found}


def test_every_type_of_page_is_looked_at(paths):
    def view(path: str) -> Any:
        with suppress(Resolver404):
            return resolve(f"/en/{urlsplit(path).path}").func

    assert {each.callback for each in urlpatterns} - SEND_ON <= set(map(view, paths))


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_to_mend(paths, live_server, browser: Browser, language, record_property: Callable):
    """All rules in the light; of the dark scheme those about colours: nothing else differs."""
    context = browser.new_context(bypass_csp=True, color_scheme="light")
    page, found = context.new_page(), {}
    for path in paths:
        page.goto(f"{live_server}/{language}/{path}")
        page.evaluate(AXE)
        found |= {f"{path} {rule}": where for rule, where in faults(page, RUN).items()}
        page.emulate_media(color_scheme="dark")
        found |= {f"{path} dark {rule}": where for rule, where in faults(page, ONLY_COLOURS).items()}
        page.emulate_media(color_scheme="light")
    context.close()
    assert found == {}
    record_property("figure", (f"axe, {language}", f"{len(paths)} pages, light and dark, 0 violations"))


@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_page_scrolls_sideways_or_has_small_targets(paths, live_server, browser: Browser, language):
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 700})
    page, wide = context.new_page(), []
    for path in paths:
        page.goto(f"{live_server}/{language}/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(f"{path} at {width}")
        page.set_viewport_size({"width": 320, "height": 700})
        page.evaluate(AXE)
        wide += [f"{path} {where}" for where in faults(page, TARGETS).values()]
        page.add_style_tag(content=SPACED)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(f"{path} with text set wide")
    context.close()
    assert wide == []


def test_pages_are_light_and_stand_still(paths, live_server, browser: Browser, record_property: Callable):
    """Bytes as a server sends them, gzip; a slow processor. The largest paint has a wide margin."""
    weights: dict[str, int] = {}
    slowest = 0.0
    context = browser.new_context(viewport={"width": 375, "height": 700})
    page = context.new_page()
    sent: list[Response] = []
    page.on("response", lambda answer: sent.append(answer))
    slow = context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    slow.send("Network.enable")
    slow.send("Network.setCacheDisabled", {"cacheDisabled": True})
    for path in paths:
        sent.clear()
        page.goto(f"{live_server}/en/{path}", wait_until="load")
        shifted, largest = page.evaluate(CALM)
        weights[path] = sum(map(_weight, sent))
        slowest = max(slowest, largest)
        assert shifted <= 0.1, f"{path} moves while it is read"
        assert largest <= 4000, f"{path} is late"
    context.close()
    assert {path: weight for path, weight in weights.items() if weight > HEAVIEST} == {}
    heaviest = sorted(weights.items(), key=lambda each: -each[1])[:5]
    said = ", ".join(f"/{path or 'home'} {weight / 1024:.0f} KB" for path, weight in heaviest)
    last = f"largest paint after at most {slowest:.0f} ms, processor slowed 4 times"
    record_property("figure", ("page weight", f"{said}; {last}"))


def _weight(answer: Response) -> int:
    kind = answer.headers.get("content-type", "")
    if "font" in kind or urlsplit(answer.url).path.endswith(".woff2"):
        return 0
    if kind.startswith(("audio", "video", "image/jpeg", "image/webp", "image/png")):
        return _sent(answer)
    return len(gzip.compress(answer.body()))


def _sent(answer: Response) -> int:
    sizes: Any = answer.request.sizes()
    return sizes["responseBodySize"]
