"""Passages that belong together by their order: the cheapest way through both texts.

After Gale and Church (1993), A program for aligning sentences in bilingual corpora: lengths go together.
Added: speakers, numbers, names in the same script, questions; and gaps that cost less the longer they are,
because what is missing of an interview is mostly a page. Ways that fall far behind are given up, so the
work grows with the length of the texts and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from archive.core.transcripts.likeness import Side, cost, sides
from archive.core.transcripts.model import Cue

_MOVES = {(1, 1): 0.0, (2, 1): 2.6, (1, 2): 2.6, (2, 2): 5.0, (3, 1): 4.4, (1, 3): 4.4}
_GAP, _GAP_GOES_ON = 4.0, 1.0  # measured: 1.5 loses a missing stretch of 100, 0.4 sees gaps everywhere
_BEHIND = 60.0
_STEPS = 400_000  # of work for one pair of texts, about
_SURE = 1.0
_AGREE = 0.6  # of the pairs, to believe that two names are one speaker
_MATCH, _OURS, _THEIRS = 0, 1, 2

Group = tuple[tuple[int, ...], tuple[int, ...], bool]


class _Step(NamedTuple):
    """How a place was reached: its cost, from which place and state, and what the last pair itself cost."""

    cost: float
    before: tuple[int, int, int] | None
    own: float = 0.0


def paired_by_order(original: Sequence[Cue], translation: Sequence[Cue]) -> list[Group]:
    """Groups of places in order, each place in exactly one; () is a gap."""
    ours, theirs = sides(original, translation, {})
    groups = _cheapest(ours, theirs)
    if same := _same_speakers(original, translation, groups):
        groups = _cheapest(*sides(original, translation, same))
    return groups


def _same_speakers(
    original: Sequence[Cue], translation: Sequence[Cue], groups: list[Group]
) -> dict[str, str]:
    """Which name of the translation stands for which of the original, where most pairs agree."""
    together: Counter[tuple[str, str]] = Counter()
    for one, two, _ in groups:
        if len(one) == len(two) == 1:
            together[original[one[0]].speaker, translation[two[0]].speaker] += 1
    totals: Counter[str] = Counter()
    for (name, _), times in together.items():
        totals[name] += times
    return {
        name: other
        for (name, other), times in together.items()
        if name and other and times > 1 and times >= _AGREE * totals[name]
    }


def _cheapest(ours: Sequence[Side], theirs: Sequence[Side]) -> list[Group]:
    most = max(30, min(300, _STEPS // (len(ours) + 1)))
    rows: list[dict[tuple[int, int], _Step]] = [{} for _ in range(len(ours) + 1)]
    rows[0][0, _MATCH] = _Step(0.0, None)
    ratio = (sum(side.length for side in theirs) + 1) / (sum(side.length for side in ours) + 1)
    for i, row in enumerate(rows):
        _gaps_of_theirs(i, row, len(theirs))
        _give_up(row, most)
        for j in sorted({j for j, _ in row}):
            best = min((row[j, state].cost, state) for state in (_MATCH, _OURS, _THEIRS) if (j, state) in row)
            if i < len(ours):
                for state in (_MATCH, _OURS, _THEIRS):
                    if (j, state) in row:
                        price = _GAP_GOES_ON if state == _OURS else _GAP
                        _reach(rows[i + 1], (j, _OURS), row[j, state].cost + price, (i, j, state))
            for (one, two), price in _MOVES.items():
                if i + one <= len(ours) and j + two <= len(theirs):
                    own = price + cost(ours[i : i + one], theirs[j : j + two], ratio)
                    _reach(rows[i + one], (j + two, _MATCH), best[0] + own, (i, j, best[1]), own)
    return _way_back(rows, len(theirs))


def _gaps_of_theirs(i: int, row: dict[tuple[int, int], _Step], count: int) -> None:
    """What only the translation has, along one row; not further than is worth following."""
    if not row:
        return
    least = min(step.cost for step in row.values())
    waiting = sorted({j for j, _ in row})
    last = waiting[-1]
    j = waiting[0]
    while j < count and (j <= last or (j, _THEIRS) in row):
        for state in (_MATCH, _OURS, _THEIRS):
            if step := row.get((j, state)):
                price = _GAP_GOES_ON if state == _THEIRS else _GAP
                if step.cost + price <= least + _BEHIND:
                    _reach(row, (j + 1, _THEIRS), step.cost + price, (i, j, state))
        j += 1


def _reach(
    row: dict[tuple[int, int], _Step], place: tuple[int, int], total: float,
    before: tuple[int, int, int], own: float = 0.0,
) -> None:  # fmt: skip
    if place not in row or total < row[place].cost:
        row[place] = _Step(total, before, own)


def _give_up(row: dict[tuple[int, int], _Step], most: int) -> None:
    """Forgets the ways that fell behind."""
    ordered = sorted(row, key=lambda place: row[place].cost)
    for rank, place in enumerate(ordered):
        if rank >= most or row[place].cost > row[ordered[0]].cost + _BEHIND:
            del row[place]


def _way_back(rows: list[dict[tuple[int, int], _Step]], count: int) -> list[Group]:
    last = rows[-1]
    # Where every way to the very end was given up, the rest of the translation is a gap.
    j, state = min(last, key=lambda place: last[place].cost + _GAP_GOES_ON * (count - place[0]))
    groups: list[Group] = [((), (at,), False) for at in range(count - 1, j - 1, -1)]
    at: tuple[int, int, int] | None = (len(rows) - 1, j, state)
    while at is not None and (before := (step := rows[at[0]][at[1], at[2]]).before) is not None:
        one, two = tuple(range(before[0], at[0])), tuple(range(before[1], at[1]))
        groups.append((one, two, bool(one and two) and step.own <= _SURE))
        at = before
    return groups[::-1]
