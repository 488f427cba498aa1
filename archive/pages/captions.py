"""Captions of a recording, made from the public passages; and the way from a passage to its testimony."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from archive.core.identifiers import read_identifier
from archive.core.transcripts.captions import CaptionLine, webvtt
from archive.edition.models import Record
from archive.edition.vocabulary import MediaKind, Turn
from archive.pages.addresses import address_of, below, best_language
from archive.pages.details import missing
from archive.pages.page import page
from archive.pages.reading import Published, records, whole
from archive.pages.shown.passages import in_one_line
from archive.pages.shown.texts import best

LASTS = 4000  # milliseconds that a caption stands where nobody noted its end


@page
def captions(request: HttpRequest, language: str, identifier: str, tag: str) -> HttpResponse:
    """What is said in a recording, in one language; what is withheld is marked in the reader's words."""
    true_identifier = read_identifier(identifier)
    record = whole(records([true_identifier])) if true_identifier else None
    if record is None:
        return missing(request, true_identifier or "", language)
    if record.kind != "testimony":
        raise Http404
    heard = [
        each["id"]
        for each in record.facts["media"]
        if each["media_kind"] in (MediaKind.AUDIO, MediaKind.VIDEO)
    ]
    recording = request.GET.get("recording", next(iter(heard), ""))
    lines = list(_lines(record, recording, tag)) if recording in heard else []
    if not lines:
        raise Http404
    vtt = webvtt(lines, language=tag, title=str(best(record.title)))
    return HttpResponse(vtt, content_type="text/vtt; charset=utf-8", headers={"Content-Language": tag})


def _lines(record: Published, recording: str, tag: str) -> Iterator[CaptionLine]:
    narrator = str(best(record.facts["narrator"])) or str(Turn.ANSWER.label)
    speakers = {Turn.ANSWER: narrator, Turn.QUESTION: str(Turn.QUESTION.label)}
    timed = [
        each
        for each in record.facts["passages"]
        if each["recording"] == recording and each["start_ms"] is not None
    ]
    starts = [each["start_ms"] for each in timed[1:]]
    for place, passage in enumerate(timed):
        start, end = passage["start_ms"], passage["end_ms"]
        if end is None:
            end = starts[place] if place < len(starts) and starts[place] > start else start + LASTS
        if segments := _text(passage, tag):
            speaker = speakers.get(passage["turn"], "")
            yield CaptionLine(start, end, in_one_line(segments), speaker)


def _text(passage: dict[str, Any], tag: str) -> list[dict[str, Any]]:
    if passage["language"] == tag:
        return passage["text"]
    return next((each["text"] for each in passage["translations"] if each["language"] == tag), [])


@page
def passage(request: HttpRequest, language: str, identifier: str) -> HttpResponse:
    """A passage's own address leads to where it stands on its testimony's page."""
    found = Record.on_pages.of_kind("testimony").holding(f"passage:{read_identifier(identifier)}")
    row = found.values_list("id", "title").first()
    if row is None:
        raise Http404
    testimony, title = row
    address = address_of(language, "testimony", testimony, title)
    return HttpResponseRedirect(f"{address}#p-{read_identifier(identifier)}")


@require_safe
def passage_in_best_language(request: HttpRequest, identifier: str) -> HttpResponse:
    """A passage's address without a language leads to the reader's own."""
    answer = HttpResponseRedirect(below(best_language(request), f"passages/{identifier}"))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer
