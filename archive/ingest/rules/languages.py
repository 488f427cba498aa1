"""Which of the archive's four languages a text is in: told by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from archive.ingest.rules.table import words

COMMON = {
    "en": words("the of and to in that was is for on with as by at from said who her his"),
    "fr": words("le la les des et du que est une dans pour sur par au qui a pas ont elle"),
    "fa": words("و در به از که این را با است برای آن یک خود تا بر های می شده کرد"),
    "ar": words("في من على إلى أن التي الذي هذا عن مع هذه قال كان بعد وقد ما لا بين ذلك"),
}
ONLY_PERSIAN = frozenset("پچژگکی")
ONLY_ARABIC = frozenset("ةىكيأإ")
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of a text: "en", "fr", "fa" or "ar"; English where nothing tells."""
    sample = text[:20_000]
    counted = Counter(WORD.findall(sample.casefold()))
    if _share_of_arabic_script(sample) > 0.4:
        letters = Counter(sample)
        persian = sum(letters[letter] for letter in ONLY_PERSIAN) + _common(counted, "fa")
        arabic = sum(letters[letter] for letter in ONLY_ARABIC) + _common(counted, "ar")
        return "fa" if persian >= arabic else "ar"
    return "fr" if _common(counted, "fr") > _common(counted, "en") else "en"


def _common(counted: Counter[str], language: str) -> int:
    return sum(counted[word] for word in COMMON[language])


def _share_of_arabic_script(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    arabic = sum("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc" for letter in letters)
    return arabic / len(letters) if letters else 0.0
