"""Passages that belong together because they are spoken at the same time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from archive.core.transcripts.model import Cue

_HALF = 0.5  # of the shorter one: they belong together
_SOME = 0.2  # of its own time: better with this one than alone, but not sure
_CLEAR = 0.6  # of the longer one: nobody needs to look
_MOST_LOOKED_AT = 200
Span = tuple[int, int]


def linked_by_time(
    original: Sequence[Cue], translation: Sequence[Cue]
) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    """Groups of places whose times overlap, each place in exactly one."""
    ours, theirs = _spans(original), _spans(translation)
    count = len(ours)
    parent = list(range(count + len(theirs)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    shared: dict[tuple[int, int], int] = {}
    for one, two, overlap in _overlaps(ours, theirs):
        shared[one, two] = overlap
        if overlap >= _HALF * min(_length(ours[one]), _length(theirs[two])):
            parent[root(one)] = root(count + two)
    grouped = _sizes(root, len(parent))
    doubtful: set[int] = set()
    for (one, two), overlap in sorted(shared.items(), key=lambda item: -item[1]):
        alone_one, alone_two = grouped[root(one)] == 1, grouped[root(count + two)] == 1
        if (alone_one and overlap >= _SOME * _length(ours[one])) or (
            alone_two and overlap >= _SOME * _length(theirs[two])
        ):
            total = grouped[root(one)] + grouped[root(count + two)]
            parent[root(one)] = root(count + two)
            grouped[root(one)] = total
            doubtful.add(one)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for at in range(len(parent)):
        groups.setdefault(root(at), ([], []))[at >= count].append(at if at < count else at - count)
    return [
        (tuple(one), tuple(two), not doubtful & set(one) and _is_clear(one, two, ours, theirs))
        for one, two in groups.values()
    ]


def _sizes(root: Callable[[int], int], count: int) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for at in range(count):
        sizes[root(at)] = sizes.get(root(at), 0) + 1
    return sizes


def _is_clear(one: list[int], two: list[int], ours: list[Span], theirs: list[Span]) -> bool:
    if not one or not two:
        return False
    spans = [(min(side[at][0] for at in places), max(side[at][1] for at in places))
             for places, side in ((one, ours), (two, theirs))]  # fmt: skip
    overlap = min(spans[0][1], spans[1][1]) - max(spans[0][0], spans[1][0])
    return overlap >= _CLEAR * max(map(_length, spans))


def _length(span: Span) -> int:
    return span[1] - span[0]


def _spans(cues: Sequence[Cue]) -> list[Span]:
    """When each is spoken: an end that is missing is the next one's start, a start the last one's end."""
    spans: list[Span] = []
    end = 0
    for at, cue in enumerate(cues):
        start = end if cue.start_ms is None else cue.start_ms
        following = next(
            (each.start_ms for each in cues[at + 1 : at + 20] if each.start_ms is not None), None
        )
        end = cue.end_ms if cue.end_ms is not None else following if following is not None else start + 1
        end = max(end, start + 1)
        spans.append((start, end))
    return spans


def _overlaps(ours: list[Span], theirs: list[Span]) -> Iterator[tuple[int, int, int]]:
    order = sorted(range(len(theirs)), key=lambda at: theirs[at])
    latest = list(accumulate((theirs[at][1] for at in order), max))
    for one, (start, end) in enumerate(ours):
        first = bisect_right(latest, start)
        for two in order[first : first + _MOST_LOOKED_AT]:
            if theirs[two][0] >= end:
                break
            if (overlap := min(end, theirs[two][1]) - max(start, theirs[two][0])) > 0:
                yield one, two, overlap
