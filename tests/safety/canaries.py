"""Canaries: words that nobody could guess, each put in one place that no reader may see."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from django.db import models

from archive.core.identifiers import new_identifier

Made = dict[type[models.Model], models.Model]  # the records of one state, by model
TOKENS = re.compile(r"[0-9a-z]+")
BASE64 = re.compile(r"[A-Za-z0-9_-]{16,}")


class Words(Protocol):
    """Where a filler takes its values from."""

    def word(self, place: str) -> str: ...
    def tag(self, place: str) -> str: ...
    def number(self, place: str, digits: int) -> int: ...
    def identifier(self, place: str) -> str: ...
    def year(self, place: str) -> int: ...
    def phrase(self, place: str, text: str) -> str: ...
    def kept(self, place: str, token: str) -> str: ...


# Pages tell of public years: each in three calendars, those beside it, and the decade that it lies in. Years
# that nobody may see are long ago: none is what such a year is called, or where a decade begins or ends.
_HIDDEN = [year for year in (*range(1001, 1276), *range(1411, 1897)) if 0 < year % 10 < 9]
_SHOWN = [year for year in range(1906, 1980) if 0 < year % 10 < 9]
_PUBLIC_YEARS = re.compile(
    r"(public, but|linked to|agreed for (?!nobody)|withheld later|copies made).*"
    r" (a historical date|\w+\.Victim\.years|events\.Source\.taken_at)"
)


def _mixed(years: list[int]) -> list[int]:
    return secrets.SystemRandom().sample(years, len(years))


@dataclass
class Canaries:
    """Every canary with the place it was put in. All words begin alike, so that one look finds any."""

    beginning: str = field(default_factory=lambda: "zq" + "".join(_letters(5)))
    places: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)  # published on purpose: they must be found
    phrases: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str] = field(default_factory=dict)  # published for the pages alone, or for programs alone
    years: list[int] = field(default_factory=lambda: _mixed(_HIDDEN))
    shown_years: list[int] = field(default_factory=lambda: _mixed(_SHOWN))

    def word(self, place: str) -> str:
        """A word of 16 letters, no slip away from another; folding, searching, quoting leave it as it is."""
        return self.kept(place, self.beginning + "".join(_letters(9)))

    def tag(self, place: str) -> str:
        """A language tag that nobody uses: `xqa-Vbnm-QJ`."""
        a, b, c = "".join(_letters(2)), "".join(_letters(4)).capitalize(), secrets.choice("QWXYZ")
        tag = f"q{a}-{b}-{c}{secrets.choice('QWXYZ')}"
        self.kept(place, tag.replace("-", "").lower())
        return tag

    def number(self, place: str, digits: int) -> int:
        """A number given only once, with no zero at its end that a decimal number would lose."""
        while str(number := _number(digits)) in self.places:
            pass
        self.kept(place, str(number))
        return number

    def identifier(self, place: str) -> str:
        return self.kept(place, new_identifier())

    def year(self, place: str) -> int:
        """A year that stands nowhere else."""
        year = (self.shown_years if _PUBLIC_YEARS.match(place) else self.years).pop()
        self.kept(place, str(year))
        return year

    def phrase(self, place: str, text: str) -> str:
        """A value of several words or numbers."""
        self.phrases[text] = place
        return text

    def kept(self, place: str, token: str) -> str:
        """Notes a value, made elsewhere, that must not be seen either."""
        self.places[token.lower()] = place
        return token

    def forget_years_between(self) -> None:
        """A chart tells of every year from the first public one to the last: such a year tells nothing."""
        for year in map(str, _SHOWN):
            self.places.pop(year, None)
            self.ways.pop(year, None)

    def show(self, text: str) -> None:
        """Whatever of them stands in this text is public on purpose."""
        for token in [*self.found_in(text)]:
            self.shown[token] = self.places.pop(token, "") or self.phrases.pop(token)

    def show_only(self, way: str, text: str) -> None:
        """Whatever of them stands in this text is public in one way, `pages` or `api`, and in no other."""
        self.ways |= dict.fromkeys(self.found_in(text), way)

    def may_stand_at(self, address: str, token: str) -> bool:
        """Whether a canary may be seen at an address: only what is public in that one way."""
        if address.startswith("/files/"):  # pages and programs send their readers there
            return token in self.ways
        if re.search(r"/(feed|dump)\.\w+", address):  # they hold only what may go out in other ways too
            return False
        return self.ways.get(token) == ("api" if address.startswith("/api/") else "pages")

    def found_in(self, text: str) -> set[str]:
        """The canaries in a text, also where it hides them in base64 or writes tags with hyphens."""
        low = text.lower()
        found = self._among(low)
        for word in BASE64.findall(text):
            try:
                plain = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)).decode("utf-8", "ignore")
            except (binascii.Error, ValueError):
                continue
            found |= self._among(plain.lower())
        return found

    def _among(self, low: str) -> set[str]:
        tokens = set(TOKENS.findall(low))
        joined = set(TOKENS.findall(re.sub(r"(?<=[a-z])-(?=[a-z])", "", low)))
        found = {token for token in tokens | joined if token in self.places}
        found |= {phrase for phrase in self.phrases if phrase in low}
        if self.beginning in low:
            found |= {each for each in self._words() if each in low}
        return found

    def _words(self) -> Iterator[str]:
        return (token for token in self.places if token.startswith(self.beginning))

    def words_for_search(self) -> list[str]:
        return sorted(self._words())

    def of_place(self, tokens: Iterable[str]) -> list[str]:
        return sorted(f"{token} ({self.places.get(token) or self.phrases.get(token)})" for token in tokens)


@dataclass
class Plain:
    """The same values in kind, but nothing that anybody has to keep to themselves."""

    count: int = 0

    def word(self, place: str) -> str:
        self.count += 1
        return f"plain{self.count}"

    def tag(self, place: str) -> str:
        return "en"

    def number(self, place: str, digits: int) -> int:
        return 10 ** (digits - 1) + self.count % 9

    def identifier(self, place: str) -> str:
        return new_identifier()

    def year(self, place: str) -> int:
        return 1999

    def phrase(self, place: str, text: str) -> str:
        return text

    def kept(self, place: str, token: str) -> str:
        return token


def _number(digits: int) -> int:
    return 10 * (secrets.randbelow(9 * 10 ** (digits - 2)) + 10 ** (digits - 2)) + 7


def _letters(how_many: int) -> list[str]:
    return [secrets.choice(string.ascii_lowercase) for _ in range(how_many)]
