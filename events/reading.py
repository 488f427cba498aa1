"""A source's text in pieces, each with what is anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from events.actions import ANCHORS
from events.models import Source


@dataclass(frozen=True)
class ReadPiece:
    """A stretch of the text; whether something is anchored in it, and which records’ places end with it."""

    start: int
    text: str
    anchored: bool
    ending: list[Any] = field(default_factory=list)


def pieces_of(source: Source) -> list[ReadPiece]:
    """The whole text in order, cut where an anchor begins or ends."""
    places = []
    for model, row_type in ANCHORS.items():
        rows = row_type._default_manager.filter(source=source).select_related(model.kind)
        places += [(row.start, row.end, getattr(row, model.kind)) for row in rows]
    cuts = sorted({0, len(source.text), *(cut for start, end, _record in places for cut in (start, end))})
    return [
        ReadPiece(
            start,
            source.text[start:end],
            any(first <= start and end <= last for first, last, _record in places),
            [record for _first, last, record in places if last == end],
        )
        for start, end in pairwise(cuts)
    ]
