"""Browsers at the desk, and all that is told of an error: to the browser, to the log, to administrators."""

from __future__ import annotations

import sys
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client
from django.views.debug import ExceptionReporter, get_exception_reporter_filter


def at_the_desk(account: User, **more: Any) -> Client:
    client = Client(**more)
    account = User.objects.get(pk=account.pk)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def report_of(request: HttpRequest) -> str:
    """What administrators would be sent, and what a browser is shown where DEBUG is on."""
    reporter = ExceptionReporter(request, *sys.exc_info())
    reporter.filter = get_exception_reporter_filter(request)
    return reporter.get_traceback_text() + reporter.get_traceback_html()


def everything_told(desk: Client, at: str, typed: dict[str, Any], caplog: Any) -> str:
    """All that is told of the error with which a page answers to a form."""
    desk.raise_request_exception = False
    caplog.clear()
    caplog.set_level(0)
    answer = desk.post(at, typed)
    assert answer.status_code == 500
    told = answer.text + caplog.text
    for record in caplog.records:
        if record.exc_info and hasattr(record, "request"):
            reporter = ExceptionReporter(record.request, *record.exc_info)
            told += reporter.get_traceback_text() + reporter.get_traceback_html()
    return told
