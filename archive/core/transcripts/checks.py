"""What is odd about cues once they are read: their times against each other, their length, their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from archive.core.transcripts.markup import part
from archive.core.transcripts.model import Cue, Limits, NotATranscript, Troubles, quoted
from archive.core.transcripts.speakers import role_of
from archive.core.transcripts.times import clock

LONG = 5_000  # signs: more than a reader can check in one go
_REPEATS = 0.3


def checked(cues: list[Cue], troubles: Troubles, limits: Limits, *, timed: bool) -> tuple[Cue, ...]:
    """The cues with the roles that their marks say, none longer than allowed; what is odd is told."""
    passages: list[Cue] = []
    for cue in filter(lambda each: each.text, cues):
        whole = _with_its_end(replace(cue, role=role_of(cue.speaker)), troubles)
        passages += [whole] if len(cue.text) <= LONG else _divided(whole, troubles, limits)
        if len(passages) > limits.cues:
            raise NotATranscript(
                f"The file holds more than {limits.cues:,} passages. Divide it and take in its parts."
            )
    _tell_of_times(passages, troubles)
    _tell_of_speakers(passages, troubles)
    if timed:
        _tell_of_repeats(passages, troubles)
    return tuple(passages)


def _with_its_end(cue: Cue, troubles: Troubles) -> Cue:
    """The cue; without its end where that is before its start."""
    if cue.start_ms is None or cue.end_ms is None or cue.end_ms >= cue.start_ms:
        return cue
    start, end = clock(cue.start_ms), clock(cue.end_ms)
    troubles.tell("end", cue.line, f"The cue ends ({end}) before it starts ({start}); its end was left open.")
    return replace(cue, end_ms=None)


def _divided(cue: Cue, troubles: Troubles, limits: Limits) -> Iterator[Cue]:
    """A cue in pieces that are not too long, each with the times of the whole."""
    if len(cue.text) <= limits.signs:
        troubles.tell(
            "long", cue.line,
            f"This passage has {len(cue.text):,} signs; think of dividing it, so that it can be checked.",
        )  # fmt: skip
        yield cue
        return
    start = pieces = 0
    while start < len(cue.text):
        end = start + limits.signs
        if end < len(cue.text):
            space = max(cue.text.rfind(sign, start, end) for sign in " \n")
            end = space + 1 if space > start else end
        if (piece := part(cue, start, end)).text:
            pieces += 1
            yield piece
        start = end
    troubles.tell(
        "long",
        cue.line,
        f"This passage has {len(cue.text):,} signs and was divided into {pieces}.",
    )


def _tell_of_times(cues: list[Cue], troubles: Troubles) -> None:
    before: Cue | None = None
    for cue in cues:
        if cue.start_ms is None:
            continue
        if before is not None and before.start_ms is not None:
            same = (cue.start_ms, cue.end_ms) == (before.start_ms, before.end_ms)  # parts of one cue
            if cue.start_ms < before.start_ms:
                troubles.tell(
                    "backwards", cue.line,
                    f"The times run backwards: {clock(cue.start_ms)} comes after {clock(before.start_ms)}. "
                    "The order of the file was kept.",
                )  # fmt: skip
            elif before.end_ms is not None and cue.start_ms < before.end_ms and not same:
                troubles.tell(
                    "overlap", cue.line,
                    f"The cue starts at {clock(cue.start_ms)}, before the last one ends "
                    f"({clock(before.end_ms)}). Both times were kept.",
                )  # fmt: skip
        before = cue


def _tell_of_speakers(cues: list[Cue], troubles: Troubles) -> None:
    without = [cue for cue in cues if not cue.speaker]
    if any(cue.turn for cue in cues):
        troubles.tell("turns", 0, "Dashes say that the speaker changes, not who speaks; name the speakers.")
    elif without and len(without) == len(cues):
        troubles.tell("speakers", 0, "No marks of speakers were found; name who asks and who answers.")
    elif without:
        count = "One passage has" if len(without) == 1 else f"{len(without)} passages have"
        troubles.tell(
            "speakers",
            without[0].line,
            f"{count} no speaker; the first is {quoted(without[0].text, 40)}.",
        )


def _tell_of_repeats(cues: list[Cue], troubles: Troubles) -> None:
    """Automatic captions scroll: each cue shows the last line of the one before again."""
    again = sum(two.text.split("\n")[0] == one.text.split("\n")[-1] for one, two in pairwise(cues))
    if again > 5 and again > _REPEATS * len(cues):
        troubles.tell(
            "repeats",
            0,
            f"{again} cues repeat the line before them, as automatic captions do; all was kept.",
        )
