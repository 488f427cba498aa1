"""A text with some of its words withheld and some names changed: what is left, in segments.

A segment is `{"kind": "words", "text": "I saw ", "because": "", "mark": ""}`; a mark stands where words
were taken out, and says why, not how much.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.core.spans import Span

WORDS, WITHHELD, PSEUDONYM = "words", "withheld", "pseudonym"
Segment = dict[str, str]


@dataclass(frozen=True)
class Cut:
    """A place where words give way to a mark; `instead` is the name put there, if one is."""

    span: Span
    mark: str
    because: str = ""
    instead: str = ""


def mark(name: str, because: str, instead: str = "") -> Segment:
    """The segment that stands for what was taken out."""
    return {"kind": PSEUDONYM if instead else WITHHELD, "text": instead, "because": because, "mark": name}


def redacted(text: str, withheld: Iterable[Cut], renamed: Iterable[Cut] = ()) -> list[Segment]:
    """The segments of a text. Cuts that touch become one mark, under the name of the first; a changed
    name inside withheld words is withheld with them."""
    segments: list[Segment] = []
    here = 0
    for cut in _in_order(text, [*_joined(text, withheld)], renamed):
        _say(segments, text[here : cut.span.start])
        segments.append(mark(cut.mark, cut.because, cut.instead))
        here = cut.span.end
    _say(segments, text[here:])
    return segments


def _say(segments: list[Segment], words: str) -> None:
    if words:
        segments.append({"kind": WORDS, "text": words, "because": "", "mark": ""})


def _joined(text: str, cuts: Iterable[Cut]) -> Iterable[Cut]:
    """Withheld places in order; those with nothing but blanks between them are one."""
    last: Cut | None = None
    for cut in sorted(cuts, key=lambda each: each.span):
        if last and not text[last.span.end : cut.span.start].strip():
            last = Cut(Span(last.span.start, max(last.span.end, cut.span.end)), last.mark, last.because)
            continue
        if last:
            yield last
        last = cut
    if last:
        yield last


def _in_order(text: str, withheld: list[Cut], renamed: Iterable[Cut]) -> list[Cut]:
    free = [each for each in renamed if not any(each.span.overlaps(other.span) for other in withheld)]
    found: list[Cut] = []
    for cut in sorted([*withheld, *free], key=lambda each: each.span):
        if not found or cut.span.start >= found[-1].span.end:
            found.append(cut)
    return found
