"""Two public forms of one text laid over each other: the words that both show, with marks between them.

Each form is the text with some stretches hidden under marks; the hidden words are known to neither. If
there is a text of which both can be forms, what both show is less than either: it needs no approval, and
holds nothing that the desk withholds. If there is none, the text itself was reworded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from archive.edition.vocabulary import SegmentKind

Segment = dict[str, Any]
WORDS, WITHHELD = SegmentKind.WORDS.value, SegmentKind.WITHHELD.value
HIDES, MORE = "hides", "more"  # a mark hides one sign at least, and as many more as it likes
MOST_PLACES = 300_000  # a few seconds; a text of which more is compared waits for approval as a whole
A_LETTER = 1000  # what a sign that is shown is worth, against a blank
_Sign = tuple[str, int]  # a sign of a text, or HIDES or MORE; and the number of its segment
_At = tuple[int, int]


@dataclass
class _Gap:
    """A stretch that at least one of the two hides, with the marks that stand there in each."""

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    all_hidden_before: bool = True


def both_show(old: list[Segment], new: list[Segment]) -> list[Segment] | None:
    """What both forms show, as much as can be; None where they cannot be forms of one text."""
    ours, theirs = _signs(old), _signs(new)
    front = _shared(ours, theirs)
    back = _shared(ours[front:][::-1], theirs[front:][::-1])
    middle = _way(ours[front : len(ours) - back], theirs[front : len(theirs) - back])
    if middle is None:
        return None
    ends = [sign for sign, _ in ours[:front]], [sign for sign, _ in ours[len(ours) - back :]]
    return _joined(_told([*ends[0], *middle, *ends[1]], old, new), new)


def _signs(segments: list[Segment]) -> list[_Sign]:
    found: list[_Sign] = []
    for number, each in enumerate(segments):
        found += [(sign, number) for sign in (each["text"] if each["kind"] == WORDS else (HIDES, MORE))]
    return found


def _shared(ours: list[_Sign], theirs: list[_Sign]) -> int:
    """How many signs both begin with before a mark."""
    count = 0
    for (one, _), (other, _) in zip(ours, theirs, strict=False):
        if one != other or one in (HIDES, MORE):
            break
        count += 1
    return count


def _way(ours: list[_Sign], theirs: list[_Sign]) -> list[str | _Gap] | None:
    """The way through both at once on which most signs are shown: signs, and gaps; None without any."""
    one, other = [sign for sign, _ in ours] + [""], [sign for sign, _ in theirs] + [""]
    best: dict[_At, tuple[int, _At]] = {(0, 0): (0, (0, 0))}
    levels: dict[int, list[_At]] = {0: [(0, 0)]}
    end = len(ours), len(theirs)
    for level in range(sum(end)):  # every step leads to a higher level, so each place is met when settled
        for at in levels.pop(level, ()):
            for to, shown in _steps(one, other, at):
                if to not in best:
                    levels.setdefault(sum(to), []).append(to)
                if to not in best or best[at][0] + shown > best[to][0]:
                    best[to] = best[at][0] + shown, at
        if len(best) > MOST_PLACES:
            return None
    return _retraced(ours, theirs, best) if end in best else None


def _steps(ours: list[str], theirs: list[str], at: _At) -> Iterator[tuple[_At, int]]:
    i, j = at
    one, other = ours[i], theirs[j]
    if one == MORE:
        if _may_meet(ours[i + 1], other):
            yield (i + 1, j), 0
        if other and other != MORE:
            yield (i, j + 1), 0
    if other == MORE:
        if _may_meet(one, theirs[j + 1]):
            yield (i, j + 1), 0
        if one and one != MORE:
            yield (i + 1, j), 0
    if one and other and MORE not in (one, other):
        if HIDES in (one, other):
            yield (i + 1, j + 1), 0
        elif one == other:
            yield (i + 1, j + 1), 1 if one.isspace() else A_LETTER


def _may_meet(one: str, other: str) -> bool:
    return one == other or one in (HIDES, MORE) or other in (HIDES, MORE)


def _retraced(ours: list[_Sign], theirs: list[_Sign], best: dict[_At, tuple[int, _At]]) -> list[str | _Gap]:
    steps: list[tuple[_At, _At]] = []
    at = len(ours), len(theirs)
    while at != (0, 0):
        steps.append((best[at][1], at))
        at = best[at][1]
    way: list[str | _Gap] = []
    for (i, j), to in reversed(steps):
        if best[to][0] > best[i, j][0]:
            way.append(ours[i][0])
            continue
        if not way or isinstance(way[-1], str):
            way.append(_Gap())
        _widen(way[-1], ours[i : i + 1], theirs[j : j + 1], passed=to[0] > i)  # type: ignore[arg-type]
    return way


def _widen(gap: _Gap, ours: list[_Sign], theirs: list[_Sign], *, passed: bool) -> None:
    for marks, here in ((gap.old, ours), (gap.new, theirs)):
        marks += [number for sign, number in here if sign in (HIDES, MORE) and number not in marks]
    if passed and ours and ours[0][0] not in (HIDES, MORE):
        gap.all_hidden_before = False


def _told(way: list[str | _Gap], old: list[Segment], new: list[Segment]) -> Iterator[Segment]:
    words = ""
    for each in [*way, None]:
        if isinstance(each, str):
            words += each
            continue
        if words:
            yield {"kind": WORDS, "text": words, "because": "", "mark": ""}
            words = ""
        if each is not None:
            ours, theirs = [old[number] for number in each.old], [new[number] for number in each.new]
            yield from _marks(ours, theirs, all_hidden_before=each.all_hidden_before)


def _marks(ours: list[Segment], theirs: list[Segment], *, all_hidden_before: bool) -> list[Segment]:
    """What stands in a gap. Where something is withheld in either, that; else the changed name of now."""
    if not ours or not theirs:
        return ours or theirs
    before = [each for each in ours if each["kind"] == WITHHELD]
    now = [each for each in theirs if each["kind"] == WITHHELD]
    if not before and not now:
        return theirs
    return before[:1] if before and (all_hidden_before or not now) else now[-1:]


def _joined(segments: Iterator[Segment], new: list[Segment]) -> list[Segment]:
    """Withheld places with nothing but blanks between them are one, as they are in any public text."""
    found: list[Segment] = []
    for each in segments:
        if each["kind"] == WITHHELD and found:
            blank = found[-1]["kind"] == WORDS and not found[-1]["text"].strip()
            last = found[-2] if blank and len(found) > 1 else found[-1]
            if last["kind"] == WITHHELD:
                del found[-2 if blank else -1 :]
                each = last if last in new and each not in new else each
        found.append(each)
    return found
