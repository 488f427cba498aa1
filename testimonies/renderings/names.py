"""Pseudonyms put in the place of real names, in every script."""

from __future__ import annotations

from dataclasses import dataclass

from archive.core.languages import script_of
from archive.core.names import occurrences
from archive.core.redaction import Cut
from archive.core.words import folded
from testimonies.models import Pseudonym, Testimony


@dataclass(frozen=True)
class Renamed:
    """The pseudonyms of a testimony."""

    pseudonyms: tuple[Pseudonym, ...]

    @classmethod
    def of(cls, testimony: Testimony) -> Renamed:
        return cls(tuple(testimony.pseudonyms.all()))

    @property
    def never(self) -> frozenset[str]:
        """The real names: no public text of the testimony may hold them, not even an older one."""
        return frozenset(filter(None, (folded(name) for each in self.pseudonyms for name in each.names)))

    def cuts(self, text: str, language: str) -> list[Cut]:
        """Where real names stand in a text, and what stands there instead."""
        return [
            Cut(span, each.mark, "", instead_of(each, text, language))
            for each in self.pseudonyms
            for span in occurrences(text, each.names)
        ]

    def text(self, text: str, language: str) -> str:
        """A title or summary with the pseudonyms in place."""
        for cut in sorted(self.cuts(text, language), key=lambda each: each.span, reverse=True):
            text = text[: cut.span.start] + cut.instead + text[cut.span.end :]
        return text

    def texts(self, texts: dict[str, str]) -> dict[str, str]:
        """The same in every language of a language map."""
        return {language: self.text(text, language) for language, text in texts.items()}


def instead_of(pseudonym: Pseudonym, text: str, language: str) -> str:
    """The pseudonym for a language; without one, the one in the text's script, or any."""
    if found := pseudonym.instead.get(language):
        return found
    script = script_of(text)
    return next(
        (each for each in pseudonym.instead.values() if script_of(each) == script),
        next(iter(pseudonym.instead.values())),
    )
