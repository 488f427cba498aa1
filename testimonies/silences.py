"""Which stretches of a recording are silent in its public copy, and whether a copy is still the right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from archive.core.canonical import canonical, sha256
from archive.core.names import occurrences
from archive.core.spans import Span
from archive.edition.vocabulary import MediaKind
from testimonies.models import Media, Passage

RECIPE = 1  # raised when copies are made in another way, so that all are made anew
HEARD = frozenset({MediaKind.AUDIO, MediaKind.VIDEO})


class CannotBeSilenced(Exception):
    """Something is withheld and nobody knows where in the recording it is said."""


def silences_of(media: Media) -> list[tuple[int, int]]:
    """The stretches in milliseconds that must not be heard; raises CannotBeSilenced.

    Where the time of each word is known, the words that are withheld; elsewhere the whole passage.
    """
    if media.testimony is None or media.kind not in HEARD:
        return []
    pseudonyms = [name for each in media.testimony.pseudonyms.all() for name in each.names]
    passages = media.testimony.passages.prefetch_related("withholdings__spans")
    only = Media.objects.filter(testimony=media.testimony, kind__in=HEARD).count() == 1
    found: list[tuple[int, int]] = []
    for passage in passages:
        hidden = list(_hidden(passage, pseudonyms))
        if not hidden or (passage.recording_id not in (media.pk, None)):
            continue
        if passage.start_ms is None or passage.end_ms is None or not (passage.recording_id or only):
            raise CannotBeSilenced(
                _("Something is withheld in passage %(number)s, which has no time: give it times.")
                % {"number": passage.position + 1}
            )
        found += [_time_of(passage, span) for span in hidden]
    return _joined(found)


def recipe_of(media: Media) -> str:
    """Names the public copy that the desk's decisions ask for now; "" where none can be made."""
    try:
        return sha256(canonical([RECIPE, media.sha256, [list(each) for each in silences_of(media)]]))
    except CannotBeSilenced:
        return ""


def _hidden(passage: Passage, pseudonyms: Iterable[str]) -> Iterator[Span]:
    whole = Span(0, len(passage.text))
    for withholding in passage.withholdings.all():
        places = [each for each in withholding.spans.all() if each.translation_id is None]
        fitting = [each for each in places if passage.text[each.start : each.end] == each.exact]
        if withholding.whole or len(fitting) < len(places) or not places:
            yield whole
        else:
            yield from (Span(each.start, each.end) for each in fitting if not each.none)
    yield from occurrences(passage.text, pseudonyms)


def _time_of(passage: Passage, span: Span) -> tuple[int, int]:
    """From the first hidden word to the word after the last; the whole passage where that is not known."""
    assert passage.start_ms is not None
    assert passage.end_ms is not None
    timed = [(at, Span(start, end)) for at, start, end in passage.words]
    touched = [place for place, (_at, word) in enumerate(timed) if word.overlaps(span)]
    covered = touched and timed[touched[0]][1].start <= span.start and span.end <= timed[touched[-1]][1].end
    if not covered:
        return passage.start_ms, passage.end_ms
    after = touched[-1] + 1
    return timed[touched[0]][0], timed[after][0] if after < len(timed) else passage.end_ms


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
