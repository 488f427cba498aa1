"""The reading: what an article says, without the page around it, as structure and plain text.

A reading never changes a word. It joins broken lines, drops the page's furniture (and says what it
dropped) and tells titles, headings, bylines and list items from paragraphs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import charset_normalizer

from archive.ingest.rawtext import Raw, blocks_of_plain_text
from archive.ingest.rules.furniture import is_furniture
from archive.ingest.rules.languages import language_of
from archive.ingest.webpage import blocks_of_web_page

LARGEST = 5 * 1024 * 1024
BETWEEN_BLOCKS = "\n\n"
HASHTAG = re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d_])\w+")
LOOKS_LIKE_HTML = re.compile(r"<\s*(?:!doctype|html|body|article|head|div|p|h[1-6])\b[^<>]*>", re.I)
BINARY = {
    b"%PDF": "This is a PDF. Copy its text, or save it as text, and take that in.",
    b"PK\x03\x04": "This is a Word, ODT or ZIP file. Save it as text or as a web page and take that in.",
    b"\xd0\xcf\x11\xe0": "This is an old Word file. Save it as text and take that in.",
    b"{\\rtf": "This is an RTF file. Save it as plain text and take that in.",
    b"\x89PNG": "This is an image. Type out or recognise its text and take that in.",
    b"\xff\xd8\xff": "This is an image. Type out or recognise its text and take that in.",
    b"GIF8": "This is an image. Type out or recognise its text and take that in.",
    b"\x1f\x8b": "This file is compressed. Unpack it and take in what is inside.",
}
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\ufeff\u200b\u2060"))  # soft hyphens, byte order marks, breaks


class Unreadable(ValueError):
    """What was given is not an article that can be read; the message says what to do."""


class Block(NamedTuple):
    """A part of a reading: title, heading, paragraph, byline or list-item."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """An article as it is read: its text in blocks, its hashtags, and what was left out."""

    text: str
    blocks: tuple[Block, ...]
    hashtags: tuple[str, ...]
    language: str
    dropped: tuple[str, ...]
    title: str


def read(data: bytes, *, media_type: str = "", url: str = "") -> Reading:
    """The reading of an article's bytes; raises Unreadable, with a sentence saying what to do."""
    text = _normalised(_decoded(data))
    if _is_html(text, media_type):
        raw: Iterable[Raw] = blocks_of_web_page(text, url=url)
    else:
        raw = blocks_of_plain_text(text)
    reading = _assembled(raw)
    if not reading.blocks:
        raise Unreadable("No article was found in this. Paste the words of the article itself.")
    return reading


def read_text(text: str) -> Reading:
    """The reading of words already at hand, such as those pasted into a form."""
    return read(text.encode())


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        raise Unreadable("This is larger than 5 MB. Take in one article at a time, as text or as a web page.")
    if not data.strip():
        raise Unreadable("There is nothing in this. Paste the article, or choose another file.")
    for beginning, advice in BINARY.items():
        if data.startswith(beginning):
            raise Unreadable(advice)
    if data.startswith(UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _guessed(data)
    if "\x00" in text or _share_of_controls(text) > 0.02:
        raise Unreadable("This is not text. Save the article as text or as a web page and take that in.")
    return text


def _guessed(data: bytes) -> str:
    """Text in an old encoding: UTF-16 without a mark, Western, or Arabic and Persian."""
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if even + odd > len(data[:4000]) / 5:
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    likely = charset_normalizer.from_bytes(data[:200_000], cp_isolation=["cp1252", "cp1256"]).best()
    return data.decode(likely.encoding if likely else "cp1252", errors="replace")


def _share_of_controls(text: str) -> float:
    sample = text[:20_000]
    strange = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f\v\x85" for sign in sample)
    return strange / max(1, len(sample))


def _normalised(text: str) -> str:
    """White space and invisible marks made even; the zero-width non-joiner of Persian is kept."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").translate(INVISIBLE)


def _is_html(text: str, media_type: str) -> bool:
    if "html" in media_type:
        return True
    return bool(LOOKS_LIKE_HTML.search(text[:20_000])) and media_type != "text/plain"


def _assembled(raw: Iterable[Raw]) -> Reading:
    blocks: list[Block] = []
    parts: list[str] = []
    dropped: list[str] = []
    place = 0
    for kind, words in _with_title(raw):
        if not words:
            continue
        if is_furniture(words):
            dropped.append(words)
            continue
        blocks.append(Block(kind, place, place + len(words)))
        parts.append(words)
        place += len(words) + len(BETWEEN_BLOCKS)
    text = BETWEEN_BLOCKS.join(parts)
    titles = [text[block.start : block.end] for block in blocks if block.kind == "title"]
    return Reading(
        text=text,
        blocks=tuple(blocks),
        hashtags=tuple(dict.fromkeys(HASHTAG.findall(text))),
        language=language_of(text),
        dropped=tuple(dropped),
        title=titles[0] if titles else "",
    )


def _with_title(raw: Iterable[Raw]) -> Iterable[Raw]:
    """The blocks, the first of them made the title where it is a heading and no other title stands."""
    blocks = [Raw(kind, words) for kind, words in raw]
    kept = [block for block in blocks if not is_furniture(block.words) and block.kind != "byline"]
    if kept and kept[0].kind == "heading" and not any(block.kind == "title" for block in blocks):
        blocks[blocks.index(kept[0])] = Raw("title", kept[0].words)
    return blocks
