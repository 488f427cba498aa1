"""Asking the API as a program does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode

Ask = Callable[..., Any]


@pytest.fixture
def ask() -> Ask:
    """`ask("statements/", {"limit": 1})` sends a GET below /api/v1/."""
    client = Client(raise_request_exception=True)

    def get(path: str = "", query: Any = None, *, method: str = "GET", **headers: str) -> Any:
        address = path if path.startswith("/") else f"/api/v1/{path}"
        query = query if isinstance(query, str) else urlencode(query or {}, doseq=True)
        address = f"{address}?{query}" if query else address
        return client.generic(method, address, headers={k.replace("_", "-"): v for k, v in headers.items()})

    return get


def ids(response: Any) -> list[str]:
    """Which records a list shows, in order."""
    assert response.status_code == 200, response.content
    return [answer["id"] for answer in response.json()["results"]]


def refusal(response: Any, status: int = 400) -> dict[str, Any]:
    """The problem that a request was answered with."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/json; charset=utf-8"
    error: dict[str, Any] = response.json()["error"]
    assert set(response.json()) == {"error"}
    assert error["message"].endswith((".", "/"))
    return error
