"""A person's name taken apart: what of it is worth protecting and finding."""

import re
from itertools import pairwise

from archive.core.names.forms import spelling
from archive.core.names.reading import Word, words_in
from archive.core.names.signs import HALF_SPACE, JOINTS, is_perso_arabic
from archive.core.names.titles import HEADS, PARTICLES, TAILS, TITLES

MAIL = re.compile(r"[^\s@<>()\[\],;:\"“”«»]{1,64}@[^\s@<>()\[\],;:\"“”«»]{1,255}\.\w+")
NUMBER = re.compile(r"\d(?:[ \t\u00a0\u202f./()‐‑–-]{0,3}\d)*")
_SERVANT = frozenset(("abd", "abdol", "abdul", "abdal", "abdel", "عبد", "عبدال"))


def parts(name: str) -> list[str]:
    """The parts of a name without titles, articles, particles and single letters; numbers as digits.

    Seyed and Sadat are titles here: too many bear them to point at anybody. A name that consists of nothing
    else keeps all its words, so that nothing given for protection stays unprotected.
    """
    mails = [match.group().strip(".") for match in MAIL.finditer(name)]
    rest = MAIL.sub(" ", name)
    numbers = [spelling(match.group()) for match in NUMBER.finditer(rest) if _stands_alone(match)]
    words = [word for word in words_in(NUMBER.sub(_blank, rest)) if any(map(str.isalpha, word.letters))]
    kept = _glued(rest, words) or [_text(rest, word) for word in words if len(word.letters) > 1]
    return list(dict.fromkeys(kept + numbers + mails))


def joined(names: list[str]) -> list[str]:
    """Compounds that neighbouring parts make when written as one word: Gholam Hossein."""
    return [a + b for a, b in pairwise(names) if spelling(a) in HEADS or spelling(b) in TAILS]


def _stands_alone(match: re.Match[str]) -> bool:
    text, start, end = match.string, *match.span()
    return not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group()) if _stands_alone(match) else match.group()


def _glued(text: str, words: list[Word]) -> list[str]:
    """The parts; a servant's name (Abd al-Rahman) is one of them, not two."""
    found: list[str] = []
    servant = ""
    for word in words:
        plain = spelling(word.letters)
        part = _text(text, word)
        if servant:
            if plain in PARTICLES:
                servant += part
                continue
            found.append(servant + part)
            servant = ""
        elif plain in _SERVANT and word is not words[-1]:
            servant = part
        elif len(plain) > 1 and plain not in TITLES and plain not in PARTICLES:
            found.append(_without_article(part))
    return [*found, servant] if servant else found


def _text(text: str, word: Word) -> str:
    """A word as it stands in the name, without the marks that nobody sees."""
    return word.span().of(text).strip("".join(JOINTS - {"|"}) + HALF_SPACE)


def _without_article(part: str) -> str:
    if is_perso_arabic(part) and part.startswith("ال") and len(part) > 4 and not part.startswith("الله"):
        return part[2:]
    return part
