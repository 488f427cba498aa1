"""“Take in an article”, and the articles that are not finished yet."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.review import Refused
from archive.ingest.actions import AlreadyTaken, TakenBefore, take_in, take_in_version
from archive.ingest.actions.locking import TAKE_IN
from archive.ingest.forms import TakeInForm
from archive.ingest.models import Intake
from archive.ingest.views.doors import LOOK, curator, desk_page, show, tried
from archive.ingest.views.held import held_back, kept_back

SHOWN = 100


@desk_page(LOOK)
def home(request: HttpRequest) -> HttpResponse:
    """The form, and the open intakes below it."""
    form = TakeInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        answer = _taken(request, form)
        if answer:
            return answer
    return _home(request, form)


def _home(request: HttpRequest, form: TakeInForm, **more: Any) -> HttpResponse:
    intakes = Intake.objects.with_progress().select_related("source", "by")
    return show(
        request,
        "ingest/home.html",
        title=_("Take in an article"),
        form=form,
        may_take_in=curator(request).has_perm(TAKE_IN),
        unfinished=intakes.still_open()[:SHOWN],
        finished=intakes.exclude(finished_at=None)[:SHOWN],
        **more,
    )


def _taken(request: HttpRequest, form: TakeInForm) -> HttpResponse | None:
    how = form.article()
    try:
        return _opened(request, take_in(by=curator(request), **how))
    except AlreadyTaken as error:
        return _home(request, form, taken=error)
    except TakenBefore as error:
        return _home(request, form, before=error, held=held_back(how))
    except Refused as error:
        form.add_error(None, str(error))
    return None


@desk_page(TAKE_IN)
def answer(request: HttpRequest) -> HttpResponse:
    """The answer to “something else was taken from the same address before”."""
    how = kept_back(request.POST.get("held", ""))
    if request.method != "POST" or how is None:
        messages.error(request, _("That took too long. Take the article in once more."))
        return redirect("ingest:home")
    if request.POST.get("as") == "version":
        taken = tried(request, lambda: take_in_version(by=curator(request), **how))
        if not taken:
            return redirect("ingest:home")
        intake, carried = taken
        messages.info(request, carried.sentence)
        return _opened(request, intake)
    intake = tried(request, lambda: take_in(by=curator(request), another_document=True, **how))
    return _opened(request, intake) if intake else redirect("ingest:home")


def _opened(request: HttpRequest, intake: Intake) -> HttpResponse:
    count = intake.proposals.count()
    messages.success(
        request,
        ngettext("Taken in. %(count)s proposal.", "Taken in. %(count)s proposals.", count) % {"count": count},
    )
    return redirect("ingest:intake", intake.pk)
