"""From the withdrawal to nothing left: every output, asked over HTTP of a real server, until it is gone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from archive.edition.models import File
from tests.safety.hearing import curators
from tests.safety.interview import Interview
from tests.safety.recordings import record

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.enable_socket]
SECONDS = 5.0
WAYS: dict[str, Callable[[Interview], object]] = {
    "withdraw": Interview.withdraw,
    "withdraw the consent": lambda one: one.consent(decision="withdrawn"),
    "withdraw everything": Interview.panic,
}


@pytest.fixture
def one(settings: Any, tmp_path: Path) -> Interview:
    """Public with its claim, its recording, and an event that lists it."""
    settings.VAULT = tmp_path / "vault"
    made = Interview(*curators())
    record(made.testimony)
    made.consent(uses=["web", "api", "recording"])
    made.publish()
    made.publish_claim()
    return made


@pytest.fixture
def ask(live_server: Any) -> Callable[[str], tuple[int, str, str]]:
    """Status, ETag and words of an answer, over a real connection."""

    def asking(address: str) -> tuple[int, str, str]:
        connection = HTTPConnection(live_server.thread.host, live_server.thread.port, timeout=10)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            if answer.status in {301, 302} and "/passages/" not in address:  # to the words of its title
                return asking(urlsplit(answer.headers["Location"]).path)
            return answer.status, answer.headers.get("ETag", ""), body
        finally:
            connection.close()

    return asking


def outputs(one: Interview) -> dict[str, str]:
    """Every way in which an interview can be met."""
    told, drawn = one.testimony.identifier, one.drawn.identifier
    passage = one.passage(0)
    word = quote(passage.text.split()[0])
    return {
        "page": f"/en/testimonies/{told}/x", "page, Persian": f"/fa/testimonies/{told}/x",
        "list": "/en/testimonies/", "home": "/en/", "search": f"/en/search/?q={word}",
        "passage, page": f"/en/passages/{passage.identifier}",
        "captions": f"/en/testimonies/{told}/captions.en.vtt",
        "claim, page": f"/en/claims/{drawn}/x", "claim, API": f"/api/v1/claims/{drawn}/",
        "API": f"/api/v1/testimonies/{told}/", "API, list": "/api/v1/testimonies/?count=1",
        "API, search": f"/api/v1/testimonies/?q={word}",
        "API, passages": f"/api/v1/passages/?testimony={told}",
        "API, passage": f"/api/v1/passages/{passage.identifier}/",
        "API, related": f"/api/v1/claims/?testimony={told}",
        "file": f"/files/{File.objects.get(record=told).name}",
    }  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_every_output_is_empty_within_seconds(
    way: str, one: Interview, ask: Callable[[str], tuple[int, str, str]], figure: Callable
):
    addresses = outputs(one)
    title = next(iter(one.testimony.title.values()))
    words = {
        title,
        one.drawn.value,
        *(word for each in one.testimony.passages.all() for word in each.text.split()),
    }

    def met(name: str) -> str:
        """What is still there of it."""
        status, _tag, body = ask(addresses[name])
        if name in {"file", "passage, page"}:
            return body[:9] or str(status) if status < 400 else ""
        if name == "API, list" and status == 200 and json.loads(body)["count"]:
            return "it is counted"
        asked = addresses[name]
        return next((each for each in words if each in body.replace(asked, "") and each not in asked), "")

    before = {name: ask(address)[1] for name, address in addresses.items()}
    assert [name for name in addresses if not met(name)] == [], "met before, or nothing is shown by it"
    WAYS[way](one)
    began, gone = time.monotonic(), {}
    while len(gone) < len(addresses) and time.monotonic() - began < SECONDS * 4:
        for name in addresses.keys() - gone.keys():
            if not met(name):
                gone[name] = time.monotonic() - began
    assert addresses.keys() == gone.keys()
    assert max(gone.values()) <= SECONDS
    same = [name for name, address in addresses.items() if before[name] and ask(address)[1] == before[name]]
    assert same == [], "an old ETag would keep what is gone"
    slowest = max(gone, key=lambda name: gone[name])
    figure(f"gone over HTTP, {way}", f"{len(gone)} outputs, the slowest ({slowest}) after "
           f"{gone[slowest] * 1000:.0f} ms: "
           + ", ".join(f"{name} {seconds * 1000:.0f}" for name, seconds in sorted(gone.items())))  # fmt: skip
