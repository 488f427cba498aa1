"""What dates are told with, in English. Whoever asks gives the translations, as `pgettext` does.

The pages give their catalogue's; so a further language is one more catalogue, and nothing here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel import Locale, UnknownLocaleError

from archive.core.date_vocabulary import GREGORIAN, HIJRI, IMPERIAL, JALALI

Say = Callable[[str, str], str]  # what the words are about, and the words
_PARTS = ("year", "month", "day")


def english(context: str, words: str) -> str:
    """The words as they stand here."""
    return words


@dataclass(frozen=True)
class Phrases:
    """One language's way of telling dates. `{0}` and `{1}` stand for dates or years."""

    language: str
    pgettext: Say = english

    @cached_property
    def digits(self) -> str:
        """How the ten digits are written."""
        return self.pgettext("ten digits", "0123456789")

    @cached_property
    def custom(self) -> str:
        """The calendar that readers of the language live by: gregorian or jalali."""
        said = self.pgettext("calendar of those who read this language: gregorian or jalali", "gregorian")
        return JALALI if said == JALALI else GREGORIAN

    @cached_property
    def between(self) -> str:
        return self.pgettext("date", "between {0} and {1}")

    @cached_property
    def since(self) -> str:
        return self.pgettext("date", "from {0} on")

    @cached_property
    def until(self) -> str:
        return self.pgettext("date", "until {0}")

    @cached_property
    def decade(self) -> str:
        return self.pgettext("date, decade", "the {0}s")

    @cached_property
    def some_day(self) -> str:
        return self.pgettext("date", "date")

    @cached_property
    def list(self) -> str:
        return self.pgettext("between two things of a list", ", ")

    @cached_property
    def semicolon(self) -> str:
        return self.pgettext("between two doubts of a date", "; ")

    @cached_property
    def first_day(self) -> str:
        return self.pgettext("first day of a month", "1")

    @cached_property
    def the_day(self) -> str:
        return self.pgettext("day after “between”, “from” or “until”", "{0}")

    @cached_property
    def seasons(self) -> Mapping[str, str]:
        """By the number that EDTF gives them."""
        pgettext = self.pgettext
        names = (pgettext("season", "spring"), pgettext("season", "summer"),
                 pgettext("season", "autumn"), pgettext("season", "winter"))  # fmt: skip
        return dict(zip(("21", "22", "23", "24"), names, strict=True))

    @cached_property
    def not_stated(self) -> Mapping[str, str]:
        pgettext = self.pgettext
        told = (pgettext("date", "year not stated"), pgettext("date", "month not stated"),
                pgettext("date", "day not stated"))  # fmt: skip
        return dict(zip(_PARTS, told, strict=True))

    @cached_property
    def doubt(self) -> Mapping[str, str]:
        """What a mark says of a whole date."""
        pgettext = self.pgettext
        return {
            "?": pgettext("date", "uncertain"),
            "~": pgettext("date", "approximate"),
            "%": pgettext("date", "uncertain and approximate"),
        }

    @cached_property
    def doubt_of(self) -> Mapping[str, Mapping[str, str]]:
        """What a mark says of one part of a date."""
        pgettext = self.pgettext
        told = {
            "?": (pgettext("date", "the year is inferred"), pgettext("date", "the month is inferred"),
                  pgettext("date", "the day is inferred")),
            "~": (pgettext("date", "the year is approximate"), pgettext("date", "the month is approximate"),
                  pgettext("date", "the day is approximate")),
            "%": (pgettext("date", "the year is uncertain and approximate"),
                  pgettext("date", "the month is uncertain and approximate"),
                  pgettext("date", "the day is uncertain and approximate")),
        }  # fmt: skip
        return {mark: dict(zip(_PARTS, words, strict=True)) for mark, words in told.items()}

    @cached_property
    def to_the_day(self) -> str:
        """What a date of the lunar calendar is told with in another: the new moon was seen, not reckoned."""
        return self.pgettext("date", "converted to within one day")

    @cached_property
    def of_calendar(self) -> Mapping[str, str]:
        """A year with its calendar, where no name of a month tells it."""
        pgettext = self.pgettext
        return {
            GREGORIAN: pgettext("year of the Gregorian calendar", "{0}"),
            JALALI: pgettext("year", "{0} (Iranian calendar)"),
            IMPERIAL: pgettext("year", "{0} (Iranian imperial calendar)"),
            HIJRI: pgettext("year", "{0} (lunar calendar)"),
        }

    def month(self, calendar: str, number: int, *, followed: bool = True) -> str:
        """The name of a month, as it stands before a year or alone."""
        if calendar == GREGORIAN:
            return self._gregorian["format" if followed else "stand-alone"]["wide"][number]
        return (self._lunar if calendar == HIJRI else self._iranian)[number - 1]

    @cached_property
    def _gregorian(self) -> Mapping[str, Mapping[str, Mapping[int, str]]]:
        try:
            return Locale.parse(self.language, sep="-").months
        except (UnknownLocaleError, ValueError):
            return Locale.parse("en").months

    @cached_property
    def _iranian(self) -> tuple[str, ...]:
        pgettext = self.pgettext
        return (
            pgettext("Iranian month", "Farvardin"), pgettext("Iranian month", "Ordibehesht"),
            pgettext("Iranian month", "Khordad"), pgettext("Iranian month", "Tir"),
            pgettext("Iranian month", "Mordad"), pgettext("Iranian month", "Shahrivar"),
            pgettext("Iranian month", "Mehr"), pgettext("Iranian month", "Aban"),
            pgettext("Iranian month", "Azar"), pgettext("Iranian month", "Dey"),
            pgettext("Iranian month", "Bahman"), pgettext("Iranian month", "Esfand"),
        )  # fmt: skip

    @cached_property
    def _lunar(self) -> tuple[str, ...]:
        pgettext = self.pgettext
        return (
            pgettext("lunar month", "Muharram"), pgettext("lunar month", "Safar"),
            pgettext("lunar month", "Rabi al-Awwal"), pgettext("lunar month", "Rabi al-Thani"),
            pgettext("lunar month", "Jumada al-Ula"), pgettext("lunar month", "Jumada al-Akhirah"),
            pgettext("lunar month", "Rajab"), pgettext("lunar month", "Shaban"),
            pgettext("lunar month", "Ramadan"), pgettext("lunar month", "Shawwal"),
            pgettext("lunar month", "Dhu al-Qadah"), pgettext("lunar month", "Dhu al-Hijjah"),
        )  # fmt: skip

    def number(self, digits: str | int) -> str:
        """A number without groups."""
        return self.written(str(int(digits)))

    def written(self, text: str) -> str:
        """A text with its digits as the language writes them."""
        return text.translate(str.maketrans("0123456789", self.digits))

    def day(self, digits: str | int) -> str:
        return self.first_day if int(digits) == 1 else self.number(digits)
