"""What a request for a list asks for, read from its query string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode
from django_filters import Filter

from archive.api.filters import filters_of, understood
from archive.api.problems import bad_parameter, unknown_parameter
from archive.edition.paging import BadCursor, Cursor
from archive.edition.shapes import Shape

USUAL, MOST = 20, 100  # records on a page
LONGEST = 2000  # signs of one value
NEWEST, OLDEST = "newest", "oldest"
PAGE = ("limit", "after", "count")


@dataclass(frozen=True, eq=False)
class Offered:
    """What can be asked of one list: its filters, and the parameters that are none."""

    filters: Mapping[str, Filter]
    page: tuple[str, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """Every parameter of the list."""
        return frozenset({*self.filters, *self.page})


@cache
def offered_of(shape: type[Shape]) -> Offered:
    """What can be asked of the list of one kind."""
    return Offered(filters_of(shape).base_filters, page_parameters(shape))


def page_parameters(shape: type[Shape]) -> tuple[str, ...]:
    """The parameters of the list of one kind that are not filters."""
    return (*PAGE, "order") if shape.dated else PAGE


@dataclass(frozen=True)
class Asked:
    """One page of one list: how long, from where, in which order, through which filters."""

    descending: bool
    size: int = USUAL
    after: Cursor | None = None
    counted: bool = False
    filters: dict[str, Any] = field(default_factory=dict)
    kept: str = ""  # the query string of the next page, as far as it stays the same

    @classmethod
    def read(cls, request: HttpRequest, offered: Offered) -> Asked:
        """What a request asks of this list; raises the Problem that says what cannot be read."""
        if not request.META.get("QUERY_STRING"):
            return cls(descending="order" in offered.page)
        given = dict(request.GET.lists())
        for name, values in given.items():
            _check(name, values, offered)
        return cls(
            descending="order" in offered.page and _one_of(given, "order", (NEWEST, OLDEST)) != OLDEST,
            size=_size(given),
            after=_after(given),
            counted=_one_of(given, "count", ("0", "1")) == "1",
            filters={
                name: understood(offered.filters, name, words)
                for name, words in given.items()
                if name in offered.filters
            },
            kept=_kept(given),
        )


def _check(name: str, values: list[str], offered: Offered) -> None:
    if name not in offered.known:
        raise unknown_parameter(name, sorted(offered.known))
    for value in values:
        if "\0" in value:
            raise bad_parameter("bad_value", name, "A value cannot hold the sign NUL.")
        if len(value) > LONGEST:
            raise bad_parameter("too_long", name, f"A value has at most {LONGEST} signs.")
        if not value.strip():
            raise bad_parameter("empty_value", name, f"Give “{name}” a value, or leave it out.")


def _kept(given: dict[str, list[str]]) -> str:
    kept = {name: values for name, values in given.items() if name != "after"}
    return urlencode(kept, doseq=True) if kept else ""


def _once(given: dict[str, list[str]], name: str) -> str | None:
    values = given.get(name)
    if values and len(values) > 1:
        raise bad_parameter("given_twice", name, "Give it once.")
    return values[0] if values else None


def _one_of(given: dict[str, list[str]], name: str, allowed: tuple[str, ...]) -> str | None:
    value = _once(given, name)
    if value is not None and value not in allowed:
        message = f"“{name}” is {' or '.join(allowed)}."
        raise bad_parameter("unknown_value", name, message, allowed=list(allowed))
    return value


def _size(given: dict[str, list[str]]) -> int:
    words = _once(given, "limit")
    if words is None:
        return USUAL
    if words.isascii() and words.isdigit() and len(words) <= 3 and 1 <= int(words) <= MOST:
        return int(words)
    raise bad_parameter("bad_limit", "limit", f"“limit” is a whole number from 1 to {MOST}.")


def _after(given: dict[str, list[str]]) -> Cursor | None:
    words = _once(given, "after")
    try:
        return Cursor.decode(words) if words is not None else None
    except BadCursor:
        message = "That is not a cursor of this list. Start again without it, and follow “next”."
        raise bad_parameter("bad_cursor", "after", message) from None
