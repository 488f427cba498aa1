"""WebVTT and SubRip, read forgivingly: whatever is no timing line, number or note is somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.core.transcripts.markup import part, spoken
from archive.core.transcripts.model import Cue, Line, Troubles, quoted
from archive.core.transcripts.speakers import Marks
from archive.core.transcripts.times import Timing, clock, timing

_HEADER = re.compile(r"\ufeff?WEBVTT(?=\s|\Z)")
_HEADER_LANGUAGE = re.compile(r"\bLanguage:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.I)
_HEADER_FIELD = re.compile(r"\b(?:Kind|Language|X-TIMESTAMP-MAP|Region|Style)\s*[:=]\s*[^\s;]*;?", re.I)
_BLOCK = re.compile(r"(?:NOTE(?=\s|\Z)|(?:STYLE|REGION)\s*\Z)")
_SIGNS_OF_STYLE = re.compile(r"::cue|[{}]|\bid\s*:|\w+\s*:\s*\S+\Z")


def is_timed(lines: list[Line]) -> bool:
    """Whether lines are WebVTT or SubRip: a header, or a line that holds two times and nothing else."""
    if lines and _HEADER.match(lines[0].text):
        return True
    found = (
        timing(line.text) for line in lines if ":" in line.text and any(sign in line.text for sign in ">→")
    )
    return any(each and each.readable and not each.rest for each in found)


def is_webvtt(lines: list[Line]) -> bool:
    return bool(lines and _HEADER.match(lines[0].text))


def cues_of(lines: list[Line], troubles: Troubles, *, webvtt: bool) -> tuple[list[Cue], str]:
    """The cues of timed text, divided where the speaker changes; and the language its header tells."""
    language = ""
    if is_webvtt(lines):
        lines, language = _without_header(lines, troubles)
    if webvtt:
        lines = _without_notes(lines, troubles)
    pieces: list[Cue] = []
    for timed, words in _blocks(lines, troubles, webvtt=webvtt):
        said = spoken(timed, words, troubles)
        pieces += said
        if not said and timed.start_ms is not None:
            troubles.tell(
                "no words", timed.line, f"The cue at {clock(timed.start_ms)} has no words; it was left out."
            )
    return _by_marks(pieces, troubles), language


def _without_header(lines: list[Line], troubles: Troubles) -> tuple[list[Line], str]:
    """What follows the header, up to the first empty line or timing line."""
    header = [_HEADER.sub("", lines[0].text, count=1)]
    rest = 1
    while rest < len(lines) and not lines[rest].after_blank and not timing(lines[rest].text):
        if rest + 1 < len(lines) and timing(lines[rest + 1].text) and not lines[rest + 1].after_blank:
            break  # the identifier of the first cue, where the empty line is missing
        header.append(lines[rest].text)
        rest += 1
    whole = "\n".join(header)
    language = _HEADER_LANGUAGE.search(whole)
    if words := _HEADER_FIELD.sub("", whole).strip(" \t\n-–—;"):
        troubles.tell(
            "header", lines[0].number, f"The file is headed {quoted(words)}; that is not part of the words."
        )
    return lines[rest:], language[1].lower() if language else ""


def _without_notes(lines: list[Line], troubles: Troubles) -> list[Line]:
    """Lines without the blocks of notes and looks; what notes say is told, for it may matter."""
    kept: list[Line] = []
    block: list[Line] = []
    for line in [*lines, Line(0, "", after_blank=True)]:
        first = line.after_blank or not kept
        if block and not line.after_blank and not timing(line.text):
            block.append(line)
            continue
        if block:
            _tell_of(block, troubles)
        block = [line] if first and _BLOCK.match(line.text) else []
        if not block and line.number:
            kept.append(line)
    return kept


def _tell_of(block: list[Line], troubles: Troubles) -> None:
    name, _, rest = block[0].text.partition(" ")
    words = "\n".join([rest, *(line.text for line in block[1:])]).strip()
    if name.startswith("NOTE") and words:
        troubles.tell(
            "note", block[0].number, f"A note says {quoted(words, 2000)}; it was left out of the words."
        )
    elif odd := [line.text for line in block[1:] if not _SIGNS_OF_STYLE.search(line.text)]:
        troubles.tell(
            "note", block[0].number,
            f"The {name} block holds {quoted(' '.join(odd), 2000)}; it was left out of the words.",
        )  # fmt: skip


def _blocks(lines: list[Line], troubles: Troubles, *, webvtt: bool) -> Iterator[tuple[Cue, list[Line]]]:
    """Each timing line as an empty cue, with the lines of words that follow it up to the next."""
    timings = [timing(line.text) if ":" in line.text else None for line in lines] + [None]
    timed, words, number = Cue(""), list[Line](), None
    for at, line in enumerate(lines):
        if (found := timings[at]) is not None:
            if words or timed.line:
                yield timed, words
            timed, words = _timed(found, line, troubles), []
            if not found.readable:
                words.append(line)
            elif found.rest:
                words.append(line._replace(text=found.rest))
        elif timings[at + 1] is not None and _is_number(line, number):
            number = _told_number(line, number, troubles)
        elif webvtt and line.after_blank and timings[at + 1] is not None and not lines[at + 1].after_blank:
            if " " in line.text:
                troubles.tell(
                    "name", line.number, f"The cue's name {quoted(line.text)} was left out of the words."
                )
        else:
            _stray(line, timed, words, troubles)
            words.append(line)
    if words or timed.line:
        yield timed, words


def _timed(found: Timing, line: Line, troubles: Troubles) -> Cue:
    start, end = found.start_ms, found.end_ms
    if not found.readable:
        troubles.tell(
            "time", line.number, f"The time {quoted(line.text, 80)} cannot be read; it was kept as words."
        )
    return Cue("", start_ms=start, end_ms=end, line=line.number)


def _is_number(line: Line, last: int | None) -> bool:
    """Whether a line of digits before a timing line counts the cue; a year at a text's end does not."""
    return (
        line.text.isdecimal()
        and len(line.text) < 10
        and (line.after_blank or int(line.text) == (last or 0) + 1)
    )


