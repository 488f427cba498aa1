"""What else a reader may have meant, where nothing is found: a word spelt nearly alike, one word fewer.

The index is asked which of these occur; it keeps no list of words, so none can outlive its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.core.analysis import Token, stems
from archive.core.languages import ARABIC, LATIN, script_of
from archive.edition.search.query import Asked, Term

LETTERS = {LATIN: "abcdefghijklmnopqrstuvwxyz", ARABIC: "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"}
SHORTEST, LONGEST = 4, 14  # letters of a word that may be misspelt
MOST_RESPELT = 2  # words of a question
MOST_DROPPED = 6


@dataclass(frozen=True)
class Other:
    """Another question: `instead` is the new word, "" where the word is left out; `words` says all of it."""

    asked: Asked
    word: str
    instead: str
    words: str


def others(asked: Asked) -> list[Other]:
    """Other questions near this one, the likeliest first."""
    if not asked.asks:
        return []
    return [*_respelt(asked), *_dropped(asked)]


def _dropped(asked: Asked) -> Iterator[Other]:
    if len(asked.wanted) < 2:
        return
    for term in asked.wanted[:MOST_DROPPED]:
        less = asked.without(term)
        yield Other(less, _said(term), "", _all(less))


def _respelt(asked: Asked) -> Iterator[Other]:
    single = [term for term in asked.wanted if not term.is_phrase]
    likely = [term for term in single if SHORTEST <= len(term.words[0].exact) <= LONGEST]
    for term in sorted(likely, key=lambda term: -len(term.words[0].exact))[:MOST_RESPELT]:
        word = term.words[0]
        for instead in _near(word.exact):
            read = Token(0, 0, instead, stems(instead))
            changed = replace(term, words=(read,), unfinished=False, exact=True)
            terms = tuple(changed if each is term else each for each in asked.terms)
            other = replace(asked, terms=terms)
            yield Other(other, word.exact, instead, _all(other))


def _near(word: str) -> list[str]:
    """Words one slip of the fingers away: two letters swapped, one left out, one wrong, one too few."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    letters = LETTERS.get(script_of(word), "")
    found = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    found += [a + b[1:] for a, b in cuts if b]
    found += [a + letter + b[1:] for a, b in cuts if b for letter in letters]
    found += [a + letter + b for a, b in cuts for letter in letters]
    return [each for each in dict.fromkeys(found) if each != word]


def _all(asked: Asked) -> str:
    return " ".join(("-" if term.minus else "") + _said(term) for term in asked.terms)


def _said(term: Term) -> str:
    words = " ".join(word.exact for word in term.words)
    return f"“{words}”" if term.is_phrase else words
