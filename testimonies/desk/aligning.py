"""A translation beside its original, row by row, and the moves that bring the two together. No database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.core.transcripts import ANSWER, OTHER, QUESTION, Cue
from archive.core.transcripts.alignment import align
from archive.edition.vocabulary import Turn
from testimonies.models import Passage

BETWEEN = "\n"
_ROLES = {Turn.QUESTION.value: QUESTION, Turn.ANSWER.value: ANSWER, Turn.OTHER.value: OTHER}


@dataclass
class Row:
    """One passage with the words that are its translation; no words are a gap."""

    passage: Passage
    text: str = ""
    unsure: bool = False

    @property
    def gap(self) -> bool:
        return not self.text.strip()


def aligned(passages: Sequence[Passage], translation: Sequence[Cue]) -> list[Row]:
    """Each passage with its likely translation. Words that belong to none go with the passage before."""
    rows = [Row(each) for each in passages]
    if not rows:
        return rows
    here = 0
    for pair in align([_cue(each) for each in passages], translation):
        here = pair.original[0] if pair.original else here
        row = rows[here]
        words = BETWEEN.join(translation[at].text for at in pair.translation)
        row.text = BETWEEN.join(filter(None, (row.text, words)))
        for at in pair.original:
            rows[at].unsure = rows[at].unsure or not pair.sure
        row.unsure = row.unsure or not pair.original
    return rows


def left_open(rows: Sequence[Row]) -> int:
    """How many rows somebody has to look at."""
    return sum(row.gap or row.unsure for row in rows)


def _cue(passage: Passage) -> Cue:
    return Cue(
        text=passage.text, speaker=passage.speaker_as_stated, role=_ROLES.get(passage.turn, ""),
        start_ms=passage.start_ms, end_ms=passage.end_ms,
    )  # fmt: skip


def moved(texts: Sequence[str], at: int, how: str) -> list[str]:
    """The texts after a move at one row; no word is ever lost.

    `back`: this row's words join the row before. `down`: a gap opens here, and all words from here on go
    one row down, the last two together. `up`: this row takes the next one's words, and all after it follow.
    """
    found = list(texts)
    if not 0 <= at < len(found):
        return found
    if how == "back" and at:
        found[at - 1] = _both(found[at - 1], found[at])
        found[at] = ""
    elif how == "down" and at + 1 < len(found):
        last = _both(found[-2], found[-1]) if at + 2 < len(found) else ""
        if at + 2 < len(found):
            found = [*found[:at], "", *found[at:-2], last]
        else:
            found = [*found[:at], "", _both(found[at], found[at + 1])]
    elif how == "up" and at + 1 < len(found):
        found = [*found[:at], _both(found[at], found[at + 1]), *found[at + 2 :], ""]
    return found


def _both(one: str, other: str) -> str:
    return BETWEEN.join(filter(None, (one.strip(), other.strip())))
