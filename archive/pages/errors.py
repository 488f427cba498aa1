"""What readers see where there is nothing to see: unknown, withdrawn, wrong, broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from archive.pages.addresses import best_language, language_of_path
from archive.pages.page import Head, Shown


def _language(request: HttpRequest) -> str:
    return language_of_path(request.path_info) or best_language(request)


def _head(language: str, title: str) -> Head:
    return Head(language=language, path="", title=title, indexed=False)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing is here, and nothing ever was."""
    language = _language(request)
    with translation.override(language):
        return Shown(_head(language, _("Nothing is here")), "pages/not_found.html").answer(404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the address asks for something in a way that cannot be understood."""
    language = _language(request)
    with translation.override(language):
        return Shown(_head(language, _("That cannot be understood")), "pages/bad_request.html").answer(400)


def gone(language: str) -> HttpResponse:
    """410: something was public here and is not any more. Nothing else is said of it."""
    return Shown(_head(language, _("Withdrawn")), "pages/gone.html").answer(410)


def broken(request: HttpRequest) -> HttpResponse:
    """500: told without asking the database or anything else that may have broken."""
    return HttpResponse(render_to_string("pages/broken.html"), status=500)
