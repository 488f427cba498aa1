"""Recordings and pictures at the desk: what they are, their public copy, their original."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.core.media.programs import has_ffmpeg
from archive.desk.admin.base import desk_formfield
from archive.desk.admin.forms import DeskForm, WhyForm
from archive.desk.admin.keeping import KeptUnderLock
from archive.desk.admin.lookups import OnlyDeclaredLookups
from archive.desk.admin.pages import Tools, WithPages, tried
from archive.desk.changes import change as changing
from archive.desk.models import DeskRecord
from archive.desk.renderers import locked
from archive.desk.review import Refused
from testimonies import progress
from testimonies.actions.media import CHANGE, DELETE, forget_media, owner_of, take_out
from testimonies.admin.copystate import AGAIN, MADE, MISSING, copy_mark, copy_state, waiting_for_a_copy
from testimonies.admin.downloads import attachment
from testimonies.models import Media
from testimonies.silences import HEARD, CannotBeSilenced, silences_of


class MediaForm(DeskForm):
    """What is said of a recording or picture. It is changed under the lock of what it belongs to."""

    instance: Any

    @property
    def record(self) -> DeskRecord:
        return owner_of(self.instance)


class CopyFilter(admin.SimpleListFilter):
    """Recordings and pictures by what their public copy needs."""

    title = gettext_lazy("public copy")
    parameter_name = "copy"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("again", gettext_lazy("To be made, or made again"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() != "again":
            return queryset
        return queryset.filter(pk__in=[each.pk for each in waiting_for_a_copy()])


@admin.register(Media)
class MediaAdmin(WithPages, OnlyDeclaredLookups, KeptUnderLock):
    """A recording or picture is taken in on the page of the testimony or victim it belongs to."""

    form = MediaForm
    more_tools = ("copy", "original", "forget")
    list_display = ("__str__", "belongs_to", "kind", "size_shown", "public_copy")
    list_filter = (CopyFilter, "kind", "withheld_because")
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    ordering = ("-pk",)
    sortable_by = ()
    long_texts = ("alternative", "rights_note")
    readonly_fields = (
        "belongs_to", "kind", "size_shown", "media_type", "filename", "sha256", "taken_at", "public_copy",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("belongs_to", "title", "alternative", "credit", "rights_note", "position")}),
        (gettext_lazy("What readers may hear and see"), {"fields": ("withheld_because", "public_copy")}),
        (
            gettext_lazy("The original, as the vault keeps it"),
            {"fields": ("kind", "media_type", "size_shown", "filename", "sha256", "taken_at")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("testimony", "victim", "derivative")

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """On a change it is read after its owner was locked, so that it is what stands now."""
        found = admin.ModelAdmin.get_object(self, request, object_id, from_field)
        if found and request.method == "POST" and request.path.endswith("/change/"):
            owner = locked(owner_of(found))
            found = admin.ModelAdmin.get_object(self, request, object_id, from_field)
            if found:
                found.testimony, found.victim = (owner, None) if found.testimony else (None, owner)
        if found:
            found.revision = owner_of(found).revision  # the page says which state of its owner it showed
        return found

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # “Take it out of the archive” does it, with its files

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sections = super().get_fieldsets(request, obj)
        may = self.has_change_permission(request, obj)
        return [*sections, (None, {"fields": ["why"], "classes": ["why"]})] if may else sections

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return desk_formfield(db_field, self.long_texts) or super().formfield_for_dbfield(
            db_field, request, **kwargs
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not form.has_changed():
            return
        why = form.cleaned_data["why"]
        with changing(owner_of(obj), by=request.user, why=why) as owner:  # type: ignore[arg-type]
            obj.save()
        self.tell_what_waits(request, owner)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        form.save_m2m()

    def tool_url(self, obj: Any, tool: str) -> str:
        """The address of a page of a recording or picture, or of the record it belongs to."""
        noun = obj._meta.model_name
        return reverse(f"admin:testimonies_{noun}_{tool}", args=[obj.pk])

    def tool_labels(self, request: HttpRequest, record: Any) -> Tools:
        found = [(_("Edit"), "change")]
        if request.user.has_perm(CHANGE):
            found += [(_("Public copy"), "copy"), (_("Original"), "original")]
        if request.user.has_perm(DELETE):
            found.append((_("Take it out of the archive"), "forget"))
        return [*found, (_("To what it belongs to"), self.tool_url(owner_of(record), "change"))]

    # --- columns ----------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("belongs to"))
    def belongs_to(self, media: Media) -> str:
        owner = owner_of(media)
        return format_html('<a href="{}">{}</a>', self.tool_url(owner, "change"), str(owner))

    @admin.display(description=gettext_lazy("size"))
    def size_shown(self, media: Media) -> str:
        return filesizeformat(media.size)

    @admin.display(description=gettext_lazy("public copy"))
    def public_copy(self, media: Media) -> str:
        return copy_mark(media)

    # --- pages ------------------------------------------------------------------------------------

    def copy_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        media: Media = self.seen(request, object_id)
        self.may(request, CHANGE)
        if request.method == "POST":
            progress.start(media, by=request.user)  # type: ignore[arg-type]
            return HttpResponseRedirect(request.path)
        state, going = copy_state(media), progress.look(media)
        context = {
            "media": media,
            "state": state,
            "going": going if going and (going.goes_on or state != MADE) else None,
            "needed": state in (MISSING, AGAIN),
            "again": state == AGAIN,
            "needs_ffmpeg": media.kind in HEARD and not has_ffmpeg(),
        } | _silence(media)
        return self.page(request, media, "admin/testimonies/copy.html", _("Public copy"), **context)  # type: ignore[arg-type]

    def original_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        media: Media = self.seen(request, object_id)
        self.may(request, CHANGE)
        form = WhyForm(request.POST or None, required=False)
        if request.method == "POST" and form.is_valid():
            try:
                file = take_out(media, by=request.user, why=form.cleaned_data["why"])  # type: ignore[arg-type]
            except Refused as why_not:
                self.message_user(request, str(why_not), messages.ERROR)
                return HttpResponseRedirect(request.path)
            return attachment(file, name=media.identifier, like=media.filename)
        return self.page(request, media, "admin/testimonies/original.html", _("Original"), form=form)  # type: ignore[arg-type]

    def forget_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        media: Media = self.seen(request, object_id)
        self.may(request, DELETE)
        form = WhyForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            why, owner = form.cleaned_data["why"], owner_of(media)
            if why_not := tried(lambda: forget_media(media, by=request.user, why=why)):  # type: ignore[arg-type]
                self.message_user(request, why_not, messages.ERROR)
                return HttpResponseRedirect(request.path)
            self.message_user(request, _("It is gone, with its original and its copy."), messages.SUCCESS)
            return HttpResponseRedirect(self.tool_url(owner, "change"))
        title = _("Take it out of the archive")
        return self.page(request, media, "admin/testimonies/forget.html", title, form=form)  # type: ignore[arg-type]


def _silence(media: Media) -> dict[str, Any]:
    """What the copy will be silent in, and why none can be made where it is not known."""
    try:
        return {"silences": silences_of(media)}
    except CannotBeSilenced as why_not:
        return {"why_not": str(why_not)}
