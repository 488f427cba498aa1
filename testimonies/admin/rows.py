"""Rows that belong to a record and are shown on its page, and changed elsewhere or not at all."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import InlineModelAdmin
from django.http import HttpRequest


class ReadOnlyRows(InlineModelAdmin):
    """Rows that are looked at."""

    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
