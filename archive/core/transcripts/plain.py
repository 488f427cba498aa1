"""Lines of words to cues: plain text and DOCX, with speakers' marks and times at the start of lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.core.transcripts.model import Cue, Line, Troubles, quoted
from archive.core.transcripts.speakers import Marks
from archive.core.transcripts.times import clock, leading, looks_like_a_time

FULL_LINE = 120  # a line longer than this was not broken to fit a page: the next one is a new paragraph


@dataclass
class _Open:
    """The cue that lines are being added to."""

    line: int
    speaker: str = ""
    start_ms: int | None = None
    end_ms: int | None = None
    turn: bool = False
    named: bool = False  # the speaker is marked here, not carried on from before
    words: list[str] = field(default_factory=list)

    def cue(self) -> Cue:
        return Cue(
            "\n".join(self.words), self.speaker, "", self.start_ms, self.end_ms, self.line, (), self.turn
        )


def cues_of(lines: list[Line], troubles: Troubles) -> list[Cue]:
    """A cue for each turn, each time mark and each paragraph; a paragraph goes on with its speaker."""
    marks = Marks.learned(map(_after_time, lines), troubles)
    cues: list[Cue] = []
    current = _Open(0)
    longest = 0
    for line in lines:
        begun, words = _begun(line, marks, current.speaker)
        if looks_like_a_time(line.text) and begun.start_ms is None:
            troubles.tell(
                "time",
                line.number,
                f"The time in {quoted(line.text, 40)} cannot be read; it was kept as words.",
            )
        if begun.line or not current.line or line.after_blank or longest > FULL_LINE:
            begun.line = line.number
            current = _next(current, begun, cues, troubles)
        if words:
            current.words.append(words)
        longest = len(line.text)
    _next(current, _Open(0), cues, troubles)
    return cues


def _after_time(line: Line) -> Line:
    """A line without the time at its start, as the marks are learned from it."""
    if (time := leading(line.text, before_speaker=True)) is None:
        return line
    return line._replace(text=line.text[time.after :], bold=max(0, line.bold - time.after))


def _begun(line: Line, marks: Marks, speaker: str) -> tuple[_Open, str]:
    """What begins with a line (its number is 0 where nothing does), and the words of the line."""
    if line.speaker is not None:  # a row of a table says it all
        return _Open(line.number, line.speaker, line.start_ms, line.end_ms, named=True), line.text
    start, end, text, bold = line.start_ms, line.end_ms, line.text, line.bold
    mark = marks.of(line)
    if mark is None:
        time = leading(text)
        if (later := leading(text, before_speaker=True)) and marks.of(_after_time(line)):
            time = later
        if time:
            start, end = time.start_ms, time.end_ms
            text, bold = text[time.after :], max(0, bold - time.after)
            mark = marks.of(line._replace(text=text, bold=bold))
    if mark is None:
        return _Open(line.number if start is not None else 0, speaker, start, end), text.strip()
    text = text[mark.after :]
    start = mark.time if start is None else start
    if start is None and (time := leading(text)):
        start, end, text = time.start_ms, time.end_ms, text[time.after :]
    return _Open(line.number, mark.name, start, end, mark.turn, True), text.strip()


def _next(current: _Open, begun: _Open, cues: list[Cue], troubles: Troubles) -> _Open:
    """Closes a cue. One without words hands what it knows to the next: a name or a time in a line alone."""
    if current.words:
        cues.append(current.cue())
        return begun
    if not current.line:
        return begun
    if not (current.named and begun.named) and None in (current.start_ms, begun.start_ms) and begun.line:
        if begun.start_ms is None:
            begun.start_ms, begun.end_ms = current.start_ms, current.end_ms
        if not begun.named:
            begun.speaker, begun.named, begun.turn = current.speaker, current.named, current.turn
        return begun
    who = f" by {quoted(current.speaker)}" if current.speaker else ""
    when = f" at {clock(current.start_ms)}" if current.start_ms is not None else ""
    troubles.tell("no words", current.line, f"Nothing is said here{who}{when}; no passage was made of it.")
    return begun
