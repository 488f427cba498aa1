"""Recordings that need no ffmpeg: plain WAV, and MP3 of which nothing is withheld."""

from __future__ import annotations

import mmap
import wave
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from archive.core.media.mp3_frames import frames
from archive.core.media.refusals import NotMade
from archive.core.media.silence import Hush, Listening, Stretch

AT_ONCE = 1 << 16  # moments of sound that are held in memory
Tell = Callable[[int, int], None]


@contextmanager
def plain_wave(path: Path) -> Iterator[wave.Wave_read | None]:
    """A WAV file of plain samples, or None where it is of another kind."""
    try:
        with path.open("rb") as file, wave.open(file) as reader:
            yield reader if reader.getframerate() > 0 and reader.getsampwidth() in (1, 2, 3, 4) else None
    except (wave.Error, EOFError):
        yield None


def zero_of(reader: wave.Wave_read) -> bytes:
    """What silence is: the middle of eight bits, and nought of more."""
    return b"\x80" if reader.getsampwidth() == 1 else b"\0"


def moments(reader: wave.Wave_read) -> Iterator[bytes]:
    """The samples, piece by piece; half a moment at the end of a cut-off file is left away."""
    frame = reader.getsampwidth() * reader.getnchannels()
    while chunk := reader.readframes(AT_ONCE):
        if whole := len(chunk) - len(chunk) % frame:
            yield chunk[:whole]


def rewritten(reader: wave.Wave_read, to: Path, silence: Sequence[Stretch], tell: Tell) -> int:
    """Writes the samples anew, silent where they should be; the length in milliseconds."""
    rate, frame = reader.getframerate(), reader.getsampwidth() * reader.getnchannels()
    hush = Hush(silence, rate=rate, frame=frame, zero=zero_of(reader))
    total = reader.getnframes() * 1000 // rate
    with wave.open(str(to), "wb") as writer:
        writer.setnchannels(reader.getnchannels())
        writer.setsampwidth(reader.getsampwidth())
        writer.setframerate(rate)
        for chunk in moments(reader):
            writer.writeframes(hush(chunk))
            tell(hush.at // frame * 1000 // rate, total)
    if not hush.at:
        raise NotMade("The recording holds no sound. Add an undamaged copy.")
    return hush.at // frame * 1000 // rate


def listened(reader: wave.Wave_read, stretches: Sequence[Stretch]) -> set[Stretch]:
    """The stretches in which there is sound."""
    frame = reader.getsampwidth() * reader.getnchannels()
    ear = Listening(stretches, rate=reader.getframerate(), frame=frame, zero=zero_of(reader))
    for chunk in moments(reader):
        ear(chunk)
    return ear.heard


def wave_length_ms(reader: wave.Wave_read) -> int:
    frame = reader.getsampwidth() * reader.getnchannels()
    return sum(len(chunk) for chunk in moments(reader)) // frame * 1000 // reader.getframerate()


def bare_frames(path: Path, to: Path) -> int:
    """Writes the sound of an MP3 recording and nothing else; the length in milliseconds."""
    moments_ms = 0.0
    with _mapped(path) as data, to.open("wb") as out:
        for header, at in frames(data):
            out.write(data[at : at + header.length])
            moments_ms += header.samples * 1000 / header.rate
    if not moments_ms:
        raise NotMade("The recording holds no sound. Add an undamaged copy.")
    return int(moments_ms)


def mp3_length_ms(path: Path) -> int:
    with _mapped(path) as data:
        return int(sum(header.samples * 1000 / header.rate for header, _ in frames(data)))


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    """A file's bytes without reading them all at once."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data
