"""Words as they are compared, and tables of them."""

from archive.core.words import folded

# Half rings and such stand for ʿayn and hamza in Latin letters.
_DROPPED = str.maketrans(dict.fromkeys(" ʼʻʾʿˈ"))


def spelt(text: str) -> str:
    """The folded form of what counts as one word: no blank in it."""
    return folded(text).translate(_DROPPED)


def table(words: str) -> frozenset[str]:
    """The words of a list typed with blanks between them."""
    return frozenset(map(spelt, words.split()))


def ordered(words: str) -> tuple[str, ...]:
    """The same, in their order."""
    return tuple(map(spelt, words.split()))


def rows(text: str) -> dict[str, str]:
    """Each form of a table to its base; a line reads `base: form form`."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {spelt(form): spelt(base) for base, _, forms in lines for form in (base, *forms.split())}
