"""Statements at the desk, with their translations and their places in sources."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskStackedInline
from archive.desk.admin.forms import DatedForm
from events.admin.anchoring import AnchoredAdmin, Places
from events.models import Statement, StatementAnchor, Translation


class Translations(DeskStackedInline):
    """The statement in other languages, each with its translator."""

    model = Translation
    fields = (("language", "translator", "means"), "text")


class StatementPlaces(Places):
    model = StatementAnchor


@admin.register(Statement)
class StatementAdmin(AnchoredAdmin):
    form = DatedForm
    inlines = (Translations, StatementPlaces)
    list_display = ("__str__", "statement_kind")
    list_filter = ("statement_kind",)
    search_fields = ("text", "person__names__text", "organisation__names__text")
    autocomplete_fields = ("person", "organisation", "event", "cited_from", "quotes", "topics")
    links_allowed = ("person__id__exact", "organisation__id__exact", "event__id__exact")
    fieldsets = (
        (None, {"fields": ("statement_kind", "text", "language", "quotes")}),
        (_("Who said it"), {"fields": ("person", "organisation", "speaker_as_stated")}),
        (_("Where and when"), {"fields": ("event", "position", "date", "cited_from")}),
        (_("What it is about"), {"fields": ("topics",)}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )
