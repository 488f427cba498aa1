"""The desk's admin site: Django's own, under our name and our style sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from archive.core.calendars import GREGORIAN
from archive.core.dates import HistoricalDate, NotADate
from archive.desk.date_words import in_words


@dataclass(frozen=True)
class Door:
    """Something a curator can begin from the desk's first page."""

    label: str
    help: str
    view: str  # the name of an address, such as "admin:ingest_take_in"
    permission: str = ""


@dataclass(frozen=True)
class Worklist:
    """Something that waits for a curator: how many there are, and where to find them."""

    label: str
    count: Callable[[], int]
    view: str
    query: str = ""
    permission: str = ""


class DeskSite(admin.AdminSite):
    """Plain Django admin at /desk/. Rooms offer their doors and worklists when they register."""

    site_title = _("Desk")
    index_title = _("What would you like to do?")
    enable_nav_sidebar = True

    def __init__(self, name: str = "admin"):
        super().__init__(name)
        self.doors: list[Door] = []
        self.worklists: list[Worklist] = []

    @property
    def site_header(self) -> str:  # type: ignore[override]
        return settings.ARCHIVE_NAME

    def offer(self, what: Door | Worklist) -> None:
        """Puts a door or a worklist on the first page, for those who may use it."""
        (self.doors if isinstance(what, Door) else self.worklists).append(what)  # type: ignore[arg-type]

    def get_urls(self) -> list[URLPattern | URLResolver]:
        own = [path("understand-date/", self.admin_view(self.understand_date), name="understand_date")]
        return [*own, *super().get_urls()]

    def understand_date(self, request: HttpRequest) -> HttpResponse:
        """What the archive understands of a date while somebody types it."""
        asked = {key: request.GET.get(key, "")[:200] for key in ("stated", "edtf")}
        try:
            date = HistoricalDate.understood(calendar=request.GET.get("calendar") or GREGORIAN, **asked)
        except (NotADate, KeyError) as error:
            return JsonResponse({"wrong": str(error)})
        return JsonResponse({"understood": in_words(date)})

    def page_context(self, request: HttpRequest, **more: Any) -> dict[str, Any]:
        """The context of a page of our own that stands inside the admin."""
        return {**self.each_context(request), **more}
