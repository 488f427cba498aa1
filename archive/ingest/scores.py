"""Scores: right, missed and wrongly proposed, by kind, of one article or of many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

KINDS = (
    "quotations", "extent", "attributed", "paraphrases", "readings", "people", "roles", "mode", "hosts",
    "date", "place", "claims", "demands", "topics", "documents",
)  # fmt: skip


@dataclass
class Score:
    """Right, missed and wrongly proposed, of one kind."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        total = self.right + len(self.missed)
        return self.right / total if total else None

    @property
    def precision(self) -> float | None:
        total = self.right + len(self.false)
        return self.right / total if total else None

    def add(self, other: Score) -> None:
        self.right += other.right
        self.missed += other.missed
        self.false += other.false


Scores = dict[str, Score]


def total(scores: Iterable[Scores]) -> Scores:
    """All articles together."""
    summed: Scores = {kind: Score() for kind in KINDS}
    for each in scores:
        for kind, score in each.items():
            summed[kind].add(score)
    return summed
