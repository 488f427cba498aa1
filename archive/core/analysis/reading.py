"""The words of a text, one after the other, as finding compares them."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from archive.core.analysis import arabic, english, french, persian
from archive.core.analysis.cutting import Piece, pieces, units
from archive.core.analysis.stopping import is_stop
from archive.core.languages import ARABIC, LATIN, script_of

_READERS: dict[str, Callable[[str], frozenset[str]]] = {
    "en": english.stems,
    "fr": french.stems,
    "fa": persian.stems,
    "ar": arabic.stems,
}
_LANGUAGES = {LATIN: ("en", "fr"), ARABIC: ("fa", "ar")}


class Token(NamedTuple):
    """One word: its place in the text in code points, its folded form, its stems, whether it is a stop word.

    The position of a token, for phrases, is its index in the list: stop words count. A blank or half-space
    within a word (`کتاب ها`) is not in its folded form.
    """

    start: int
    end: int
    exact: str
    stems: frozenset[str]
    stop: bool = False


def tokens(text: str, language: str = "") -> list[Token]:
    """The words of a text in a language (BCP 47; "" where unknown), in order, stop words marked."""
    base = language.partition("-")[0]
    found = []
    for unit in units(text, persian=base != "ar"):
        start = unit.start()
        for place, until, exact, its_stems, stop in _read(unit.group(), base):
            found.append(Token(start + place, start + until, exact, its_stems, stop))
    return found


def stems(word: str, language: str = "") -> frozenset[str]:
    """The stems of one word; never empty. Without a language of its script, in every language of that."""
    found = _read(word, language.partition("-")[0])
    if len(found) == 1:
        return found[0].stems
    return frozenset[str]().union(*(token.stems for token in tokens(word, language))) or frozenset({word})


@lru_cache(maxsize=1 << 17)
def _read(unit: str, language: str) -> tuple[Token, ...]:
    return tuple(_token(piece, unit, language) for piece in pieces(unit))


def _token(piece: Piece, unit: str, language: str) -> Token:
    languages = _languages(piece.exact, language)
    found = _stems(piece.exact, languages)
    if piece.core != piece.exact:
        found = _without(piece, found, languages)
    if piece.whole:
        found |= _stems(piece.whole, languages)
    stop = is_stop(piece.exact, unit[piece.start : piece.end])
    return Token(piece.start, piece.end, piece.exact, found, stop)


def _without(piece: Piece, found: frozenset[str], languages: tuple[str, ...]) -> frozenset[str]:
    """What is set apart is an ending for certain, a beginning (می) only where no verb is known."""
    if piece.exact.startswith(piece.core):
        return _stems(piece.core, languages) | {piece.exact}
    return found | _stems(piece.core, languages) if found == {piece.exact} else found


def _stems(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    if len(word) < 3 or not word.isalpha():  # a number, a number's unit, a letter: whole
        return frozenset({word})
    return frozenset[str]().union(*(_READERS[one](word) for one in languages)) or frozenset({word})


def _languages(word: str, language: str) -> tuple[str, ...]:
    of_script = _LANGUAGES.get(script_of(word), ())
    return (language,) if language in of_script else of_script
