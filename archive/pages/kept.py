"""Pages kept as they were written, while the edition stands where it stood. A few seconds, no longer.

Every request still asks the ledger first: a page is only taken from here under the ETag that it was
written under, and the first request after a change empties the shelf. The seconds are for what ends
without an entry in the ledger, a consent's last day.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from django.http import HttpResponse, HttpResponseBase

MOST_BYTES = 8 * 1024 * 1024
SECONDS = 5.0


@dataclass(frozen=True)
class _Kept:
    content: bytes
    headers: dict[str, str]
    until: float

    def answer(self) -> HttpResponse:
        return HttpResponse(self.content, headers=self.headers)


class Shelf:
    """The kept pages of one process."""

    def __init__(self) -> None:
        self._lock, self._tag, self._bytes = Lock(), "", 0
        self._pages: OrderedDict[str, _Kept] = OrderedDict()

    def page(self, tag: str, address: str, write: Callable[[], HttpResponseBase]) -> HttpResponseBase:
        """The page of an address as it is under this ETag, written anew where it is not kept."""
        with self._lock:
            if tag != self._tag:
                self._empty(tag)
            kept = self._pages.get(address)
        if kept and monotonic() < kept.until:
            return kept.answer()
        response = write()
        if isinstance(response, HttpResponse) and response.status_code == 200:
            page = _Kept(response.content, dict(response.headers), monotonic() + SECONDS)
            with self._lock:
                self._keep(tag, address, page)
        return response

    def _keep(self, tag: str, address: str, page: _Kept) -> None:
        if tag != self._tag:
            return
        if old := self._pages.pop(address, None):
            self._bytes -= len(old.content)
        self._pages[address] = page
        self._bytes += len(page.content)
        while self._bytes > MOST_BYTES:
            _address, oldest = self._pages.popitem(last=False)
            self._bytes -= len(oldest.content)

    def _empty(self, tag: str) -> None:
        self._pages.clear()
        self._tag, self._bytes = tag, 0


SHELF = Shelf()
