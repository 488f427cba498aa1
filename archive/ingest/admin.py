"""The room of taking in, as the desk's first page and its side bar know it."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from archive.desk.start import Door, Worklist
from archive.ingest.models import Intake


@admin.register(Intake)
class IntakeAdmin(admin.ModelAdmin):
    """Leads to the pages of this room; an intake is never edited as a form."""

    def changelist_view(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:
        return redirect("ingest:home")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: object = None
    ) -> HttpResponse:
        return redirect("ingest:intake", object_id) if object_id.isdecimal() else redirect("ingest:home")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


admin.site.offer(  # type: ignore[attr-defined]
    Door(
        label=_("Take in an article"),  # type: ignore[arg-type]
        help=_("Paste or upload it; people, statements and figures are proposed, and you decide."),  # type: ignore[arg-type]
        view="ingest:home",
        permission="ingest.add_intake",
    )
)
admin.site.offer(  # type: ignore[attr-defined]
    Worklist(
        label=_("Articles half done"),  # type: ignore[arg-type]
        count=lambda: Intake.objects.still_open().count(),
        view="ingest:home",
        permission="ingest.view_intake",
    )
)
