"""Four invented interviews with their translations, and which passages belong together."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archive.core.transcripts import Cue, read

FILES = Path(__file__).parent / "files" / "pairs"
Groups = list[tuple[tuple[int, ...], tuple[int, ...]]]


def _one_to_one(ours: range, theirs: range) -> Groups:
    return [((one,), (two,)) for one, two in zip(ours, theirs, strict=True)]


@dataclass(frozen=True)
class Interview:
    """An original, its translation, and the groups that a reader of both languages would make."""

    original: tuple[Cue, ...]
    translation: tuple[Cue, ...]
    groups: Groups


def interview(original: str, translation: str, groups: Groups) -> Interview:
    one, two = (read((FILES / name).read_bytes(), filename=name).passages for name in (original, translation))
    return Interview(one, two, groups)


INTERVIEWS = {
    "en-fa, timed, cut differently": interview(
        "timed.en.vtt", "timed.fa.srt",
        [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), (3, 4)), *_one_to_one(range(5, 9), range(5, 9)),
         ((9,), ()), ((10,), (9,))],
    ),
    "en-fr, untimed, with gaps": interview(
        "gaps.en.txt", "gaps.fr.txt",
        [*_one_to_one(range(6), range(6)), *(((at,), ()) for at in range(6, 10)),
         *_one_to_one(range(10, 14), range(6, 10)), ((), (10,)), *_one_to_one(range(14, 18), range(11, 15))],
    ),
    "ar-en, turns merged": interview(
        "merged.ar.txt", "merged.en.txt",
        [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4, 5), (3,)), ((6,), (4,)), ((7,), (5,)), ((8,), (6,)),
         ((9, 10), (7,)), ((11,), (8,)), ((12,), (9, 10)), ((13,), (11,)), ((14,), (12,))],
    ),
    "fa-en, untimed": interview("plain.fa.txt", "plain.en.txt", _one_to_one(range(16), range(16))),
}  # fmt: skip


def links(groups: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> set[tuple[int, int]]:
    """The groups as links of one passage to one other."""
    return {(one, two) for ours, theirs in groups for one in ours for two in theirs}


def bare(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The words alone: no times, no speakers, no roles."""
    return tuple(replace(cue, speaker="", role="", start_ms=None, end_ms=None, turn=False) for cue in cues)


def damaged(told: Interview, seed: int) -> Interview:
    """The translation with some of it missing, as a lost page, and some of its turns run together."""
    chance = random.Random(seed)
    lost_from = chance.randrange(len(told.translation))
    lost = set(range(lost_from, lost_from + chance.randint(0, 4)))
    translation: list[Cue] = []
    now: dict[int, int] = {}
    for at, cue in enumerate(told.translation):
        if at in lost:
            continue
        if translation and at - 1 in now and chance.random() < 0.1:
            before = translation[-1]
            translation[-1] = replace(before, text=f"{before.text} {cue.text}")
        else:
            translation.append(cue)
        now[at] = len(translation) - 1
    groups = [(ours, (now[each],)) for ours, theirs in told.groups for each in theirs if each in now]
    return Interview(told.original, tuple(translation), groups)
