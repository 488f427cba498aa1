"""The page on which a recording or picture is taken in, and its rows on the page of what it belongs to."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.admin import DeskInline
from archive.desk.admin.forms import Reason
from archive.desk.admin.pages import Tools, WithPages
from archive.desk.review import Refused
from testimonies.actions.media import ADD, Owner, Taken, take_in_media
from testimonies.admin.copystate import copy_mark
from testimonies.admin.rows import ReadOnlyRows
from testimonies.models import Media, Victim


class UploadForm(forms.Form):
    """A file to be kept byte for byte."""

    file = forms.FileField(label=gettext_lazy("File"))
    portrait = forms.BooleanField(
        label=gettext_lazy("It is the portrait"), required=False, initial=True,
        help_text=gettext_lazy("What stood there before stays with the victim, and is no longer shown."),
    )  # fmt: skip
    why = Reason(required=False)

    def __init__(self, *args: Any, owner: Owner, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not isinstance(owner, Victim):
            del self.fields["portrait"]


class MediaRows(ReadOnlyRows, DeskInline):
    """The recordings and pictures of a record. Each has a page of its own."""

    model = Media
    fields = readonly_fields = ("which", "kind", "withheld_because", "public_copy")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("testimony", "victim", "derivative")

    @admin.display(description=gettext_lazy("recording or picture"))
    def which(self, media: Media) -> str:
        return format_html('<a href="{}">{}</a>', page_of(media), str(media))

    @admin.display(description=gettext_lazy("public copy"))
    def public_copy(self, media: Media) -> str:
        return copy_mark(media)


def page_of(media: Media, tool: str = "change") -> str:
    return reverse(f"admin:testimonies_media_{tool}", args=[media.pk])


class WithMedia(WithPages):
    """A kind to which recordings or pictures belong."""

    media_label: ClassVar[Any] = gettext_lazy("Add a recording or picture")

    def media_labels(self, request: HttpRequest) -> Tools:
        return [(str(self.media_label), "add_media")] if request.user.has_perm(ADD) else []

    def add_media_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        owner: Owner = self.seen(request, object_id)
        self.may(request, ADD)
        form = UploadForm(request.POST or None, request.FILES or None, owner=owner)
        if request.method == "POST" and form.is_valid() and (taken := self._taken(request, owner, form)):
            return self._after_taking(request, taken)
        return self.page(request, owner, "admin/testimonies/add_media.html", str(self.media_label), form=form)

    def _taken(self, request: HttpRequest, owner: Owner, form: UploadForm) -> Taken | None:
        facts, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            return take_in_media(
                owner, upload=file, name=file.name, by=request.user, why=facts["why"],  # type: ignore[arg-type]
                portrait=facts.get("portrait", False),
            )  # fmt: skip
        except Refused as why_not:
            form.add_error("file", str(why_not))
            return None

    def _after_taking(self, request: HttpRequest, taken: Taken) -> HttpResponse:
        told = _("Kept, byte for byte. Say what it is; then make the public copy.")
        self.message_user(request, told, messages.SUCCESS)
        for each in taken.told:
            self.message_user(request, each, messages.WARNING)
        return HttpResponseRedirect(page_of(taken.media))
