"""Documents that the article cites: reports, resolutions, letters, books."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.tokens import READ_AT_MOST, Token

SYMBOL = re.compile(r"\b[AES]/(?:[A-Z]+/)?\w+(?:/\w+)+\b")
NOUN_BEFORE = 5


@dataclass(frozen=True)
class Document:
    """A cited document: the words that name it, its kind, who made it."""

    title: Span
    kind: str
    author: str
    author_words: Span | None
    confidence: float


class Documents:
    """Finds cited documents by their noun, their symbol or their title in marks."""

    def __init__(self, story: Story, names: Sequence[Quote]):
        self.story = story
        self.page = story.page
        self.rules = story.page.rules
        self.names = names

    def run(self) -> list[Document]:
        found = list(self._titled())
        for scene in (*self.story.scenes, *self.story.spoken):
            found += self._named(scene)
        for match in SYMBOL.finditer(self.page.text, 0, READ_AT_MOST):
            found.append(Document(Span(*match.span()), "report", "", None, 0.8))
        return self._once(found)

    def _once(self, found: list[Document]) -> list[Document]:
        kept: list[Document] = []
        seen: set[str] = set()
        for document in sorted(found, key=lambda d: (d.title.start, -d.title.end)):
            words = document.title.of(self.page.text).casefold()
            if words in seen or (kept and kept[-1].title.overlaps(document.title)):
                continue
            seen.add(words)
            kept.append(document)
        return kept

    def _titled(self) -> Iterator[Document]:
        """A title in marks beside a noun for a document: the book “…”."""
        for quote in self.names:
            tokens = self.page.tokens[self.page.block_at(quote.start)]
            around = [
                token
                for token in tokens
                if quote.start - 60 < token.start < quote.start or quote.end < token.start < quote.end + 40
            ]
            noun = next((t.norm for t in reversed(around) if t.norm in self.rules.documents), "")
            if noun:
                yield Document(quote.spans[0], self.rules.documents[noun], "", None, 0.75)

    def _named(self, scene: Scene) -> Iterator[Document]:
        tokens = scene.sentence.tokens
        for place, token in enumerate(tokens):
            if token.norm not in self.rules.documents or self._is_verb(tokens, place):
                continue
            first = self._begins(tokens, place)
            last = self._ends(tokens, place)
            marked = self._is_particular(tokens, first, place, last)
            if marked:
                span = Span(tokens[first].start, tokens[last - 1].end)
                author = self._author(scene, first, last)
                kind = self.rules.documents[token.norm]
                yield Document(span, kind, author[0], author[1], marked)

    def _is_verb(self, tokens: Sequence[Token], place: int) -> bool:
        return place > 0 and tokens[place - 1].norm in self.rules.to | self.rules.pronouns.keys()

    def _begins(self, tokens: Sequence[Token], place: int) -> int:
        first = place
        while first > 0 and place - first < NOUN_BEFORE:
            before = tokens[first - 1]
            possessive = before.norm in self.rules.possessive_marks
            if not possessive and (not before.is_word or before.norm in self.rules.stops):
                break
            if (before.norm,) in self.rules.sayings or before.norm.endswith(self.rules.participle_endings):
                break
            first -= 1
        return first

    def _ends(self, tokens: Sequence[Token], place: int) -> int:
        """Past a number, and past “of”, “on”, “for” with a name or a year."""
        last = place + 1
        if last < len(tokens) and tokens[last].is_number:
            last += 1
            while last + 1 < len(tokens) and tokens[last].text in "/" and tokens[last + 1].is_number:
                last += 2
        while last + 1 < len(tokens) and tokens[last].norm in self.rules.role_links - self.rules.conjunctions:
            after = last + 1
            while after + 1 < len(tokens) and tokens[after].norm in self.rules.articles:
                after += 1
            following = tokens[after]
            if not (following.is_capital or following.is_number) or following.norm in self.rules.weekdays:
                break
            end = after + 1
            while end < len(tokens) and (tokens[end].is_capital or tokens[end].is_number):
                end += 1
            last = end
        return last

    def _is_particular(self, tokens: Sequence[Token], first: int, place: int, last: int) -> float:
        """How surely this is one document: it has a name, a number, an author, or an owner."""
        named = any(token.is_capital and at > 0 for at, token in enumerate(tokens) if first <= at < last)
        numbered = any(token.is_number for token in tokens[first:last])
        before = tokens[first - 1].norm if first else ""
        plural = tokens[place].norm.endswith("s")
        if named or numbered:
            return 0.75
        if before in self.rules.possessives and not plural:
            return 0.6
        if before in self.rules.definite_articles and first < place and not plural:
            return 0.45
        return 0.0

    def _author(self, scene: Scene, first: int, last: int) -> tuple[str, Span | None]:
        near = [m for m in scene.mentions if m.who and m.last <= last and first - m.last <= 3]
        if not near:
            return "", None
        return near[-1].who, near[-1].span
