"""How many requests a minute one address may send."""

from __future__ import annotations

from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

from archive.api.problems import too_many_requests

MOST_ADDRESSES = 100_000  # remembered at a time


class AddressThrottle(SimpleRateThrottle):
    """`settings.API_RATE` for every address, counted in each process, minute by minute.

    DRF's own counting keeps the time of every request in the cache: a tenth of the work of an answer.
    A number per address is enough, and it is forgotten with its minute.
    """

    scope = "api"
    num_requests: int
    duration: int
    counts: dict[str, int] = {}
    window = 0

    def get_rate(self) -> str:
        return settings.API_RATE

    def get_ident(self, request: Any) -> str:
        """The address that asks; behind trusted proxies, the one that they name."""
        if settings.TRUSTED_PROXIES:
            return str(super().get_ident(request))
        return str(request.META.get("REMOTE_ADDR"))

    def allow_request(self, request: Any, view: Any) -> bool:
        kind = type(self)
        window = int(time() // self.duration)
        if window != kind.window or len(kind.counts) > MOST_ADDRESSES:
            kind.window, kind.counts = window, {}
        address = self.get_ident(request)
        kind.counts[address] = count = kind.counts.get(address, 0) + 1
        return count <= self.num_requests

    def wait(self) -> int:
        """Seconds until the next window begins."""
        return max(1, int((self.window + 1) * self.duration - time()) + 1)


def throttle(request: HttpRequest) -> None:
    """Lets a request pass, or raises the 429 that says when to come back."""
    counter = AddressThrottle()
    if not counter.allow_request(request, None):
        raise too_many_requests(counter.wait())
