"""Bare Django views that send the same stored bytes: no filters, no ETag, no limits, SQL by hand."""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse

ANSWER = """left(document, -1) || ',"edition":' || stamp || ',"linked":' || linked || '}'"""
OPEN = "(closes_at IS NULL OR closes_at > now())"
NEWEST = "ORDER BY sort_key DESC, id DESC LIMIT 20"
LIST = f"SELECT {ANSWER} FROM record WHERE kind = 'statement' AND {OPEN} {NEWEST}"
FILTERED = f"SELECT {ANSWER} FROM record WHERE kind = 'statement' AND {OPEN} AND facets @> %s {NEWEST}"
DETAIL = f"SELECT {ANSWER} FROM record WHERE id = %s AND kind = 'statement' AND {OPEN}"


def _texts(query: str, *values: Any) -> list[str]:
    with connections["public"].cursor() as cursor:
        cursor.execute(query, values)
        return [text for (text,) in cursor.fetchall()]


def _json(body: str) -> HttpResponse:
    return HttpResponse(body, content_type="application/json")


def first_page(request: HttpRequest) -> HttpResponse:
    return _json(f'{{"results":[{",".join(_texts(LIST))}]}}')


def filtered(request: HttpRequest) -> HttpResponse:
    facets = [f"{name}:{request.GET[name]}" for name in ("speaker", "topic")]
    return _json(f'{{"results":[{",".join(_texts(FILTERED, facets))}]}}')


def detail(request: HttpRequest, identifier: str) -> HttpResponse:
    return _json(_texts(DETAIL, identifier)[0])
