"""What a file is, going by its bytes alone: the name of a form in `FORMS`, or none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO

from archive.core.media import boxes
from archive.core.media.mp3_frames import after_id3, sure_at

HEAD = 1_000_000
ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
ASF_VIDEO = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")
PICTURES = (
    (re.compile(rb"\xff\xd8\xff[\xc0-\xfe]"), "jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "png"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBPVP8", re.DOTALL), "webp"),
    (re.compile(rb"BM....\0\0\0\0....[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL), "bmp"),
    (re.compile(rb"II\*\0|MM\0\*"), "tiff"),
    (re.compile(rb"%PDF-[12]\.\d"), "pdf"),
)
SOUNDS = (
    (re.compile(rb"(RIFF|RF64)....WAVE", re.DOTALL), "wav"),
    (re.compile(rb"RIFF....AVI ", re.DOTALL), "avi"),
    (re.compile(rb"fLaC\0\0\0\x22|fLaC\x80\0\0\x22"), "flac"),
    (re.compile(rb"FORM....AIF[FC]", re.DOTALL), "aiff"),
    (re.compile(rb"caff\0\x01\0\0desc"), "caf"),
    (re.compile(rb"#!AMR(-WB)?\n"), "amr"),
    (re.compile(rb"\0\0\x01\xba[\x21\x44-\x7f]"), "mpeg"),
)
BOXED_FIRST = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
HEIF = {b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic", b"heim": "heic",
        b"avif": "avif", b"avis": "avif"}  # fmt: skip


def form_of(path: Path) -> str | None:
    """The form of a file, by its content."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = file.seek(0, 2)
        if head.startswith(b"ID3"):
            file.seek(after_id3(head))
            return _framed(file.read(HEAD))
        for pattern, form in (*PICTURES, *SOUNDS):
            if pattern.match(head):
                return form
        return _boxed(file, head, size) or _streamed(head)


def _boxed(file: BinaryIO, head: bytes, size: int) -> str | None:
    """MP4 and its kin."""
    if head[4:8] not in BOXED_FIRST:
        return None
    brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "
    if brand in HEIF:
        return HEIF[brand]
    tracks = boxes.mp4_tracks(file, size)
    if b"vide" in tracks:
        return "mov video" if brand == b"qt  " else "mp4 video"
    return "mp4 audio" if b"soun" in tracks else None


def _streamed(head: bytes) -> str | None:
    """Forms that are known by what follows their first bytes."""
    if head.startswith(b"\x1aE\xdf\xa3") and (found := boxes.matroska(head)):
        return f"{'webm' if found[0] == b'webm' else 'mkv'} {'video' if found[1] else 'audio'}"
    if head.startswith(b"OggS\0\x02") and (codecs := boxes.ogg_codecs(head)):
        return "ogg video" if b"theora" in codecs else "ogg audio"
    if head.startswith(ASF):
        return "wmv" if ASF_VIDEO in head else "wma"
    for lead, step in ((0, 188), (4, 192)):  # a camcorder puts a time of four bytes before each packet
        if len(head) >= 4 * step + lead and all(head[lead + step * n] == 0x47 for n in range(4)):
            return "ts"
    return _framed(head)


def _framed(head: bytes) -> str | None:
    """Recordings that are a row of frames, after tags that may stand before them."""
    at = after_id3(head)
    if head[at : at + 4] == b"fLaC":
        return "flac"
    if _adts(head, at):
        return "aac"
    window = range(at, min(at + 4096, len(head)))
    return "mp3" if any(head[n] == 0xFF and sure_at(head, n) for n in window) else None


def _adts(head: bytes, at: int, frames: int = 3) -> bool:
    for _ in range(frames):
        if (
            len(head) < at + 7
            or head[at] != 0xFF
            or head[at + 1] & 0xF6 != 0xF0
            or head[at + 2] >> 2 & 15 > 12
        ):
            return False
        length = (head[at + 3] & 3) << 11 | head[at + 4] << 3 | head[at + 5] >> 5
        if length < 7:
            return False
        at += length
    return True
