"""Pseudonyms: the real name's places are shown before its pseudonym is given."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from testimonies.actions import pseudonyms as acts
from testimonies.actions.changing import CHANGE
from testimonies.desk.doors import curator, desk_page, number, show, the_testimony, told_or_done, tried
from testimonies.desk.texts import languages_of
from testimonies.models import Testimony


@desk_page(CHANGE)
def pseudonyms(request: HttpRequest, testimony: int) -> HttpResponse:
    """The pseudonyms of a testimony; the form for one more, with every place that it would change."""
    told = the_testimony(testimony)
    asked = request.POST if request.method == "POST" else request.GET
    row = told.pseudonyms.filter(pk=number(asked.get("pseudonym"))).first()
    languages = _languages(told)
    names = _names(request)
    instead = {tag: asked.get(f"instead-{tag}", "").strip() for tag in languages}
    if row and request.method != "POST":
        names, instead = list(row.names), dict.fromkeys(languages, "") | row.instead
    if request.method == "POST" and "apply" in request.POST:
        made, wrong = tried(
            request,
            lambda: acts.give_pseudonym(
                told, names=names, instead=instead, by=curator(request), pseudonym=row
            ),
        )
        if made:
            messages.success(request, _("The name is changed everywhere in the testimony."))
            return redirect("testimonies:pseudonyms", told.pk)
        messages.error(request, wrong)
    return show(
        request,
        "testimonies/pseudonyms.html",
        told,
        title=_("Changed names"),
        row=row,
        names=names,
        lines="\n".join(names),
        instead=instead,
        found=acts.found(told, names),
        missed=acts.likely_missed(told, names),
        given=[(each, len(acts.found(told, each.names))) for each in told.pseudonyms.all()],
    )


def _names(request: HttpRequest) -> list[str]:
    """The spellings in the box, and those that were ticked among the likely ones."""
    lines = request.POST.get("names", "").split("\n") + request.POST.getlist("also")
    return list(dict.fromkeys(name for each in lines if (name := " ".join(each.split()))))


def _languages(told: Testimony) -> list[str]:
    """The languages that something of the testimony is shown in."""
    found = [told.language, *languages_of(told), *told.title, *told.summary]
    found += [tag for each in told.pseudonyms.all() for tag in each.instead]
    return list(dict.fromkeys(found))


@require_POST
@desk_page(CHANGE)
def back(request: HttpRequest, testimony: int, pseudonym: int) -> HttpResponse:
    """Lets the real name stand again, with a reason."""
    told = the_testimony(testimony)
    row = get_object_or_404(told.pseudonyms, pk=pseudonym)
    why = request.POST.get("why", "").strip()
    wrong = tried(request, lambda: acts.take_back(row, by=curator(request), why=why))[1]
    done = _(
        "The real name stands again at the desk. What is public does not hold it until that is approved."
    )
    told_or_done(request, wrong, done)
    return redirect("testimonies:pseudonyms", told.pk)
