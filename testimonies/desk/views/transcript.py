"""Taking in a transcript: read, looked at, and only then saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive.core.languages import direction
from archive.core.transcripts import Transcript
from archive.core.transcripts.times import clock
from archive.edition.vocabulary import Turn
from testimonies.actions import transcripts as acts
from testimonies.actions.changing import CHANGE
from testimonies.admin.downloads import attachment
from testimonies.desk.doors import curator, desk_page, number, show, the_testimony, told_or_done, tried
from testimonies.desk.forms import TranscriptForm
from testimonies.desk.held import held_back, kept_back
from testimonies.models import Testimony

SHOWN = 60


@desk_page(CHANGE)
def take_in(request: HttpRequest, testimony: int) -> HttpResponse:
    """The form; then what was read, with who speaks; then, confirmed, the passages."""
    told = the_testimony(testimony)
    if request.method == "POST" and "held" in request.POST:
        return _look_again(request, told)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TranscriptForm(told, *given)
    if form.is_bound and form.is_valid():
        data, filename = form.handed_in()
        transcript, wrong = tried(request, lambda: acts.reading_of(data, filename))
        if transcript:
            language = form.cleaned_data["language"] or transcript.language or told.language
            recording = form.cleaned_data["recording"]
            return _preview(
                request, told, transcript, held_back(data, filename), acts.guesses(transcript),
                language=language, recording=recording.pk if recording else "", join=True,
            )  # fmt: skip
        form.add_error(None, wrong)
    return show(
        request,
        "testimonies/transcript.html",
        told,
        title=_("Take in a transcript"),
        form=form,
        passages=told.passages.count(),
        handed_in=told.handed_in.all(),
    )


def _look_again(request: HttpRequest, told: Testimony) -> HttpResponse:
    """The page with other answers, or the passages saved."""
    post = request.POST
    kept = kept_back(post["held"])
    if kept is None:
        messages.error(request, _("That took too long. Hand the transcript in once more."))
        return redirect("testimonies:transcript", told.pk)
    data, filename = kept
    transcript = acts.reading_of(data, filename)
    speakers = list(acts.guesses(transcript))
    turns = {speaker: post.get(f"speaker-{place}", Turn.ANSWER) for place, speaker in enumerate(speakers)}
    language, join = post.get("language", "").strip(), "join" in post
    recording = told.media.filter(pk=number(post.get("recording"))).first()
    if "save" in post:
        made, wrong = tried(
            request,
            lambda: acts.take_in(
                told, data=data, filename=filename, language=language, turns=turns, join=join,
                recording=recording, by=curator(request),
            ),
        )  # fmt: skip
        if made:
            count = len(made)
            done = ngettext("%(count)s passage taken in.", "%(count)s passages taken in.", count)
            messages.success(request, done % {"count": count})
            return redirect("testimonies:read", told.pk)
        messages.error(request, wrong)
    return _preview(
        request, told, transcript, post["held"], turns, language=language,
        recording=recording.pk if recording else "", join=join,
    )  # fmt: skip


def _preview(
    request: HttpRequest,
    told: Testimony,
    transcript: Transcript,
    held: str,
    turns: dict[str, str],
    **how: Any,
) -> HttpResponse:
    labels = dict(Turn.choices)
    cues = acts.passages_in(transcript, turns=turns, join=how["join"])
    passages = [
        {
            "turn": labels.get(each.role, ""),
            "speaker": each.speaker,
            "time": clock(each.start_ms)[:8] if each.start_ms is not None else "",
            "text": each.text,
            "line": each.line,
        }
        for each in cues[:SHOWN]
    ]
    said = [(speaker, turns[speaker], f"speaker-{place}") for place, speaker in enumerate(turns)]
    return show(
        request,
        "testimonies/transcript_read.html",
        told,
        title=_("Look at the transcript before it is taken in"),
        transcript=transcript,
        held=held,
        speakers=said,
        turns=Turn.choices,
        passages=passages,
        count=len(cues),
        more=max(0, len(cues) - SHOWN),
        direction=direction(how["language"] or "en"),
        **how,
    )


@require_POST
@desk_page(CHANGE)
def take_out(request: HttpRequest, testimony: int, row: int) -> HttpResponseBase:
    """A transcript as it was handed in, to be saved."""
    told = the_testimony(testimony)
    which = get_object_or_404(told.handed_in, pk=row)
    file, wrong = tried(request, lambda: acts.take_out_transcript(which, by=curator(request)))
    if wrong:
        messages.error(request, wrong)
        return redirect("testimonies:transcript", told.pk)
    return attachment(file, name=f"{told.identifier}-{which.pk}", like=which.filename or f".{which.form}")


@require_POST
@desk_page(CHANGE)
def discard(request: HttpRequest, testimony: int) -> HttpResponse:
    """Takes all passages away, or one translation, so that another can be taken in."""
    told = the_testimony(testimony)
    why, language = request.POST.get("why", ""), request.POST.get("language", "")
    if language:
        wrong = tried(
            request,
            lambda: acts.discard_translation(told, language=language, by=curator(request), why=why),
        )[1]
        told_or_done(request, wrong, _("The translation is discarded."))
        return redirect("testimonies:translation", told.pk)
    wrong = tried(request, lambda: acts.discard(told, by=curator(request), why=why))[1]
    told_or_done(request, wrong, _("The passages are discarded."))
    return redirect("testimonies:transcript", told.pk)
