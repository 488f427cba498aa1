"""The words of a text, one after the other, as finding compares them."""

import re
from typing import NamedTuple

from archive.core.words import folded

_WORD = re.compile(r"\w+")


class Token(NamedTuple):
    """One word: its place in the text in code points, its folded form, its stems, whether it is a stop word.

    The position of a token, for phrases, is its index in the list: stop words count.
    """

    start: int
    end: int
    exact: str
    stems: frozenset[str]
    stop: bool = False


def tokens(text: str, language: str = "") -> list[Token]:
    """The words of a text in a language (BCP 47; "" where unknown), in order, stop words marked."""
    return [
        Token(match.start(), match.end(), exact, stems(exact, language))
        for match in _WORD.finditer(text)
        if (exact := folded(match.group()))
    ]


def stems(word: str, language: str = "") -> frozenset[str]:
    """The stems of one folded word; never empty."""
    return frozenset({word})
