"""How long a recording is, and whether anything is heard or seen where nothing should be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from archive.core.media import moving, waves
from archive.core.media.kinds import FORMS, Form
from archive.core.media.programs import (
    TIME_LIMIT_S,
    Workshop,
    chunks,
    from_file,
    has_ffmpeg,
    needed,
    recording,
    samples_arguments,
    wave_header,
)
from archive.core.media.refusals import NotMade
from archive.core.media.silence import Listening, Stretch, in_order

RATE = 44_100
LENGTH = re.compile(rb"^out_time_us=(\d+)", re.MULTILINE)
UNREADABLE = "The recording cannot be read to its end: it is damaged or unfinished. Add an undamaged copy."


def duration_of(path: Path, *, time_limit_s: float = TIME_LIMIT_S) -> int:
    """The length in milliseconds, counted and not taken from what the file says of itself."""
    form = recording(path)
    with waves.plain_wave(path) as reader:
        if reader:
            return waves.wave_length_ms(reader)
    if form is FORMS["mp3"] and (length := waves.mp3_length_ms(path)):
        return length
    if not has_ffmpeg():
        raise needed(f"To find out how long {form.name} is")
    with Workshop(time_limit_s) as workshop:
        tracks = ["-map", "0:a:0?", "-map", "0:V:0?", "-c", "copy", "-f", "null", "-progress", "pipe:1", "-"]
        process = workshop.start(*from_file(path, form), *tracks, read=True)
        told = LENGTH.findall(cast(BinaryIO, process.stdout).read())
        workshop.finish(process, UNREADABLE)
    if not told:
        raise NotMade(UNREADABLE)
    return int(told[-1]) // 1000


def silent_within(path: Path, stretch: Stretch) -> bool:
    """Whether there is no sound at all in this stretch: every sample nought."""
    return not heard_in(path, [stretch])


def black_within(path: Path, stretch: Stretch) -> bool:
    """Whether nothing is to be seen in this stretch; so it is with a recording without pictures."""
    return not seen_in(path, [stretch])


def heard_in(
    path: Path, stretches: Sequence[Stretch], *, time_limit_s: float = TIME_LIMIT_S
) -> list[Stretch]:
    """Those of the stretches in which there is sound."""
    ordered, form = in_order(stretches), recording(path)
    with waves.plain_wave(path) as reader:
        if reader:
            return sorted(waves.listened(reader, ordered))
    if not has_ffmpeg():
        raise needed(f"To hear whether {form.name} is silent")
    with Workshop(time_limit_s) as workshop:
        if not has_track(path, form, "a", workshop):
            return _nothing_there(path, form, "V", workshop)
        process = workshop.start(*from_file(path, form), *samples_arguments(RATE), "pipe:1", read=True)
        stream = cast(BinaryIO, process.stdout)
        ear = Listening(ordered, rate=RATE, frame=2 * wave_header(stream))
        for chunk in chunks(stream):
            ear(chunk)
        workshop.finish(process, UNREADABLE)
    return sorted(ear.heard)


def seen_in(path: Path, stretches: Sequence[Stretch], *, time_limit_s: float = TIME_LIMIT_S) -> list[Stretch]:
    """Those of the stretches in which there is something to be seen."""
    ordered, form = in_order(stretches), recording(path)
    if form.family == "audio":
        return []
    if not has_ffmpeg():
        raise needed(f"To see whether {form.name} is black")
    with Workshop(time_limit_s) as workshop:
        if not has_track(path, form, "V", workshop):
            return _nothing_there(path, form, "a", workshop)
        process = workshop.start(*from_file(path, form), *moving.frames_arguments(), "pipe:1", read=True)
        stream = cast(BinaryIO, process.stdout)
        film, _ = moving.reel(stream)
        seen = set()
        for number, frame in enumerate(moving.frames(stream, film)):
            begins, ends = film.ms(number), film.ms(number + 1)
            shown = [one for one in ordered if one.start_ms < ends and begins < one.end_ms]
            if shown and not moving.is_black(frame, film):
                seen.update(shown)
        workshop.finish(process, UNREADABLE)
    return sorted(seen)


def has_track(path: Path, form: Form, sort: str, workshop: Workshop) -> bool:
    """Whether there is sound (`a`) or moving pictures (`V`, which are no cover of an album)."""
    one = ["-map", f"0:{sort}:0", "-c", "copy", f"-frames:{sort.lower()}", "1", "-f", "null", "-"]
    return workshop.run(*from_file(path, form), *one)


def _nothing_there(path: Path, form: Form, other: str, workshop: Workshop) -> list[Stretch]:
    """No track is no sound and no picture; but only of a file that can be read at all."""
    if form.family == "audio" or not has_track(path, form, other, workshop):
        raise NotMade(UNREADABLE)
    return []
