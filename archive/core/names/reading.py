"""A text as words of signs, each sign knowing its place in the text."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from archive.core.names.forms import Capital
from archive.core.names.signs import APOSTROPHE, HALF_SPACE, HUMP, JOINTS, shows, sign
from archive.core.spans import Span

_SENTENCE_ENDS = frozenset('.!?:;…\n\r"“«»”؟؛()[]*•#>')
_CLINGS = ("Mn", "Me")
# على, “on”, is the commonest word of Arabic; علي is the name. Persian typed without its own yeh has only ى.
_ON = re.compile(r"(?<!\w)[وف]?على(?!\w)")


class Word(NamedTuple):
    """A word of a text: its signs, joints included, and the place of each."""

    letters: str
    places: tuple[Span, ...]
    capital: Capital

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place in the text of the signs from `start` to `end`."""
        return Span(self.places[start].start, self.places[(end or len(self.places)) - 1].end)

    def joined(self, other: "Word") -> "Word":
        """This word and another, as if nothing parted them."""
        capital: Capital = "none" if "none" in (self.capital, other.capital) else "name"
        return Word(self.letters + other.letters, self.places + other.places, capital)


class _Sign(NamedTuple):
    look: str
    place: Span
    upper: bool


def words_in(text: str) -> list[Word]:
    """The words of a text, in order."""
    cased = _cased(text)
    skipped = _prepositions(text)
    found = []
    for signs in _runs(text):
        letters, places = [], []
        for at, one in enumerate(signs):
            if at and one.upper and not signs[at - 1].upper and signs[at - 1].look.isalpha():
                letters.append(HUMP)
                places.append(Span(one.place.start, one.place.start))
            letters += one.look
            places += [one.place] * len(one.look)
        if places[0].start not in skipped:
            capital = _capital(text, signs, cased)
            found.append(Word("".join(letters), tuple(places), capital))
    return found


def _runs(text: str) -> Iterator[list[_Sign]]:
    """The signs of each word: what shows and is no letter, digit or joint ends it; joints at its ends go."""
    run: list[_Sign] = []
    for at, char in enumerate(text):
        look = sign(char)
        if look:
            run.append(_Sign(look, Span(at, at + 1), char.isupper()))
        elif shows(char):
            yield from _stripped(run)
            run = []
        elif run and (unicodedata.category(char) in _CLINGS or char in "ـء") and run[-1].place.end == at:
            run[-1] = run[-1]._replace(place=Span(run[-1].place.start, at + 1))
    yield from _stripped(run)


def _stripped(run: list[_Sign]) -> Iterator[list[_Sign]]:
    start, end = 0, len(run)
    while start < end and run[start].look in JOINTS:
        start += 1
    while end > start and run[end - 1].look in JOINTS:
        end -= 1
    if start < end:
        yield _without_doubled_joints(run[start:end])


def _without_doubled_joints(run: list[_Sign]) -> list[_Sign]:
    return [
        one
        for at, one in enumerate(run)
        if not (one.look in (HALF_SPACE, APOSTROPHE) and run[at - 1].look == one.look)
    ]


def _cased(text: str) -> bool:
    """Whether capitals tell anything in this text: it has both kinds, and more small letters."""
    small = sum(char.islower() for char in text)
    large = sum(char.isupper() for char in text)
    return 0 < large < small


def _capital(text: str, signs: list[_Sign], cased: bool) -> Capital:
    if not cased:
        return "start"
    if not signs[0].upper:
        return "none"
    start = signs[0].place.start
    before = text[max(0, start - 12) : start].rstrip(" \t\u00a0\u202f'‘’–—-")
    return "start" if not before or before[-1] in _SENTENCE_ENDS else "name"


def _prepositions(text: str) -> frozenset[int]:
    """Where an Arabic text has its word for “on”, which would else be the name Ali."""
    if "ي" not in text and "ی" not in text:
        return frozenset()
    return frozenset(match.start() for match in _ON.finditer(text))
