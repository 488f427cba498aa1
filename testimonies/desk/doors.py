"""Who may open a page of this room, what every page shows, and how a verb's answer is given."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse

from archive.desk.sentences import Trouble, sentence_of
from archive.edition.models import Record
from testimonies.actions.changing import CHANGE, LOOK
from testimonies.models import Passage, Testimony

View = Callable[..., HttpResponseBase]


def desk_page(permission: str = LOOK) -> Callable[[View], View]:
    """Decorator: a page inside the desk, for those with the permission."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return admin.site.admin_view(guarded)

    return decorate


def curator(request: HttpRequest) -> User:
    """Who is at the desk; a page behind `desk_page` has somebody."""
    assert isinstance(request.user, User)
    return request.user


def the_testimony(number: int) -> Testimony:
    return get_object_or_404(Testimony.objects.select_related("narrator"), pk=number)


def the_passage(testimony: Testimony, number: int) -> Passage:
    return get_object_or_404(testimony.passages, pk=number)


def show(request: HttpRequest, template: str, testimony: Testimony, **context: Any) -> HttpResponse:
    """A page of this room, inside the admin's frame."""
    room = {
        "testimony": testimony,
        "testimony_url": testimony_page(testimony),
        "may_change": request.user.has_perm(CHANGE),
        "is_public": Record.objects.filter(pk=testimony.identifier).exists(),
    }
    return render(request, template, {**admin.site.each_context(request), **room, **context})


def testimony_page(testimony: Testimony) -> str:
    """The testimony's own form at the desk; "" where the desk has none."""
    try:
        return reverse("admin:testimonies_testimony_change", args=[testimony.pk])
    except NoReverseMatch:
        return ""


def tried(request: HttpRequest, act: Callable[[], Any]) -> tuple[Any, str]:
    """What a verb returns, and ""; or None, and the sentence why it refused."""
    try:
        return act(), ""
    except Trouble as error:
        told = sentence_of(error)
        if not told:
            raise
        return None, told


def told_or_done(request: HttpRequest, wrong: str, done: str) -> None:
    """Leaves the sentence for the next page."""
    if wrong:
        messages.error(request, wrong)
    else:
        messages.success(request, done)


def number(value: str | None) -> int:
    """A number of a form; 0 for anything else."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 10 else 0
