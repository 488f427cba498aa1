"""The base of every page about a record at the desk, and about one that can become public."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from archive.desk.admin.keeping import KeptUnderLock
from archive.desk.admin.lists import DeskChangeList, RecordChangeList, StateFilter, state_column
from archive.desk.admin.lookups import OnlyDeclaredLookups
from archive.desk.admin.many import ManyAtOnce
from archive.desk.admin.named import FoundByName
from archive.desk.admin.pasts import WithPast
from archive.desk.admin.reviewing import PAGES, Reviewed
from archive.desk.date_words import in_words
from archive.desk.fields import LanguageMapField
from archive.desk.formfields import LanguageMapFormField
from archive.desk.models import Publishable


class RecordAdmin(WithPast, OnlyDeclaredLookups, KeptUnderLock):
    """The pages of one kind of record that is never public by itself: its list, its form, its history."""

    tools_of_all: ClassVar[Sequence[str]] = ("restore",)
    long_texts: ClassVar[Sequence[str]] = ()  # language maps written in more than a line
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-pk",)
    sortable_by: ClassVar[tuple[str, ...]] = ("last_change",)
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[RecordChangeList]:
        return RecordChangeList

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_display(request), "last_change"]

    @admin.display(description=_("last change"), ordering="changed_at")
    def last_change(self, record: Any) -> str:
        return record.last_change_shown

    @admin.display(description=_("date"))
    def date_in_words(self, record: Any) -> str:
        return f"{record.date.stated} — {in_words(record.date)}" if record.date else "—"

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The form's sections; whoever may only look gets no input."""
        sections: list[Any] = list(super().get_fieldsets(request, obj))
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if may:
            return [*sections, (None, {"fields": ["why"], "classes": ["why"]})] if obj else sections
        shown = {"date": "date_in_words"}
        return [
            (name, options | {"fields": [shown.get(each, each) for each in options["fields"]]})
            for name, options in sections
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "date_in_words"]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return desk_formfield(db_field, self.long_texts) or super().formfield_for_dbfield(
            db_field, request, **kwargs
        )


class DeskAdmin(ManyAtOnce, Reviewed, FoundByName, RecordAdmin):
    """The pages of one kind of record that can become public: the same, with its state and its review."""

    tools_of_all: ClassVar[Sequence[str]] = (*PAGES, "restore")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[RecordChangeList]:
        return DeskChangeList

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        *own, last_change = super().get_list_display(request)
        return [*own, "state", last_change]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [StateFilter, *super().get_list_filter(request)]

    @admin.display(description=_("state"))
    def state(self, record: Publishable) -> str:
        return state_column(record)


def desk_formfield(db_field: models.Field, long_texts: Sequence[str]) -> forms.Field | None:
    """The form field of a language map; None for every other field."""
    if not isinstance(db_field, LanguageMapField):
        return None
    return db_field.formfield(form_class=LanguageMapFormField, long=db_field.name in long_texts)


class DeskInline(admin.TabularInline):
    """What belongs to a record, on the record's own page."""

    extra = 0
    long_texts: ClassVar[Sequence[str]] = ()

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return desk_formfield(db_field, self.long_texts) or super().formfield_for_dbfield(
            db_field, request, **kwargs
        )


class DeskStackedInline(DeskInline, admin.StackedInline):
    """The same, one below the other, for what needs room."""

    template = admin.StackedInline.template
