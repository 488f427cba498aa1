"""Persian words brought down to their stems: the plural, the endings of belonging, the forms of the verb."""

import re
from functools import lru_cache

from archive.core.analysis.persian_verbs import infinitives
from archive.core.analysis.persian_words import OWN, PEOPLE, PLURALS, QUALITIES, THINGS

_VERBS = infinitives()
_NOUNS = PEOPLE | THINGS
# Seldom anything but a plural.
_PLURAL = re.compile(
    r"(?<=\w\w)ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|مان|تان|شان|شون|تون|مون)?\Z|(?<=\w{3})ها[متش]\Z"
)
_MOST = re.compile(r"(?<=\w\w)ترین(?:ها|های|هایی)?\Z")
_MORE = re.compile(r"(?<=\w\w)تر(?:ی|ها|های)?\Z")
_BELONGING = re.compile(
    r"(?<=\w\w)(?:ی|م|ت|ش|ام|ات|اش|ای|اند|مان|تان|شان|مون|تون|شون|یم|یت|یش|یی|یمان|یتان|یشان)\Z"
)
_AFTER_HEH = ("ام", "ات", "اش", "ای", "اند", "ایم")


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """The stems of one folded Persian word: two where its endings can be read in two ways."""
    if word in _NOUNS or word in OWN:
        return frozenset({PLURALS.get(word, word)})
    return _VERBS.get(word) or frozenset(PLURALS.get(stem, stem) for stem in _read(word))


def _read(word: str) -> set[str]:
    """What is left of a word that stands in no list."""
    if word in PLURALS:
        return {word}
    found = {noun for end in _AFTER_HEH if (noun := word.removesuffix(end)) in _NOUNS and noun.endswith("ه")}
    if (noun := _PLURAL.sub("", word)) != word:
        return found | (_read(noun) if not found or noun in _NOUNS else set())
    if found:
        return found
    if (quality := _MOST.sub("", word)) != word:
        return {quality}
    if (quality := _MORE.sub("", word)) in QUALITIES:
        return {quality}
    return {_alone(word)}


def _alone(word: str) -> str:
    for end in range(max(2, len(word) - 5), len(word)):
        if (noun := word[:end]) in _NOUNS and _BELONGING.fullmatch(word, end):
            return noun
    if word.endswith("ان"):
        return _of_people(word)
    if word.endswith("ای") and len(word) > 4:  # صدای
        return word[:-1]
    return word


def _of_people(word: str) -> str:
    """The plural of people in ان: زنان، ایرانیان، دانشجویان، کشتگان."""
    if word[:-2] in PEOPLE or word[:-2] in QUALITIES:
        return word[:-2]
    if word.endswith("گان") and len(word) > 4:
        return word[:-3] + "ه"
    if word.endswith("یان") and len(word) > 5:
        return word[:-3] if word[:-3] in PEOPLE or word[-4] in "او" else word[:-2]
    return word
