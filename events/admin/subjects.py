"""Places and topics at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin
from archive.desk.formfields import LanguageMapFormField
from events.models import Place, Topic


@admin.register(Place)
class PlaceAdmin(DeskAdmin):
    list_display = ("__str__", "place_kind", "parent")
    list_filter = ("place_kind",)
    list_select_related = ("parent",)
    search_fields = ("names",)
    autocomplete_fields = ("parent",)
    fieldsets = (
        (None, {"fields": ("names", "place_kind", "parent", ("latitude", "longitude"))}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    list_display = ("__str__", "broader")
    list_select_related = ("broader",)
    search_fields = ("labels", "alternative_labels")
    autocomplete_fields = ("broader",)
    long_texts = ("scope_note",)
    fieldsets = (
        (None, {"fields": ("labels", "alternative_labels", "broader", "scope_note")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "alternative_labels":
            return LanguageMapFormField(
                lists=True, required=False, label=_("other labels"),
                help_text=_("Other words that lead here, one a line."),
            )  # fmt: skip
        return super().formfield_for_dbfield(db_field, request, **kwargs)
