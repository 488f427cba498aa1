"""Names side by side: how well a name answers what was asked, and by which of its words."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from archive.core.names.searching.closeness import closeness, weight
from archive.core.names.searching.parts import Part, joined, pairs, parts

RIGHT = 0.85  # sounds at least as close are spellings of one name
SLIP = 0.8  # what one slip of the finger counts as
TWO_SLIPS = 0.78
_SHORT, _LONG = 4, 8  # letters from which one slip, and two, are forgiven
_INITIAL = 0.9
_LEFT_OVER = 0.012  # for every part that nobody asked for
_LEAST_SHARE = 0.4  # of what was asked that must be there: Khomeini, for Ruhollah Khomeini
_MISSING = 0.3


class Pair(NamedTuple):
    """A stretch of what was asked beside a stretch of a name, and how close they are."""

    asked: tuple[int, ...]
    named: tuple[int, ...]
    close: float


def score(query: str, name: str, *, known: Collection[str] = ()) -> float:
    """How well a name answers a query: 1 for the very name, 0 for another.

    `known` holds the asked words (folded) that some name has as they stand: they are no slips.
    """
    return scored(parts(query), parts(name), known=known)


def scored(asked: tuple[Part, ...], named: tuple[Part, ...], *, known: Collection[str] = ()) -> float:
    """`score`, of parts."""
    if not asked or not named:
        return 0.0
    found = _matched(asked, named, frozenset(known))
    total = sum(_size(one) for one in asked)
    covered = sum(_size(asked[at]) for pair in found for at in pair.asked)
    left = len(named) - sum(len(pair.named) for pair in found)
    if not found or (covered < total and (left or covered < _LEAST_SHARE * total)):
        return 0.0  # of what was asked something is missing, and something else stands there
    mean = sum(pair.close * sum(_size(asked[at]) for at in pair.asked) for pair in found) / covered
    least = min(pair.close for pair in found)
    missing = _MISSING * (1 - covered / total)
    return max(0.0, 0.5 * mean + 0.5 * least - _LEFT_OVER * min(left, 4) - missing)


def why(query: str, name: str) -> list[str]:
    """The words of the name that answer the query, in the name's order."""
    named = parts(name)
    found = _matched(parts(query), named, frozenset())
    return [named[at].written for at in sorted(at for pair in found for at in pair.named)]


def _size(one: Part) -> float:
    return 0.5 if one.initial else max(weight(one.sounds[0]), 1.5)


def _matched(asked: tuple[Part, ...], named: tuple[Part, ...], known: frozenset[str]) -> list[Pair]:
    """The best pairs, each part in one of them; the closest are taken first."""
    found = []
    for at, one in enumerate(asked):
        for place, other in enumerate(named):
            close = _close(one, other, one.written in known)
            if close:
                found.append(Pair((at,), (place,), close))
    if len(asked) > 1:
        found += _of_joined(asked, named)
    if len(named) > 1:
        found += [Pair(pair.named, pair.asked, pair.close) for pair in _of_joined(named, asked)]
    found.sort(key=lambda pair: (-len(pair.asked) - len(pair.named) if pair.close > 0.9 else -2, -pair.close))
    taken: list[Pair] = []
    used_asked: set[int] = set()
    used_named: set[int] = set()
    for pair in found:
        if used_asked.isdisjoint(pair.asked) and used_named.isdisjoint(pair.named):
            taken.append(pair)
            used_asked.update(pair.asked)
            used_named.update(pair.named)
    return taken


def _of_joined(split: tuple[Part, ...], whole: tuple[Part, ...]) -> list[Pair]:
    """Where two neighbours of one side are one word of the other."""
    found = []
    for at, both in _pairs(split, len(whole)):
        for place, other in enumerate(whole):
            close = _sounding(both, other)
            if close >= RIGHT:
                found.append(Pair((at, at + 1), (place,), close))
    return found


def _pairs(split: tuple[Part, ...], others: int) -> list[tuple[int, Part]]:
    if others > 2 * len(split):
        return []
    return _every_pair(split) if len(split) <= 3 else pairs(split)


@lru_cache(maxsize=8192)
def _every_pair(split: tuple[Part, ...]) -> list[tuple[int, Part]]:
    whole = ((at, joined(a, b)) for at, (a, b) in enumerate(pairwise(split)))
    return [(at, one) for at, one in whole if one]


@lru_cache(maxsize=400_000)
def _close(one: Part, other: Part, known: bool) -> float:
    """How close an asked part and a name's are; 0 where they are not the same name."""
    if one.written == other.written:
        return 1.0
    if one.initial or other.initial:
        return _INITIAL if _begins(one, other) else 0.0
    found = _sounding(one, other)
    if found >= RIGHT:
        return min(found, 0.995)
    if not known and one.latin == other.latin and (slipped := _slipped(one, other)):
        return max(slipped, found)
    return found if not known and found >= SLIP and min(len(one.written), len(other.written)) >= 6 else 0.0


def _sounding(one: Part, other: Part) -> float:
    best = 0.0
    for at, a in enumerate(one.sounds):
        for place, b in enumerate(other.sounds):
            best = max(best, closeness(a, b) - (0.01 if at or place else 0.0))
    return best


def _slipped(one: Part, other: Part) -> float:
    """What a slip of the finger leaves of two words; one that writes no vowels has to be longer."""
    longest = max(len(one.written), len(other.written)) - (0 if one.latin else 1)
    slips = 2 if longest >= _LONG else 1 if longest >= _SHORT else 0
    distance = OSA.distance(one.written, other.written, score_cutoff=slips) if slips else 9
    if distance > slips:
        return 0.0
    return SLIP if distance == 1 else TWO_SLIPS


def _begins(one: Part, other: Part) -> bool:
    short, whole = (one, other) if one.initial else (other, one)
    if short.written == whole.written[:1]:
        return True
    return any(closeness(a[:1], b[:1]) >= 0.8 for a in short.sounds for b in whole.sounds)
