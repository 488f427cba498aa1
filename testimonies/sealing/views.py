"""The desk's pages of sealing: who a narrator is, what is protected, and what was opened."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from archive.desk.review import Refused
from testimonies.models import IdentityOpened, Narrator, ProtectedWord, SealedIdentity
from testimonies.sealing.actions import protect_word, release_word, seal_identity
from testimonies.sealing.forms import HeadForm, ReleaseForm, SealForm, WordForm
from testimonies.sealing.keys import seal_keys, told_about_keys
from testimonies.sealing.openings import ALL, faults, head
from testimonies.sealing.public_hits import Looked, in_everything, in_what_she_told
from testimonies.sealing.unreported import unreported

_OPENING = "testimonies.sealing.opening_page.opening"


@unreported
def seal(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes down who a narrator is, seals it, and shows where it can be read in public already."""
    may(request, "testimonies.view_sealedidentity")
    narrator = get_object_or_404(Narrator, pk=pk)
    allowed = request.user.has_perm("testimonies.add_sealedidentity")
    keys, barred = _keys()
    form = SealForm(request.POST or None) if allowed and not barred else None
    if form and request.method == "POST" and form.is_valid():
        try:
            seal_identity(narrator, identity=form.identity, by=request.user)  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("It is sealed. The desk cannot open it."))
            return HttpResponseRedirect(request.path)
    box = SealedIdentity.objects.filter(narrator=narrator).order_by("-pk").first()
    context = {
        "form": form,
        "barred": barred,
        "told": told_about_keys(),
        "keys": keys,
        "box": box,
        "other_keys": box is not None and not barred and set(box.keys) != set(keys),
        "words": narrator.protected_words.count(),
        "looked": in_what_she_told(narrator, after=_after(request)),
    }
    return show(request, "seal", _("Who it is"), narrator, **context)


@unreported
def words(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """What is protected, by labels: of one narrator, or in every testimony. Takes down another word."""
    may(request, "testimonies.view_protectedword")
    narrator = get_object_or_404(Narrator, pk=pk) if pk is not None else None
    form = WordForm(request.POST or None) if request.user.has_perm("testimonies.add_protectedword") else None
    if form and request.method == "POST" and form.is_valid():
        try:
            row = protect_word(narrator, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Protected: %(label)s.") % {"label": row.label})
            return HttpResponseRedirect(request.path + ("" if narrator else "?look=0"))
    context = {
        "form": form,
        "rows": ProtectedWord.objects.filter(narrator=narrator),
        "looked": _looked(request, narrator),
        "may_release": request.user.has_perm("testimonies.delete_protectedword"),
    }
    title = _("Protected words") if narrator else _("Words protected in every testimony")
    return show(request, "words", title, narrator, **context)


@unreported
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the reason, and protects a word no longer."""
    may(request, "testimonies.delete_protectedword")
    word = get_object_or_404(ProtectedWord.objects.select_related("narrator"), pk=pk)
    back = words_page(word.narrator)
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            release_word(word, by=request.user, why=form.cleaned_data["why"])  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("No longer protected: %(label)s.") % {"label": word.label})
            return HttpResponseRedirect(back)
    return show(request, "release", _("Protect it no longer"), word.narrator, form=form, word=word, back=back)


@csrf_exempt  # the page itself protects it, after it settled that an uploaded key stays in memory
def open_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Opening. What opens is loaded when somebody who may open comes for it, and by no other page."""
    may(request, "testimonies.open_identity")
    return import_string(_OPENING)(request, pk)


@require_safe
def openings(request: HttpRequest) -> HttpResponse:
    """Everything that was ever opened, newest first, with the chain checked."""
    may(request, "testimonies.view_identityopened")
    form = HeadForm(request.GET or None)
    noted = form.cleaned_data["head"] if form.is_bound and form.is_valid() else None
    page = Paginator(IdentityOpened.objects.order_by("-pk"), 50).get_page(request.GET.get("page"))
    known = Narrator.objects.filter(identifier__in=[each.narrator for each in page])
    narrators = {each.identifier: each for each in known}
    context = {
        "form": form,
        "noted": noted,
        "faults": list(faults(noted)),
        "head": "{}:{}".format(*head()),
        "page": page,
        "rows": [(each, narrators.get(each.narrator), each.narrator == ALL) for each in page],
    }
    return show(request, "openings", _("What was opened"), None, **context)


def show(
    request: HttpRequest, template: str, title: str, narrator: Narrator | None, **more: Any
) -> TemplateResponse:
    """One of the pages of sealing, below its narrator where it is about one."""
    context = {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": str(narrator) if narrator else "",
        "opts": Narrator._meta,
        "original": narrator,
        "tools": _tools(request, narrator),
        **more,
    }
    return TemplateResponse(request, f"testimonies/sealing/{template}.html", context)


def may(request: HttpRequest, permission: str) -> None:
    """Turns away who has not the permission."""
    if not request.user.has_perm(permission):
        raise PermissionDenied


def words_page(narrator: Narrator | None) -> str:
    """The page of what is protected: hers, or for all."""
    return reverse("sealing:words", args=[narrator.pk]) if narrator else reverse("sealing:words_for_all")


def _tools(request: HttpRequest, narrator: Narrator | None) -> list[tuple[str, str]]:
    """The other pages of sealing, for those who may use them."""
    hers = [
        ("view_sealedidentity", _("Who it is"), "seal"),
        ("view_protectedword", _("Protected words"), "words"),
        ("open_identity", _("Open"), "open"),
    ]
    for_all = [
        ("view_protectedword", _("Words protected in every testimony"), "words_for_all"),
        ("view_identityopened", _("What was opened"), "openings"),
    ]
    pages = [(each, [narrator.pk]) for each in hers] if narrator else []
    return [
        (label, reverse(f"sealing:{name}", args=args))
        for (permission, label, name), args in [*pages, *((each, []) for each in for_all)]
        if request.user.has_perm(f"testimonies.{permission}")
    ]


def _keys() -> tuple[list[str], str]:
    """The fingerprints of the keys for which the desk seals, or why it cannot."""
    try:
        return [each.fingerprint for each in seal_keys()], ""
    except Refused as refusal:
        return [], str(refusal)


def _looked(request: HttpRequest, narrator: Narrator | None) -> Looked | None:
    """What is public already; all of it is looked through when somebody asks, for it takes a while."""
    if narrator:
        return in_what_she_told(narrator, after=_after(request))
    return in_everything(after=_after(request)) if "look" in request.GET else None


def _after(request: HttpRequest) -> int:
    """From which public record on to look."""
    try:
        return max(0, forms.IntegerField().clean(request.GET.get("look", "0")))
    except forms.ValidationError:
        return 0
