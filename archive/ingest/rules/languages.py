"""Which of the archive's four languages a text is in: told by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

COMMON = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "was",
            "is",
            "for",
            "on",
            "with",
            "as",
            "by",
            "at",
            "from",
            "said",
            "who",
            "her",
            "his",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "et",
            "du",
            "que",
            "est",
            "une",
            "dans",
            "pour",
            "sur",
            "par",
            "au",
            "qui",
            "a",
            "pas",
            "ont",
            "elle",
        ]
    ),
    "fa": frozenset(
        [
            "و",
            "در",
            "به",
            "از",
            "که",
            "این",
            "را",
            "با",
            "است",
            "برای",
            "آن",
            "یک",
            "خود",
            "تا",
            "بر",
            "های",
            "می",
            "شده",
            "کرد",
        ]
    ),
    "ar": frozenset(
        [
            "في",
            "من",
            "على",
            "إلى",
            "أن",
            "التي",
            "الذي",
            "هذا",
            "عن",
            "مع",
            "هذه",
            "قال",
            "كان",
            "بعد",
            "وقد",
            "ما",
            "لا",
            "بين",
            "ذلك",
        ]
    ),
}
ONLY_PERSIAN = frozenset("پچژگکی")
ONLY_ARABIC = frozenset("ةىكيأإ")
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of a text: "en", "fr", "fa" or "ar"; English where nothing tells."""
    sample = text[:20_000]
    words = Counter(WORD.findall(sample.casefold()))
    if _share_of_arabic_script(sample) > 0.4:
        letters = Counter(sample)
        persian = sum(letters[letter] for letter in ONLY_PERSIAN) + _common(words, "fa")
        arabic = sum(letters[letter] for letter in ONLY_ARABIC) + _common(words, "ar")
        return "fa" if persian >= arabic else "ar"
    return "fr" if _common(words, "fr") > _common(words, "en") else "en"


def _common(words: Counter[str], language: str) -> int:
    return sum(words[word] for word in COMMON[language])


def _share_of_arabic_script(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc" for letter in letters)
    return arabic / len(letters) if letters else 0.0
