"""A newer version of a transcript set against the passages that stand: same words, other words, new, or not
in it. No database.

Passages that stand word for word in both are found first. Between them each word of the newer version goes
to the passage in which it stands, so that it does not matter where either text is divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from rapidfuzz.distance import Indel, Levenshtein

from archive.core.spans import Span
from archive.core.transcripts import Cue
from archive.core.words import folded
from archive.desk.comparison import ADDED, CHANGED, REMOVED, SAME, Piece, words_compared
from testimonies.actions.places import words_of
from testimonies.models import Passage

LONG = 40_000  # signs: word by word such a passage would take minutes, and nobody could read it
FEW = 3  # a third of the words, or it is not the same passage
Owners = list[Passage | None]  # of each word: the passage it stands in
Found = tuple[Passage | None, Cue, Span]  # of which passage a stretch of the newer version is; None: of none


@dataclass
class Difference:
    """One passage as it stands and as the newer version has it; or words that stand in no passage yet."""

    passage: Passage | None
    after: Passage | None = None  # of words in no passage: what they follow
    cue: Cue | None = None
    stretches: list[tuple[Cue, Span]] = field(default_factory=list)
    number: int = 0  # of the passage; of what is new, counted by itself

    @property
    def text(self) -> str:
        """The words of the newer version; of several cues, as they are joined elsewhere."""
        found = ""
        for cue, place in self.stretches:
            words = place.of(cue.text).strip()
            between = " " if cue.start_ms is not None else "\n"
            found += (between if found and words else "") + words
        return found

    @property
    def fate(self) -> str:
        if self.passage is None:
            return ADDED
        if not self.stretches:
            return REMOVED if words_of(self.passage.text) else SAME
        return SAME if _key(self.passage.text) == _key(self.text) else CHANGED

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words one after the other: kept, taken away, new."""
        old, new = self.passage.text if self.passage else "", self.text
        if not self.stretches:
            return (Piece(old),)
        if len(old) + len(new) < LONG:
            return words_compared(old, new)
        return (Piece(old, REMOVED), Piece(new, ADDED))


def differences(passages: Sequence[Passage], newer: Sequence[Cue]) -> list[Difference]:
    """Every passage, and everything new where it belongs, in order. No word of the newer version is lost."""
    cues = [each for each in newer if words_of(each.text)]
    rows = {each.pk: Difference(each, number=at) for at, each in enumerate(passages, 1)}
    found: list[Difference] = []
    done = 0  # passages that stand in the list
    last: Passage | None = None
    order = {each.pk: at for at, each in enumerate(passages, 1)}
    for passage, cue, place in _stretches(passages, cues):
        if passage:
            upto = order[passage.pk]
            found += [rows[each.pk] for each in passages[done:upto]]
            done, last = max(done, upto), passage
            rows[passage.pk].stretches.append((cue, place))
        else:
            number = 1 + sum(each.passage is None for each in found)
            found.append(Difference(None, after=last, cue=cue, stretches=[(cue, place)], number=number))
    return [*found, *(rows[each.pk] for each in passages[done:])]


def unlike(rows: Sequence[Difference]) -> bool:
    """Whether so little is alike that it may be another interview."""
    told = [each for each in rows if each.passage]
    return sum(each.fate == REMOVED for each in told) * 2 > len(told)


def _stretches(passages: Sequence[Passage], cues: Sequence[Cue]) -> Iterator[Found]:
    """The newer version in order, each stretch with the passage it is of."""
    old, new = [_key(each.text) for each in passages], [_key(each.text) for each in cues]
    i = j = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            yield from _between(passages[i : op.src_start], cues[j : op.dest_start])
            for passage, cue in zip(
                passages[op.src_start : op.src_end], cues[op.dest_start : op.dest_end], strict=True
            ):
                yield passage, cue, Span(0, len(cue.text))
            i, j = op.src_end, op.dest_end
    yield from _between(passages[i:], cues[j:])


def _between(passages: Sequence[Passage], cues: Sequence[Cue]) -> Iterator[Found]:
    """Where no passage stands word for word: by the words."""
    old = [(folded(place.of(each.text)), each) for each in passages for place in words_of(each.text)]
    places = [words_of(each.text) for each in cues]
    new = [folded(place.of(cue.text)) for cue, own in zip(cues, places, strict=True) for place in own]
    same: Owners = [None] * len(new)
    likely: Owners = [None] * len(new)
    for op in Levenshtein.opcodes([word for word, _ in old], new):
        if op.tag in ("equal", "replace"):
            for i, j in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
                likely[j] = old[i][1]
                same[j] = old[i][1] if op.tag == "equal" else None
    sizes = Counter(each.pk for _word, each in old)
    ends = list(accumulate(map(len, places), initial=0))
    firm = [_firm(same[begin:end], sizes) for begin, end in pairwise(ends)]
    known = {each.pk for owners in firm for each in owners if each}
    for cue, own, owners, (begin, end) in zip(cues, places, firm, pairwise(ends), strict=True):
        if any(owners):
            yield from _divided(cue, own, owners)
        else:
            yield _likeliest(likely[begin:end], known), cue, Span(0, len(cue.text))


def _firm(owners: Owners, sizes: Counter[int]) -> Owners:
    """Whose the words of a cue are; a word or two that another passage has as well are nobody's."""
    counted = Counter(each.pk for each in owners if each)
    kept = {pk for pk, count in counted.items() if count * FEW >= min(len(owners), sizes[pk])}
    return [each if each and each.pk in kept else None for each in owners]


def _likeliest(owners: Owners, known: set[int]) -> Passage | None:
    """The passage in whose place a cue stands that says something else, if no other cue says it."""
    counted = Counter(each.pk for each in owners if each and each.pk not in known)
    return next(
        (each for each in owners if each and counted and each.pk == counted.most_common(1)[0][0]), None
    )


def _divided(cue: Cue, places: Sequence[Span], owners: Owners) -> Iterator[Found]:
    """A cue, cut where its words go over from one passage to the next."""
    begin, here, before = 0, next(each for each in owners if each), 0
    for place, passage in zip(places, owners, strict=True):
        if passage and passage.pk != here.pk:
            cut = _cut(cue.text, before, place.start)
            yield here, cue, Span(begin, cut)
            begin, here = cut, passage
        before = place.end
    yield here, cue, Span(begin, len(cue.text))


def _cut(text: str, end: int, start: int) -> int:
    """Between two words: after the last blank, so that an opening mark goes with its word."""
    gap = text[end:start]
    blanks = [at for at, sign in enumerate(gap) if sign.isspace()]
    return end + blanks[-1] + 1 if blanks else start


def _key(text: str) -> str:
    return " ".join(text.split())
