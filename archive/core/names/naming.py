"""Known names: their forms, whether two words are alike, and every place of a text where they stand."""

import re
from collections.abc import Iterable

from archive.core.names.everyday import EVERYDAY
from archive.core.names.finding import found, mail, settled
from archive.core.names.forms import name_forms, number_forms, readings, spelling
from archive.core.names.inflections import bare, stems
from archive.core.names.parts import MAIL, joined, parts
from archive.core.names.reading import Word, words_in
from archive.core.names.signs import is_perso_arabic
from archive.core.names.titles import PARTICLES, TITLES
from archive.core.spans import Span

_BETWEEN = re.compile(r"[\s\u200c\u00a0،,.'’‐‑–-]{0,4}")
_MOST_BETWEEN = 3  # titles, particles and initials that may stand inside a name


def forms(word: str) -> frozenset[str]:
    """The normal forms under which spellings of one name meet; a text's side is `readings`."""
    if MAIL.fullmatch(word.strip()):
        return frozenset({"e:" + mail(word.strip())})
    words = words_in(word)
    if words and all(one.letters.isdigit() for one in words):
        return number_forms("".join(one.letters for one in words))
    letters = "".join(_plain(one.letters) for one in words)
    return name_forms(letters, word.lstrip()[:1].isupper())


def forms_of(name: str) -> frozenset[str]:
    """All forms of a whole name that are to be sealed: of its parts, and of the compounds they make."""
    pieces = parts(name)
    return frozenset[str]().union(*map(forms, [*pieces, *joined(pieces)]))


def _plain(letters: str) -> str:
    """The letters of a name without the endings that are marked as such: Hossein's, حسین‌ها."""
    marked = [stem for stem in stems(letters) if stem.kind == "marked"]
    shortest = min(marked, key=lambda stem: stem.end - stem.start, default=None)
    humped = "|" in letters
    return bare(letters[shortest.start : shortest.end] if shortest and not humped else letters)


def alike(a: str, b: str) -> bool:
    """Whether two single words may be the same name."""
    return _reads_as(a, b) or _reads_as(b, a)


def _reads_as(name: str, word: str) -> bool:
    plain = spelling(name)
    if plain in EVERYDAY and (is_perso_arabic(plain) or not name[:1].isupper()):
        return plain == spelling(word)
    return bool(occurrences(word, [name]))


def occurrences(text: str, names: Iterable[str]) -> list[Span]:
    """Every place in a text where one of these names stands, in any script, spelling or inflection."""
    single: set[str] = set()
    several: list[list[str]] = []
    for name in names:
        pieces = parts(name)
        if len(pieces) > 1 and not all(piece.isdigit() for piece in pieces):
            several.append(pieces)
            single |= forms("".join(pieces)) if joined(pieces) else {"e:" + spelling("".join(pieces))}
        else:
            single |= frozenset[str]().union(*map(forms, pieces))
    places = found(text, single.__contains__) if single else []
    if several:
        words = words_in(text)
        places += [place for pieces in several for place in _runs(text, words, pieces)]
    return settled(places)


def _runs(text: str, words: list[Word], pieces: list[str]) -> list[Span]:
    """Where the parts of a name follow each other, in its order or with the last part first."""
    wanted = [forms(piece) for piece in pieces]
    orders = [list(range(len(pieces))), [len(pieces) - 1, *range(len(pieces) - 1)]]
    stood = [[_stem(word, one) for one in wanted] for word in words]
    found_here = []
    for at, marks in enumerate(stood):
        for order in orders:
            if marks[order[0]] and (end := _follows(text, words, stood, at, order)):
                start = marks[order[0]]
                if start:
                    found_here.append(Span(start.start, end))
                    break
    return found_here


def _stem(word: Word, wanted: frozenset[str]) -> Span | None:
    for reading in readings(word.letters, word.capital):
        if reading.forms & wanted:
            return word.span(reading.start, reading.end)
    return None


def _follows(text: str, words: list[Word], stood: list[list[Span | None]], at: int, order: list[int]) -> int:
    """Where the run of parts that starts at a word ends, or 0."""
    end, here = 0, at
    for part in order[1:]:
        for step in range(1, _MOST_BETWEEN + 2):
            if here + step >= len(words):
                return 0
            gap = text[words[here + step - 1].places[-1].end : words[here + step].places[0].start]
            if not _BETWEEN.fullmatch(gap):
                return 0
            place = stood[here + step][part]
            if place:
                end, here = place.end, here + step
                break
            if not _small(words[here + step].letters):
                return 0
        else:
            return 0
    return end


def _small(letters: str) -> bool:
    return len(letters) == 1 or letters in PARTICLES or letters in TITLES
