"""Asking every address and looking through every answer."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.test import Client

from tests.safety.canaries import Canaries


@dataclass
class Sweep:
    """One walk through the public rooms, and what it came upon."""

    canaries: Canaries
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    requests: int = 0
    hits: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    found_shown: set[str] = field(default_factory=set)
    found_in_its_way: set[str] = field(default_factory=set)
    statuses: dict[int, int] = field(default_factory=dict)
    of_nothing: dict[str, tuple[int, str]] = field(default_factory=dict)

    def ask(self, address: str, method: str = "GET", **headers: str) -> Any:
        """One request; whatever of the hidden stands in its answer is a hit, but for its own echo."""
        self.requests += 1
        response = self.client.generic(method, address, **headers)  # type: ignore[arg-type]
        text = everything(response)
        asked = self.canaries.found_in(unquote(unquote(address)) + " " + " ".join(headers.values()))
        found = self.canaries.found_in(text) - asked
        here = {token for token in found if self.canaries.may_stand_at(address, token)}
        self.found_in_its_way |= here
        if found := found - here:
            self.hits.append(f"{method} {address} {headers or ''}: {self.canaries.of_place(found)[:4]}")
        self.found_shown |= {
            token for token in re.findall(r"[0-9a-z]+", text.lower()) if token in self.canaries.shown
        }
        self.statuses[response.status_code] = self.statuses.get(response.status_code, 0) + 1
        if response.status_code >= 500:
            self.troubles.append(f"{method} {address} {headers or ''}: {response.status_code}")
        return response

    def ask_all(self, addresses: Iterable[str], **headers: str) -> None:
        for address in addresses:
            self.ask(address, **headers)

    def tells_apart(self, address_of: Callable[[str], str], hidden: str, nothing: str) -> bool:
        """Whether the answer about something hidden differs from the answer about what never was."""
        about_nothing = address_of("…")
        if about_nothing not in self.of_nothing:
            self.of_nothing[about_nothing] = _plain(self.ask(address_of(nothing)), nothing)
        return _plain(self.ask(address_of(hidden)), hidden) != self.of_nothing[about_nothing]


def everything(response: Any) -> str:
    """Status, headers and body of an answer, unpacked."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    packing = response.headers.get("Content-Encoding", "")
    if packing == "gzip":
        body = gzip.decompress(body)
    elif packing == "deflate":
        body = zlib.decompress(body)
    elif packing:
        raise AssertionError(f"the sweep cannot unpack {packing}")
    lines = [f"{response.status_code} {response.reason_phrase}"]
    lines += [f"{name}: {value}" for name, value in response.headers.items() if name != "Content-Length"]
    lines += [cookie.OutputString() for cookie in response.cookies.values()]
    return "\n".join([*lines, unquote("\n".join(lines)), body.decode("utf-8", "replace")])


def _plain(response: Any, word: str) -> tuple[int, str]:
    text = re.sub(r"(?im)^(etag|content-length).*$", "", everything(response))
    return response.status_code, re.sub(re.escape(word), "…", text, flags=re.IGNORECASE)
