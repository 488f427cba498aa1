"""The kinds of files the archive takes, and how large they may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["audio", "video", "image", "scan"]
MEGABYTE = 1000 * 1000
GIGABYTE = 1000 * MEGABYTE


@dataclass(frozen=True)
class Form:
    """A file format that is taken: its media type, its plain name, and who reads it."""

    media_type: str
    family: Family
    name: str
    extensions: tuple[str, ...]
    demuxer: str = ""  # ffmpeg's name: it is told what to expect, so that it never guesses at a playlist


@dataclass(frozen=True)
class Kind:
    """What a file is, going by its content."""

    form: Form
    told: str = ""  # what the curator should know, such as a name that says something else

    @property
    def media_type(self) -> str:
        return self.form.media_type

    @property
    def family(self) -> Family:
        return self.form.family

    @property
    def name(self) -> str:
        return self.form.name


@dataclass(frozen=True)
class Limits:
    """The largest files that are taken, in bytes, and the largest picture, in pixels."""

    audio: int = 2 * GIGABYTE
    video: int = 4 * GIGABYTE
    image: int = 60 * MEGABYTE
    scan: int = 200 * MEGABYTE
    pixels: int = 120 * 1000 * 1000

    def of(self, family: Family) -> int:
        return {"audio": self.audio, "video": self.video, "image": self.image, "scan": self.scan}[family]


FORMS: dict[str, Form] = {
    "wav": Form("audio/wav", "audio", "a WAV recording", ("wav", "wave"), "wav"),
    "mp3": Form("audio/mpeg", "audio", "an MP3 recording", ("mp3", "mpga"), "mp3"),
    "aac": Form("audio/aac", "audio", "an AAC recording", ("aac",), "aac"),
    "flac": Form("audio/flac", "audio", "a FLAC recording", ("flac",), "flac"),
    "aiff": Form("audio/aiff", "audio", "an AIFF recording", ("aiff", "aif", "aifc"), "aiff"),
    "caf": Form("audio/x-caf", "audio", "a Core Audio recording", ("caf",), "caf"),
    "amr": Form("audio/amr", "audio", "an AMR voice recording", ("amr",), "amr"),
    "ogg audio": Form("audio/ogg", "audio", "an Ogg recording", ("ogg", "oga", "opus", "spx"), "ogg"),
    "ogg video": Form("video/ogg", "video", "an Ogg video", ("ogv", "ogg"), "ogg"),
    "mp4 audio": Form("audio/mp4", "audio", "an MP4 recording", ("m4a", "mp4", "m4b", "3gp", "mov"), "mov"),
    "mp4 video": Form("video/mp4", "video", "an MP4 video", ("mp4", "m4v", "3gp", "3g2"), "mov"),
    "mov video": Form("video/quicktime", "video", "a QuickTime video", ("mov", "qt"), "mov"),
    "webm audio": Form("audio/webm", "audio", "a WebM recording", ("webm", "weba", "mka"), "matroska"),
    "webm video": Form("video/webm", "video", "a WebM video", ("webm",), "matroska"),
    "mkv audio": Form("audio/x-matroska", "audio", "a Matroska recording", ("mka", "mkv"), "matroska"),
    "mkv video": Form("video/x-matroska", "video", "a Matroska video", ("mkv",), "matroska"),
    "avi": Form("video/x-msvideo", "video", "an AVI video", ("avi",), "avi"),
    "ts": Form("video/mp2t", "video", "a camcorder video", ("ts", "mts", "m2ts"), "mpegts"),
    "mpeg": Form("video/mpeg", "video", "an MPEG video", ("mpg", "mpeg", "vob"), "mpeg"),
    "wma": Form("audio/x-ms-wma", "audio", "a Windows Media recording", ("wma", "asf"), "asf"),
    "wmv": Form("video/x-ms-wmv", "video", "a Windows Media video", ("wmv", "asf"), "asf"),
    "jpeg": Form("image/jpeg", "image", "a JPEG picture", ("jpg", "jpeg", "jpe", "jfif")),
    "png": Form("image/png", "image", "a PNG picture", ("png",)),
    "gif": Form("image/gif", "image", "a GIF picture", ("gif",)),
    "webp": Form("image/webp", "image", "a WebP picture", ("webp",)),
    "bmp": Form("image/bmp", "image", "a BMP picture", ("bmp", "dib")),
    "avif": Form("image/avif", "image", "an AVIF picture", ("avif",)),
    "heic": Form("image/heic", "image", "a HEIC photograph", ("heic", "heif")),
    "tiff": Form("image/tiff", "scan", "a TIFF scan", ("tif", "tiff")),
    "pdf": Form("application/pdf", "scan", "a PDF document", ("pdf",)),
}
