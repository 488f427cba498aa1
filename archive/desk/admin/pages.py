"""A record's own pages at the desk: their addresses, who may open them, and the buttons that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.desk.models import DeskRecord
from archive.desk.sentences import Trouble, sentence_of

Tools = list[tuple[str, str]]  # a label, and a tool's name or a whole address


class WithPages(admin.ModelAdmin):
    """A kind with pages beyond Django's own. `more_tools = ("read",)` stands for the page `read_view`."""

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["desk/records.css"]}

    tools_of_all: ClassVar[Sequence[str]] = ()  # the pages that every such kind has
    more_tools: ClassVar[Sequence[str]] = ()  # further pages of one kind

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                f"<path:object_id>/{tool.replace('_', '-')}/",
                self.admin_site.admin_view(getattr(self, f"{tool}_view")),
                name=f"{name}_{tool}",
            )
            for tool in (*self.tools_of_all, *self.more_tools)
        ]
        return own + super().get_urls()

    def tool_url(self, obj: Any, tool: str) -> str:
        """The address of one of a record's own pages: preview, ask, withdraw, history …"""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{tool}", args=[obj.pk])

    def more_tool_labels(self, request: HttpRequest, record: Any) -> Tools:
        """The buttons of a kind's further pages: a label with a tool, or with the address of a page
        that another room has for the record."""
        return []

    def tool_labels(self, request: HttpRequest, record: Any) -> Tools:
        """All buttons, in the order they are shown."""
        return [
            (_("Edit"), "change"),
            *self.more_tool_labels(request, record),
            (_("History"), "history"),
        ]

    def tools(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """What can be done with a record in its state, as label and address."""
        return [
            (label, tool if tool.startswith("/") else self.tool_url(record, tool))
            for label, tool in self.tool_labels(request, record)
        ]

    def seen(self, request: HttpRequest, object_id: str) -> Any:
        """The record a page is about, for those who may look at it."""
        record = self.get_object(request, admin.utils.unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def page(
        self, request: HttpRequest, record: DeskRecord, template: str, title: str, **more: Any
    ) -> HttpResponse:
        """One of a record's own pages."""
        context = self.admin_site.each_context(request) | {
            "title": title,
            "subtitle": str(record),
            "opts": self.opts,
            "original": record,
            "object_id": record.pk,
            "tools": self.tools(request, record),
        }
        return TemplateResponse(request, template, context | more)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if original := context.get("original"):
            context["tools"] = self.tools(request, original)[1:]
        return super().render_change_form(request, context, *args, **kwargs)

    def may(self, request: HttpRequest, permission: str) -> None:
        """Turns away who has not the permission."""
        if not request.user.has_perm(permission):
            raise PermissionDenied

    def done(
        self, request: HttpRequest, record: DeskRecord, verb: Any, told: str, *, then: str = "change"
    ) -> HttpResponse:
        """Does it, says so, and goes on; or says why not and stays."""
        if why_not := tried(verb):
            self.message_user(request, why_not, messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, format_html("“{}”: {}", str(record), told), messages.SUCCESS)
        return HttpResponseRedirect(self.tool_url(record, then))


def tried(verb: Any) -> str:
    """Does it; the sentence that says why not, where it could not be done."""
    try:
        verb()
    except Trouble as error:
        if not (sentence := sentence_of(error)):
            raise
        return sentence
    return ""
