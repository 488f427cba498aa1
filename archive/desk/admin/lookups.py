"""What a query string may ask of a list. Everything else would be an oracle, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from django.contrib import admin
from django.http import HttpRequest

ENDINGS = ("exact", "isnull", "id__exact")
DATE_ENDINGS = ("year", "month", "day", "gte", "lt")


class OnlyDeclaredLookups(admin.ModelAdmin):
    """Filters by what the list's own filters offer, and by nothing else."""

    links_allowed: ClassVar[Sequence[str]] = ()  # look-ups that links on other pages of the desk use

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup in set(self._declared(request))

    def _declared(self, request: HttpRequest | None) -> Iterator[str]:
        yield from self.links_allowed
        for each in self.get_list_filter(request):  # type: ignore[arg-type]
            if isinstance(each, type) and issubclass(each, admin.SimpleListFilter):
                yield each.parameter_name or ""
            else:
                field = each[0] if isinstance(each, tuple) else each
                yield from (f"{field}__{ending}" for ending in ENDINGS)
        if self.date_hierarchy:
            yield from (f"{self.date_hierarchy}__{ending}" for ending in DATE_ENDINGS)