def _told_number(line: Line, last: int | None, troubles: Troubles) -> int:
    number = int(line.text)
    if last is not None and number != last + 1:
        troubles.tell(
            "numbers", line.number,
            f"After number {last} comes {number}: perhaps a part of the file is missing or was moved.",
        )  # fmt: skip
    return number


def _stray(line: Line, timed: Cue, words: list[Line], troubles: Troubles) -> None:
    if timed.line and words and line.after_blank:
        troubles.tell("stray", line.number, "Words after an empty line were added to the cue before them.")
    elif not timed.line and not words:
        troubles.tell(
            "stray",
            line.number,
            "Words before the first time became a passage without one.",
        )


def _by_marks(pieces: list[Cue], troubles: Troubles) -> list[Cue]:
    """Divides cues at lines that begin with a speaker's mark.

    Both parts keep the times of the whole: a narrower guess would silence too little of a recording.
    """
    unnamed = [line for cue in pieces if not cue.speaker for line in _lines(cue)]
    marks = Marks.learned(unnamed, troubles)
    cues: list[Cue] = []
    speaker, carried = "", 0
    for cue in pieces:
        if cue.speaker:
            speaker = ""  # a file that tags voices says who speaks, or does not
            cues.append(cue)
            continue
        for each, marked in _divided(cue, marks):
            speaker = each.speaker if marked else speaker
            if not each.text:
                continue  # a name alone in its cue speaks in the next one
            carried += bool(speaker and not marked)
            cues.append(each if marked or not speaker else replace(each, speaker=speaker))
    if carried:
        troubles.tell("carried", 0, f"{carried} cues name no speaker; the one before was taken to go on.")
    return cues


def _lines(cue: Cue) -> Iterator[Line]:
    for offset, text in enumerate(cue.text.split("\n")):
        yield Line(cue.line + offset, text)


def _divided(cue: Cue, marks: Marks) -> list[tuple[Cue, bool]]:
    found: list[tuple[int, int, str, bool, int]] = []  # start, where the words begin, speaker, turn, line
    at = 0
    for line in _lines(cue):
        if mark := marks.of(line):
            found.append((at, at + mark.after, mark.name, mark.turn, line.number))
        at += len(line.text) + 1
    if not found:
        return [(cue, False)]
    parts = [(part(cue, 0, found[0][0]), False)]
    ends = [start for start, *_ in found[1:]] + [len(cue.text)]
    for (_, words, speaker, turn, number), end in zip(found, ends, strict=True):
        parts.append((replace(part(cue, words, end, line=number), speaker=speaker, turn=turn), True))
    return parts
