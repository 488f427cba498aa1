"""Everything that is withheld of a testimony, decision by decision, with its words for the curator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.core.spans import Span
from testimonies.actions.changing import text_of
from testimonies.actions.places import standing
from testimonies.actions.withholding import Standing, hidden_whole, rows_in, standing_of
from testimonies.models import Passage, PassageTranslation, Testimony, Withholding

SHORTEST = 4  # signs: shorter words stand everywhere and tell nothing


@dataclass(frozen=True)
class Place:
    """What is withheld of one text."""

    language: str
    words: str
    standing: Standing
    translation: PassageTranslation | None


@dataclass(frozen=True)
class Decision:
    """One withholding."""

    withholding: Withholding
    passage: Passage
    number: int
    places: list[Place]
    elsewhere: list[tuple[int, Passage]]  # passages in which everybody can read the same words


@dataclass(frozen=True)
class _Open:
    """A text, and what of it is withheld."""

    number: int
    passage: Passage
    text: str
    withheld: list[Span]

    def says(self, words: str) -> bool:
        return any(
            not any(one.overlaps(each) for one in self.withheld) for each in standing(self.text, words)
        )


def decisions_of(testimony: Testimony) -> list[Decision]:
    """In the order of the passages."""
    rows = list(testimony.passages.prefetch_related("translations", "withholdings__spans"))
    readable = [each for number, passage in enumerate(rows, 1) for each in _readable(passage, number)]
    found = []
    for number, passage in enumerate(rows, 1):
        for each in passage.withholdings.all():
            texts = (None, *passage.translations.all())
            places = [_place(each, passage, text) for text in texts]
            found.append(Decision(each, passage, number, places, _elsewhere(each, readable)))
    return found


def _place(withholding: Withholding, passage: Passage, translation: PassageTranslation | None) -> Place:
    text = text_of(passage, translation)
    how = standing_of(withholding, translation, text)
    words = " … ".join(each.exact for each in rows_in(withholding, translation) if not each.none)
    language = translation.language if translation else passage.language
    return Place(language, text if how == Standing.WHOLE else words, how, translation)


def _readable(passage: Passage, number: int) -> Iterator[_Open]:
    """The texts of a passage of which something is shown."""
    for translation in (None, *passage.translations.all()):
        if not hidden_whole(passage, translation):
            rows = [row for each in passage.withholdings.all() for row in rows_in(each, translation)]
            held = [Span(row.start, row.end) for row in rows if not row.none]
            yield _Open(number, passage, text_of(passage, translation), held)


def _elsewhere(withholding: Withholding, readable: list[_Open]) -> list[tuple[int, Passage]]:
    words = [each.exact for each in withholding.spans.all() if len(each.exact) >= SHORTEST]
    found = {each.number: each.passage for each in readable if any(map(each.says, words))}
    return sorted(found.items())
