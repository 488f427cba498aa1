"""Texts with places marked in them. Places may overlap; every stretch knows all that stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.core.spans import Span


@dataclass(frozen=True)
class Mark:
    """A place in a text and the record that stands there; `name` is what an address calls the place."""

    span: Span
    name: str
    number: int
    kind: str


@dataclass(frozen=True)
class Stretch:
    """Words between two edges of marks: all that stand on it, and those that begin or end with it."""

    words: str
    on: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    ends: tuple[Mark, ...]

    @property
    def kinds(self) -> str:
        """The kinds that stand on it, as style classes."""
        return " ".join(sorted({f"of-{mark.kind}" for mark in self.on}))


def stretches(text: str, within: Span, marks: Iterable[Mark]) -> list[Stretch]:
    """A part of a text cut at every edge of the marks in it."""
    here = [mark for mark in marks if mark.span.overlaps(within)]
    edges = {within.start, within.end}
    for mark in here:
        edges |= {max(mark.span.start, within.start), min(mark.span.end, within.end)}
    cuts = sorted(edges)
    return [
        Stretch(
            words=text[start:end],
            on=tuple(mark for mark in here if mark.span.start < end and start < mark.span.end),
            begins=tuple(mark for mark in here if mark.span.start == start),
            ends=tuple(mark for mark in here if mark.span.end == end),
        )
        for start, end in pairwise(cuts)
    ]


@dataclass(frozen=True)
class Block:
    """A paragraph or heading of a source, cut into stretches."""

    kind: str
    stretches: list[Stretch]


def blocks(text: str, shape: Sequence[dict], marks: Sequence[Mark]) -> list[Block]:
    """A source's text as its blocks, or by its blank lines where it has none."""
    spans = [(each["kind"], Span(each["start"], each["end"])) for each in shape]
    return [Block(kind, stretches(text, span, marks)) for kind, span in spans or _paragraphs(text)]


def _paragraphs(text: str) -> list[tuple[str, Span]]:
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        span = Span(start, start + len(paragraph))
        if paragraph.strip():
            found.append(("paragraph", span))
        start = span.end + 2
    return found
