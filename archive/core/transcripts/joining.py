"""Cues joined to passages: captions cut a turn into pieces of a second or two, a reader wants the turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archive.core.transcripts.model import Cue, Word

PAUSE_MS = 2_000
LONGEST = 1_200  # signs: a paragraph that fits a phone's screen or two
_ENDS = (".", "!", "?", "…", "؟", "۔", "。")
_CLOSING = "\"'»”’)]}"


def joined(cues: Iterable[Cue], *, pause_ms: int = PAUSE_MS, longest: int = LONGEST) -> tuple[Cue, ...]:
    """Passages of one speaker each; words keep their times, and no sign is lost but line breaks of captions.

    A passage ends where the speaker changes, at a pause longer than `pause_ms`, before it would exceed
    `longest`, and at the end of a sentence once it is longer than half of that. A cue that is longer by
    itself stays whole. Paragraphs without time and speaker stay as they are.
    """
    passages: list[Cue] = []
    run: list[Cue] = []
    length = 0
    for cue in cues:
        if run and not _go_together(run[-1], cue, length, pause_ms, longest):
            passages.append(_one(run))
            run, length = [], 0
        run.append(cue)
        length += len(cue.text) + 1
    return (*passages, _one(run)) if run else ()


def _go_together(before: Cue, cue: Cue, length: int, pause_ms: int, longest: int) -> bool:
    if (before.speaker, before.role) != (cue.speaker, cue.role) or cue.turn:
        return False
    if length + len(cue.text) > longest or (2 * length > longest and _ends_a_sentence(before.text)):
        return False
    if before.start_ms is None or cue.start_ms is None:
        return bool(cue.speaker) and before.start_ms is cue.start_ms
    if before.end_ms is None:  # a time at the start only: the paragraphs of a text, not captions
        return bool(cue.speaker)
    return -pause_ms <= cue.start_ms - before.end_ms <= pause_ms


def _ends_a_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _one(run: list[Cue]) -> Cue:
    """One cue of several. Its end is known only where the last one's is; too early would be a promise."""
    first, last = run[0], run[-1]
    timed = first.start_ms is not None and last.end_ms is not None
    between = " " if timed else "\n"
    texts: list[str] = []
    words: list[Word] = []
    at = 0
    for cue in run:
        # A break inside a caption is where the screen ended; same length, so words keep their places.
        texts.append(cue.text.replace("\n", " ") if timed else cue.text)
        words += [Word(word.start_ms, word.text_start + at, word.text_end + at) for word in cue.words]
        at += len(cue.text) + 1
    ends = [cue.end_ms for cue in run if cue.end_ms is not None]
    starts = [cue.start_ms for cue in run if cue.start_ms is not None]
    return replace(
        first, text=between.join(texts), words=tuple(words),
        start_ms=min(starts, default=None), end_ms=max(ends) if last.end_ms is not None else None,
    )  # fmt: skip
