"""How well passages of an original and of a translation go together, before their order is known."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from archive.core.transcripts.model import Cue
from archive.core.transcripts.roles import asks
from archive.core.words import folded

_SPREAD = 6.8  # how far lengths differ, per sign; Gale and Church's figure
_MOST_BY_LENGTH = 8.0
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"\b[^\W\d_]{4,}")


class Side(NamedTuple):
    """What of a passage can be compared across languages."""

    length: int
    asks: bool
    speaker: str
    numbers: frozenset[str]
    names: frozenset[str]


def sides(
    original: Sequence[Cue], translation: Sequence[Cue], same: Mapping[str, str]
) -> tuple[list[Side], list[Side]]:
    """Both texts for comparing; speakers by their roles, or by who is known to be the same."""
    by_role = _have_roles(original) and _have_roles(translation)
    ours = [_side(cue, cue.role if by_role else same.get(cue.speaker, "")) for cue in original]
    known = set(same.values())
    theirs = [
        _side(cue, cue.role if by_role else cue.speaker if cue.speaker in known else "")
        for cue in translation
    ]
    return ours, theirs


def _have_roles(cues: Sequence[Cue]) -> bool:
    return sum(bool(cue.role) for cue in cues) * 2 > len(cues)


def _side(cue: Cue, speaker: str) -> Side:
    plain = folded(cue.text)
    names = (found[0] for found in _NAME.finditer(cue.text) if found[0][0].isupper())
    return Side(
        length=sum(map(len, plain.split())),
        asks=asks(cue.text),
        speaker=speaker,
        numbers=frozenset(_NUMBER.findall(plain)),
        names=frozenset(folded(name)[:5] for name in names if name.isascii() or folded(name).isascii()),
    )


def cost(ours: Sequence[Side], theirs: Sequence[Side], ratio: float) -> float:
    """How unlikely it is that these belong together; below 0 where something speaks for it."""
    total = _by_length(sum(side.length for side in ours), sum(side.length for side in theirs), ratio)
    if ours[-1].asks != theirs[-1].asks:
        total += 2.5
    elif ours[-1].asks:
        total -= 0.5
    total += _by_speaker(ours, theirs)
    numbers = _union(ours, "numbers"), _union(theirs, "numbers")
    if all(numbers):
        shared = len(numbers[0] & numbers[1]) / len(numbers[0] | numbers[1])
        total += 1.0 - 3.5 * shared  # not more: a year of one calendar is another in the other
    elif any(numbers):
        total += 0.7
    names = len(_union(ours, "names") & _union(theirs, "names"))
    return total - min(names, 3)


def _by_length(ours: int, theirs: int, ratio: float) -> float:
    wanted = ours * ratio
    mean = (wanted + theirs) / 2 + 1
    distance = abs(theirs - wanted) / math.sqrt(_SPREAD * mean)
    likely = math.erfc(distance / math.sqrt(2))
    return _MOST_BY_LENGTH if likely < math.exp(-_MOST_BY_LENGTH) else -math.log(likely)


def _by_speaker(ours: Sequence[Side], theirs: Sequence[Side]) -> float:
    one, two = ({side.speaker for side in group} - {""} for group in (ours, theirs))
    # Two turns in one passage of the other text are possible, and rarer than two passages of a turn.
    mixed = 1.5 * (max(len(one), len(two), 1) - 1)
    if not one or not two:
        return mixed
    return mixed + (-0.5 if one & two else 4.0)


def _union(group: Sequence[Side], name: str) -> frozenset[str]:
    if len(group) == 1:
        return getattr(group[0], name)
    return frozenset().union(*(getattr(side, name) for side in group))
