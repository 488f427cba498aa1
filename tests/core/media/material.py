"""Recordings and pictures to test with, made in code, with a word in every place where a word can hide."""

from __future__ import annotations

import array
import base64
import io
import math
import shutil
import subprocess
import wave
from itertools import cycle, islice
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

CANARIES = ("Zarvanoush", "Keltamir", "زروانوش")  # invented; they stand in no public form
LATIN = " ".join(CANARIES[:2])
ALL = " ".join(CANARIES)
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")

SILENT_FRAME = b"\xff\xfb\x90\xc4" + bytes(413)  # MPEG-1 layer III, 128 kbit/s, 44.1 kHz, mono: 417 bytes


def codings(word: str) -> set[bytes]:
    """How a word may stand in a file."""
    plain = {word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    shifted = {base64.b64encode(b" " * shift + one)[4:-4] for one in plain for shift in range(3)}
    return {one for one in plain | shifted if len(one) >= 6}


def leaks(data: bytes) -> list[str]:
    """The canaries that stand in these bytes."""
    lower = data.lower()
    return [word for word in CANARIES if any(c in data or c.lower() in lower for c in codings(word))]


def tone(
    path: Path, *, seconds: float = 2, rate: int = 8000, channels: int = 1, width: int = 2, extra: bytes = b""
) -> Path:
    """A WAV recording of a tone that is never nought for long, with chunks of our choice after it."""
    period = [math.sin(2 * math.pi * n / 16) * 0.6 + 0.2 for n in range(16)]
    if width == 1:
        moment = [bytes([int(128 + 100 * value)]) for value in period]
    else:
        moment = [
            int(value * 2 ** (8 * width - 1) * 0.9).to_bytes(width, "little", signed=True) for value in period
        ]
    cycle_ = b"".join(one * channels for one in moment)
    count = int(seconds * rate)
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes((cycle_ * (count // 16 + 1))[: count * channels * width])
    if extra:
        data = bytearray(path.read_bytes() + extra)
        data[4:8] = (len(data) - 8).to_bytes(4, "little")
        path.write_bytes(data)
    return path


def chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def told_wave(path: Path, **more: float) -> Path:
    """A WAV recording with words in every chunk that holds words."""
    words = ALL.encode()
    info = b"INFO" + b"".join(chunk(name, words) for name in (b"IART", b"INAM", b"ICMT", b"ISFT", b"ICRD"))
    extra = chunk(b"LIST", info) + chunk(b"bext", words.ljust(602, b"\0")) + chunk(b"iXML", words)
    return tone(path, extra=extra + chunk(b"id3 ", id3()) + chunk(b"_PMX", words), **more)  # type: ignore[arg-type]


def id3() -> bytes:
    """An ID3v2.3 tag with names, a comment, a picture and private words."""

    def frame(name: bytes, body: bytes) -> bytes:
        return name + len(body).to_bytes(4, "big") + b"\0\0" + body

    wide = b"\x01" + ALL.encode("utf-16")
    body = b"".join(frame(name, wide) for name in (b"TIT2", b"TPE1", b"TALB", b"TENC", b"TDAT"))
    body += frame(b"COMM", b"\0eng\0" + LATIN.encode()) + frame(b"PRIV", base64.b64encode(ALL.encode()))
    body += frame(b"APIC", b"\0image/jpeg\0\x03\0" + told_jpeg())
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body


def told_mp3(frames: int = 50) -> bytes:
    """An MP3 recording (of silence) with a tag before, after and within, and the encoder's note."""
    words = LATIN.encode()
    note = (b"\xff\xfb\x90\xc4" + bytes(17) + b"Info" + bytes(100) + words).ljust(417, b"\0")
    ape = b"APETAGEX" + bytes(24) + words
    lyrics = b"LYRICSBEGIN" + words + b"LYRICS200"
    sound = SILENT_FRAME * (frames // 2)
    return id3() + note + sound + id3() + sound + ape + lyrics + b"TAG" + words.ljust(125, b"\0")


def exif() -> Image.Exif:
    """Camera, owner, words, place, a thumbnail's worth of words, and which side is up."""
    found = Image.Exif()
    found[0x010E], found[0x013B], found[0x8298], found[0x0131] = LATIN, LATIN, LATIN, LATIN
    found[0x9C9C] = ALL.encode("utf-16-le")
    found[0x0112] = 6  # turned by a quarter
    found.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + ALL.encode("utf-16-le")
    found.get_ifd(0x8769)[0x927C] = LATIN.encode()
    found.get_ifd(0x8825).update({1: "N", 2: (35.0, 1.0, 2.0), 29: "1988:08:01", 27: LATIN.encode()})
    return found


def painted(width: int = 120, height: int = 80, mode: str = "RGB") -> Image.Image:
    """A picture of many colours, red at the upper left, so that one can see how it lies."""
    pixels = bytes(islice(cycle(range(7, 251, 3)), width * height * 3))
    image = Image.frombytes("RGB", (width, height), pixels)
    image.paste((250, 0, 0), (0, 0, width // 3, height // 3))
    return image.convert(mode)


def profile() -> bytes:
    """A colour profile that names somebody."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(made) + LATIN.encode()


def told_jpeg(size: tuple[int, int] = (120, 80)) -> bytes:
    """A JPEG picture with EXIF, GPS, XMP, IPTC, a comment, a profile, a thumbnail; words after its end."""
    out = io.BytesIO()
    xmp = f"<x:xmpmeta><dc:creator>{ALL}</dc:creator></x:xmpmeta>".encode()
    painted(*size).save(out, "JPEG", exif=exif(), comment=ALL.encode(), icc_profile=profile(), xmp=xmp)
    words = ALL.encode()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + b"\x1c\x02\x78" + len(words).to_bytes(2, "big") + words
    thumbnail = b"JFXX\0\x10" + LATIN.encode()
    data = out.getvalue()
    segments = b"".join(
        b"\xff" + mark + (len(body) + 2).to_bytes(2, "big") + body
        for mark, body in ((b"\xed", iptc), (b"\xe0", thumbnail))
    )
    return data[:2] + segments + data[2:] + LATIN.encode()


def told_png() -> bytes:
    """A PNG picture with plain, compressed and international text, EXIF and a profile."""
    words = PngInfo()
    words.add_text("Author", LATIN)
    words.add_text("Comment", LATIN * 20, zip=True)
    words.add_itxt("XML:com.adobe.xmp", ALL, zip=True)
    out = io.BytesIO()
    painted().save(out, "PNG", pnginfo=words, exif=exif(), icc_profile=profile())
    return out.getvalue()


def told_webp() -> bytes:
    out = io.BytesIO()
    painted().save(out, "WEBP", exif=exif(), xmp=ALL.encode(), icc_profile=profile())
    return out.getvalue()


def told_gif(frames: int = 3) -> bytes:
    out = io.BytesIO()
    images = [painted(60, 40).rotate(90 * n).convert("P") for n in range(frames)]
    images[0].save(out, "GIF", save_all=True, append_images=images[1:], comment=ALL.encode())
    return out.getvalue()


def told_tiff(pages: int = 3) -> bytes:
    """A TIFF scan of some pages, with words in its tags."""
    tags = ImageFileDirectory_v2()
    for tag in (270, 305, 315, 316, 33432):
        tags[tag] = LATIN
    images = [painted(100 + 10 * n, 80) for n in range(pages)]
    out = io.BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:], tiffinfo=tags)
    return out.getvalue()


def told_pdf(pages: int = 3) -> bytes:
    out = io.BytesIO()
    images = [painted(300, 400) for _ in range(pages)]
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], title=LATIN, author=ALL, keywords=ALL)
    return out.getvalue()


def converted(source: Path, to: Path, *arguments: str) -> Path:
    """A recording of another form, with words in its tags."""
    tags = [word for name in ("title", "artist", "comment", "location", "encoded_by", "album", "date")
            for word in ("-metadata", f"{name}={ALL}")]  # fmt: skip
    tags += ["-metadata:s:a:0", f"title={ALL}", "-metadata:s:a:0", f"handler_name={LATIN}"]
    command = [
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "error",
        "-y",
        "-i",
        str(source),
        *arguments,
        *tags,
        str(to),
    ]
    subprocess.run(command, check=True, timeout=60)
    return to


def film(
    to: Path, *, seconds: int = 3, sound: bool = True, size: str = "160x120", codecs: tuple[str, ...] = ()
) -> Path:
    """A video of a moving pattern with a tone, chapters, subtitles, and words in all its tags."""
    notes, lines = to.with_suffix(".ffmeta"), to.with_suffix(".srt")
    notes.write_text(
        f";FFMETADATA1\ntitle={ALL}\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle={ALL}\n"
    )
    lines.write_text(f"1\n00:00:00,000 --> 00:00:02,000\n{ALL}\n")
    tags = ["-metadata", f"comment={ALL}", "-metadata", "creation_time=1988-08-01T00:00:00Z"]
    tags += ["-metadata:s:v:0", f"title={ALL}", "-metadata:s:v:0", f"handler_name={LATIN}"]
    heard = ["-f", "lavfi", "-i", f"sine=440:duration={seconds}"] if sound else []
    kept = ["-map", "2:a"] if sound else []
    words = ["-c:s", "mov_text" if to.suffix in (".mp4", ".mov") else "srt"]
    if to.suffix == ".webm":
        words = ["-c:s", "webvtt"]
    inputs = [
        "-f",
        "ffmetadata",
        "-i",
        str(notes),
        "-f",
        "lavfi",
        "-i",
        f"testsrc2=s={size}:r=25:d={seconds}",
    ]
    number = "3" if sound else "2"
    command = [
        "ffmpeg",
        "-nostdin",
        "-loglevel",
        "error",
        "-y",
        *inputs,
        *heard,
        "-i",
        str(lines),
        "-map",
        "1:v",
        *kept,
    ]
    command += [
        "-map",
        f"{number}:s",
        "-map_metadata",
        "0",
        "-map_chapters",
        "0",
        *tags,
        *words,
        *codecs,
        str(to),
    ]
    subprocess.run(command, check=True, timeout=60)
    return to


def samples(path: Path) -> array.array[int]:
    """The 16-bit samples of a plain WAV file."""
    with wave.open(str(path), "rb") as file:
        return array.array("h", file.readframes(file.getnframes()))
