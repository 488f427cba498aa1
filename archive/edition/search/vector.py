"""What the index keeps of a record: every word with its places, as it was written and as its stems.

Made in Python at publication, because PostgreSQL knows neither Persian nor the language of a text. Stop
words take a place and are not kept. PostgreSQL counts places up to 16,383: later words are found one by
one, but no longer as parts of a phrase.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from archive.core import analysis
from archive.core import words as folding
from archive.core.analysis import Token, tokens
from archive.edition.search.lexemes import (
    BEGINNING,
    IN_TITLE,
    KIND,
    STEM,
    STRETCH,
    STRETCH_LENGTH,
    beginnings,
    quoted,
)
from archive.edition.search.texts import LONGEST_LOOKED_AT, TITLE, texts
from archive.edition.shapes import Document

MADE = 1  # raised whenever this file, the texts or the weights change what the index keeps
BETWEEN_TEXTS = 16  # places between two texts, so that no phrase reaches from one into the other
LAST_PLACE = 16_383
MOST_PLACES = 255  # of one lexeme
LONGEST_WORD = 200  # signs; what a reader may type is not longer
MOST_BYTES = 700_000  # PostgreSQL takes a vector of up to a mebibyte


@cache
def version() -> str:
    """What an index is made by: another one once texts are cut, folded or stemmed otherwise."""
    digest = blake2b(str(MADE).encode(), digest_size=6)
    for package in (analysis, folding):
        path = Path(str(package.__file__))
        for file in sorted(path.parent.glob("*.py")) if path.name == "__init__.py" else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def vector(kind: str, document: Document, sequence: int) -> str:
    """What a record is found by, as PostgreSQL's tsvector writes it; `sequence` says how new it is."""
    made = _Vector()
    made.keep(KIND + kind, STRETCH + str(sequence // STRETCH_LENGTH))
    left = LONGEST_LOOKED_AT
    for text in texts(kind, document):
        made.add(tokens(text.words[:left], text.language), text.weight)
        left = max(0, left - len(text.words))
    return made.written()


class _Vector:
    """A vector as it grows."""

    def __init__(self) -> None:
        self.places: dict[str, list[str]] = {}
        self.place, self.bytes = 0, 0

    def keep(self, *lexemes: str) -> None:
        """Lexemes without a place."""
        for lexeme in lexemes:
            self._places(lexeme)

    def add(self, words: list[Token], weight: str) -> None:
        """One more text, after those before it."""
        marks = ("", IN_TITLE) if weight == TITLE else ("",)
        for token in words:
            self.place += 1
            if not token.stop:
                word = token.exact[:LONGEST_WORD]
                for mark in marks:
                    self._put(mark + word, weight)
                    for stem in token.stems:
                        self._put(mark + STEM + stem[:LONGEST_WORD], weight)
                    self.keep(*(mark + BEGINNING + letters for letters in beginnings(word)))
        self.place += BETWEEN_TEXTS

    def _put(self, lexeme: str, weight: str) -> None:
        places = self._places(lexeme)
        if self.place <= LAST_PLACE and len(places) < MOST_PLACES:
            places.append(f"{self.place}{weight}")
            self.bytes += 2

    def _places(self, lexeme: str) -> list[str]:
        places = self.places.get(lexeme)
        if places is None:
            places = []
            if self.bytes < MOST_BYTES:
                self.places[lexeme] = places
                self.bytes += len(lexeme.encode()) + 8
        return places

    def written(self) -> str:
        return " ".join(
            f"{quoted(lexeme)}:{','.join(places)}" if places else quoted(lexeme)
            for lexeme, places in self.places.items()
        )
