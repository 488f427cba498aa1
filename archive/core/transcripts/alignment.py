"""Which passages of a translation say what which passages of the original say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.core.transcripts.by_order import paired_by_order
from archive.core.transcripts.by_time import linked_by_time
from archive.core.transcripts.model import Cue

_TIMED = 0.8  # so much of both sides has to have times, or they cannot be what decides

Group = tuple[tuple[int, ...], tuple[int, ...], bool]


class Pair(NamedTuple):
    """Passages that belong together, by their places; () on one side is a gap.

    Both sides are tuples, because two passages can be one in the translation or the other way round.
    Over all pairs each place of either side stands exactly once.
    """

    original: tuple[int, ...]
    translation: tuple[int, ...]
    sure: bool


def align(original: Sequence[Cue], translation: Sequence[Cue]) -> list[Pair]:
    """The pairs of an original and its translation, in the order of the original.

    By time where both have times; else by order, with speakers, lengths, numbers and questions as hints.
    What is not sure is for a curator to look at; a gap is never sure.
    """
    if _is_timed(original) and _is_timed(translation):
        groups = [
            group
            for linked in linked_by_time(original, translation)
            for group in _refined(linked, original, translation)
        ]
    else:
        groups = paired_by_order(original, translation)
    return _in_order(Pair(*group) for group in groups)


def _is_timed(cues: Sequence[Cue]) -> bool:
    return bool(cues) and sum(cue.start_ms is not None for cue in cues) >= _TIMED * len(cues)


def _refined(group: Group, original: Sequence[Cue], translation: Sequence[Cue]) -> list[Group]:
    """Several at the same time on both sides, as question and answer in one caption: by their order."""
    ours, theirs, _ = group
    if len(ours) < 2 or len(theirs) < 2:
        return [group]
    inside = paired_by_order([original[at] for at in ours], [translation[at] for at in theirs])
    return [
        (tuple(ours[at] for at in one), tuple(theirs[at] for at in two), sure) for one, two, sure in inside
    ]


def _in_order(pairs: Iterable[Pair]) -> list[Pair]:
    """By the original; what only the translation has stands after what it follows there."""
    pairs = list(pairs)
    anchored = sorted((pair for pair in pairs if pair.original), key=lambda pair: pair.original)
    follows = sorted((pair.translation[-1], place) for place, pair in enumerate(anchored) if pair.translation)
    ends = [end for end, _ in follows]
    keyed: list[tuple[int, tuple[int, ...], Pair]] = [
        (place, (), pair) for place, pair in enumerate(anchored)
    ]
    for pair in pairs:
        if not pair.original:
            at = bisect_right(ends, pair.translation[0]) - 1
            keyed.append((follows[at][1] if at >= 0 else -1, pair.translation, pair))
    return [pair for _, _, pair in sorted(keyed, key=lambda each: each[:2])]
