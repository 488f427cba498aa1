"""A reading with the places of its proposals marked: paragraphs in pieces, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from archive.core.spans import Span


@dataclass(frozen=True)
class Mark:
    """The places of one proposal."""

    number: int
    kind: str
    spans: Sequence[Span]
    settled: bool = False


@dataclass(frozen=True)
class Piece:
    """Some words that the same proposals stand on; it leads to the innermost of them."""

    words: str
    start: int
    number: int = 0
    kinds: str = ""
    numbers: str = ""
    begins: tuple[int, ...] = ()  # the proposals whose first words these are


@dataclass
class Paragraph:
    """A block of the reading in pieces."""

    kind: str
    number: int
    pieces: list[Piece] = field(default_factory=list)


def marked(text: str, blocks: Sequence[Sequence[Any]], marks: Iterable[Mark]) -> list[Paragraph]:
    """The paragraphs of a text, cut wherever a mark begins or ends."""
    every = list(marks)
    firsts = {mark.number: min(span.start for span in mark.spans) for mark in every if mark.spans}
    shown: list[Paragraph] = []
    for number, (kind, start, end) in enumerate(blocks, start=1):
        within = [(mark, span) for mark in every for span in mark.spans if span.overlaps(Span(start, end))]
        cuts = {start, end}
        for _mark, span in within:
            cuts |= {max(start, span.start), min(end, span.end)}
        paragraph = Paragraph(kind, number)
        ordered = sorted(cuts)
        for first, last in pairwise(ordered):
            paragraph.pieces.append(_piece(text, Span(first, last), within, firsts))
        shown.append(paragraph)
    return shown


def _piece(text: str, place: Span, within: list[tuple[Mark, Span]], firsts: dict[int, int]) -> Piece:
    over = [(mark, span) for mark, span in within if span.holds(place)]
    if not over:
        return Piece(place.of(text), place.start)
    innermost = min(over, key=lambda pair: pair[1].end - pair[1].start)[0]
    kinds = {f"on-{mark.kind}" for mark, _span in over} | {
        "settled" for mark, _span in over if mark is innermost and mark.settled
    }
    return Piece(
        words=place.of(text),
        start=place.start,
        number=innermost.number,
        kinds=" ".join(sorted(kinds)),
        numbers=" ".join(dict.fromkeys(str(mark.number) for mark, _span in over)),
        begins=tuple(
            dict.fromkeys(mark.number for mark, _span in over if firsts[mark.number] == place.start)
        ),
    )
