"""Who speaks, as lines of words mark it: `Q:`, `ج -`, `Anna Doe:`, `Speaker 1 (00:12)`, `— `, `>>`.

A name before a colon is believed when it comes again, or when it is a word that says what it is;
"I remember one thing: it was cold" is nobody's name. What is not believed stays in the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from archive.core.transcripts.model import ANSWER, OTHER, QUESTION, Line, Troubles, quoted
from archive.core.transcripts.speaker_words import ANSWERS, HEADINGS, OTHERS, QUESTIONS, SAYING, SPEAKERS
from archive.core.transcripts.times import TIME, milliseconds
from archive.core.words import folded

_BIDI = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_NAME = r"[^\W\d_][^:：\n\[\](){}<>?!؟؛،,…\"«»“”*|]{0,59}?(?:\s?\([^():\n]{1,30}\))?"
_OPEN = rf"[\s{_BIDI}]*(?P<turn>>>+\s*)?(?:\*\*|__)?"
_WITH_COLON = re.compile(
    rf"{_OPEN}(?:\[(?P<inside>{_NAME})\]|(?P<name>{_NAME}))"
    rf"\s*(?:[\[(]?(?P<time>{TIME})[\])]?\s*)?(?:\*\*|__)?\s*[:：](?!/)(?:\*\*|__)?[{_BIDI}]*"
)
_WITH_TIME = re.compile(
    rf"{_OPEN}(?P<name>{_NAME})(?:\*\*|__)?\s+"
    rf"(?:[\[(](?P<time>{TIME})[\])]|(?P<bare>{TIME})(?=\s*\Z))(?:\*\*|__)?"
)
_IN_BRACKETS = re.compile(rf"{_OPEN}\[(?P<name>{_NAME})\](?=\s)")
_SHORT = re.compile(
    rf"[\s{_BIDI}]*(?:\*\*|__)?(?P<name>[^\W\d_]{{1,12}}\s?\d{{0,4}})(?:[.)](?:\*\*|__)?(?=\s|\Z)|\s?[-–—]\s)"
)
_DASH = re.compile(rf"[\s{_BIDI}]*(?:[—–―]+\s*|-{{1,2}}\s+|>>+\s*)(?=\S)")
_HYPHEN = re.compile(rf"[\s{_BIDI}]*-{{1,2}}\s")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"\s?\d{1,4}\Z")
_PART_IN_BRACKETS = re.compile(r"\(([^()]*)\)\Z")
_AROUND = " \t\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LONGEST_NAME = 5  # words


class Mark(NamedTuple):
    """What a line says at its start about who speaks; its words begin at `after`."""

    name: str
    after: int
    time: int | None = None
    turn: bool = False


class _Candidate(NamedTuple):
    mark: Mark
    kind: str  # colon, short, time, brackets, bold


@lru_cache(maxsize=4096)
def role_of(speaker: str) -> str:
    """The role that a speaker's mark itself says: `Q12` asks; "" for a name."""
    in_brackets = _PART_IN_BRACKETS.search(speaker)
    words = {_NUMBERED.sub("", folded(speaker)), folded(in_brackets[1]) if in_brackets else ""}
    if words & QUESTIONS:
        return QUESTION
    if words & ANSWERS:
        return ANSWER
    return OTHER if words & OTHERS else ""


@lru_cache(maxsize=4096)
def _is_known(speaker: str) -> bool:
    return bool(role_of(speaker)) or _NUMBERED.sub("", folded(speaker)) in SPEAKERS


@lru_cache(maxsize=4096)
def _could_be_a_name(words: str) -> bool:
    plain = folded(words)
    each = _WORD.findall(_PART_IN_BRACKETS.sub("", words))
    if not each or len(each) > _LONGEST_NAME or plain in HEADINGS or SAYING & {plain, *plain.split()}:
        return False
    return each[0][:1].upper() == each[0][:1] and all(
        word[:1].upper() == word[:1] for word in each if len(word) > 3
    )


class Marks:
    """The speakers' marks that a file uses, learned from all of its lines."""

    def __init__(self, names: frozenset[str], short: bool, hyphens: bool) -> None:
        self._names, self._short, self._hyphens = names, short, hyphens

    @classmethod
    def learned(cls, lines: Iterable[Line], troubles: Troubles) -> Marks:
        """The marks of these lines: every known word, and every name that comes again."""
        count: Counter[str] = Counter()
        first: dict[str, int] = {}
        short: set[str] = set()
        roles: Counter[str] = Counter()
        total = hyphens = 0
        for line in lines:
            total += 1
            hyphens += bool(_HYPHEN.match(line.text))
            for name, kind in {(each.mark.name, each.kind) for each in _candidates(line)}:
                if kind == "short":
                    short.add(role_of(name))
                elif _is_known(name):
                    roles[role_of(name)] += 1
                elif _could_be_a_name(name):
                    count[name] += 1
                    first.setdefault(name, line.number)
        names = {name for name, times in count.items() if times > 1}
        both = roles[QUESTION] and roles[ANSWER]  # then all who speak are named
        if not both and len(count) + len(roles) > 1 and 2 * (count.total() + roles.total()) >= total:
            names = set(count)  # most lines begin so: also who speaks once is a speaker
        for name in count.keys() - names if names or roles else ():
            troubles.tell(
                "once", first[name],
                f"{quoted(name)} stands once like a speaker's name; it was left in the words.",
            )  # fmt: skip
        return cls(frozenset(names), {QUESTION, ANSWER} <= short, hyphens > 1)

    def of(self, line: Line) -> Mark | None:
        """The mark at the start of a line, if it has one that is believed."""
        for mark, kind in _candidates(line):
            if self._short if kind == "short" else _is_known(mark.name) or mark.name in self._names:
                return mark
        if (dash := _DASH.match(line.text)) and (self._hyphens or not _HYPHEN.match(line.text)):
            return Mark("", dash.end(), turn=True)
        return None


def _candidates(line: Line) -> list[_Candidate]:
    """Every way to read a line's start as a speaker's mark, the likeliest first."""
    text, found = line.text, []
    if colon := _WITH_COLON.match(text):
        name = (colon["inside"] or colon["name"]).strip(_AROUND)
        next_sign = text[colon.end() : colon.end() + 1]
        half_of_a_time = name[-1:].isdecimal() and next_sign.isdecimal()
        if not next_sign.strip() or (_is_known(name) and not half_of_a_time):
            time = milliseconds(colon["time"]) if colon["time"] else None
            if time is not None or not colon["time"]:
                found.append(_Candidate(Mark(name, colon.end(), time), "colon"))
    if timed := _WITH_TIME.match(text):
        time = milliseconds(timed["time"] or timed["bare"])
        if time is not None:
            found.append(_Candidate(Mark(timed["name"].strip(_AROUND), timed.end(), time), "time"))
    if brackets := _IN_BRACKETS.match(text):
        found.append(_Candidate(Mark(brackets["name"].strip(_AROUND), brackets.end()), "brackets"))
    if (short := _SHORT.match(text)) and role_of(short["name"]):
        found.append(_Candidate(Mark(short["name"].strip(), short.end()), "short"))
    if 0 < line.bold < len(text) and (name := text[: line.bold].strip(_AROUND + ":：.-–—")):
        found.append(_Candidate(Mark(name, line.bold), "bold"))
    return found
