"""Words that stand in a file beside its sound and pictures: what can be read without playing it."""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from archive.core.media.boxes import Box, mp4_boxes, riff_chunks
from archive.core.media.kinds import FORMS
from archive.core.media.mp3_frames import frames
from archive.core.media.signatures import form_of

SHORTEST = 4
WINDOW = 1 << 20
OVERLAP = 1 << 12
CODED = {
    b"mdat",
    b"stsz",
    b"stz2",
    b"stco",
    b"co64",
    b"stts",
    b"ctts",
    b"stss",
    b"stsc",
}  # pictures, and numbers
BOXES = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"udta"}
RIFF_CODED = {b"data", b"VP8 ", b"VP8L", b"ALPH"}
PNG_CODED = {b"IDAT", b"fdAT", b"PLTE"}
DEFLATED = {b"zTXt", b"iTXt", b"iCCP"}
MOST_INFLATED = 1 << 22
# Scripts that people write names in; a UTF-16 reading of numbers gives Chinese instead.
RUN = re.compile(r"[\w.,:;@/+'’ \u200c\u200d-]{4,}")
FAMILIAR = re.compile(r"[ -~\u00a0-\u077f\u200c\u200d’]{4,}")


def metadata_words(path: Path) -> list[str]:
    """Every readable string beside the coded sound and pictures; of a form not known here, in all of it."""
    words: dict[str, None] = {}
    with path.open("rb") as file:
        for piece in _beside_the_media(path, file):
            words.update(dict.fromkeys(readable(piece)))
    return list(words)


def readable(piece: bytes) -> Iterator[str]:
    """The strings in some bytes, read as UTF-8 and as UTF-16."""
    yield from _words(piece.decode("utf-8", "replace").replace("\ufffd", "\0"), RUN)
    yield from _words(piece.decode("latin-1"), RUN)
    for coding in ("utf-16-le", "utf-16-be"):
        for start in (0, 1):
            yield from _words(piece[start:].decode(coding, "replace"), FAMILIAR)


def _words(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    return (found.strip() for found in pattern.findall(text) if len(found.strip()) >= SHORTEST)


def _beside_the_media(path: Path, file: BinaryIO) -> Iterator[bytes]:
    name = form_of(path)
    if name == "mp3":
        yield from _between_frames(file)
    elif name == "jpeg":
        yield from _jpeg_segments(file.read())
    elif name == "png":
        yield from _png_chunks(file.read())
    elif name in ("wav", "webp"):
        yield from _riff(file)
    elif name and FORMS[name].demuxer == "mov":
        end = file.seek(0, 2)
        yield from _boxes(file, 0, end)
    else:
        yield from _pieces(file, 0, file.seek(0, 2))


def _pieces(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """A long stretch in pieces that overlap, so that no word is cut in two."""
    for at in range(start, end, WINDOW):
        file.seek(at)
        yield file.read(min(WINDOW + OVERLAP, end - at))


def _between_frames(file: BinaryIO) -> Iterator[bytes]:
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        end = 0
        for header, at in frames(data):
            if at > end:
                yield data[end:at]
            end = at + header.length
        yield data[end:]


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """Everything before, between and after the scans."""
    at = 2
    while at + 4 <= len(data):
        marker = data[at + 1] if data[at] == 0xFF else 0
        if marker in (0, 0xD9):
            break
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in (0xC4, 0xDB):  # tables of numbers
            yield data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)
        if marker == 0xDA:
            found = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search(data, at)
            at = found.start() if found else len(data)
    yield data[at + 2 :]


def _png_chunks(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if name not in PNG_CODED:
            yield body
        if name in DEFLATED:
            yield _inflated(body)
        at += 12 + length
        if name == b"IEND":
            break
    yield data[at:]


def _inflated(body: bytes) -> bytes:
    """The text behind a compressed chunk's keyword, wherever it begins."""
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", body):
        try:
            return zlib.decompressobj().decompress(body[start.start() :], MOST_INFLATED)
        except zlib.error:
            continue
    return b""


def _riff(file: BinaryIO) -> Iterator[bytes]:
    end = 12
    for chunk in riff_chunks(file):
        if chunk.name not in RIFF_CODED:
            yield from _pieces(file, chunk.start, chunk.end)
        end = chunk.end
    yield from _pieces(file, end, file.seek(0, 2))


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    at = start
    for box in mp4_boxes(file, start, end):
        if box.name in BOXES:
            yield from _boxes(file, box.start, box.end)
        elif box.name not in CODED:
            yield from _content(file, box)
        at = box.end
    yield from _pieces(file, at, end)


def _content(file: BinaryIO, box: Box) -> Iterator[bytes]:
    yield from _pieces(file, box.start, box.end)
