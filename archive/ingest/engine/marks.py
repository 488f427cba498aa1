"""Quotation marks: where they stand, which way they face, and which are only apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.ingest.reading import Block

FAMILIES = {
    "double": '"“”„‟〝〞＂″',
    "single": "'‘’‚‛`´",
    "angle": "«»",
    "single-angle": "‹›",
}
FAMILY = {mark: family for family, marks in FAMILIES.items() for mark in marks}
OPENS = "“„‟‘‚‛«‹`"
CLOSES = "”’»›´"
MARK = re.compile(r"``|''|[" + re.escape("".join(FAMILY)) + "]")
BEFORE_OPENING = "([{—–-/…"
AFTER_CLOSING = ".,;:!?)]}—–-…/"


class Mark(NamedTuple):
    """A quotation mark and the way it faces: open, close, or either."""

    start: int
    end: int
    family: str
    faces: str


def marks_in(text: str, block: Block) -> Iterator[Mark]:
    """The quotation marks of a block, apostrophes left out."""
    for found in MARK.finditer(text, block.start, block.end):
        sign = found.group()
        family = "double" if len(sign) == 2 else FAMILY[sign]
        before = text[found.start() - 1] if found.start() > block.start else " "
        after = text[found.end()] if found.end() < block.end else " "
        if family == "single" and _is_apostrophe(sign, before, after):
            continue
        if family == "double" and sign in '"″' and before.isdigit() and after in " .,x×":
            faces = "close"
        else:
            faces = _faces(sign, before, after)
        yield Mark(found.start(), found.end(), family, faces)


def _is_apostrophe(sign: str, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return sign in "'’" and not before.isalnum() and after.isdigit()


def _faces(sign: str, before: str, after: str) -> str:
    """The surroundings decide; the shape only where they say nothing (as in « French marks »)."""
    opens_here = before.isspace() or before in BEFORE_OPENING or before in FAMILY
    closes_here = after.isspace() or after in AFTER_CLOSING or after in FAMILY
    if opens_here and not closes_here:
        return "open"
    if closes_here and not opens_here:
        return "close"
    return _shape(sign)


def _shape(sign: str) -> str:
    if sign[0] in OPENS:
        return "open"
    return "close" if sign[0] in CLOSES else "either"
