"""Fifty thousand lines are read while somebody waits, and no input makes reading take for ever."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from archive.core.transcripts import NotATranscript, read
from archive.core.transcripts.captions import CaptionLine, webvtt
from archive.core.transcripts.joining import joined
from archive.core.transcripts.times import clock
from tests.core.transcripts.documents import body, run

LINES = 50_000
ENOUGH = 20.0  # seconds: many times what it takes, for busy machines; far less than a square would take


def stamps(comma: str) -> list[str]:
    return [f"{clock(at * 1000)} --> {clock(at * 1000 + 900)}".replace(".", comma) for at in range(LINES)]


def vtt() -> bytes:
    return (
        "WEBVTT\n\n"
        + "\n\n".join(f"{at}\n<v Anna>We waited <00:00:01.000>all &amp; night" for at in stamps("."))
    ).encode()


def srt() -> bytes:
    return "\n\n".join(f"{at}\n{stamp}\nس: کجا بودید؟" for at, stamp in enumerate(stamps(","), 1)).encode()


def text() -> bytes:
    return "\n".join(
        f"{'Anna Doe' if at % 2 else 'Ben'}: We waited all night: nobody came." for at in range(LINES)
    ).encode()


def times() -> bytes:
    return "\n".join(f"[{clock(at * 1000)[:8]}] پرسش: کجا بودید؟" for at in range(LINES)).encode()


def old() -> bytes:
    return "س: أين كنت؟\nج: في البيت.\n".encode("cp1256") * (LINES // 2)


def document() -> bytes:
    return body("".join(f"<w:p>{run(f'Q: line {at}')}</w:p>" for at in range(LINES - 1)))


@pytest.mark.parametrize("make", [vtt, srt, text, times, old, document])
def test_fifty_thousand_lines_take_seconds(make: Callable[[], bytes], record_property):
    data = make()
    begun = time.perf_counter()
    transcript = read(data)
    took = time.perf_counter() - begun
    record_property("figure", (f"transcripts: 50,000 lines, {make.__name__}", f"{took:.2f} s"))
    assert len(transcript.passages) >= LINES - 1
    assert took < ENOUGH


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 400_000 + b"a",
        b"\r" * 400_000 + b"a",
        b" " * 5_000_000 + b"a",
        b"A: " + b"a " * 2_000_000,
        b"<" * 2_000_000,
        b"<v " * 1_000_000,
        b"<c.a.b.c" * 300_000,
        b"{\\" * 1_000_000,
        b"&amp" * 500_000,
        b"00:" * 500_000,
        b"[00:" * 500_000,
        b"-" * 2_000_000 + b">",
        b"00:01 --> " * 200_000,
        b"a" * 5_000_000 + b":",
        b"A (" * 500_000,
        "\u200f".encode() * 1_000_000 + b"a:",
        b"1\n" * 200_000,
        b"NOTE x\n\n" * 100_000 + b"a",
        b"WEBVTT\n\n" + b"NOTE\n" * 200_000 + b"\na",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<00:01.500>a" * 100_000,
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v A>a" * 40_000,
        b"Q: a\n\nA: b\n\n" * 20_000 + b"\xff",
        b"\xff\xfe" + b"a\x00" * 1_000_000,
    ],
    ids=range(23),
)
def test_nothing_makes_reading_take_for_ever(data: bytes):
    begun = time.perf_counter()
    with suppress(NotATranscript):
        read(data)
    assert time.perf_counter() - begun < ENOUGH


def test_joining_and_captions_of_fifty_thousand_take_seconds():
    begun = time.perf_counter()
    passages = joined(read(srt()).passages)
    written = webvtt(
        (CaptionLine(each.start_ms or 0, each.end_ms or 0, each.text) for each in passages), language="fa"
    )
    assert written.count("-->") >= len(passages)
    assert time.perf_counter() - begun < ENOUGH
