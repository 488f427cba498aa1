"""Withholding words, saying where they stand in the other texts, and taking a withholding back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.core.spans import Span
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions import withholding as acts
from testimonies.actions.changing import CHANGE, text_of
from testimonies.actions.places import standing
from testimonies.desk.answering import answered
from testimonies.desk.doors import curator, desk_page, number, the_passage, the_testimony, told_or_done, tried
from testimonies.models import Passage, PassageTranslation, Testimony, Withholding


@require_POST
@desk_page(CHANGE)
def withhold(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Withholds selected words, words that were typed, or the whole passage."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    made, wrong = tried(request, lambda: _withheld(request, told, where))
    more: dict[str, Any] = {}
    if made:
        more["undo"] = reverse("testimonies:show_again", args=[told.pk, made.pk])
        more["withholding"] = made.pk
    return answered(request, told, where, wrong=wrong, done=_effect(told), **more)


def _withheld(request: HttpRequest, testimony: Testimony, passage: Passage) -> Withholding:
    how: dict[str, Any] = {
        "passage": passage,
        "because": request.POST.get("because", ""),
        "why": request.POST.get("why", "").strip()[:2000],
        "by": curator(request),
    }
    if "whole" in request.POST:
        return acts.withhold_whole(testimony, **how)
    translation = _translation(passage, request.POST.get("translation"))
    spans = _places(request, text_of(passage, translation))
    seen = request.POST.get("seen", "")
    return acts.withhold(testimony, spans=spans, translation=translation, seen=seen, **how)


def _effect(testimony: Testimony) -> str:
    """What withholding did, for who did it."""
    if Record.objects.filter(pk=testimony.identifier).exists():
        return _("Withheld, and out of the public already.")
    return _("Withheld.")


def _translation(passage: Passage, pk: str | None) -> PassageTranslation | None:
    return get_object_or_404(passage.translations, pk=number(pk)) if pk else None


def _places(request: HttpRequest, text: str) -> list[Span]:
    """The places selected on the page; or where the words that were typed stand."""
    post = request.POST
    if "start" in post and "end" in post:
        return [Span(number(post["start"]), number(post["end"]))]
    words = " ".join(post.get("words", "").split())
    if not words:
        raise Refused(_("Select the words, or copy them into the box."))
    found = standing(text, words)
    if not found:
        raise Refused(_("These words do not stand in this text. Copy them from it."))
    near = post.get("near", "")
    if len(found) > 1 and near.isdigit() and any(each.start == number(near) for each in found):
        return [Span(number(near), number(near) + len(words))]
    if len(found) > 1 and "every" not in post:
        raise Refused(_("These words stand in several places. Add a word beside them, or choose all places."))
    return found


@require_POST
@desk_page(CHANGE)
def where(request: HttpRequest, testimony: int, withholding: int) -> HttpResponse:
    """Answers where withheld words stand in a text."""
    told = the_testimony(testimony)
    row = get_object_or_404(Withholding, pk=withholding, passage__testimony=told)
    translation = _translation(row.passage, request.POST.get("translation"))
    act = _ANSWERS.get(request.POST.get("act", ""))
    if act is None:
        return answered(request, told, row.passage, wrong=_("Choose an answer."), done="")
    _made, wrong = tried(request, lambda: act(request, row, translation))
    if request.POST.get("from") == "list" and wrong:
        told_or_done(request, wrong, "")
        return redirect("testimonies:withheld", told.pk)
    return answered(request, told, row.passage, wrong=wrong, done=_("Noted."))


def _these(request: HttpRequest, row: Withholding, translation: PassageTranslation | None) -> None:
    spans = _places(request, text_of(row.passage, translation))
    acts.say_where(
        row, translation=translation, spans=spans, by=curator(request), seen=request.POST.get("seen", "")
    )


def _none(request: HttpRequest, row: Withholding, translation: PassageTranslation | None) -> None:
    seen = request.POST.get("seen", "")
    acts.say_where(row, translation=translation, spans=[], by=curator(request), seen=seen)


def _all(request: HttpRequest, row: Withholding, translation: PassageTranslation | None) -> None:
    seen = request.POST.get("seen", "")
    acts.withhold_text(row, translation=translation, by=curator(request), seen=seen)


def _carry(request: HttpRequest, row: Withholding, translation: PassageTranslation | None) -> None:
    acts.carry_over(row, translation=translation, by=curator(request))


def _again(request: HttpRequest, row: Withholding, translation: PassageTranslation | None) -> None:
    acts.ask_again(row, translation=translation, by=curator(request))


Answer = Callable[[HttpRequest, Withholding, PassageTranslation | None], None]
_ANSWERS: dict[str, Answer] = {"these": _these, "none": _none, "all": _all, "carry": _carry, "again": _again}


@require_POST
@desk_page(CHANGE)
def show_again(request: HttpRequest, testimony: int, withholding: int) -> HttpResponse:
    """Takes a withholding back, with a reason."""
    told = the_testimony(testimony)
    row = get_object_or_404(
        Withholding.objects.select_related("passage"), pk=withholding, passage__testimony=told
    )
    why = request.POST.get("why", "").strip()[:2000]
    _done, wrong = tried(request, lambda: acts.show_again(row, by=curator(request), why=why))
    done = _("No longer withheld at the desk.")
    if Record.objects.filter(pk=told.identifier).exists():
        done = _(
            "No longer withheld at the desk. The public goes on without the words until it is asked for and "
            "approved."
        )
    if request.POST.get("from") == "list":
        told_or_done(request, wrong, done)
        return redirect("testimonies:withheld", told.pk)
    return answered(request, told, row.passage, wrong=wrong, done=done)
