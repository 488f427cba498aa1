"""Finding the place of quoted words in a source's text, however the quotation marks and spaces were typed."""

from __future__ import annotations

from dataclasses import dataclass

from archive.core.spans import CONTEXT, Span

_FOLDED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-",
     "‑": "-", "ي": "ی", "ك": "ک", "\u00ad": None, "\u200c": " "}
)  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A place where the words stand, with what stands around it."""

    span: Span
    before: str
    words: str
    after: str


def places_of(text: str, words: str) -> list[Found]:
    """Every place in `text` where `words` stand, exactly or but for marks, spaces and capitals."""
    words = words.strip()
    if not words:
        return []
    spans = _exactly(text, words) or _nearly(text, words)
    return [_with_context(text, span) for span in spans]


def _exactly(text: str, words: str) -> list[Span]:
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return spans


def _nearly(text: str, words: str) -> list[Span]:
    folded, offsets = _folded(text)
    wanted = _folded(words)[0].strip()
    if not wanted:
        return []
    return [Span(offsets[each.start], offsets[each.end - 1] + 1) for each in _exactly(folded, wanted)]


def _folded(text: str) -> tuple[str, list[int]]:
    """A text with its differences of typing taken out, and where each of its signs stood."""
    signs: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(text):
        for each in sign.translate(_FOLDED).lower()[:1]:
            if each.isspace() and signs and signs[-1] == " ":
                continue
            signs.append(" " if each.isspace() else each)
            offsets.append(offset)
    return "".join(signs), offsets


def _with_context(text: str, span: Span) -> Found:
    before = text[max(0, span.start - CONTEXT) : span.start]
    return Found(span, before, span.of(text), text[span.end : span.end + CONTEXT])
