"""Victims and groups at the desk. What is known of them stands in claims, each with who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin, DeskInline
from archive.desk.admin.pages import Tools
from archive.desk.models import Publishable
from events.admin.authorities import AuthorityAdmin, NameInline
from testimonies.admin.rows import ReadOnlyRows
from testimonies.admin.uploads import MediaRows, WithMedia
from testimonies.admin.wholes import whole_of_group, whole_of_victim
from testimonies.models import ClaimSubject, Media, Victim, VictimGroup, VictimName, VictimRelation


class VictimNames(NameInline):
    model = VictimName


class Relations(DeskInline):
    """What others are to the victim."""

    model = VictimRelation
    fk_name = "victim"
    fields = ("relation", "other")
    autocomplete_fields = ("other",)


class ClaimsAbout(ReadOnlyRows, DeskInline):
    """What is claimed, by whom: claims may disagree, and each has a page of its own."""

    model = ClaimSubject
    verbose_name_plural = _("what is claimed")
    fields = readonly_fields = ("claim_shown", "asserted_by", "preferred", "drawn_from")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        return rows.select_related("claim__person", "claim__organisation", "testimony").order_by(
            "claim__property", "pk"
        )

    @admin.display(description=_("claim"))
    def claim_shown(self, row: ClaimSubject) -> str:
        at = reverse("admin:events_claim_change", args=[row.claim_id])
        told = f"{row.claim.get_property_display()}: {row.claim.value}"
        return format_html('<a href="{}" dir="auto">{}</a>', at, told)

    @admin.display(description=_("who asserts it"))
    def asserted_by(self, row: ClaimSubject) -> str:
        claim = row.claim
        source = gettext("the source itself") if claim.asserted_by_source else ""
        return str(claim.person or claim.organisation or claim.asserter_as_stated or source or "—")

    @admin.display(description=_("preferred"))
    def preferred(self, row: ClaimSubject) -> str:
        return gettext("preferred") if row.claim.preferred else "—"

    @admin.display(description=_("drawn from"))
    def drawn_from(self, row: ClaimSubject) -> str:
        return str(row.testimony or "—")


def claim_labels(request: HttpRequest, record: Victim | VictimGroup, told: str) -> Tools:
    """The button that leads to a new claim about a victim or a group."""
    if not request.user.has_perm("events.add_claim"):
        return []
    about = "group" if isinstance(record, VictimGroup) else "victim"
    return [(told, f"{reverse('admin:events_claim_add')}?{about}={record.pk}")]


@admin.register(Victim)
class VictimAdmin(WithMedia, AuthorityAdmin):
    inlines = (VictimNames, Relations, ClaimsAbout, MediaRows)
    more_tools = ("add_media",)
    media_label = _("Add a portrait or picture")
    whole_label = _("Ask for all that belongs to it")
    list_display = ("__str__", "years_shown")
    autocomplete_fields = ("places", "events", "groups", "topics")
    links_allowed = ("groups__id__exact",)
    fieldsets = (
        (None, {"fields": ("description", "years", "places")}),
        (_("Where the victim belongs"), {"fields": ("groups", "events", "topics")}),
        (_("Portrait"), {"fields": ("portrait",)}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else (VictimNames, Relations)

    @admin.display(description=_("years"))
    def years_shown(self, victim: Victim) -> str:
        return ", ".join(map(str, sorted(victim.years)))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The portrait is one of the victim’s own pictures."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "portrait" and isinstance(field, ModelChoiceField):
            match = request.resolver_match
            number = str(match.kwargs.get("object_id", "")) if match else ""
            field.queryset = Media.objects.filter(victim=int(number) if number.isdigit() else 0)
            field.help_text = gettext("Add a picture first, with the button above.")
        return field

    def more_tool_labels(self, request: HttpRequest, record: Victim) -> Tools:
        told = gettext("Add a claim about this victim")
        return [*claim_labels(request, record, told), *self.media_labels(request)]

    def whole(self, record: Victim) -> Iterable[Publishable]:
        return whole_of_victim(record)


@admin.register(VictimGroup)
class VictimGroupAdmin(DeskAdmin):
    inlines = (ClaimsAbout,)
    whole_label = _("Ask for all that belongs to it")
    list_display = ("__str__", "part_of")
    list_select_related = ("part_of",)
    search_fields = ("names", "as_stated")
    autocomplete_fields = ("part_of", "events", "places", "topics")
    long_texts = ("description",)
    fieldsets = (
        (None, {"fields": ("names", "as_stated", "description", "part_of")}),
        (_("Where the group belongs"), {"fields": ("events", "places", "topics")}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else ()

    def more_tool_labels(self, request: HttpRequest, record: VictimGroup) -> Tools:
        return claim_labels(request, record, gettext("Add a claim about this group"))

    def whole(self, record: VictimGroup) -> Iterable[Publishable]:
        return whole_of_group(record)
