"""Sources at the desk: what they are, where they came from, and how much of them may be shown."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin
from archive.desk.admin.forms import DatedForm
from events.models import Source
from events.reading import pieces_of


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    """A source's text is read here and never written: articles come in by “Take in an article”; what is
    only cited is added by hand."""

    form = DatedForm
    more_tools = ("read",)
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
        (_("What the archive keeps"), {"fields": ("sha256", "text_sha256", "previous")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("original")

    def more_tool_labels(self, request: HttpRequest, record: Source) -> list[tuple[str, str]]:
        return [(gettext("Read it"), "read")] if record.text else []

    def read_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        source = self.seen(request, object_id)
        newer = Source.objects.filter(previous=source.pk).first()
        context = {"pieces": pieces_of(source), "newer": newer}
        return self.page(request, source, "desk/source.html", gettext("Read it"), **context)
