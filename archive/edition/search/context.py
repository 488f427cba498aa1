"""Where in a public record the words stand that were asked for: worked out from the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from archive.core.analysis import tokens
from archive.edition.search.query import Asked
from archive.edition.search.texts import TITLE, PublicText, texts
from archive.edition.shapes import Document

BEFORE, AFTER = 90, 190  # signs shown around the first word found
PART = 2400  # signs of a long text that are read at once
MOST_READ = 24_000  # signs of one record that are read for showing words in context
CUT, WITHHELD = "cut", "withheld"  # what a stretch of words begins after, or ends before
Place = tuple[int, int]


@dataclass(frozen=True)
class Context:
    """Words of one text around what was asked for. `marks` are the places found, in signs of `words`."""

    text: PublicText
    words: str
    marks: list[Place]
    before: str  # CUT, WITHHELD, or "" where the text begins here
    after: str
    worth: int  # how many words of the question stand there


def contexts(kind: str, document: Document, asked: Asked, *, most: int) -> list[Context]:
    """The stretches of a record that hold what was asked for, the best first: at most one of each text."""
    found = _found(kind, document, asked)
    return sorted(found, key=lambda each: (-each.worth, each.text.weight != TITLE))[:most]


def _found(kind: str, document: Document, asked: Asked) -> Iterator[Context]:
    left, seen = MOST_READ, set()
    for text in texts(kind, document):
        for start, end in _parts(text.words, asked):
            if (left := left - (end - start)) < 0:
                return
            part = text.words[start:end]
            places, worth = _places(part, text.language, asked)
            if not places or (key := (text.name, text.language, text.passage)) in seen:
                continue
            seen.add(key)
            yield _around(part, places, text, worth, cut=(start > 0, end < len(text.words)))


def _parts(words: str, asked: Asked) -> list[Place]:
    """A long text in parts, those first that look as if a word stood in them."""
    cuts = [0]
    while len(words) - cuts[-1] > PART:
        blank = words.rfind(" ", cuts[-1] + 1, cuts[-1] + PART)
        cuts.append(blank if blank > 0 else cuts[-1] + PART)
    parts = list(pairwise([*cuts, len(words)]))
    if len(parts) == 1:
        return parts
    beginnings = {word.exact[:3] for term in asked.wanted for word in term.words}
    return sorted(parts, key=lambda part: -_looks(words[slice(*part)].casefold(), beginnings))


def _looks(words: str, beginnings: set[str]) -> int:
    return sum(each in words for each in beginnings)


def _places(words: str, language: str, asked: Asked) -> tuple[list[Place], int]:
    """Where in a text something stands that was asked for, in order; and how many words of it stand there."""
    read = tokens(words, language)
    held: set[int] = set()
    places: list[Place] = []
    for number, term in enumerate(asked.wanted):
        for first, last in term.at(read):
            held.add(number)
            places.append((read[first].start, read[last].end))
    return _apart(places), sum(len(asked.wanted[number].words) for number in held)


def _apart(places: list[Place]) -> list[Place]:
    """Places in order, those that overlap as one."""
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _around(
    words: str, places: list[Place], text: PublicText, worth: int, *, cut: tuple[bool, bool]
) -> Context:
    begin, end = _window(words, places[0])
    return Context(
        text,
        words[begin:end],
        [(start - begin, until - begin) for start, until in places if until <= end],
        CUT if begin or cut[0] else WITHHELD if text.after else "",
        CUT if end < len(words) or cut[1] else WITHHELD if text.before else "",
        worth,
    )


def _window(words: str, place: Place) -> Place:
    """The stretch of a text around a place, cut between words."""
    begin, end = max(0, place[0] - BEFORE), min(len(words), place[1] + AFTER)
    if begin:
        begin = next((at + 1 for at in range(begin, place[0]) if words[at].isspace()), begin)
    if end < len(words):
        end = next((at for at in range(end, place[1], -1) if words[at].isspace()), end)
    return begin, end
