"""Words and signs of a text, each at its place, and the page on which they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from archive.core.spans import Span
from archive.ingest.reading import Block, Reading
from archive.ingest.rules.table import Rules

APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.N.
    r"|['’][sS](?!\w)"  # the possessive, a word of its own
    r"|\d+(?:[.,  ]\d{3})*(?:[.,]\d+)?(?![^\W\d_]|[-‑][^\W\d_])"  # 30,000 and 12.5
    r"|#?\w+(?:[-‑/\u200c]\w+)*(?:['’](?![sS](?!\w))\w+(?:[-‑]\w+)*)*"
    r"|[^\w\s]"
)
READ_AT_MOST = 150_000  # characters, about fifty pages: more is no article
SPOKEN = ("paragraph", "list-item")


class Token(NamedTuple):
    """A word or sign; or, in a sentence, a whole quotation standing as one word."""

    start: int
    end: int
    text: str
    norm: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        return self.quote < 0 and (self.text[0].isalnum() or (self.text[0] in "#'’" and len(self.text) > 1))

    @property
    def is_capital(self) -> bool:
        return self.quote < 0 and self.text.lstrip("#")[:1].isupper()

    @property
    def is_number(self) -> bool:
        return self.quote < 0 and self.text[0].isdigit()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def norm(text: str) -> str:
    """A word as the tables write it: lower case, with a straight apostrophe."""
    word = text.translate(APOSTROPHES).casefold()
    return word.rstrip(".") or word


def tokens_in(text: str, span: Span) -> list[Token]:
    return [
        Token(found.start(), found.end(), found.group(), norm(found.group()))
        for found in TOKEN.finditer(text, span.start, span.end)
    ]


class PhraseBook:
    """Phrases by their first word, so that looking one up costs nothing where none begins."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]):
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def at(self, tokens: Sequence[Token], place: int) -> tuple[str, ...]:
        """The longest phrase that stands at a place, or an empty one."""
        best: tuple[str, ...] = ()
        for phrase in self._by_first.get(tokens[place].norm, ()):
            words = tuple(token.norm for token in tokens[place : place + len(phrase)])
            if len(phrase) > len(best) and words == phrase:
                best = phrase
        return best

    def anywhere(self, tokens: Sequence[Token]) -> int:
        """The place of the first phrase, or -1."""
        return next((place for place in range(len(tokens)) if self.at(tokens, place)), -1)


@dataclass(frozen=True)
class Page:
    """A reading under the rules of its language."""

    reading: Reading
    rules: Rules

    @property
    def text(self) -> str:
        return self.reading.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that are read: all of any press report, and the beginning of a monstrous file."""
        return tuple(
            Block(block.kind, block.start, min(block.end, READ_AT_MOST))
            for block in self.reading.blocks
            if block.start < READ_AT_MOST
        )

    @cached_property
    def spoken_blocks(self) -> tuple[int, ...]:
        """The blocks in which somebody may speak: not titles, headings or bylines."""
        return tuple(place for place, block in enumerate(self.blocks) if block.kind in SPOKEN)

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each block."""
        return tuple(tuple(tokens_in(self.text, Span(block.start, block.end))) for block in self.blocks)

    @cached_property
    def sayings(self) -> PhraseBook:
        """The verbs of saying of the language."""
        return PhraseBook(self.rules.sayings)

    def block(self, place: int) -> Block:
        return self.blocks[place]

    def span_of(self, place: int) -> Span:
        return Span(self.blocks[place].start, self.blocks[place].end)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> int:
        """The block in which an offset stands."""
        return max(0, bisect_left(self._starts, offset + 1) - 1)

    def tokens_of(self, span: Span) -> list[Token]:
        """The words inside a span of one block."""
        words = self.tokens[self.block_at(span.start)]
        first = bisect_left(words, span.start, key=lambda token: token.start)
        last = bisect_left(words, span.end, key=lambda token: token.start)
        return list(words[first:last])

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the text also writes without a capital: a capital on them says nothing."""
        return frozenset(token.text for words in self.tokens for token in words if token.text[:1].islower())
