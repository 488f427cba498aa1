"""Sentences in which each quotation stands as one word, so that what surrounds it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.core.spans import Span
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.tokens import Page, Token

ENDS = frozenset(".!?…؟")
LONGEST = 160  # words after which a sentence is cut, for no sentence is so long
DATELINE = 18  # words a dateline may have
ATTRIBUTION = 8  # words within which a sentence that only says who spoke has its verb


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block: its words, quotations being one word each."""

    block: int
    tokens: tuple[Token, ...]
    is_dateline: bool = False

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @cached_property
    def is_bare(self) -> bool:
        """Whether nothing but quotations stands in it."""
        return not any(token.is_word for token in self.tokens)

    @property
    def quotes(self) -> tuple[int, ...]:
        return tuple(token.quote for token in self.tokens if token.quote >= 0)


def sentences_in(page: Page, quotes: Sequence[Quote]) -> list[Sentence]:
    """All sentences of the spoken blocks."""
    stretches = _stretches(page, quotes)
    return [
        sentence
        for place in page.spoken_blocks
        for sentence in _split(place, _masked(page, page.tokens[place], stretches.get(place, [])), page)
    ]


def sentences_within(page: Page, quote: Quote) -> list[Sentence]:
    """The sentences inside a quotation, its own inner quotations standing as one word."""
    found: list[Sentence] = []
    inner = _stretches(page, quote.inner)
    for span in quote.spans:
        place = page.block_at(span.start)
        masked = _masked(page, page.tokens_of(span), inner.get(place, []))
        found += _split(place, masked, page)
    return found


def _stretches(page: Page, quotes: Sequence[Quote]) -> dict[int, list[tuple[Span, int]]]:
    """By block, the stretches of quotations in it."""
    found: dict[int, list[tuple[Span, int]]] = {}
    for number, quote in enumerate(quotes):
        for outer in quote.outers:
            found.setdefault(page.block_at(outer.start), []).append((outer, number))
    return found


def _masked(page: Page, tokens: Sequence[Token], stretches: list[tuple[Span, int]]) -> list[Token]:
    """The words of a block, each stretch of a quotation in it as one word."""
    masked: list[Token] = []
    waiting = sorted(stretches, reverse=True)
    for token in tokens:
        while waiting and waiting[-1][0].end <= token.start:
            waiting.pop()
        if waiting and waiting[-1][0].start <= token.start:
            outer, number = waiting[-1]
            if not masked or masked[-1].start != outer.start:
                masked.append(Token(outer.start, outer.end, outer.of(page.text), "", number))
            continue
        masked.append(token)
    return masked


def _split(place: int, tokens: list[Token], page: Page) -> Iterator[Sentence]:
    begins = _dateline(tokens)
    if begins:
        yield Sentence(place, tuple(tokens[:begins]), is_dateline=True)
    for at in range(begins, len(tokens)):
        overlong = at - begins >= LONGEST
        if at + 1 == len(tokens) or overlong or _ends_at(tokens, at, page):
            yield Sentence(place, tuple(tokens[begins : at + 1]))
            begins = at + 1


def _dateline(tokens: list[Token]) -> int:
    """The end of “GENEVA, 9 April (Wire) –” at the start of a paragraph; 0 where there is none."""
    if not tokens or not tokens[0].is_capital:
        return 0
    inside = False
    for at, token in enumerate(tokens[:DATELINE]):
        if token.quote >= 0 or token.text == ":":
            return 0
        inside = (inside or token.text == "(") and token.text != ")"
        if token.text in "–—-" and not inside and at:
            end = at + 1
            while end < len(tokens) and tokens[end].text in "–—-":
                end += 1
            plain = tokens[0].text.isupper() or any(each.is_number for each in tokens[:at])
            spaced = token.start > tokens[at - 1].end
            return end if plain and spaced and end < len(tokens) else 0
        if token.is_word and not inside and not (token.is_capital or token.is_number):
            return 0
    return 0


def _ends_at(tokens: list[Token], at: int, page: Page) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if token.quote >= 0:
        return _ends_with_quote(tokens, at, page)
    if token.text not in ENDS or after.text in ")]" or after.text in ENDS:
        return False
    if token.text == "." and at and _is_abbreviation(tokens[at - 1], token, page):
        return False
    return after.is_capital or after.quote >= 0 or after.is_number or not page.rules.capitals


def _ends_with_quote(tokens: list[Token], at: int, page: Page) -> bool:
    """A quotation that ends like a sentence ends it too, unless the words after it say who spoke."""
    token, after = tokens[at], tokens[at + 1]
    said = token.text.rstrip("\"“”'‘’»«›‹ ")
    if not said or said[-1] not in ENDS:
        return False
    if after.quote >= 0:
        return True
    if page.rules.capitals and not after.is_capital:
        return False
    return not _only_says_who(tokens[at + 1 : at + 40], said[-1], page)


def _only_says_who(following: list[Token], mark: str, page: Page) -> bool:
    """Whether the words after a quotation are a bare attribution: “Is it over?” Ms Tolen asked."""
    end = next((at for at, token in enumerate(following) if token.text in ENDS), len(following))
    for at in range(min(end, ATTRIBUTION)):
        phrase = page.sayings.at(following, at)
        if phrase:
            last = at + len(phrase)
            bare = last >= end or following[last].text == ","
            return bare and (mark != "." or last >= end)
        if following[at].quote >= 0:
            return False
    return False


def _is_abbreviation(before: Token, stop: Token, page: Page) -> bool:
    if before.end != stop.start or not before.is_word:
        return False
    initial = len(before.text) == 1 and before.is_capital
    return initial or before.norm in page.rules.abbreviations
