"""Pages on which a real identity is typed or read: nothing of them is cached, logged or reported."""

from __future__ import annotations

import traceback
from collections.abc import Callable, ItemsView
from functools import wraps
from types import FrameType
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.debug import SafeExceptionReporterFilter

View = Callable[..., HttpResponse]
_NOT_OURS = (PermissionDenied, Http404, SuspiciousOperation)  # Django's own answers; they hold nothing


class Unreported(RuntimeError):
    """An error on such a page: which, and on what line. Its own words could hold a name."""


class TellsNothing(SafeExceptionReporterFilter):
    """Error reports without what was typed and without a variable, also where DEBUG is on."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> ItemsView[str, Any]:
        return dict[str, Any]().items()


def unreported(view: View) -> View:
    """Decorator: the page is made within it, and an error leaves it without its words and its past."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.exception_reporter_filter = TellsNothing()
        try:
            response = view(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response = response.render()
        except _NOT_OURS:
            raise
        except Exception as error:
            told = _where(error)
        else:
            response["Cache-Control"] = "no-store"
            return response
        raise Unreported(told)  # out here, so that the error itself does not hang on to it

    return inner


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {last.filename}:{last.lineno}"
