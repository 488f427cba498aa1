"""The words of a cue without its markup, and what the markup says: voices, and words' own times."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from archive.core.transcripts.encodings import without_control
from archive.core.transcripts.model import Cue, Line, Troubles, Word, quoted
from archive.core.transcripts.times import milliseconds

# A tag is only what the formats know: "<inaudible>" and "3 < 5" are words.
_TOKEN = re.compile(
    r"<(?P<stamp>[\d:.,]{5,15})>"
    r"|<(?P<close>/)?(?P<tag>v|lang|c|i|b|u|s|ruby|rt)(?P<classes>(?:\.[^\s<>.]+)*)(?P<name>\s[^<>]*)?>"
    r"|</?(?:font|span|p|em|strong)(?:\s[^<>=]*=[^<>]*)?>|<(?P<line>br)\s*/?>"
    r"|\{\\[^{}\n]{0,200}\}"
    r"|&(?P<entity>\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});",
    re.I,
)
_NAMED = {"v", "lang"}


def part(cue: Cue, start: int, end: int, *, line: int = 0) -> Cue:
    """A stretch of a cue without the white space at its ends; words keep their times."""
    text = cue.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    words = tuple(
        Word(word.start_ms, max(word.text_start, start) - start, min(word.text_end, end) - start)
        for word in cue.words
        if word.text_start < end and word.text_end > start
    )
    return replace(cue, text=text, words=words, line=line or cue.line)


class _Spoken:
    """Gathers the words of one cue, and begins anew with each voice."""

    def __init__(self, timed: Cue) -> None:
        self.timed = timed
        self.done: list[Cue] = []
        self._begin("", timed.line)

    def _begin(self, speaker: str, line: int) -> None:
        self.text: list[str] = []
        self.length = 0
        self.marks: list[tuple[int, int]] = []  # time, and the place in the text from which it holds
        self.speaker, self.line = speaker, line

    def add(self, words: str) -> None:
        self.text.append(words)
        self.length += len(words)

    def voice(self, speaker: str, line: int) -> None:
        """From here somebody else speaks."""
        text = "".join(self.text)
        if text.strip():
            words = tuple(_words(text, self.marks, self.timed.start_ms))
            line_of_words = self.line + text[: len(text) - len(text.lstrip())].count("\n")
            whole = replace(self.timed, text=text, speaker=self.speaker, words=words, line=line_of_words)
            self.done.append(part(whole, 0, len(text)))
        self._begin(speaker, line)


def spoken(timed: Cue, lines: list[Line], troubles: Troubles) -> list[Cue]:
    """The words of a cue's lines, divided where the voice changes; `timed` gives the times."""
    if lines:
        timed = replace(timed, line=lines[0].number)
    if not any(sign in line.text for line in lines for sign in "<&{"):
        whole = replace(timed, text="\n".join(line.text for line in lines))
        return [whole] if whole.text else []
    raw = "\n".join(line.text for line in lines)
    gathered, at, number = _Spoken(timed), 0, timed.line
    for token in _TOKEN.finditer(raw):
        words = raw[at : token.start()]
        gathered.add(words)
        number += words.count("\n")
        _apply(token, gathered, number, troubles)
        number += token[0].count("\n")
        at = token.end()
    gathered.add(raw[at:])
    gathered.voice("", 0)
    return gathered.done


def _apply(token: re.Match[str], gathered: _Spoken, number: int, troubles: Troubles) -> None:
    if entity := token["entity"]:
        sign = html.unescape(f"&{entity};")
        gathered.add("\n" if sign in ("\r", "\n") else without_control(sign, number, troubles))
    elif stamp := token["stamp"]:
        if (time := milliseconds(stamp)) is None:
            gathered.add(token[0])
        else:
            gathered.marks.append((time, gathered.length))
    elif token["line"]:
        gathered.add("\n")
    elif (tag := (token["tag"] or "").lower()) == "v":
        name = html.unescape(token["name"] or "") if not token["close"] else ""
        gathered.voice(" ".join(without_control(name, number, troubles).split()), number)
    elif tag and token["name"] and tag not in _NAMED and any(map(str.isalpha, token["name"])):
        gathered.add(token[0])
        troubles.tell("tag", number, f"{quoted(token[0])} is no markup that is known; it was kept as words.")


def _words(text: str, marks: list[tuple[int, int]], start_ms: int | None) -> list[Word]:
    """Each stretch between two times, without white space; the first begins with the cue."""
    if not marks:
        return []
    if start_ms is not None and marks[0][1] > 0:
        marks = [(start_ms, 0), *marks]
    found = []
    for (time, start), end in zip(marks, [at for _, at in marks[1:]] + [len(text)], strict=True):
        stretch = text[start:end]
        if stretch.strip():
            start += len(stretch) - len(stretch.lstrip())
            found.append(Word(time, start, start + len(stretch.strip())))
    return found
