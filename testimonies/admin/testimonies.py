"""Testimonies at the desk: what they are about, under which consent, with which recordings.

Their passages are read, withheld and changed in a room of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin
from archive.desk.admin.forms import DatedForm
from archive.desk.admin.pages import Tools
from archive.desk.models import Publishable
from archive.desk.review import Refused
from testimonies.admin.arrays import TickedArrays
from testimonies.admin.consents import Consents, WithConsents
from testimonies.admin.lists import ConsentFilter, in_short, with_consent
from testimonies.admin.uploads import MediaRows, WithMedia
from testimonies.admin.wholes import whole_of_testimony
from testimonies.models import Testimony


@admin.register(Testimony)
class TestimonyAdmin(WithConsents, WithMedia, TickedArrays, DeskAdmin):
    form = DatedForm
    inlines = (Consents, MediaRows)
    more_tools = ("note_consent", "evidence", "add_media")
    whole_label = _("Ask for all that belongs to it")
    list_display = ("__str__", "narrator_label", "consent_in_short")
    list_filter = (ConsentFilter,)
    list_select_related = ("narrator",)
    links_allowed = ("narrator__id__exact",)
    search_fields = ("title", "narrator__label")
    search_help_text = _("Any part of the title, or of what the desk calls the narrator")
    autocomplete_fields = (
        "narrator", "given_at", "events", "places", "victims", "groups", "statements", "topics",
    )  # fmt: skip
    long_texts = ("summary",)
    readonly_fields = ("text",)
    fieldsets = (
        (None, {"fields": ("narrator", "title", "language", "text")}),
        (_("When and where it was given"), {"fields": ("date", "given_at", "interviewer", "kept_back")}),
        (
            _("What it speaks of"),
            {"fields": ("summary", "events", "places", "victims", "groups", "statements", "topics")},
        ),
        (_("What a reader should know first"), {"fields": ("warnings",)}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_consent(super().get_queryset(request))

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else ()

    @admin.display(description=_("narrator"))
    def narrator_label(self, testimony: Testimony) -> str:
        return testimony.narrator.label

    @admin.display(description=_("consent"))
    def consent_in_short(self, testimony: Testimony) -> str:
        return in_short(testimony)

    @admin.display(description=_("text"))
    def text(self, testimony: Testimony) -> str:
        """How much of it there is, and how much is withheld."""
        passages = testimony.passages.count() if testimony.pk else 0
        if not passages:
            return gettext("No passages yet.")
        withheld = testimony.passages.filter(withholdings__isnull=False).distinct().count()
        told = ngettext("One passage", "%(count)s passages", passages) % {"count": passages}
        return gettext("%(passages)s; something is withheld in %(withheld)s.") % {
            "passages": told, "withheld": withheld,
        }  # fmt: skip

    def more_tool_labels(self, request: HttpRequest, record: Testimony) -> Tools:
        read = (gettext("Read and withhold"), reverse("testimonies:read", args=[record.pk]))
        return [read, *self.consent_labels(request), *self.media_labels(request)]

    def whole(self, record: Testimony) -> Iterable[Publishable]:
        return whole_of_testimony(record)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        if obj.consents.filter(sample=False).exists():
            raise Refused(
                gettext("What a narrator agreed to is kept for good, so “%(it)s” cannot be deleted. "
                        "Withdraw it; what it says can be taken away passage by passage.") % {"it": obj}
            )  # fmt: skip
        super().delete_model(request, obj)
