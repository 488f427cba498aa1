"""The desk's admin site: Django's own, under our name and our style sheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from archive.core.calendars import GREGORIAN
from archive.core.dates import HistoricalDate, NotADate
from archive.desk.date_words import in_words
from archive.desk.models import GivenPassword
from archive.desk.review import Refused, desk_record
from archive.desk.start import Door, Worklist, differing, start_of

REDIRECT = 302
ROOMS = ("ingest", "testimonies", "events", "desk", "edition", "auth")
OPEN_TO_A_GIVEN_PASSWORD = {"password_change", "password_change_done", "logout", "login", "jsi18n"}


def needs_own_password(request: HttpRequest) -> bool:
    """Whether somebody else chose the password of whoever asks, and the page is not about changing it."""
    match = request.resolver_match
    if not request.user.is_authenticated or (match and match.url_name in OPEN_TO_A_GIVEN_PASSWORD):
        return False
    return GivenPassword.objects.filter(pk=request.user.pk).exists()


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
        own.append(
            path("record/<str:kind>/<str:identifier>/", self.admin_view(self.find_record), name="find_record")
        )
        own.append(path("differences/", self.admin_view(self.differences), name="differences"))
        return [*own, *super().get_urls()]

    def differences(self, request: HttpRequest) -> HttpResponse:
        """The public records of which the desk says something else by now."""
        context = self.page_context(request, title=_("Changed and not asked for since"), rows=differing())
        return TemplateResponse(request, "desk/differences.html", context)

    def find_record(self, request: HttpRequest, kind: str, identifier: str) -> HttpResponse:
        """From a public identifier to the record's page at the desk."""
        try:
            record = desk_record(kind, identifier)
        except (Refused, LookupError) as error:
            raise Http404(str(error)) from error
        return redirect(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", record.pk)

    def understand_date(self, request: HttpRequest) -> HttpResponse:
        """What the archive understands of a date while somebody types it."""
        asked = {key: request.GET.get(key, "")[:200] for key in ("stated", "edtf")}
        try:
            date = HistoricalDate.understood(calendar=request.GET.get("calendar") or GREGORIAN, **asked)
        except (NotADate, KeyError) as error:
            return JsonResponse({"wrong": str(error)})
        return JsonResponse({"understood": in_words(date)})

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Every page of the desk: first of all, whoever was given a password sets one of their own."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if needs_own_password(request):
                return redirect("admin:password_change")
            return inner(request, *args, **kwargs)

        return page

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        response = super().password_change(request, extra_context)
        if request.method == "POST" and response.status_code == REDIRECT:
            GivenPassword.objects.filter(pk=request.user.pk).delete()
        return response

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().login(request, extra_context)
        if getattr(request, "axes_locked_out", False):
            request.axes_locked_out = False  # type: ignore[attr-defined]  # we answer it ourselves
            return TemplateResponse(request, "desk/locked.html", self.each_context(request), status=429)
        return response

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        return super().index(request, start_of(self, request) | (extra_context or {}))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The rooms in the order of the work."""
        rooms = super().get_app_list(request, app_label)
        order = {label: place for place, label in enumerate(ROOMS)}
        return sorted(rooms, key=lambda room: order.get(room["app_label"], len(order)))

    def page_context(self, request: HttpRequest, **more: Any) -> dict[str, Any]:
        """The context of a page of our own that stands inside the admin."""
        return {**self.each_context(request), **more}
