"""Places in a text: spans, and anchors that can find their place again.

An anchor is a W3C Web Annotation TextQuoteSelector and TextPositionSelector in one:
https://www.w3.org/TR/annotation-model/#selectors. Offsets count Unicode code points.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

CONTEXT = 48  # code points of prefix and suffix: enough to tell two equal quotes apart


class Span(NamedTuple):
    """A stretch of text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> Span:
        """The same span without the white space at its ends."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Anchor:
    """Where in a text something stands, and enough of its surroundings to find it again."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_sha256: str

    @classmethod
    def at(cls, text: str, span: Span) -> Anchor:
        """The anchor of a span of `text`; raises ValueError for a span outside it or empty."""
        start, end = span
        if not 0 <= start < end <= len(text):
            raise ValueError(f"the span {start}–{end} is not inside a text of {len(text)} characters")
        return cls(
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            start=start,
            end=end,
            text_sha256=digest(text),
        )

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def holds_in(self, text: str) -> bool:
        """Whether the anchor still stands where it says."""
        return self.span.of(text) == self.exact

    def carried_to(self, text: str) -> Anchor | None:
        """The same quote in a changed text, or None where it is gone or cannot be told apart.

        Among several places the one whose surroundings agree best is taken; a draw is no answer.
        """
        places = list(_places(text, self.exact))
        if not places:
            return None
        agreement = [self._agreement(text, place) for place in places]
        best = max(agreement)
        if agreement.count(best) > 1:
            return None
        return Anchor.at(text, places[agreement.index(best)])

    def _agreement(self, text: str, place: Span) -> int:
        before = text[max(0, place.start - CONTEXT) : place.start]
        after = text[place.end : place.end + CONTEXT]
        return _shared(before[::-1], self.prefix[::-1]) + _shared(after, self.suffix)


def _places(text: str, quote: str):
    start = text.find(quote)
    while start >= 0:
        yield Span(start, start + len(quote))
        start = text.find(quote, start + 1)


def _shared(one: str, other: str) -> int:
    """How many leading characters two texts share."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
