"""Reads a date as a source words it: `3–5 May 1988`, `été 1988`, `۵ مرداد ۱۳۶۷`, `١٥ شعبان ١٤٠٨`.

Every word has to be known (`archive.core.date_vocabulary`): one that is not could be "before" or "not",
so it leaves the date unclear. Nothing is guessed: not a missing year, not a century, not whether
11/12 is in November or in December.
"""

from __future__ import annotations

import re
from typing import Any

from archive.core import date_vocabulary as v
from archive.core.calendars import GREGORIAN, HIJRI, Moment, Unclear, interval
from archive.core.words import folded

_YEAR_FIRST = re.compile(r"(\d{4})(?:\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_TWO_YEARS = re.compile(r"(?<!\d)(\d\d)(\d\d)\s*[-–—/]\s*(\d\d)(?!\d)")
_DASHES = re.compile(r"[-–—]")
_HYPHEN_IN_A_NAME = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_COMPOUND = re.compile(r"apr[eè]s-(?=midi)", re.I)
_APOSTROPHE_OF_AN_ARTICLE = re.compile(r"\b([ld])['’]", re.I)
_APOSTROPHES = str.maketrans("", "", "'’ʿʾ‘`")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|re|ere|e|eme|ام)(?!\w)")
_TENS = re.compile(r"(\d{3})0s(?!\w)")
_ARABIC_AND = re.compile(r"(?<!\w)و(?=\w)")
_MONTH_WORD = re.compile(r"(?<=\w)ماه(?!\w)")
_DASH, _DECADE = "dash", "decade"


def to_edtf(words: str, calendar: str) -> str:
    """The Gregorian EDTF of a date written in `calendar`, or "" where the words stay unclear."""
    figures = _with_plain_digits(words)
    try:
        if found := _in_figures(figures, calendar):
            return found.edtf
        parts, mark = _parts(figures, calendar)
        moments = [_moment(part, calendar) for part in parts]
        if len(moments) == 2:
            return "/".join(end + mark for end in interval(*moments))
        return "/".join(end + mark for end in moments[0].edtf.split("/"))
    except ValueError:
        return ""


def _with_plain_digits(words: str) -> str:
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in words.strip())


def _in_figures(text: str, calendar: str) -> Moment | None:
    """`1367/5/3`, `28.11.2017`: a date without words."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(each) if each else None for each in found.groups())
        if month and month > 12 and not day:
            return None  # 1988-89 is two years
        return Moment(calendar, year, month, day)
    if found := _DAY_FIRST.fullmatch(text):
        day, month = int(found[1]), int(found[3])
        if calendar == GREGORIAN and found[2] != ".":
            day, month = _in_order(day, month)
        return Moment(calendar, int(found[4]), month, day)
    return None


def _in_order(one: int, two: int) -> tuple[int, int]:
    """Day and month of `28/11` or `11/28`; of `11/12` only its writer knows."""
    if one <= 12 and two <= 12 and one != two:
        raise Unclear("day and month could be either way round")
    return (two, one) if two > 12 else (one, two)


def _parts(text: str, calendar: str) -> tuple[list[list[str]], str]:
    """The telling words of one moment, or of an interval's two ends; and the mark of how sure they are."""
    parts: list[list[str]] = [[]]
    mark = "?" if "?" in text or "؟" in text else "~" if "~" in text else ""
    needs_two = between = False
    for word in _tokens(text, calendar):
        if word in v.ABOUT or word in v.PERHAPS:
            mark = "~" if word in v.ABOUT else "?"
        elif parts == [[]] and word in v.BETWEEN | v.FROM:
            needs_two, between = True, word in v.BETWEEN
        elif parts[-1] and (word in v.TO or word == _DASH or (between and word in v.AND)):
            parts.append([])
        elif word not in v.SILENT | v.FROM | v.ERAS[calendar]:
            parts[-1].append(word)
    if len(parts) > 2 or not parts[-1] or (needs_two and len(parts) != 2):
        raise Unclear("neither one moment nor two")
    return parts, mark


def _tokens(text: str, calendar: str) -> list[str]:
    """Its words, folded; the name of a month is one word even where it is written as several."""
    text = _TWO_YEARS.sub(r"\1\2 – \1\3", text)
    if calendar == HIJRI:
        text = _HYPHEN_IN_A_NAME.sub(" ", text)
    text = _COMPOUND.sub(" ", text)
    text = _APOSTROPHE_OF_AN_ARTICLE.sub(r"\1 ", text).translate(_APOSTROPHES)
    text = _DASHES.sub(f" {_DASH} ", text)
    text = _MONTH_WORD.sub(" ماه", folded(text))
    text = _TENS.sub(rf"\g<1>0 {_DECADE}", _ORDINAL.sub("", text))
    if v.BETWEEN & set(text.split()):
        text = _ARABIC_AND.sub("و ", text)
    phrases = sorted((name for name in v.MONTHS[calendar] if " " in name), key=len, reverse=True)
    return re.findall("|".join([*(rf"\b{phrase}\b" for phrase in phrases), r"\w+"]), text)


def _moment(words: list[str], calendar: str) -> Moment:
    said: dict[str, Any] = {}
    for name, value in (_meaning(word, calendar) for word in words):
        if name in said:
            raise Unclear(f"two {name}s")
        said[name] = value
    if "decade" in said and (
        said.keys() != {"decade", "year"} or said["year"] % 10 or not said["year"] % 100
    ):
        raise Unclear("not a decade")
    if "season" in said and not said.keys() <= {"season", "year"}:
        raise Unclear("a season and something else")
    return Moment(calendar, **said)


def _meaning(word: str, calendar: str) -> tuple[str, int]:
    if word in v.MONTHS[calendar]:
        return "month", v.MONTHS[calendar][word]
    if word in v.SEASONS and calendar != HIJRI:
        return "season", v.SEASONS[word]
    if word == _DECADE or word in v.DECADE:
        return "decade", 1
    if word.isdecimal() and len(word) == 4:
        return "year", int(word)
    if word.isdecimal() and len(word) <= 2:
        return "day", int(word)
    raise Unclear(word)
