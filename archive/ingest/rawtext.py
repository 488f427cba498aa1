"""Raw lines: the blocks of an article before they have a place, and how plain text falls into them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.ingest.rules.furniture import is_byline

SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", "”", '"', "»", "…", "؟", "’", "'", ")")
HEADING_WORDS = 16
LIST_MARK = re.compile(r"(?:[-–—*•▪‣·]|\d{1,2}[.)])\s+(?=\S)")
MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
WIDEST_WRAP = 100  # a file whose lines all end before this column may be hard-wrapped


class Raw(NamedTuple):
    """A block as it came: its kind and its words."""

    kind: str
    words: str


def blocks_of_plain_text(text: str) -> Iterator[Raw]:
    """Paragraphs, headings, bylines and list items of a plain text."""
    lines = [line.rstrip() for line in text.splitlines()]
    paragraphs = list(_paragraphs(lines))
    for place, words in enumerate(paragraphs):
        following = max(paragraphs[place + 1 : place + (4 if place == 0 else 2)], key=len, default="")
        yield _told_apart(words, following)


def _paragraphs(lines: list[str]) -> Iterator[str]:
    width = _wrap_width(lines)
    for group in _between_blank_lines(lines):
        if width and len(group) > 1:
            yield from (_joined(part) for part in _unwrapped(group, width))
        else:
            yield from (" ".join(line.split()) for line in group)


def _wrap_width(lines: list[str]) -> int:
    """The column at which a file was hard-wrapped; 0 where each line is a paragraph."""
    filled = [len(line) for line in lines if line.strip()]
    if len(filled) < 2 or max(filled) > WIDEST_WRAP:
        return 0
    width = max(filled)
    followed = [len(line) for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    long = sum(length > 0.7 * width for length in followed)
    return width if width > 40 and followed and long >= 0.5 * len(followed) else 0


def _between_blank_lines(lines: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _unwrapped(group: list[str], width: int) -> Iterator[list[str]]:
    """A group of wrapped lines in its paragraphs: an indent, a list mark or a short last line parts them."""
    part: list[str] = []
    indents = [len(line) - len(line.lstrip()) for line in group]
    for line, indent in zip(group, indents, strict=True):
        begins = indent > min(indents) or LIST_MARK.match(line.lstrip())
        ended = part and len(part[-1]) < 0.6 * width and part[-1].endswith(SENTENCE_ENDS)
        if part and (begins or ended):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _joined(lines: list[str]) -> str:
    """Lines as one paragraph; a word cut by a hyphen at the line's end is joined, its hyphen kept."""
    words = ""
    for line in lines:
        cut = re.search(r"\w-$", words) and line.lstrip()[:1].islower()
        words += ("" if cut or not words else " ") + " ".join(line.split())
    return words


def _told_apart(words: str, following: str) -> Raw:
    if heading := MARKDOWN_HEADING.match(words):
        return Raw("heading", words[heading.end() :])
    if is_byline(words):
        return Raw("byline", words)
    if mark := LIST_MARK.match(words):
        return Raw("list-item", words[mark.end() :])
    return Raw("heading" if _looks_like_heading(words, following) else "paragraph", words)


def _ends_like_sentence(words: str) -> bool:
    """Whether a line ends with a stop; a motto in marks, without one inside them, does not."""
    bare = words.strip("“”\"'‘’«»")
    motto = words[:1] in '“"‘«' and words != bare and not any(mark in bare for mark in '“”"«»')
    return (bare if motto else words).endswith(SENTENCE_ENDS)


def _looks_like_heading(words: str, following: str) -> bool:
    if not following or _ends_like_sentence(words) or len(words.split()) > HEADING_WORDS:
        return False
    if re.search(r"\w[.!?]['”’\"»]*\s+\S", words) and len(words.split()) > 8:
        return False  # several sentences
    if all(word.startswith("#") for word in words.split()):
        return False
    return not words[0].islower() and len(following) > len(words)
