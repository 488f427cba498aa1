"""What a reader asks for: words, phrases in quotation marks, words that must not stand there.

The same words become a question to the index (`Asked.tsquery`) and to a text on the page (`Term.at`), so
that what was found can be shown where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from archive.core.analysis import Token, tokens
from archive.edition.search.lexemes import (
    BEGINNING,
    IN_TITLE,
    LONGEST_BEGINNING,
    SHORTEST_PREFIX,
    STEM,
    quoted,
)

LONGEST_QUERY = 200  # signs of a reader's words that a search looks at
MOST_TERMS = 24

_QUOTES = '"“”„‟«»‹›「」『』＂'
_SINGLE = "'‘’‚‛"  # quotation marks at the edges of a word, apostrophes inside
_MARKS = re.compile(rf"[{_QUOTES}]")
_PIECE = re.compile(
    rf"(?P<minus>(?:(?<=\s)|\A)[-−–](?=[\w{_QUOTES}{_SINGLE}]))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)"
    rf"|(?<!\w)[{_SINGLE}](?P<single>[^{_SINGLE}]*\s[^{_SINGLE}]*)[{_SINGLE}](?!\w)"
    rf"|(?P<word>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Term:
    """One word, or the words of a phrase, that must (or, with a minus, must not) stand in a text.

    `words` are its words in order; `gaps` how many places each stands after the one before it.
    An `unfinished` term may go on after its last letter.
    """

    words: tuple[Token, ...]
    gaps: tuple[int, ...] = ()
    minus: bool = False
    unfinished: bool = False
    exact: bool = False

    @property
    def is_phrase(self) -> bool:
        return len(self.words) > 1

    def tsquery(self, mark: str = "") -> str:
        """The term as PostgreSQL's tsquery writes it; under a mark, as far as that narrows the index."""
        *first, last = (self._word(each, mark) for each in self.words)
        joined = "".join(f"{word} <{gap}> " for word, gap in zip(first, self.gaps, strict=True)) + last
        whole = f"({joined})" if self.is_phrase else joined
        return f"!{whole}" if self.minus else whole

    def apart(self, mark: str = "") -> str:
        """The words of a phrase, wherever they stand: what the index can tell without reading places."""
        return " & ".join(self._word(each, mark) for each in self.words)

    def _word(self, word: Token, mark: str) -> str:
        stems = [] if self.exact else [quoted(mark + STEM + stem) for stem in sorted(word.stems)]
        if self.unfinished:
            stems.insert(0, _beginning(word.exact, mark))
        written = stems or [quoted(mark + word.exact)]
        return f"({' | '.join(written)})" if len(written) > 1 else written[0]

    def at(self, text: Sequence[Token]) -> list[tuple[int, int]]:
        """Where the term stands among the words of a text: from which of them to which, both included."""
        return [(start, end) for start in range(len(text)) if (end := self._end(text, start)) >= 0]

    def _end(self, text: Sequence[Token], start: int) -> int:
        at = start
        for gap, word in zip((0, *self.gaps), self.words, strict=True):
            at += gap
            unfinished = self.unfinished and word is self.words[-1]
            if at >= len(text) or not self._is(word, text[at], unfinished):
                return -1
        return at

    def _is(self, word: Token, other: Token, unfinished: bool) -> bool:
        if other.stop:
            return False
        same = word.exact == other.exact or (unfinished and other.exact.startswith(word.exact))
        return same or (not self.exact and not word.stems.isdisjoint(other.stems))


@dataclass(frozen=True)
class Asked:
    """A reader's words, understood."""

    typed: str
    terms: tuple[Term, ...] = ()
    exact: bool = False
    left_out: tuple[str, ...] = ()  # stop words that nothing is found by
    cut: bool = False  # it was longer than a search looks at

    @classmethod
    def of(cls, words: str, *, exact: bool = False, language: str = "") -> Asked:
        """What these words ask for; whatever was typed, it is understood somehow."""
        typed = " ".join(words.replace("\0", " ").split())
        cut, typed = len(typed) > LONGEST_QUERY, typed[:LONGEST_QUERY]
        found: list[Term] = []
        left_out: list[str] = []
        for piece in _PIECE.finditer(typed):
            found += _terms(piece, left_out, exact=exact, language=language, last=piece.end() == len(typed))
        return cls(typed, tuple(_once(found))[:MOST_TERMS], exact, tuple(dict.fromkeys(left_out)), cut)

    @cached_property
    def wanted(self) -> tuple[Term, ...]:
        """What must stand there."""
        return tuple(term for term in self.terms if not term.minus)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """What must not."""
        return tuple(term for term in self.terms if term.minus)

    @property
    def asks(self) -> bool:
        """Whether it names anything to look for: not only stop words, signs, or what must not stand there."""
        return bool(self.wanted)

    @property
    def blank(self) -> bool:
        return not self.typed

    @property
    def tsquery(self) -> str:
        """The whole question as PostgreSQL's tsquery writes it; "" where nothing is asked."""
        return " & ".join(term.tsquery() for term in self.terms) if self.asks else ""

    @property
    def in_titles(self) -> str:
        """The same question to titles and names alone; what must not stand there may not anywhere."""
        written = [term.tsquery("" if term.minus else IN_TITLE) for term in self.terms]
        return " & ".join(written) if self.asks else ""

    @property
    def has_phrases(self) -> bool:
        """Whether the index alone cannot answer: places have to be read."""
        return any(term.is_phrase for term in self.terms)

    @property
    def reads(self) -> bool:
        """Whether the records that hold its words are read before it is known which of them answer."""
        return self.has_phrases or bool(self.unwanted)

    def apart(self, mark: str = "") -> str:
        """The words wanted, wherever they stand in a record: what a phrase is looked for among."""
        return " & ".join(term.apart(mark) for term in self.wanted)

    @property
    def plain(self) -> str:
        """The words without marks: what a name is looked up by. "" where something must not stand there."""
        return "" if self.unwanted else _MARKS.sub(" ", self.typed).strip()

    def without(self, term: Term) -> Asked:
        """The same without one term."""
        kept = tuple(each for each in self.terms if each is not term)
        return Asked(self.typed, kept, self.exact, self.left_out, self.cut)


def _terms(
    piece: re.Match[str], left_out: list[str], *, exact: bool, language: str, last: bool
) -> list[Term]:
    minus, phrase = bool(piece["minus"]), piece["phrase"] if piece["phrase"] is not None else piece["single"]
    words = tokens((phrase if phrase is not None else piece["word"]).replace("_", " "), language)
    kept = [(at, word) for at, word in enumerate(words) if not word.stop]
    left_out += [word.exact for word in words if word.stop]
    if not kept:
        return []
    unfinished = (
        last and not minus and not exact
        and not piece["closed"] and piece["single"] is None
        and not words[-1].stop and len(kept) == 1 and len(words[-1].exact) >= SHORTEST_PREFIX
    )  # fmt: skip
    gaps = tuple(there - here for (here, _), (there, _) in pairwise(kept))
    return [Term(tuple(word for _, word in kept), gaps, minus, unfinished, exact)]


def _once(terms: Iterable[Term]) -> list[Term]:
    """Each term once, however often it was typed."""
    seen: dict[tuple[object, ...], Term] = {}
    for term in terms:
        seen[(tuple(word.exact for word in term.words), term.gaps, term.minus)] = term
    return list(seen.values())


def _beginning(word: str, mark: str) -> str:
    """Words that begin like this: short beginnings stand in the index themselves."""
    if len(word) <= LONGEST_BEGINNING:
        return quoted(mark + BEGINNING + word)
    return quoted(mark + word) + ":*"
