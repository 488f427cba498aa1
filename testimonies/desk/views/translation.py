"""Taking in a translation: aligned passage by passage, moved where it does not fit, and only then saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.core.languages import direction
from archive.core.transcripts import Trouble
from archive.edition.vocabulary import TranslationMeans
from testimonies.actions import transcripts as acts
from testimonies.actions.changing import CHANGE
from testimonies.desk.aligning import Row, aligned, left_open, moved
from testimonies.desk.doors import curator, desk_page, number, show, the_testimony, tried
from testimonies.desk.forms import TranslationForm
from testimonies.desk.held import held_back, kept_back
from testimonies.desk.texts import languages_of
from testimonies.models import Testimony

HOW = ("language", "translator", "means")


@desk_page(CHANGE)
def take_in(request: HttpRequest, testimony: int) -> HttpResponse:
    """The form; then original and translation side by side; then, confirmed, the translation."""
    told = the_testimony(testimony)
    if request.method == "POST" and "held" in request.POST:
        return _moved_or_saved(request, told)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TranslationForm(*given)
    if form.is_bound and form.is_valid() and (answer := _read(request, told, form)):
        return answer
    return show(
        request,
        "testimonies/translation.html",
        told,
        title=_("Take in a translation"),
        form=form,
        passages=told.passages.count(),
        languages=languages_of(told),
    )


def _read(request: HttpRequest, told: Testimony, form: TranslationForm) -> HttpResponse | None:
    """The side-by-side page for what was handed in; None where the form says what is wrong."""
    data, filename = form.handed_in()
    transcript, wrong = tried(request, lambda: acts.reading_of(data, filename))
    language = form.cleaned_data["language"] or (transcript.language if transcript else "")
    if not transcript:
        form.add_error(None, wrong)
    elif not language:
        form.add_error("language", _("The file does not say its language: write it, such as en or fa."))
    elif language in languages_of(told):
        form.add_error(
            "language",
            _("There is a translation into this language already. Correct it, or discard it first."),
        )
    else:
        turns = acts.guesses(transcript)
        passages = list(told.passages.all())
        ways = [acts.passages_in(transcript, turns=turns, join=join) for join in (False, True)]
        # captions have to be joined first, paragraphs must not be: the way that leaves less open is right
        rows = min((aligned(passages, cues) for cues in ways), key=left_open)
        how = {name: form.cleaned_data[name] for name in HOW} | {"language": language}
        held = held_back(data, filename)
        return _side_by_side(request, told, rows, held, transcript.troubles, seen="", **how)
    return None


def _moved_or_saved(request: HttpRequest, told: Testimony) -> HttpResponse:
    post = request.POST
    kept = kept_back(post["held"])
    passages = list(told.passages.all())
    texts = [post.get(f"t-{each.pk}", "").replace("\r\n", "\n") for each in passages]
    how = {name: post.get(name, "").strip() for name in HOW}
    at, focus = 0, 0
    if kept is None:
        messages.error(
            request, _("That took too long. Your texts are still here: copy them, and begin anew.")
        )
    elif "save" in post:
        done, wrong = tried(request, lambda: _saved(request, told, kept, how))
        if done:
            told_so = ngettext("%(count)s passage has", "%(count)s passages have", done) % {"count": done}
            messages.success(request, _("Saved: %(told)s a translation now.") % {"told": told_so})
            return redirect(f"{reverse('testimonies:read', args=[told.pk])}?language={how['language']}")
        messages.error(request, wrong)
    else:
        act, _colon, pk = post.get("move", "").partition(":")
        at = next((place for place, each in enumerate(passages) if each.pk == number(pk)), -1)
        texts, focus = moved(texts, at, act), number(pk)
    rows = [Row(each, text) for each, text in zip(passages, texts, strict=True)]
    return _side_by_side(request, told, rows, post["held"], (), seen=post.get("seen", ""), focus=focus, **how)


def _saved(request: HttpRequest, told: Testimony, kept: tuple[bytes, str], how: dict[str, str]) -> int:
    post = request.POST
    texts = {number(name[2:]): post.get(name, "") for name in post if name.startswith("t-")}
    return acts.take_in_translation(
        told,
        texts=texts,
        seen=post.get("seen", ""),
        data=kept[0],
        filename=kept[1],
        by=curator(request),
        **how,
    )


def _side_by_side(
    request: HttpRequest,
    told: Testimony,
    rows: list[Row],
    held: str,
    troubles: tuple[Trouble, ...],
    *,
    seen: str,
    **how: Any,
) -> HttpResponse:
    return show(
        request,
        "testimonies/align.html",
        told,
        title=_("Original and translation side by side"),
        rows=rows,
        held=held,
        troubles=troubles,
        seen=seen or acts.seen_passages(row.passage for row in rows),
        gaps=sum(row.gap for row in rows),
        unsure=sum(row.unsure for row in rows),
        all_means=TranslationMeans.choices,
        direction=direction(how["language"] or "en"),
        original_direction=direction(rows[0].passage.language) if rows else "ltr",
        **how,
    )
