"""The memorial list: names under the letters of the reader's own alphabet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.edition.orders import letter, place_of_name
from archive.pages.reading import Published
from archive.pages.shown.rows import Row, row


@dataclass(frozen=True)
class UnderLetter:
    """The names of one page that begin with a letter; `letter` is "" for other signs."""

    letter: str
    rows: list[Row]


def under_letters(shown: Sequence[Published], language: str) -> list[UnderLetter]:
    """The names of a page, in the order they stand in, with the letter over them."""
    groups = groupby(shown, key=lambda each: _letter_of(each, language))
    return [UnderLetter(sign, [row(each) for each in those]) for sign, those in groups]


def _letter_of(record: Published, language: str) -> str:
    place = place_of_name(record.title, language)
    return letter(place, language) if place else ""
