"""Exactly what the public would get of a testimony: as text, in every language, with captions and media."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.core.languages import direction
from archive.core.transcripts.captions import CaptionLine, webvtt
from archive.core.transcripts.times import clock
from archive.desk.previews import Preview
from archive.edition.shapes.testimonies import plain
from archive.edition.vocabulary import ContentWarning, NameUse, SegmentKind, Turn, WithheldBecause
from testimonies.desk.doors import desk_page, show, the_testimony
from testimonies.models import Media
from testimonies.silences import CannotBeSilenced, silences_of

Facts = dict[str, Any]


@desk_page()
def preview(request: HttpRequest, testimony: int) -> HttpResponse:
    """The public document, read as a reader would; and what of it differs from what is public now."""
    told = the_testimony(testimony)
    seen = Preview.of(told)
    document = seen.new.document
    languages = _languages(document)
    asked = request.GET.get("language", "")
    language = asked if asked in languages else next(iter(languages), told.language)
    return show(
        request,
        "testimonies/preview.html",
        told,
        title=_("What the public gets"),
        preview=seen,
        document=document,
        languages=languages,
        language=language,
        direction=direction(language),
        passages=[_shown(each, language) for each in document["passages"]],
        captions=_captions(document, language),
        media=[(each, _why_not(each, document)) for each in told.media.select_related("derivative")],
        name_use=dict(NameUse.choices).get(document["name_use"], ""),
        warnings=[dict(ContentWarning.choices)[each] for each in document["warnings"]],
    )


def _languages(document: Facts) -> list[str]:
    found = [document["language"]]
    for passage in document["passages"]:
        found += [passage["language"], *(each["language"] for each in passage["translations"])]
    return list(dict.fromkeys(found))


def _text_in(passage: Facts, language: str) -> Facts | None:
    """A passage's text in a language: the original, or a translation with its author."""
    if passage["language"] == language:
        return passage
    return next((each for each in passage["translations"] if each["language"] == language), None)


def _shown(passage: Facts, language: str) -> Facts:
    text = _text_in(passage, language)
    if text is None and all(each["kind"] == SegmentKind.WITHHELD for each in passage["text"]):
        text = passage  # withheld whole: the mark is the same in every language
    reasons, warnings = dict(WithheldBecause.choices), dict(ContentWarning.choices)
    return {
        "turn": dict(Turn.choices).get(passage["turn"], ""),
        "time": clock(passage["start_ms"])[:8] if passage["start_ms"] is not None else "",
        "warnings": ", ".join(str(warnings[each]) for each in passage["warnings"]),
        "segments": [each | {"reason": reasons.get(each["because"], "")} for each in text["text"]]
        if text
        else [],
        "missing": text is None,
        "translator": text.get("translator", "") if text else "",
    }


def _captions(document: Facts, language: str) -> str:
    """The captions as a file, where a recording is public and its passages have times."""
    lines = [
        CaptionLine(passage["start_ms"], passage["end_ms"], plain(text["text"]))
        for passage in document["passages"]
        if (text := _text_in(passage, language))
        and passage["start_ms"] is not None
        and passage["end_ms"] is not None
    ]
    return webvtt(lines, language=language) if lines else ""


def _why_not(media: Media, document: Facts) -> str:
    """Why a recording or picture is not public; "" where it would be."""
    if any(each["id"] == media.identifier for each in document["media"]):
        return ""
    if media.withheld_because:
        return str(media.get_withheld_because_display())
    try:
        silences_of(media)
    except CannotBeSilenced as error:
        return str(error)
    if getattr(media, "derivative", None) is None:
        return _("No public copy has been made yet.")
    if media.testimony and (consent := media.testimony.consent) and "recording" not in consent.uses:
        return _("The narrator did not agree to voice and picture.")
    return _("Its public copy is not the one that the decisions of today ask for: it has to be made anew.")
