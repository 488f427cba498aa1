"""Finding words again in a text, as somebody typed or pasted them: white space and marks may differ."""

from __future__ import annotations

import re

from archive.core.spans import Span

_ALIKE = ('"“”„«»‟″', "'‘’‚‹›′", "-–—‐‑", "…")
_SENTENCE_END = re.compile(r"[.!?؟…۔]+[\"”’»)\]]*\s+|\n+")


def places_of(text: str, words: str) -> list[Span]:
    """Every place where the words stand: first sign by sign, else in any case, white space and marks."""
    wanted = words.strip()
    if not wanted:
        return []
    for pattern in (re.escape(wanted), _forgiving(wanted)):
        found = [Span(*match.span()) for match in re.finditer(pattern, text)]
        if found:
            return found
    return []


def place_near(text: str, words: str, *, near: int = 0) -> Span | None:
    """The place of the words that is closest to a point of the text; None where they do not stand."""
    return min(places_of(text, words), key=lambda span: abs(span.start - near), default=None)


def _forgiving(words: str) -> str:
    return r"\s+".join("".join(map(_sign, part)) for part in words.split())


def _sign(sign: str) -> str:
    for alike in _ALIKE:
        if sign in alike:
            return r"(?:…|\.\.\.)" if sign == "…" else f"[{re.escape(alike)}]"
    return re.escape(sign)


def sentence_starts(text: str, spans: list[Span]) -> list[int]:
    """Where a stretch can be parted: at the beginning of every sentence and of every span but the first."""
    starts = [span.start for span in spans[1:]]
    for span in spans:
        for match in _SENTENCE_END.finditer(text, span.start, span.end):
            if span.start < match.end() < span.end:
                starts.append(match.end())
    return sorted(set(starts))


def parted(text: str, spans: list[Span], at: int) -> tuple[list[Span], list[Span]]:
    """Spans before a point and from it on, without white space at the cut."""
    before = [Span(s.start, min(s.end, at)).trimmed(text) for s in spans if s.start < at]
    after = [Span(max(s.start, at), s.end).trimmed(text) for s in spans if s.end > at]
    return [s for s in before if s.start < s.end], [s for s in after if s.start < s.end]


def united(text: str, spans: list[Span]) -> list[Span]:
    """Spans in order; those that overlap, or have only spaces between them, made one."""
    made: list[Span] = []
    for span in sorted(spans):
        between = text[made[-1].end : span.start] if made else "-"
        if made and (span.start <= made[-1].end or not between.strip(" ")):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made
