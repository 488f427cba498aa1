"""Events at the desk, with everybody who appeared."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin, DeskInline
from archive.desk.admin.forms import DatedForm
from archive.desk.models import Publishable
from events.models import Appearance, Event
from events.wholes import whole


class Appearances(DeskInline):
    """Who was there, with the role as it was then."""

    model = Appearance
    fields = ("person", "role", "mode")
    autocomplete_fields = ("person",)


@admin.register(Event)
class EventAdmin(DeskAdmin):
    form = DatedForm
    inlines = (Appearances,)
    list_display = ("__str__", "event_kind", "date_stated")
    list_filter = ("event_kind",)
    sortable_by = ("date_stated", "last_change")
    search_fields = ("title",)
    search_help_text = _("Any part of the title, in any language")
    autocomplete_fields = ("part_of", "hosts", "places", "sources", "topics")
    long_texts = ("summary", "also_present")
    fieldsets = (
        (None, {"fields": ("title", "event_kind", "date")}),
        (_("Where, and held by whom"), {"fields": ("places", "hosts", "part_of")}),
        (_("What it was"), {"fields": ("summary", "also_present", "topics", "sources")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def whole(self, record: Event) -> Iterable[Publishable]:
        return whole(record)
