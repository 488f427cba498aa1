"""Passages as the public gets them: words, changed names, and marks where something is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from archive.core.redaction import Cut, mark, redacted
from archive.core.spans import Span, digest
from testimonies.models import Passage, PassageTranslation, Testimony, Withholding
from testimonies.models.withholding import MARK_LENGTH
from testimonies.renderings.names import Renamed

Segments = list[dict[str, str]]


def passages_of(testimony: Testimony, recordings: set[str]) -> list[dict[str, Any]]:
    """The public passages in order. Several in a row that are withheld whole become one mark, so that
    nobody sees how many they were; times are told only of a recording that is public."""
    renamed = Renamed.of(testimony)
    rows = testimony.passages.select_related("recording").prefetch_related(
        "translations", "withholdings__spans"
    )
    found: list[dict[str, Any]] = []
    after_withheld = False
    for passage in rows:
        whole = next((each for each in passage.withholdings.all() if each.whole), None)
        if not (whole and after_withheld):
            found.append(_withheld(passage, whole) if whole else _shown(passage, renamed, recordings))
        after_withheld = whole is not None
    return found


def _withheld(passage: Passage, withholding: Withholding) -> dict[str, Any]:
    """A passage of which nothing is told, not even who spoke."""
    return {
        "id": passage.identifier,
        "turn": "",  # gone at once, like the words
        "language": passage.language,
        "text": [mark(withholding.mark, withholding.because)],
        "translations": [],
        "recording": "",
        "start_ms": None,
        "end_ms": None,
        "warnings": [],
    }


def _shown(passage: Passage, renamed: Renamed, recordings: set[str]) -> dict[str, Any]:
    recording = passage.recording.identifier if passage.recording else ""
    timed = recording in recordings
    return {
        "id": passage.identifier,
        "turn": passage.turn,
        "language": passage.language,
        "text": segments_of(passage, None, renamed),
        "translations": [
            {
                "language": each.language,
                "text": segments_of(passage, each, renamed),
                "translator": each.translator,
                "means": each.means,
            }
            for each in passage.translations.all()
        ],
        "recording": recording if timed else "",
        "start_ms": passage.start_ms if timed else None,
        "end_ms": passage.end_ms if timed else None,
        "warnings": sorted(passage.warnings),
    }


def segments_of(passage: Passage, translation: PassageTranslation | None, renamed: Renamed) -> Segments:
    """The public text of a passage's original (None) or of one of its translations.

    What is withheld in one text is withheld in all: a text in which the place is not known, or where
    the words there are not those that were withheld, is withheld as a whole.
    """
    text = translation.text if translation else passage.text
    language = translation.language if translation else passage.language
    withheld: list[Cut] = []
    for withholding in passage.withholdings.all():
        places = _places(withholding, translation, text)
        if places is None:
            return [mark(withholding.mark, withholding.because)]
        withheld += [Cut(place, withholding.mark, withholding.because) for place in places]
    return redacted(text, [*_named(text, withheld)], renamed.cuts(text, language))


def _named(text: str, cuts: list[Cut]) -> Iterator[Cut]:
    """Withheld places that are shown as one mark, under one name of their own: a mark that hides more than
    before has another name, by which the edition knows that an older text may say too much."""
    touching: list[Cut] = []
    end = 0
    for cut in [*sorted(cuts, key=lambda each: each.span), None]:
        if touching and (cut is None or text[end : cut.span.start].strip()):
            names = sorted({each.mark for each in touching})
            name = names[0] if len(names) == 1 else digest(" ".join(names))[:MARK_LENGTH].upper()
            yield from (replace(each, mark=name) for each in touching)
            touching = []
        if cut:
            end = max(end, cut.span.end) if touching else cut.span.end
            touching.append(cut)


def _places(withholding: Withholding, translation: PassageTranslation | None, text: str) -> list[Span] | None:
    """Where the withheld words stand in this text; None where that is not certain."""
    rows = [
        each for each in withholding.spans.all()
        if each.translation_id == (translation.pk if translation else None)
    ]  # fmt: skip
    if withholding.whole or not rows:
        return None
    if any(not each.none and text[each.start : each.end] != each.exact for each in rows):
        return None
    return [Span(each.start, each.end) for each in rows if not each.none]
