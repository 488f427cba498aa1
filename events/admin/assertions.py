"""Claims and demands at the desk."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from events.admin.anchoring import AnchoredAdmin, Places
from events.models import Claim, ClaimAnchor, Demand, DemandAnchor


class ClaimPlaces(Places):
    model = ClaimAnchor


class DemandPlaces(Places):
    model = DemandAnchor


@admin.register(Claim)
class ClaimAdmin(AnchoredAdmin):
    inlines = (ClaimPlaces,)
    list_display = ("__str__", "property", "preferred")
    list_filter = ("property", "preferred")
    search_fields = ("value", "about")
    autocomplete_fields = (
        "event", "person", "organisation", "statement", "made_at", "cited_from", "topics",
    )  # fmt: skip
    links_allowed = ("event__id__exact", "statement__id__exact", "person__id__exact")
    fieldsets = (
        (None, {"fields": ("property", "about", "value", "value_language", ("low", "high"), "unit")}),
        (
            _("Who asserts it"),
            {"fields": ("person", "organisation", "asserter_as_stated", "asserted_by_source")},
        ),
        (_("Where it belongs"), {"fields": ("event", "statement", "made_at", "cited_from", "topics")}),
        (_("If it is the best supported"), {"fields": ("preferred", "preferred_because")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )


@admin.register(Demand)
class DemandAdmin(AnchoredAdmin):
    inlines = (DemandPlaces,)
    list_display = ("__str__",)
    search_fields = ("act", "addressee_as_stated")
    long_texts = ("act",)
    autocomplete_fields = (
        "person", "organisation", "addressee", "addressed_person", "event", "statement", "cited_from",
        "topics",
    )  # fmt: skip
    links_allowed = ("event__id__exact", "statement__id__exact")
    fieldsets = (
        (None, {"fields": ("act",)}),
        (_("Who makes it"), {"fields": ("person", "organisation")}),
        (_("Who is asked"), {"fields": ("addressee", "addressed_person", "addressee_as_stated")}),
        (_("Where it belongs"), {"fields": ("event", "statement", "cited_from", "topics")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )
