"""Recordings and videos for the public: made anew from samples and frames, silent and black where withheld.

The original is opened by one ffmpeg, which gives raw samples and raw frames; another one, which never
sees the original, makes the public form of them. Between the two stands this module: nothing but sound and
pictures goes through, so no tag, name, place, chapter, subtitle, cover or date can.

Sound becomes MP3: its patents have run out, and every browser plays it on every system, Safari and browsers
without licensed codecs too. Video becomes H.264 and AAC in MP4: the one form that old telephones and Safari
play as well.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from archive.core.media import moving, waves
from archive.core.media.kinds import FORMS, Form
from archive.core.media.listening import RATE, UNREADABLE, duration_of, has_track, heard_in, seen_in
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
from archive.core.media.silence import MARGIN_MS, Hush, Stretch, all_inside, in_order, widened
from archive.core.media.waves import Tell

LEAST_MARGIN_MS = 100  # MP3 and AAC smear a sound by up to 60 ms
NO_TRACES = ("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact")
MP3 = ("-c:a", "libmp3lame", "-write_xing", "0", "-id3v2_version", "0", "-write_id3v1", "0", "-f", "mp3")
H264 = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "24", "-profile:v", "high", "-g", "60",
        "-pix_fmt", "yuv420p", "-bsf:v", "filter_units=remove_types=6", "-f", "mp4")  # fmt: skip
AAC = ("-c:a", "aac", "-b:a", "128k")
MP4 = ("-movflags", "+faststart", "-empty_hdlr_name", "1", "-f", "mp4")
UNWRITTEN = "This ffmpeg could not write {what}. Install one with {library}, then try again."


@dataclass(frozen=True)
class MadeSound:
    """A recording or video for the public, without a word about where it came from."""

    path: Path
    media_type: str
    duration_ms: int
    size: int
    width: int | None = None
    height: int | None = None


def nobody(done_ms: int, total_ms: int) -> None:
    """Who is told of the progress when nobody asked."""


def derive_sound(
    path: Path,
    *,
    silence: Sequence[Stretch],
    to: Path,
    margin_ms: int = MARGIN_MS,
    tell: Tell = nobody,
    time_limit_s: float = TIME_LIMIT_S,
) -> MadeSound:
    """Makes the public form at `to`, and listens to it before it is given that name.

    Raises NotMade (NeedsFfmpeg where only that is missing), and then leaves nothing behind.
    """
    form, withheld = recording(path), in_order(silence)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".making-") as folder:
        part = Path(folder) / "part"
        if has_ffmpeg():
            made = _Making(path, form, part, widened(withheld, max(margin_ms, LEAST_MARGIN_MS)), tell)
            result = made.with_ffmpeg(time_limit_s)
        else:
            result = _without_ffmpeg(path, form, part, widened(withheld, margin_ms), tell)
        all_inside(withheld, result.duration_ms)
        _refuse_leaks(part, withheld)
        os.replace(part, to)
    return replace(result, path=to, size=to.stat().st_size)


def _refuse_leaks(part: Path, withheld: list[Stretch]) -> None:
    if withheld and (left := [*heard_in(part, withheld), *seen_in(part, withheld)]):
        raise NotMade(
            f"The public form still had something in the withheld stretch {left[0]}, and was thrown away. "
            "Do not publish this recording; tell those who look after the archive."
        )


def _without_ffmpeg(path: Path, form: Form, part: Path, silence: list[Stretch], tell: Tell) -> MadeSound:
    """What Python does alone: plain WAV, and MP3 of which nothing is withheld."""
    with waves.plain_wave(path) as reader:
        if reader:
            return MadeSound(part, "audio/wav", waves.rewritten(reader, part, silence, tell), 0)
    if form is FORMS["mp3"] and not silence:
        length = waves.bare_frames(path, part)
        tell(length, length)
        return MadeSound(part, "audio/mpeg", length, 0)
    raise needed(
        f"To make {form.name} silent where it is withheld" if silence else f"To publish {form.name}",
    )


class _Making:
    """One recording on its way through ffmpeg, Python and ffmpeg."""

    def __init__(self, path: Path, form: Form, part: Path, silence: list[Stretch], tell: Tell) -> None:
        self.path, self.form, self.part, self.silence, self.tell = path, form, part, silence, tell
        self.total_ms = 0

    def with_ffmpeg(self, time_limit_s: float) -> MadeSound:
        self.total_ms = duration_of(self.path, time_limit_s=time_limit_s)
        with Workshop(time_limit_s) as workshop:
            heard = has_track(self.path, self.form, "a", workshop)
            if self.form.family == "video" and has_track(self.path, self.form, "V", workshop):
                return self._video(workshop, heard)
            if not heard:
                raise NotMade("No sound can be read from this recording. Add an undamaged copy.")
            return self._sound(workshop)

    def _sound(self, workshop: Workshop) -> MadeSound:
        arguments = [*from_file(self.path, self.form), *samples_arguments(RATE), "pipe:1"]
        reading = workshop.start(*arguments, read=True)
        stream = cast(BinaryIO, reading.stdout)
        channels = wave_header(stream)
        writing = workshop.start(
            *_samples_in(channels), *NO_TRACES, *MP3, "-b:a", "128k" if channels == 2 else "96k",
            f"file:{self.part}", feed=True,
        )  # fmt: skip
        length = self._pass_on(stream, cast(BinaryIO, writing.stdin), channels, self.tell)
        workshop.finish(reading, UNREADABLE)
        workshop.finish(writing, UNWRITTEN.format(what="MP3", library="libmp3lame"))
        return MadeSound(self.part, "audio/mpeg", length, 0)

    def _pass_on(self, samples: BinaryIO, to: BinaryIO, channels: int, tell: Tell) -> int:
        """Hands samples on, silent where they are withheld; the length in milliseconds."""
        hush = Hush(self.silence, rate=RATE, frame=2 * channels)
        for chunk in chunks(samples):
            to.write(hush(chunk))
            length = hush.at // (2 * channels) * 1000 // RATE
            tell(length, max(self.total_ms, length))
        if not hush.at:
            raise NotMade("The recording holds no sound. Add an undamaged copy.")
        return hush.at // (2 * channels) * 1000 // RATE

    def _video(self, workshop: Workshop, heard: bool) -> MadeSound:
        samples, pictures = self.part.with_name("samples"), self.part.with_name("pictures")
        aside = [*samples_arguments(RATE), f"file:{samples}"] if heard else []
        arguments = [*from_file(self.path, self.form), *moving.frames_arguments(), "pipe:1", *aside]
        reading = workshop.start(*arguments, read=True)
        film, length = self._pictures(workshop, cast(BinaryIO, reading.stdout), pictures)
        workshop.finish(reading, UNREADABLE)
        sound = self._joined(workshop, pictures, samples if heard else None)
        return MadeSound(self.part, "video/mp4", max(length, sound), 0, film.width, film.height)

    def _pictures(self, workshop: Workshop, stream: BinaryIO, to: Path) -> tuple[moving.Reel, int]:
        film, line = moving.reel(stream)
        writing = workshop.start(
            "-f", "yuv4mpegpipe", "-i", "pipe:0", *NO_TRACES, *H264, f"file:{to}", feed=True
        )
        out, black, number = cast(BinaryIO, writing.stdin), film.black, 0
        out.write(line)
        for number, frame in enumerate(moving.frames(stream, film), 1):
            out.write(b"FRAME\n")
            out.write(black if film.shown_in(number - 1, self.silence) else frame)
            self.tell(film.ms(number), max(self.total_ms, film.ms(number)))
        if not number:
            raise NotMade(moving.UNREADABLE)
        workshop.finish(writing, UNWRITTEN.format(what="H.264 video", library="libx264"))
        return film, film.ms(number)

    def _joined(self, workshop: Workshop, pictures: Path, samples: Path | None) -> int:
        """Puts our own frames and our own samples into one file; the length of the sound."""
        seen, out = ["-i", f"file:{pictures}"], ["-c:v", "copy", *NO_TRACES, *MP4, f"file:{self.part}"]
        if samples is None:
            writing = workshop.start(*seen, *out)
            workshop.finish(writing, UNWRITTEN.format(what="MP4", library="its usual parts"))
            return 0
        with samples.open("rb") as stream:
            channels = wave_header(stream)
            writing = workshop.start(
                *seen, *_samples_in(channels), "-map", "0:v:0", "-map", "1:a:0", *AAC, *out, feed=True
            )
            length = self._pass_on(stream, cast(BinaryIO, writing.stdin), channels, nobody)
        workshop.finish(writing, UNWRITTEN.format(what="AAC sound", library="its usual parts"))
        return length


def _samples_in(channels: int) -> list[str]:
    return ["-f", "s16le", "-ar", str(RATE), "-ac", str(channels), "-i", "pipe:0"]
