"""Times as transcripts write them: `00:12:31.500`, `12:31`, `۰۰:۱۲:۳۱`, alone or from one to the other."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_HOURS = 99  # a longer recording is a slip of the pen
# Spaces inside, because machine translation of subtitles puts them there.
TIME = (
    r"(?:\d{1,3}\s?:\s?)?\d{1,3}\s?:\s?\d{1,2}(?!\d)"
    r"(?:\s?[.,٫]\s?\d{1,9}(?!\d)|[:;]\d{1,2}(?!\d))?(?![:.,٫]\d)"
)
ARROW = r"(?:-{1,3}\s?>|[–—]\s?>|={1,2}>|→)"
_PARTS = re.compile(r"(?:(\d{1,3})\s?:\s?)?(\d{1,3})\s?:\s?(\d{1,2})(?:\s?[.,٫]\s?(\d{1,9})|[:;]\d{1,2})?\Z")
_TIMING = re.compile(rf"\s*(?P<start>{TIME})\s*{ARROW}\s*(?P<end>{TIME})(?P<rest>.*)\Z", re.S)
_LIKE_A_TIMING = re.compile(rf"\s*(?P<left>[^\s>][^>\n]{{0,28}}?)\s*{ARROW}\s*(?P<right>\S{{0,24}})")
_SETTINGS = re.compile(r"[A-Za-z][\w-]*:\S+\Z")
_BETWEEN = rf"\s*(?:{ARROW}|[-–—]|\bto\b)\s*"
_IN_BRACKETS = re.compile(
    rf"\s*(?P<open>[\[({{<])\s*(?P<start>{TIME})(?:{_BETWEEN}(?P<end>{TIME}))?\s*[\])}}>]\s*:?"
)
_BARE = re.compile(rf"\s*(?P<start>{TIME})(?:{_BETWEEN}(?P<end>{TIME}))?(?=[\s\-–—:]|\Z)")
_LIKE_BRACKETS = re.compile(r"\s*[\[(](?=[^\])]*\d)(?=[^\])]*:)[\d:.,;xX?_ \-]{3,24}[\])]")
_LONG_FORM = re.compile(r"\s*\d{1,3}\s?:\s?\d{1,3}\s?:\s?\d")


class Timing(NamedTuple):
    """From when to when, and what else stood there; None is a time that cannot be read."""

    start_ms: int | None
    end_ms: int | None
    rest: str = ""
    readable: bool = True


class Leading(NamedTuple):
    """A time at the start of a line, and where the words after it begin."""

    start_ms: int
    end_ms: int | None
    after: int


def milliseconds(written: str) -> int | None:
    """The time in milliseconds, or None where it is none: `00:75:00`, `12`, `1:2:3:4:5`."""
    if not (found := _PARTS.match(written.strip())):
        return None
    hours, minutes, seconds = (int(found[group] or 0) for group in (1, 2, 3))
    if seconds > 59 or hours > MOST_HOURS or (found[1] and minutes > 59):
        return None
    # Digits of any script are digits to int(), not to ljust's zeros; both together are fine for it.
    fraction = int((found[4] or "0").ljust(3, "0")[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction


def timing(line: str) -> Timing | None:
    """What a timing line of WebVTT or SubRip says; None for a line of words."""
    if found := _TIMING.match(line):
        start, end = milliseconds(found["start"]), milliseconds(found["end"])
        rest = found["rest"].strip()
        if all(_SETTINGS.match(token) for token in rest.split()):
            rest = ""  # where on the screen the cue stands
        return Timing(start, end, rest, start is not None and end is not None)
    found = _LIKE_A_TIMING.match(line)
    if found and ":" in found["left"] and any(sign.isdecimal() for sign in found["left"]):
        return Timing(milliseconds(found["left"]), milliseconds(found["right"]), readable=False)
    return None


def leading(line: str, *, before_speaker: bool = False) -> Leading | None:
    """The time at a line's start: in brackets, of three parts, or alone in its line.

    `12:30` before words stays words ("12:30 we were taken"), unless a speaker's mark follows it.
    """
    found = _IN_BRACKETS.match(line) or _BARE.match(line)
    if not found or (start := milliseconds(found["start"])) is None:
        return None
    end = milliseconds(found["end"]) if found["end"] else None
    if found["end"] and end is None:
        return None
    bracketed = "open" in found.groupdict() and found["open"]
    alone = not line[found.end() :].strip(" \t:-–—")
    if bracketed or alone or before_speaker or _LONG_FORM.match(line):
        return Leading(start, end, len(line) if alone else found.end())
    return None


def looks_like_a_time(line: str) -> bool:
    """Whether brackets at the start of a line seem meant as a time, readable or not."""
    return bool(_LIKE_BRACKETS.match(line))


def span(written: str) -> tuple[int | None, int | None] | None:
    """Start and end of a table's cell that holds a time or two and nothing else."""
    times = [milliseconds(each) for each in re.split(rf"{_BETWEEN}|\n", written.strip(" \t\n[]()")) if each]
    if not times or len(times) > 2 or times[0] is None:
        return None
    return times[0], times[1] if len(times) == 2 else None


def clock(ms: int) -> str:
    """A time as WebVTT writes it: `00:12:31.500`."""
    seconds, fraction = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction:03}"
