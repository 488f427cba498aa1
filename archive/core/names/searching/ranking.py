"""Names that may answer a query in order, without those that do not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from archive.core.names.searching.asking import Asked
from archive.core.names.searching.comparing import scored
from archive.core.names.searching.parts import parts

ENOUGH = 0.7  # of 1: names below do not answer
_BEHIND = 0.1  # names so far behind the best one do not answer either


class Ranked(NamedTuple):
    """One name with its record, and how well it answers."""

    score: float
    record: str
    text: str
    place: int  # of the candidate, in the order in which they came


def ranked(
    asked: Asked, candidates: Iterable[tuple[str, str]], *, known: Collection[str] = (), most: int = 20
) -> list[Ranked]:
    """The candidates, pairs of record and name, that answer: each record once, by its best name."""
    best: dict[str, Ranked] = {}
    for place, (record, text) in enumerate(candidates):
        found = scored(asked.parts, parts(text), known=known)
        if found >= ENOUGH and (record not in best or best[record].score < found):
            best[record] = Ranked(found, record, text, place)
    in_order = sorted(best.values(), key=lambda one: (-one.score, len(one.text), one.text, one.record))
    return [one for one in in_order[:most] if one.score >= in_order[0].score - _BEHIND]
