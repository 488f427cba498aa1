"""Where in a text a name may stand, whatever its script, spelling, ending or disguise."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from archive.core.names.everyday import EVERYDAY
from archive.core.names.forms import number_forms, readings, spelling
from archive.core.names.parts import MAIL
from archive.core.names.reading import Word, words_in
from archive.core.names.signs import HALF_SPACE
from archive.core.names.titles import HEADS, PARTICLES, TAILS
from archive.core.spans import Span

Asked = Callable[[str], bool]
_HYPHENED = re.compile(r"[-‐‑‒–—−]\s{0,4}|[_·.]{1,2}")  # a dash between two spaces parts a sentence
_SPACED = re.compile(r"[\s\u00a0]{1,4}")
_BETWEEN_LETTERS = re.compile(r"[^\w\n]{1,4}|_|\s{1,3}")
_BETWEEN_DIGITS = re.compile(r"[ \t\u00a0\u202f./()‐‑–-]{1,3}")
_LONGEST_SPACED = 24
_LONGEST_NUMBER = 8  # groups of digits


def found(text: str, asked: Asked) -> list[Span]:
    """The places where a word, or words that make one, has a form that is asked for."""
    words = words_in(text)
    known: dict[tuple[str, str], tuple[int, int] | None] = {}

    def stem(word: Word) -> Span | None:
        at = (word.letters, word.capital)
        if at not in known:
            known[at] = _stem(word, asked)
        place = known[at]
        return word.span(*place) if place else None

    places = [place for word in words if (place := stem(word))]
    places += [place for word in _joined(text, words) if (place := stem(word))]
    places += [word.span() for word in _pasted(text, words) if asked("e:" + spelling(word.letters))]
    places += [span for span, digits in _numbers(text, words) if any(map(asked, number_forms(digits)))]
    places += [Span(*match.span()) for match in MAIL.finditer(text) if asked("e:" + mail(match.group()))]
    return settled(places)


def mail(address: str) -> str:
    """An e-mail address as it is compared."""
    return address.strip(".").casefold()


def settled(places: list[Span]) -> list[Span]:
    """Places in order, the longer one where two overlap."""
    kept: list[Span] = []
    for place in sorted(set(places), key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
        elif place.end - place.start > kept[-1].end - kept[-1].start:
            kept[-1] = place
    return kept


def _stem(word: Word, asked: Asked) -> tuple[int, int] | None:
    for reading in readings(word.letters, word.capital):
        if any(map(asked, reading.forms)):
            return reading.start, reading.end
    return None


def _gap(text: str, one: Word, other: Word) -> str:
    return text[one.places[-1].end : other.places[0].start]


def _joined(text: str, words: list[Word]) -> Iterator[Word]:
    """Words that are one by every sign: Hos-\\nsein, H o s s e i n, Gholam Hossein, Abd al-Rahman."""
    for at, word in enumerate(words[:-1]):
        whole = word
        for count, after in enumerate(words[at + 1 : at + 4]):
            gap = _gap(text, words[at + count], after)
            if not (
                _HYPHENED.fullmatch(gap) or (_SPACED.fullmatch(gap) and _compound(words[at : at + 4], count))
            ):
                break
            whole = whole.joined(after)
            if not (word.letters in EVERYDAY and after.letters in EVERYDAY):
                yield whole
    yield from _spelt_out(text, words)


def _compound(words: list[Word], count: int) -> bool:
    """Whether the words up to the one after `count` may be a compound written apart."""
    first, after = words[0].letters, words[count + 1].letters
    if count == 0:
        return first in HEADS or after in TAILS
    return count == 1 and words[1].letters in PARTICLES and (first in HEADS or after in TAILS)


def _spelt_out(text: str, words: list[Word]) -> Iterator[Word]:
    """Words whose letters stand apart."""
    run: list[Word] = []
    for word in words:
        alone = len(word.letters) == 1 and word.letters.isalpha()
        if run and not (alone and _BETWEEN_LETTERS.fullmatch(_gap(text, run[-1], word))):
            yield from _stretches(run)
            run = []
        if alone:
            run.append(word)
    yield from _stretches(run)


def _stretches(run: list[Word]) -> Iterator[Word]:
    for start in range(len(run) - 2):
        whole = run[start].joined(run[start + 1])
        for word in run[start + 2 : start + _LONGEST_SPACED]:
            whole = whole.joined(word)
            yield whole._replace(capital="name")


def _pasted(text: str, words: list[Word]) -> Iterator[Word]:
    """Two neighbours that spell a name when written as one; sounds are not asked here."""
    for one, other in pairwise(words):
        plain = one.letters in EVERYDAY and other.letters in EVERYDAY
        if (
            not plain
            and len(one.letters) + len(other.letters) >= 5
            and _SPACED.fullmatch(_gap(text, one, other))
        ):
            yield one.joined(other)


def _numbers(text: str, words: list[Word]) -> Iterator[tuple[Span, str]]:
    """Stretches of digits, also of several groups."""
    for at, word in enumerate(words):
        digits = word.letters.replace(HALF_SPACE, "")
        if not digits.isdigit():
            continue
        yield word.span(), digits
        for before, after in zip(words[at:], words[at + 1 : at + _LONGEST_NUMBER], strict=False):
            if not (after.letters.isdigit() and _BETWEEN_DIGITS.fullmatch(_gap(text, before, after))):
                break
            digits += after.letters
            yield Span(word.places[0].start, after.places[-1].end), digits
