"""The building blocks of container files: the boxes of MP4, the elements of Matroska, the chunks of RIFF."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MOST_BOXES = 10_000
MOST_HEAD = 4_000_000


class Box(NamedTuple):
    """A part of a file: its name, where its content begins and ends."""

    name: bytes
    start: int
    end: int


def mp4_boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places of an MP4 or QuickTime file; ends where there is none any more."""
    at = start
    for _ in range(MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8 or at >= end:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1 and len(head) == 16:
            size, header = int.from_bytes(head[8:], "big"), 16
        elif size == 0:
            size = end - at
        if size < header or at + size > end:
            return
        yield Box(head[4:8], at + header, at + size)
        at += size


def mp4_tracks(file: BinaryIO, size: int) -> set[bytes]:
    """The kinds of tracks of an MP4 file: `vide`, `soun`, `text`…"""
    return {_handler(file, media) for media in _inside(file, [Box(b"", 0, size)], b"moov", b"trak", b"mdia")}


def _inside(file: BinaryIO, boxes: list[Box], *path: bytes) -> list[Box]:
    for name in path:
        boxes = [
            child for box in boxes for child in mp4_boxes(file, box.start, box.end) if child.name == name
        ]
    return boxes


def _handler(file: BinaryIO, media: Box) -> bytes:
    for box in mp4_boxes(file, media.start, media.end):
        if box.name == b"hdlr":
            file.seek(box.start + 8)
            return file.read(4)
    return b""


def matroska(head: bytes) -> tuple[bytes, bool] | None:
    """A Matroska file's document type, and whether it holds video."""
    doctype = re.search(rb"\x42\x82[\x80-\x9f](webm|matroska)", head[:200])
    codecs = re.findall(rb"\x86(?:[\x80-\xbf]|\x40.)([VA])_[A-Z0-9]", head, re.DOTALL)
    return (doctype[1], b"V" in codecs) if doctype and codecs else None


def ogg_codecs(head: bytes) -> set[bytes]:
    """What the streams of an Ogg file begin with: `Opus`, `vorbis`, `theora`…"""
    marks = {
        b"OpusHead": b"opus",
        b"\x01vorbis": b"vorbis",
        b"\x80theora": b"theora",
        b"Speex   ": b"speex",
        b"\x7fFLAC": b"flac",
    }
    return {name for mark, name in marks.items() if mark in head[:4096]}


def riff_chunks(file: BinaryIO) -> Iterator[Box]:
    """The chunks of a RIFF file (WAV, AVI, WebP), without those inside others."""
    file.seek(0, 2)
    size, at = file.tell(), 12
    for _ in range(MOST_BOXES):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8:
            return
        name, length = struct.unpack("<4sI", head)
        yield Box(name, at + 8, min(at + 8 + length, size))
        at += 8 + length + length % 2
