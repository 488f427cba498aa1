"""Names held in memory under their keys: those of the desk, which no edition holds, and those of trials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from archive.core.names.searching.asking import Way, asked
from archive.core.names.searching.keys import index_keys
from archive.core.names.searching.parts import parts
from archive.core.names.searching.ranking import Ranked, ranked

Named = tuple[str, str]  # a record, and one of its names
CAP = 2000  # names that are compared of a common one
SOME = 20  # names that sound like it, from which nothing misspelt is looked for
FEW = 5


class Directory:
    """Pairs of record and name. The first 30,000 take two seconds; after that, only what has changed."""

    def __init__(self, names: Iterable[Named] = ()):
        self.names: set[Named] = set()
        self._held: defaultdict[str, set[Named]] = defaultdict(set)
        self.hold(names)

    def hold(self, names: Iterable[Named]) -> None:
        """From now on exactly these names: none that is gone stays behind."""
        now = set(names)
        for one in self.names - now:
            for key in index_keys(one[1]):
                self._held[key].discard(one)
                if not self._held[key]:
                    del self._held[key]
        for one in now - self.names:
            for key in index_keys(one[1]):
                self._held[key].add(one)
        self.names = now

    def find(self, words: str, *, most: int = 10, without: str | None = None) -> list[Ranked]:
        """The records whose names are like these words, the best first; not one written as `without`."""
        sought = asked(words)
        found = self._answering(sought.sure)
        if len(found) < SOME:
            found |= self._answering(sought.near)
        if len(found) < FEW:
            found |= self._answering(sought.partial)
        known = [word for word in sought.words if "=" + word in self._held]
        size = len(sought.parts)
        nearest = sorted(found, key=lambda one: (abs(len(parts(one[1])) - size), len(one[1]), one))
        candidates = [one for one in nearest[:CAP] if one[1] != without]
        return ranked(sought, candidates, known=known, most=most)

    def _answering(self, ways: Sequence[Way]) -> set[Named]:
        found: set[Named] = set()
        for way in ways:
            each = [set().union(*(self._held.get(key, ()) for key in keys)) for keys in way]
            found |= set.intersection(*each) if each else set()
        return found
