"""How many requests a minute one address may send."""

from __future__ import annotations

import math
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from rest_framework.throttling import SimpleRateThrottle

from archive.api.problems import too_many_requests


class AddressThrottle(SimpleRateThrottle):
    """`settings.API_RATE` for every address. Addresses are kept as digests, in memory, for that long."""

    scope = "api"

    def get_rate(self) -> str:
        return settings.API_RATE

    def get_cache_key(self, request: Any, view: Any) -> str:
        address = str(self.get_ident(request))
        return "api-" + blake2b(address.encode("utf-8", "replace"), digest_size=12).hexdigest()


def throttle(request: HttpRequest) -> None:
    """Lets a request pass, or raises the 429 that says when to come back."""
    counter = AddressThrottle()
    if not counter.allow_request(request, None):  # type: ignore[arg-type]
        raise too_many_requests(max(1, math.ceil(counter.wait() or 1)))
