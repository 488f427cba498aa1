"""ffmpeg, on a short lead: no shell, no network, no guessing at formats, little memory, and an end."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from archive.core.media.kinds import FORMS, Form
from archive.core.media.refusals import NeedsFfmpeg, NotMade
from archive.core.media.signatures import form_of

MEMORY = 4_000_000_000
LARGEST_FILE = 16_000_000_000
CHUNK = 1 << 18
NICENESS = 10
TIME_LIMIT_S = 2 * 3600.0
QUIET = ("-nostdin", "-hide_banner", "-loglevel", "error", "-y")


def ffmpeg() -> str | None:
    """Where ffmpeg stands on this machine."""
    return shutil.which("ffmpeg")


def has_ffmpeg() -> bool:
    return ffmpeg() is not None


def needed(what: str) -> NeedsFfmpeg:
    return NeedsFfmpeg(f"{what} needs ffmpeg, which is not installed here. Install it, then try again.")


def from_file(path: Path, form: Form) -> list[str]:
    """The arguments that let ffmpeg read this file as what it is, and open nothing else."""
    readable = ["-protocol_whitelist", "file,pipe", "-format_whitelist", form.demuxer, "-f", form.demuxer]
    return [*readable, "-i", f"file:{path.absolute()}"]


def recording(path: Path) -> Form:
    """The form of a recording or video; raises NotMade for anything else."""
    name = form_of(path)
    if name is None or not FORMS[name].demuxer:
        raise NotMade("This is no recording or video that can be played. Add an undamaged copy.")
    return FORMS[name]


class Workshop:
    """Some ffmpeg processes that work on one thing, and that all end with it or when its time is up."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        self.time_limit_s = time_limit_s
        self.expired = False
        self.running: list[subprocess.Popen[bytes]] = []
        self.lock = threading.Lock()
        self.timer = threading.Timer(time_limit_s, self._expire)
        self.timer.daemon = True

    def __enter__(self) -> Workshop:
        self.timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.timer.cancel()
        self._end_all()
        for process in self.running:
            for pipe in (process.stdin, process.stdout):
                _close(cast("BinaryIO | None", pipe))
            process.wait()
        if self.expired:
            minutes = max(1, round(self.time_limit_s / 60))
            raise NotMade(
                f"This took longer than {minutes} min and was ended. Try again, or with a shorter recording."
            ) from error
        if isinstance(error, BrokenPipeError):
            raise NotMade(
                "ffmpeg could not write the public form. Try again, or use another version."
            ) from error

    def start(self, *arguments: str, feed: bool = False, read: bool = False) -> subprocess.Popen[bytes]:
        """Starts ffmpeg; `feed` to write to it, `read` to read from it. What it grumbles is not kept:
        it may repeat words out of the file."""
        program = ffmpeg()
        if program is None:
            raise needed("This")
        with self.lock:
            process = subprocess.Popen(  # noqa: S603 - no shell, and every argument is ours
                [program, *QUIET, *arguments],
                stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
                stdout=subprocess.PIPE if read else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            )
            self.running.append(process)
        _hold_back(process.pid)
        return process

    def run(self, *arguments: str) -> bool:
        """Lets ffmpeg work to its end; whether all went well."""
        return self.start(*arguments).wait() == 0

    def finish(self, process: subprocess.Popen[bytes], complaint: str) -> None:
        """Closes what the process reads from and waits until it has written everything."""
        _close(cast("BinaryIO | None", process.stdin))
        if process.wait() != 0:
            raise NotMade(complaint)

    def _expire(self) -> None:
        self.expired = True
        self._end_all()

    def _end_all(self) -> None:
        with self.lock:
            for process in self.running:
                if process.poll() is None:
                    process.kill()


def samples_arguments(rate: int) -> list[str]:
    """What makes ffmpeg give the first sound track as 16-bit samples, in one or two channels.

    Time is kept: where the track begins late or has holes there is silence, so that time codes stay true.
    """
    keep_time = f"aresample={rate}:async=1:first_pts=0,aformat=sample_fmts=s16:channel_layouts=mono|stereo"
    return ["-map", "0:a:0", "-af", keep_time, "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav"]


def wave_header(stream: BinaryIO) -> int:
    """Reads past the header that ffmpeg puts before samples; the number of channels."""
    head, channels = stream.read(12), 0
    while head and (chunk := stream.read(8)) and chunk[:4] != b"data":
        body = stream.read(int.from_bytes(chunk[4:], "little"))
        if chunk[:4] == b"fmt ":
            channels = int.from_bytes(body[2:4], "little")
    if channels not in (1, 2):
        raise NotMade("No sound can be read from this recording. Add an undamaged copy.")
    return channels


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """What a stream holds, piece by piece."""
    while chunk := stream.read(CHUNK):
        yield chunk


def _hold_back(pid: int) -> None:
    """Lets others go first, and sets limits; a process that has ended already needs none."""
    try:
        os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
        if hasattr(resource, "prlimit"):  # Linux
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
            resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))
    except (ProcessLookupError, PermissionError):
        return


def _close(pipe: BinaryIO | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except BrokenPipeError:
        return
