"""People and organisations at the desk, each with all their names."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskAdmin, DeskInline
from events.models import Organisation, OrganisationName, Person, PersonName


class NameInline(DeskInline):
    """The names of a person or an organisation; the preferred one of a language is what readers see."""

    fields = ("text", "language", "kind", "preferred")
    min_num = 1


class PersonNames(NameInline):
    model = PersonName


class OrganisationNames(NameInline):
    model = OrganisationName


class AuthorityAdmin(DeskAdmin):
    list_display: tuple[str, ...] = ("__str__",)
    search_fields = ("names__text",)
    search_help_text = _("Any part of any name, in any script")
    long_texts = ("description",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("names")


@admin.register(Person)
class PersonAdmin(AuthorityAdmin):
    inlines = (PersonNames,)
    fieldsets = ((None, {"fields": ("description", "note")}),)


@admin.register(Organisation)
class OrganisationAdmin(AuthorityAdmin):
    inlines = (OrganisationNames,)
    list_display = ("__str__", "organisation_kind")
    list_filter = ("organisation_kind",)
    autocomplete_fields = ("parent",)
    fieldsets = ((None, {"fields": ("organisation_kind", "parent", "description", "note")}),)
