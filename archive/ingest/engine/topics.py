"""Topics: hashtags, also broken ones, section headings, and subject headings the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.cast import Cast
from archive.ingest.engine.tokens import READ_AT_MOST, Page, PhraseBook

HASHTAG = re.compile(r"(?<![\w#&/])#\s?(?=\w*[^\W\d_])(\w+)((?: [A-Z][^\W\d_]+)*)")
HUMPS = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z0-9])|(?<=\d)(?=[^\W\d_])|_")
HEADING_WORDS = 6
OFTEN = 3


@dataclass(frozen=True)
class Topic:
    """A subject with the place where the text gives it."""

    label: str
    span: Span
    source: str
    confidence: float


def topics_in(page: Page, cast: Cast) -> list[Topic]:
    """Each topic once, under its first and surest source."""
    kept: dict[str, Topic] = {}
    for topic in (*_hashtags(page, cast), *_headings(page), *_subjects(page)):
        kept.setdefault(_plain(topic.label), topic)
    return sorted(kept.values(), key=lambda topic: topic.span)


def _plain(label: str) -> str:
    return re.sub(r"\W", "", label).casefold()


def _hashtags(page: Page, cast: Cast) -> Iterator[Topic]:
    people = {member.words[-1] for member in cast.members.values() if member.kind == "person"}
    for found in HASHTAG.finditer(page.text, 0, READ_AT_MOST):
        word, more = found.group(1), found.group(2)
        if word.casefold() in people:
            continue
        end = found.end(2) if more else found.end(1)
        label = " ".join(part for part in HUMPS.split(word) if part) + more
        yield Topic(label, Span(found.start(1), end), "hashtag", 0.9 if not more else 0.7)


def _headings(page: Page) -> Iterator[Topic]:
    rules = page.rules
    for place, block in enumerate(page.blocks):
        words = [token for token in page.tokens[place] if token.is_word]
        tells = any(
            token.norm in rules.auxiliaries | rules.pronouns.keys() | rules.who
            or (token.norm,) in rules.sayings
            for token in words
        )
        dated = any(token.norm in rules.months for token in words) and any(token.is_number for token in words)
        if dated:
            continue
        if block.kind == "heading" and 0 < len(words) <= HEADING_WORDS and not tells:
            span = Span(block.start, block.end)
            yield Topic(span.of(page.text), span, "heading", 0.4)


def _subjects(page: Page) -> Iterator[Topic]:
    """A subject heading that stands in a title or heading, or often enough in the text."""
    book = PhraseBook(page.rules.subjects)
    found: dict[str, list[Span]] = {}
    prominent: set[str] = set()
    for place, block in enumerate(page.blocks):
        tokens = page.tokens[place]
        for at in range(len(tokens)):
            phrase = book.at(tokens, at)
            if phrase:
                label = page.rules.subjects[phrase]
                span = Span(tokens[at].start, tokens[at + len(phrase) - 1].end)
                found.setdefault(label, []).append(span)
                if block.kind in ("title", "heading"):
                    prominent.add(label)
    for label, spans in found.items():
        if label in prominent or len(spans) >= OFTEN:
            yield Topic(label, spans[0], "subject", 0.5)
