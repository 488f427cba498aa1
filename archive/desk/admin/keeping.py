"""Saving at the desk: under the record's lock, noted with who and why, and narrowed at once."""

from __future__ import annotations

from typing import Any

import pghistory
from django.contrib import admin, messages
from django.contrib.messages import get_messages
from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.core.languages import in_language
from archive.desk import changes, review
from archive.desk.admin.forms import DeskForm
from archive.desk.models import DeskRecord, Difference
from archive.desk.renderers import locked
from archive.desk.sentences import Trouble, crossed, sentence_of
from archive.edition.rendering import Rendering

ATTEMPTS = 3  # a change that crossed somebody else's is tried again before the curator hears of it


class KeptUnderLock(admin.ModelAdmin):
    """What every page that changes a record does around Django's own saving."""

    form = DeskForm

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        try:
            return locked(found)
        except self.model.DoesNotExist:
            return None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.trouble = getattr(request, "desk_trouble", "")  # type: ignore[attr-defined]
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        view = super().changeform_view
        if request.method != "POST":
            return view(request, object_id, form_url, extra_context)
        with pghistory.context(user=request.user.pk, why=_why(request)):
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    return view(request, object_id, form_url, extra_context)
                except Trouble as error:
                    told = sentence_of(error)
                    if not told:
                        raise
                    _forget_messages(request)
                    if not crossed(error) or attempt == ATTEMPTS:
                        request.desk_trouble = told  # type: ignore[attr-defined]
                        break
            # The form says what went wrong and keeps what was typed; with trouble set it saves nothing.
            return view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: DeskRecord, form: Any, change: bool) -> None:
        if form.has_changed() or not change:
            obj.revision += 1
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        children = any(each.new_objects or each.changed_objects or each.deleted_objects for each in formsets)
        if not change or not (children or form.has_changed()):
            return
        if not form.has_changed():
            changes.touch(form.instance)
        narrowed = review.narrow(form.instance, by=request.user, why=_why(request))  # type: ignore[arg-type]
        self.tell_what_went(request, form.instance, narrowed)

    def tell_what_went(self, request: HttpRequest, obj: DeskRecord, narrowed: list[Rendering]) -> None:
        """Says what is no longer public, and what waits for approval."""
        own = [each for each in narrowed if each.identifier == obj.identifier]
        others = [each for each in narrowed if each.identifier != obj.identifier]
        if own:
            self.message_user(request, _("What you took away is no longer public."), messages.WARNING)
        if others:
            titles = ", ".join(f"“{in_language(each.title, 'en')[0]}”" for each in others[:5])
            told = _("It is no longer public with these records either: %(titles)s.") % {"titles": titles}
            self.message_user(request, told, messages.WARNING)
        self.tell_what_waits(request, obj)

    def tell_what_waits(self, request: HttpRequest, obj: DeskRecord) -> None:
        """Says that a public record says something else at the desk by now."""
        if Difference.objects.filter(pk=obj.identifier).exists():
            told = _(
                "What you added or reworded is not public yet: it waits until it is asked for and approved."
            )
            self.message_user(
                request,
                format_html('{} <a href="{}">{}</a>', told, self.tool_url(obj, "ask"), _("Ask to publish")),
                messages.INFO,
            )

    def tool_url(self, obj: DeskRecord, tool: str) -> str:
        raise NotImplementedError

    # --- deleting ---------------------------------------------------------------------------------

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except Trouble as error:
            return self.refuse(request, error)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        with pghistory.context(user=request.user.pk, why=_why(request)):
            try:
                return super().changelist_view(request, extra_context)
            except Trouble as error:
                if request.method != "POST":
                    raise
                return self.refuse(request, error)

    def refuse(self, request: HttpRequest, error: Exception) -> HttpResponse:
        """Back to where the curator came from, with the sentence that says why not."""
        told = sentence_of(error)
        if not told:
            raise error
        self.message_user(request, told, messages.ERROR)
        return HttpResponseRedirect(
            request.path.removesuffix("delete/") if "delete" in request.path else request.path
        )

    def delete_model(self, request: HttpRequest, obj: DeskRecord) -> None:
        changes.delete(obj, by=request.user, why=_why(request))  # type: ignore[arg-type]

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        with transaction.atomic():
            for each in queryset.order_by("pk"):
                self.delete_model(request, each)


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()[:500]


def _forget_messages(request: HttpRequest) -> None:
    """Messages of an attempt that was rolled back would not be true."""
    get_messages(request)._queued_messages.clear()  # type: ignore[union-attr]
