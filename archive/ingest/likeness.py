"""Likeness: when a proposal and a label say the same, for the evaluation."""

from __future__ import annotations

import re
from collections import Counter

WORDS = re.compile(r"\w+")
SMALL = frozenset(("a", "an", "the"))
FOUND = 0.5  # overlap from which two wordings count as the same


def plain(words: str) -> str:
    """Words without case, marks and the ends of parts: what is compared."""
    return " ".join(WORDS.findall(words.casefold().replace("’", "'").replace("ʼ", "'")))


def overlap(one: str, other: str) -> float:
    """Shared words over all words, in order-free counts weighted by length: near to a character overlap."""
    first, second = Counter(plain(one).split()), Counter(plain(other).split())
    shared = sum(len(word) * count for word, count in (first & second).items())
    every = sum(len(word) * count for word, count in (first | second).items())
    return shared / every if every else 0.0


def same_name(one: str, other: str) -> bool:
    """The same words, or all of one in the other with the surname among them."""
    first, second = plain(one).split(), plain(other).split()
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    return all(word in longer for word in shorter) and shorter[-1] == longer[-1]


def same_described(one: str, other: str) -> bool:
    """Whether two descriptions mean the same: one is the other with more words before or after it."""
    first, second = [word for word in plain(one).split() if word not in SMALL], plain(other).split()
    second = [word for word in second if word not in SMALL]
    shorter, longer = sorted((first, second), key=len)
    begins = longer[: len(shorter)] == shorter or longer[-len(shorter) :] == shorter
    return bool(shorter) and begins


def same_label(one: str, other: str) -> bool:
    return plain(one).replace(" ", "") == plain(other).replace(" ", "")


def same_claim(one: tuple[str, str], other: tuple[str, str]) -> bool:
    values = plain(one[0]), plain(other[0])
    return values[0] in values[1] or values[1] in values[0]


def same_document(one: str, other: str) -> bool:
    first, second = set(plain(one).split()), set(plain(other).split())
    return bool(first and second) and (first <= second or second <= first or overlap(one, other) >= FOUND)
