"""How the reading room answers a decision: a page anew, or only the passage where a script asks for it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse

from archive.core.languages import is_language
from testimonies.actions.changing import CHANGE
from testimonies.desk.doors import told_or_done
from testimonies.desk.texts import languages_of, shown_passage
from testimonies.models import Passage, Testimony

REFUSED = 409


def is_quiet(request: HttpRequest) -> bool:
    """Whether the page's own script asks, which puts the passage in its place."""
    return request.headers.get("X-Quiet") == "1"


def chosen_language(request: HttpRequest, testimony: Testimony) -> str:
    """The translation that is looked at: the one asked for, or the first."""
    asked = request.GET.get("language", "")
    known = languages_of(testimony)
    return asked if is_language(asked) and asked in known else next(iter(known), "")


def answered(
    request: HttpRequest, testimony: Testimony, passage: Passage, *, wrong: str, done: str, **more: Any
) -> HttpResponse:
    """The answer to a decision about a passage."""
    language = chosen_language(request, testimony)
    if is_quiet(request):
        if wrong:
            return JsonResponse({"wrong": wrong}, status=REFUSED)
        html = passage_html(request, testimony, passage, language)
        return JsonResponse({"html": html, "said": done, **more})
    told_or_done(request, wrong, done)
    return HttpResponseRedirect(reading_address(testimony, language, passage))


def back_to_reading(
    request: HttpRequest, testimony: Testimony, passage: Passage, *, wrong: str, done: str
) -> HttpResponse:
    """The same where more than one passage changed: the whole page anew."""
    address = reading_address(testimony, chosen_language(request, testimony), passage)
    if is_quiet(request):
        if wrong:
            return JsonResponse({"wrong": wrong}, status=REFUSED)
        messages.success(request, done)
        return JsonResponse({"reload": address})
    told_or_done(request, wrong, done)
    return HttpResponseRedirect(address)


def reading_address(testimony: Testimony, language: str, passage: Passage | None = None) -> str:
    address = reverse("testimonies:read", args=[testimony.pk])
    query = f"?language={language}" if language else ""
    return f"{address}{query}" + (f"#p-{passage.pk}" if passage else "")


def passage_html(request: HttpRequest, testimony: Testimony, passage: Passage, language: str) -> str:
    """One passage as it stands on the page."""
    each = shown_passage(testimony, passage, language)
    if each is None:
        return ""
    context = {
        "each": each,
        "testimony": testimony,
        "language": language,
        "languages": languages_of(testimony),
    }
    context["may_change"] = request.user.has_perm(CHANGE)
    return render_to_string("testimonies/_passage.html", context, request=request)
