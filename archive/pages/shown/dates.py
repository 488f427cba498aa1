"""A historical date as a reader sees it: in words, as the source says it, and as it was understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from archive.core.date_words import in_words
from archive.core.dates import is_uncertain
from archive.edition.vocabulary import Calendar
from archive.pages.shown.texts import reader

_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


@dataclass(frozen=True)
class DateShown:
    """`words` tell it in the reader's language, or repeat the source where it was not understood."""

    words: str
    stated: str
    calendar: str
    edtf: str
    machine: str
    doubtful: bool

    @property
    def explained(self) -> bool:
        """Whether there is more to say than the words do."""
        return bool(self.edtf and (self.doubtful or not self.machine or self.stated))


def date_shown(date: dict[str, Any] | None) -> DateShown | None:
    """A shape's date for a page; None where there is none."""
    if not date or not (date["stated"] or date["edtf"]):
        return None
    edtf = date["edtf"]
    foreign = date["calendar"] != Calendar.GREGORIAN
    return DateShown(
        words=in_words(edtf, reader()) or date["stated"],
        stated=date["stated"],
        calendar=str(Calendar(date["calendar"]).label) if foreign else "",
        edtf=edtf,
        machine=edtf if _PLAIN.match(edtf) and not "20" < edtf[5:7] < "25" else "",
        doubtful=is_uncertain(edtf) or "X" in edtf,
    )
