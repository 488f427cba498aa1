"""Places in sources at the desk: seen with their surroundings, and found by the exact words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.core.spans import Span
from archive.desk.admin import DeskAdmin, DeskInline
from archive.desk.admin.forms import Reason
from archive.desk.sentences import Trouble, sentence_of
from events.actions import anchor
from events.finding import Found, places_of
from events.models import AnchorRow, Source, StatementAnchor

MOST_PLACES = 20


class Places(DeskInline):
    """Where a record stands in its sources. A place is never edited: it is found anew, or taken away."""

    fields = readonly_fields = ("in_source", "quoted", "lost")
    can_delete = True
    verbose_name_plural = gettext_lazy("places in sources")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("source", "lost_in").defer("source__text")

    @admin.display(description=gettext_lazy("source"))
    def in_source(self, row: AnchorRow) -> str:
        at = reverse("admin:events_source_read", args=[row.source_id])
        return format_html('<a href="{}#at-{}">{}</a>', at, row.start, row.source)

    @admin.display(description=gettext_lazy("words and their surroundings"))
    def quoted(self, row: AnchorRow) -> str:
        shown = '<span dir="auto" class="row-words">…{}<mark>{}</mark>{}…</span>'
        return format_html(shown, row.prefix, row.exact, row.suffix)

    @admin.display(description=gettext_lazy("in newer versions"))
    def lost(self, row: AnchorRow) -> str:
        if row.lost_in_id is None:
            return "—"
        return format_html('<span class="state state-withdrawn">{}</span>', _("not found"))


class PlaceForm(forms.Form):
    """The exact words of a source, and where there are several places, which one is meant."""

    source = forms.ModelChoiceField(
        Source.objects.exclude(text=""),
        label=gettext_lazy("Source"),
        widget=AutocompleteSelect(StatementAnchor._meta.get_field("source"), admin.site),
    )
    words = forms.CharField(
        label=gettext_lazy("The exact words"),
        strip=True,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=gettext_lazy("Copied from the source; kinds of quotation marks and spaces do not matter."),
    )
    why = Reason(required=False)
    place = forms.CharField(required=False, widget=forms.HiddenInput)

    found: list[Found]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        source, words = cleaned.get("source"), cleaned.get("words")
        self.found = places_of(source.text, words)[: MOST_PLACES + 1] if source and words else []
        if not (source and words):
            return cleaned
        if not self.found:
            raise forms.ValidationError(
                _("These words do not stand in the source. Copy them from its text, not from the record.")
            )
        if len(self.found) > MOST_PLACES:
            raise forms.ValidationError(_("They stand at too many places. Copy a longer stretch."))
        return cleaned

    @property
    def span(self) -> Span | None:
        """The place that is meant, where that is clear."""
        if len(self.found) == 1:
            return self.found[0].span
        chosen = [each for each in self.found if str(each.span.start) == self.cleaned_data.get("place")]
        return chosen[0].span if chosen else None


class LostPlacesFilter(admin.SimpleListFilter):
    """Records whose words no longer stand in a newer version of their source."""

    title = gettext_lazy("places in sources")
    parameter_name = "places"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("lost", gettext_lazy("Not found in a newer version")), ("none", gettext_lazy("None yet"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "lost":
            return queryset.filter(anchors__lost_in__isnull=False).distinct()
        return queryset.filter(anchors=None) if self.value() == "none" else queryset


class AnchoredAdmin(DeskAdmin):
    """The pages of what stands in sources."""

    more_tools: ClassVar[Sequence[str]] = ("anchor",)

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), LostPlacesFilter]

    def more_tool_labels(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        return [(_("Find its place in a source"), "anchor")] if self.has_change_permission(request) else []

    def anchor_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record: Any = self.seen(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        form = PlaceForm(request.POST or None, initial=self._first_guess(record))
        if request.method == "POST" and form.is_valid() and (span := form.span):
            return self._anchor(request, record, form, span)
        several = form.found if form.is_bound and form.is_valid() else []
        context = {"form": form, "several": several, "media": self.media + form.media}
        title = _("Find its place in a source")
        return self.page(request, record, "desk/anchor.html", title, **context)

    def _first_guess(self, record: Any) -> dict[str, Any]:
        """The words that are most likely meant, and the source that the record or its event has."""
        statement = getattr(record, "statement", None)
        event = record.event or (statement and statement.event)
        row = record.anchors.first() or (statement and statement.anchors.first())
        source = row.source if row else (event and event.sources.exclude(text="").first())
        words = getattr(record, "text", "") or getattr(record, "value", "")
        return {"source": source, "words": words}

    def _anchor(self, request: HttpRequest, record: Any, form: PlaceForm, span: Span) -> HttpResponse:
        told = form.cleaned_data
        try:
            anchor(record, source=told["source"], span=span, by=request.user, why=told["why"])  # type: ignore[arg-type]
        except Trouble as error:
            if not (sentence := sentence_of(error)):
                raise
            self.message_user(request, sentence, messages.ERROR)
            return HttpResponseRedirect(request.path)
        told_so = _("Anchored. Where the record is public, the new place waits for approval.")
        self.message_user(request, told_so, messages.SUCCESS)
        return HttpResponseRedirect(self.tool_url(record, "change"))
