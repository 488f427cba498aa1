"""Captions: passages as a WebVTT file that every player reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.core.transcripts.times import clock

LONGEST = 84  # signs of a caption: two lines of a screen
_ENDS = (".", "!", "?", "…", "؟", "۔", ",", "،", ";", "؛", ":")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufeff\ud800-\udfff]")
_NOT_A_TAG = re.compile(r"[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """Words to be shown from one moment to another."""

    start_ms: int
    end_ms: int
    text: str
    speaker: str = ""


def webvtt(cues: Iterable[CaptionLine], *, language: str, title: str = "") -> str:
    """A WebVTT file of the cues, in the order of their times.

    Long ones are divided between words, their time in proportion to their length.
    """
    header = f"WEBVTT Kind: captions; Language: {_NOT_A_TAG.sub('', language)}"
    if title := _escaped(_plain(title)):
        header += f"; Title: {title}"
    blocks = [header]
    for line in sorted(cues, key=lambda each: each.start_ms):
        for start, end, words in _timed(line):
            speaker = _escaped(_plain(line.speaker))
            voice = f"<v {speaker}>" if speaker else ""
            blocks.append(f"{clock(start)} --> {clock(end)}\n{voice}{_escaped(words)}")
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """Text in one line: an empty line would end the cue."""
    return " ".join(_UNSEEN.sub("", text).split())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _timed(line: CaptionLine) -> Iterator[tuple[int, int, str]]:
    pieces = list(_pieces(_plain(line.text)))
    start = max(0, line.start_ms)
    time = max(line.end_ms - start, len(pieces))  # a cue has to last, if only a millisecond
    total = sum(map(len, pieces))
    said = 0
    for left, piece in zip(range(len(pieces) - 1, -1, -1), pieces, strict=True):
        said += len(piece)
        end = line_end = max(line.start_ms, 0) + time
        if left:
            end = min(max(start + 1, line_end - time + time * said // total), line_end - left)
        yield start, end, piece
        start = end


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of readable length, about equally long, rather at a comma than in mid-phrase."""
    while len(text) > LONGEST:
        count = -(-len(text) // LONGEST)
        cut = _cut(text, wish=min(LONGEST, len(text) // count + 8))
        yield text[:cut].strip()
        text = text[cut:].strip()
    if text:
        yield text


def _cut(text: str, *, wish: int) -> int:
    spaces = [at for at in range(wish // 2, wish + 1) if text[at] == " "]
    if pauses := [at for at in spaces if text[at - 1] in _ENDS]:
        return pauses[-1]
    if spaces or (spaces := [at for at in range(1, LONGEST + 1) if text[at] == " "]):
        return spaces[-1]
    cut = LONGEST  # a single endless word: anywhere but inside a sign with its marks
    while cut > 1 and (unicodedata.combining(text[cut]) or text[cut] in "\u200c\u200d"):
        cut -= 1
    return cut
