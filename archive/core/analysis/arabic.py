"""Arabic words brought down to their stems: article, clitics, pronouns, plurals; broken ones where known."""

from functools import lru_cache

from archive.core.analysis.arabic_words import NOUNS, OWN
from archive.core.analysis.spelling import ordered

_ARTICLES = ordered("وبال وكال فبال ولل فلل وال فال بال كال ال لل")
_LETTERS = ordered("وب ول فل فب و ف ب ل ك")
_KNOWN_ENDINGS = ordered("هما كما تان تين ون ين ان ات ية يون يين هم هن ها كم كن نا ني ه ك ي ا")
# Endings that go from any word, and how many letters must be left.
_ENDINGS = tuple((ending, 4) for ending in ordered("هم هن كم نا ون ين وا")) + tuple(
    (ending, 3) for ending in ordered("ها ات ة")
)


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """The stems of one folded Arabic word: two where a letter may belong to it or not."""
    if word in OWN:
        return frozenset({word})
    if known := _known(word):
        return frozenset({known})
    for article in _ARTICLES:
        rest = word.removeprefix(article)
        if rest != word and (len(rest) > 2 or rest in NOUNS):
            return frozenset(_of(rest))
    for letter in _LETTERS:
        if word.startswith(letter) and len(rest := word[len(letter) :]) > 2 and (known := _known(rest)):
            return frozenset({known})
    if word.startswith("و") and len(word) > 4:
        return frozenset(_shortened(word) | _of(word[1:]))
    return frozenset(_shortened(word))


def _of(word: str) -> set[str]:
    if word in OWN:
        return {word}
    known = _known(word)
    return {known} if known else _shortened(word)


def _known(word: str) -> str:
    """The noun that a word is, with or without an ending; "" where it is none that is known."""
    if found := NOUNS.get(word):
        return found
    for ending in _KNOWN_ENDINGS:
        noun = word.removesuffix(ending)
        if noun == word or len(noun) < 3:
            continue
        for form in (noun, noun + "ه", noun[:-1] + "ه" if noun.endswith("ت") else noun):
            if found := NOUNS.get(form):
                return found
    return ""


def _shortened(word: str) -> set[str]:
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            rest = word.removesuffix(ending)
            if len(rest) > 4 and rest.endswith(("ای", "او")):  # the hamza of اختفاء before an ending
                return {rest[:-1]}
            bound = rest[:-1] if rest.endswith("ت") and ending != "ات" and len(rest) > 3 else rest
            return {rest, bound}  # شهادتهم: the ة of شهادة, or a ت of its own
    return {word}
