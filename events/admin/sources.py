"""Sources at the desk: what they are, where they came from, and how much of them may be shown."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin
from archive.desk.admin.forms import DatedForm
from events.models import Source


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    form = DatedForm
    list_display = ("__str__", "source_kind", "language", "rights")
    list_filter = ("source_kind", "rights")
    search_fields = ("title", "authors", "taken_from")
    autocomplete_fields = ("publisher", "topics")
    readonly_fields = ("sha256", "text_sha256", "previous")
    fieldsets = (
        (None, {"fields": ("title", "source_kind", "language", "authors", "publisher", "date")}),
        (_("Where it was taken from"), {"fields": ("taken_from", "taken_at")}),
        (_("What readers may be shown"), {"fields": ("rights", "rights_note")}),
        (_("What it is about"), {"fields": ("topics",)}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )
