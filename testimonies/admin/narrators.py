"""Narrators at the desk: by a label and a public name. Who they are is sealed, and never shown here."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.desk.admin import RecordAdmin
from archive.desk.admin.lists import state_column, with_state
from archive.desk.admin.pages import Tools
from testimonies.models import Narrator, SealedIdentity


@admin.register(Narrator)
class NarratorAdmin(RecordAdmin):
    list_display = ("label", "name_kind", "number_of_testimonies", "is_sealed")
    list_filter = ("name_kind",)
    search_fields = ("label", "public_name")
    search_help_text = _("Any part of the label or of the public name")
    readonly_fields = ("testimonies_shown", "sealed_shown")
    fieldsets = (
        (None, {"fields": ("label", "language")}),
        (_("What readers see, at most"), {"fields": ("name_kind", "public_name")}),
        (_("Who it is"), {"fields": ("sealed_shown",)}),
        (_("What was told"), {"fields": ("testimonies_shown",)}),
        (_("For the desk only"), {"fields": ("note",), "classes": ("collapse",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        told = super().get_queryset(request).annotate(told=Count("testimonies", distinct=True))
        return told.annotate(sealed=Count("identities", distinct=True))

    @admin.display(description=_("testimonies"))
    def number_of_testimonies(self, narrator: Narrator) -> int:
        return narrator.told  # type: ignore[attr-defined]

    @admin.display(description=_("identity"))
    def is_sealed(self, narrator: Narrator) -> str:
        return gettext("sealed") if narrator.sealed else "—"  # type: ignore[attr-defined]

    @admin.display(description=_("identity"))
    def sealed_shown(self, narrator: Narrator) -> str:
        """That something is sealed, since when and by whom; never what."""
        newest = SealedIdentity.objects.filter(narrator=narrator.pk).order_by("-pk").first()
        if newest is None:
            return gettext("Nothing is sealed. Who it is stands nowhere in the archive.")
        told = gettext("Sealed by %(who)s on %(day)s. The desk cannot open it.")
        return told % {"who": newest.sealed_by, "day": newest.sealed_at.strftime("%Y-%m-%d")}

    @admin.display(description=_("testimonies"))
    def testimonies_shown(self, narrator: Narrator) -> str:
        rows = [
            (reverse("admin:testimonies_testimony_change", args=[each.pk]), str(each), state_column(each))
            for each in (with_state(narrator.testimonies.order_by("pk")) if narrator.pk else ())
        ]
        if not rows:
            return gettext("None yet.")
        listed = format_html_join("", '<li><a href="{}">{}</a> {}</li>', rows)
        return format_html('<ul class="rows">{}</ul>', listed)

    def more_tool_labels(self, request: HttpRequest, record: Narrator) -> Tools:
        found = []
        if request.user.has_perm("testimonies.add_testimony"):
            at = reverse("admin:testimonies_testimony_add")
            found.append((gettext("Add a testimony"), f"{at}?narrator={record.pk}"))
        for permission, label, page in (
            ("add_sealedidentity", gettext("Seal who it is"), "sealing:seal"),
            ("view_protectedword", gettext("Protected words"), "sealing:words"),
            ("open_identity", gettext("Open the sealed identity"), "sealing:open"),
        ):
            if request.user.has_perm(f"testimonies.{permission}"):
                found.append((label, reverse(page, args=[record.pk])))
        found.append((gettext("Receipt"), reverse("taking_back:receipt", args=[record.pk])))
        if request.user.has_perm("desk.withdraw_publication"):
            at = reverse("taking_back:narrator", args=[record.pk])
            found.append((gettext("Take everything back"), at))
        return found
