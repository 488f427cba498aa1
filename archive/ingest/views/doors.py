"""Who may open a page of this room, and what every page of it shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from archive.desk.sentences import Trouble, sentence_of
from archive.ingest.models import Intake

View = Callable[..., HttpResponse]
LOOK = "ingest.view_intake"


def desk_page(permission: str = LOOK) -> Callable[[View], View]:
    """Decorator: a page inside the desk, for those with the permission."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return admin.site.admin_view(guarded)

    return decorate


def show(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """A page inside the admin's frame."""
    return render(request, template, {**admin.site.each_context(request), **context})


def curator(request: HttpRequest) -> User:
    """Who is at the desk; a page behind `desk_page` has somebody."""
    assert isinstance(request.user, User)
    return request.user


def the_intake(number: int) -> Intake:
    return get_object_or_404(Intake.objects.select_related("source", "by"), pk=number)


def tried(request: HttpRequest, act: Callable[[], Any]) -> Any:
    """What a verb returns; None where it refused, and the curator is told why."""
    try:
        return act()
    except Trouble as error:
        told = sentence_of(error)
        if not told:
            raise
        messages.error(request, told)
        return None
