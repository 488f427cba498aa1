"""The frames of an MP3 recording: all that is sound, and nothing that was written about it."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from typing import NamedTuple

Bytes = bytes | mmap.mmap

BITRATES = {  # kbit/s by index; MPEG-1 and MPEG-2/2.5, layer III
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
TAGS = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI")
TO_BE_SURE = 3  # frames in a row; two can be chance inside a picture


class Header(NamedTuple):
    """The four bytes every frame begins with."""

    version: int
    rate: int
    length: int  # of the whole frame, in bytes
    samples: int
    mono: bool

    @property
    def sort(self) -> tuple[int, int]:
        """What does not change within one recording."""
        return self.version, self.rate


def header_at(data: Bytes, at: int) -> Header | None:
    """The header that stands here, if one does."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version, bitrate, rate = data[at + 1] >> 3 & 3, data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or bitrate in (0, 15) or rate == 3 or data[at + 3] & 3 == 2:
        return None  # reserved values, and the free format that nobody uses
    kbits = BITRATES[3 if version == 3 else 2][bitrate]
    hertz = RATES[version][rate]
    samples = 1152 if version == 3 else 576
    length = samples * kbits * 125 // hertz + (data[at + 2] >> 1 & 1)
    return Header(version, hertz, length, samples, data[at + 3] >> 6 == 3)


def after_id3(data: Bytes, at: int = 0) -> int:
    """Where the recording goes on after ID3v2 tags."""
    while data[at : at + 3] == b"ID3" and at + 10 <= len(data):
        size = 0
        for byte in data[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if data[at + 5] & 0x10 else 0)
    return at


def sure_at(data: Bytes, at: int) -> Header | None:
    """The header here, if enough frames of the same sort follow in a row."""
    first = header_at(data, at)
    following: Header | None = first
    for _ in range(TO_BE_SURE - 1):
        if first is None or following is None or following.sort != first.sort:
            return None
        at += following.length
        following = header_at(data, at)
    return first if first and following and following.sort == first.sort else None


def frames(data: Bytes) -> Iterator[tuple[Header, int]]:
    """Every frame that holds sound, and where it begins: no tags, notes of the encoder, or debris."""
    at, sort, first = after_id3(data), None, True
    while at < len(data) - 3:
        header = header_at(data, at) if sort else sure_at(data, at)
        if (
            header is None
            or (sort and header.sort != sort)
            or not _ends_well(data, at + header.length, header)
        ):
            at = _next_start(data, at, sort)
            if at < 0:
                return
            continue
        sort = header.sort
        if not (first and is_note(data, at, header)):
            yield header, at
        first = False
        at += header.length


def _ends_well(data: Bytes, end: int, header: Header) -> bool:
    """Whether a frame is whole and followed by another, by a tag, or by nothing."""
    if end >= len(data):
        return end == len(data)
    following = header_at(data, end)
    return bool(following and following.sort == header.sort) or data[end : end + 11].startswith(TAGS)


def _next_start(data: Bytes, at: int, sort: tuple[int, int] | None) -> int:
    """Where frames begin again after debris; here only a row of them is believed."""
    past = after_id3(data, at)
    at = past if past > at else at + 1
    while (at := data.find(b"\xff", at)) >= 0:
        header = sure_at(data, at)
        if header and (sort is None or header.sort == sort):
            return at
        at += 1
    return -1


def is_note(data: Bytes, at: int, header: Header) -> bool:
    """Whether this first frame is no sound but the encoder's note (Xing, Info, VBRI)."""
    side = (17 if header.mono else 32) if header.version == 3 else (9 if header.mono else 17)
    body = data[at + 4 : at + 48]
    return body[side : side + 4] in (b"Xing", b"Info") or body[32:36] == b"VBRI"
