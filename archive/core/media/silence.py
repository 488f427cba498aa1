"""Withheld stretches of time, and the digital silence that takes their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.core.media.refusals import NotMade

MARGIN_MS = 150  # speech begins and ends softly, and time codes are set by ear


class Stretch(NamedTuple):
    """A stretch of a recording, in milliseconds from its beginning; the end is not part of it."""

    start_ms: int
    end_ms: int

    def __str__(self) -> str:
        return f"{clock(self.start_ms)}–{clock(self.end_ms)}"


def clock(ms: int) -> str:
    """A time as players show it."""
    seconds, rest = divmod(max(ms, 0), 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def in_order(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in order; one that has no length is not guessed at."""
    ordered = sorted(Stretch(*stretch) for stretch in stretches)
    for stretch in ordered:
        if stretch.end_ms <= max(stretch.start_ms, 0):
            raise NotMade(f"The withheld stretch {stretch} has no length. Set where it ends, then try again.")
    return ordered


def widened(stretches: Iterable[Stretch], margin_ms: int) -> list[Stretch]:
    """The stretches with a margin on both sides; those that touch become one."""
    merged: list[Stretch] = []
    for start, end in in_order(stretches):
        start, end = max(0, start - margin_ms), end + margin_ms
        if merged and start <= merged[-1].end_ms:
            merged[-1] = Stretch(merged[-1].start_ms, max(end, merged[-1].end_ms))
        else:
            merged.append(Stretch(start, end))
    return merged


def all_inside(stretches: Iterable[Stretch], duration_ms: int) -> None:
    """Refuses a stretch that begins after the recording has ended: the time codes belong to another one."""
    for stretch in stretches:
        if stretch.start_ms >= duration_ms:
            raise NotMade(
                f"The withheld stretch {stretch} lies after the end of the recording ({clock(duration_ms)}). "
                "Check that the transcript belongs to this recording."
            )


def _places(stretches: Iterable[Stretch], rate: int, frame: int) -> list[tuple[int, int]]:
    """Where the stretches lie in a stream of samples, in bytes; a sample that is half inside is inside."""
    return [(start * rate // 1000 * frame, -(-end * rate // 1000) * frame) for start, end in stretches]


class Hush:
    """Puts silence into a stream of samples as it goes by, to the sample."""

    def __init__(self, stretches: Sequence[Stretch], *, rate: int, frame: int, zero: bytes = b"\0") -> None:
        self.places = _places(stretches, rate, frame)  # `frame`: bytes of one moment in all channels
        self.zero = zero
        self.at = 0  # bytes that have gone by

    def __call__(self, chunk: bytes) -> bytes:
        first, last = self.at, self.at + len(chunk)
        self.at = last
        hushed = bytearray()
        for start, end in self.places:
            if start < last and first < end:
                hushed = hushed or bytearray(chunk)
                low, high = max(start, first) - first, min(end, last) - first
                hushed[low:high] = self.zero * (high - low)
        return bytes(hushed) if hushed else chunk


class Listening:
    """Hears whether there is any sound in stretches that should have none, as samples go by."""

    def __init__(self, stretches: Sequence[Stretch], *, rate: int, frame: int, zero: bytes = b"\0") -> None:
        self.stretches = list(stretches)
        self.places = _places(stretches, rate, frame)
        self.zero = zero
        self.at = 0
        self.heard: set[Stretch] = set()

    def __call__(self, chunk: bytes) -> None:
        first, last = self.at, self.at + len(chunk)
        self.at = last
        for stretch, (start, end) in zip(self.stretches, self.places, strict=True):
            part = chunk[max(start - first, 0) : max(end - first, 0)]
            if part.count(self.zero) < len(part):
                self.heard.add(stretch)
