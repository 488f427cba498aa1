"""Claims at the desk, with whom they are about.

`events` does not know of victims and testimonies, so its pages of claims are taken over here: the same pages
with one section more. Importing its module first makes sure that there is something to take over.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import DeskStackedInline
from events.admin.assertions import ClaimAdmin
from events.models import Claim
from testimonies.models import ClaimSubject, VictimGroup, VictimName

SUBJECTS = ("victim", "group", "testimony")


class Subject(DeskStackedInline):
    """The victim or group a claim is about, and the testimony it is drawn from."""

    model = ClaimSubject
    fields = (SUBJECTS,)
    autocomplete_fields = SUBJECTS
    verbose_name_plural = _("whom it is about")


def _names_of(asked: Any) -> dict[str, str]:
    """The names of whom a new claim is about, by language; empty where nobody is asked for."""
    number = {name: asked[name] for name in ("victim", "group") if asked.get(name, "").isdigit()}
    if group := VictimGroup.objects.filter(pk=number.get("group", 0)).first():
        return group.names
    names = VictimName.objects.filter(victim=number.get("victim", 0), preferred=True)
    return {each.language: each.text for each in names}


admin.site.unregister(Claim)


@admin.register(Claim)
class ClaimWithSubjectAdmin(ClaimAdmin):
    inlines = (Subject, *ClaimAdmin.inlines)  # type: ignore[assignment]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A claim about a victim or a group begins with its names."""
        found: dict[str, Any] = super().get_changeform_initial_data(request)
        if names := _names_of(request.GET):
            found["about"] = names
        return found

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """A new claim can begin with whom it is about: `?victim=3`.

        Only while the page is shown: what is sent would otherwise count as unchanged, and not be saved.
        """
        found: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        asked = {name: request.GET[name] for name in SUBJECTS if request.GET.get(name, "").isdigit()}
        if asked and isinstance(inline, Subject) and request.method == "GET" and not obj.pk:
            found["initial"] = [asked]
        return found

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> Any:
        """The section stands open where it is filled in already."""
        found = super().get_inline_instances(request, obj)
        for inline in found:
            if isinstance(inline, Subject) and any(request.GET.get(name) for name in SUBJECTS):
                inline.extra = 1
        return found
