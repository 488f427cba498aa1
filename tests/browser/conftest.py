"""A real browser, and the archive running for it. Skipped, saying so, where no Chromium is found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from tests.pages.lanterns import light
from tests.pages.recordings import heard, portrayed
from tests.universe import build
from tests.witnesses import tell

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
AXE = (Path(__file__).parent / "axe.min.js").read_text()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests talk to the browser and to the server that runs for them."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        if os.environ.get("ARCHIVE_REQUIRE_BROWSER") == "1":
            pytest.fail("ARCHIVE_REQUIRE_BROWSER=1, but no Chromium is installed")
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    # playwright's loop runs in this thread; Django must not take it for an asynchronous view
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def paths(db: None) -> list[str]:
    """One page of every type, below its language."""
    world = build()
    lanterns, told = light(world), tell(world)
    heard(world, told)
    portrayed(world, told.brother)
    of_their_own = {"event", "statement", "claim", "testimony", "victim"}
    kinds = Record.objects.exclude(kind__in=of_their_own)
    chosen = {record.kind: record.path for record in kinds}
    of_the_night = (lanterns.night, lanterns.text, lanterns.reading, lanterns.four_hundred,
                    told.account, told.brother)  # fmt: skip
    records = [Record.objects.get(pk=each.identifier).path for each in of_the_night]
    lists = [f"{shape.plural}/" for shape in SHAPES.values()]
    others = ["", "about/", "search/?q=graves", "search/?q=nobodyknows", "nothing", "events/?q=nobody"]
    others += ["map/", "map/?at=iran", "timeline/", "timeline/?in=198X", "figures/", "statements/?q=graves"]
    others.append(f"{Record.objects.get(pk=told.account.identifier).path}?show=both")
    others.append(f"people/{world.leyla.identifier}/connections/")
    return [*others, *lists, *chosen.values(), *records]
