"""Moving pictures on their way from one ffmpeg to another: raw frames, black where something is withheld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import BinaryIO, NamedTuple

from archive.core.media.refusals import NotMade
from archive.core.media.silence import Stretch

LONGEST_SIDE = 1280
WHITE_ENOUGH = 20  # black is 16; a coder may stray by a little
UNREADABLE = "The pictures of this video cannot be read. Add an undamaged copy."
# The video's own rate where it is usual, half of it where it is fast, 30 where it makes no sense.
RATE = "if(between(source_fps,10,31),source_fps,if(between(source_fps,31,61),source_fps/2,30))"
SQUARE = "scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1"
FIT = (
    f"scale='min({LONGEST_SIDE},iw)':'min({LONGEST_SIDE},ih)'"
    ":force_original_aspect_ratio=decrease:force_divisible_by=2:out_range=tv"
)


class Reel(NamedTuple):
    """Width, height and rate of the frames that follow."""

    width: int
    height: int
    rate: Fraction

    @property
    def luma(self) -> int:
        return self.width * self.height

    @property
    def frame(self) -> int:
        return self.luma * 3 // 2

    @property
    def black(self) -> bytes:
        return b"\x10" * self.luma + b"\x80" * (self.luma // 2)

    def ms(self, number: int) -> int:
        """When a frame is shown."""
        return int(number * 1000 / self.rate)

    def shown_in(self, number: int, stretches: Sequence[Stretch]) -> bool:
        """Whether the frame, or the one before or after it, is on the screen within a stretch."""
        begins, ends = self.ms(number - 1), self.ms(number + 2)
        return any(stretch.start_ms < ends and begins < stretch.end_ms for stretch in stretches)


def frames_arguments() -> list[str]:
    """What makes ffmpeg give frames of one size at one rate, without holes, from time nought."""
    filters = f"fps='{RATE}':start_time=0,{SQUARE},{FIT}"
    return ["-map", "0:V:0", "-vf", filters, "-pix_fmt", "yuv420p", "-f", "yuv4mpegpipe"]


def reel(stream: BinaryIO) -> tuple[Reel, bytes]:
    """Reads the line that stands before the frames."""
    line = stream.readline(200)
    words = {word[:1]: word[1:] for word in line.decode("ascii", "replace").split()[1:]}
    try:
        rate = Fraction(*map(int, words["F"].split(":")))
        found = Reel(int(words["W"]), int(words["H"]), rate)
    except (KeyError, ValueError, TypeError, ZeroDivisionError):
        raise NotMade(UNREADABLE) from None
    if not line.startswith(b"YUV4MPEG2") or found.luma % 4 or not found.luma or rate <= 0:
        raise NotMade(UNREADABLE)
    return found, line


def frames(stream: BinaryIO, of: Reel) -> Iterator[bytes]:
    """Every frame; one that is not whole, or of another size, is an error and not a guess."""
    while mark := stream.readline(100):
        frame = stream.read(of.frame)
        if not mark.startswith(b"FRAME") or len(frame) != of.frame:
            raise NotMade(UNREADABLE)
        yield frame


def is_black(frame: bytes, of: Reel) -> bool:
    """Whether nothing can be seen in a frame."""
    light, colour = frame[: of.luma], frame[of.luma :]
    return max(light) <= WHITE_ENOUGH and min(colour) >= 112 and max(colour) <= 144
