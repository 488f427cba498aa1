"""The pages of taking back: a narrator's receipt, and the withdrawal of everything."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from archive.core.languages import direction
from archive.desk.models import DeskRecord
from archive.desk.review import Refused
from archive.edition.called import archive_name
from events.models import Event
from testimonies.models import Narrator
from testimonies.taking_back.panic import of_event, of_narrator, withdraw_everything
from testimonies.taking_back.receipts import receipt_of


class EverythingForm(forms.Form):
    """Asks why, and makes sure that it is meant."""

    why = forms.CharField(
        label=gettext_lazy("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The reason is kept at the desk and never published."),
    )  # fmt: skip
    meant = forms.BooleanField(label=gettext_lazy("Withdraw all of this now"))


@require_safe
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """A receipt to print, in the narrator's language."""
    narrator = _seen(request, Narrator, pk)
    told = receipt_of(narrator)
    with translation.override(told.language):
        context = {
            "receipt": told,
            "language": told.language,
            "dir": direction(told.language),
            "archive": archive_name(),
            "contact": settings.ARCHIVE_CONTACT,
            "url": settings.ARCHIVE_URL,
            "now": timezone.now(),
        }
        response = TemplateResponse(request, "receipt.html", context)
        response["Cache-Control"] = "no-store"
        return response.render()


def everything_of_narrator(request: HttpRequest, pk: int) -> HttpResponse:
    return _everything(request, _seen(request, Narrator, pk))


def everything_of_event(request: HttpRequest, pk: int) -> HttpResponse:
    return _everything(request, _seen(request, Event, pk))


def _everything(request: HttpRequest, subject: Narrator | Event) -> HttpResponse:
    """Shows what would go, and takes it out at once when it is meant."""
    if not request.user.has_perm("desk.withdraw_publication"):
        raise PermissionDenied
    form = EverythingForm(request.POST or None)
    opts = subject._meta
    change_page = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[subject.pk])
    if request.method == "POST" and form.is_valid():
        try:
            gone = withdraw_everything(subject, by=request.user, why=form.cleaned_data["why"])  # type: ignore[arg-type]
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            told = _("%(count)s records are withdrawn: readers and programs get nothing of them any more.")
            messages.success(request, told % {"count": len(gone)})
        return HttpResponseRedirect(change_page)
    reached = of_narrator(subject) if isinstance(subject, Narrator) else of_event(subject)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Withdraw everything"),
        "subtitle": str(subject),
        "opts": opts,
        "original": subject,
        "reached": reached,
        "form": form,
    }
    return TemplateResponse(request, "testimonies/everything.html", context)


def _seen(request: HttpRequest, model: type[Any], pk: int) -> Any:
    """The record, for those who may look at it."""
    if not request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
        raise PermissionDenied
    found: DeskRecord = get_object_or_404(model, pk=pk)
    return found
