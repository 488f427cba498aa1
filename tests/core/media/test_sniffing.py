import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.core.media.kinds import Limits
from archive.core.media.refusals import NotTaken
from archive.core.media.sniffing import sniff
from tests.core.media import material


def is_a_sentence(told: NotTaken) -> None:
    assert told.sentence.endswith(".")


def at(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "upload"
    path.write_bytes(data)
    return path


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Main.class", "code")
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "media_type", "family"),
    [
        (material.told_jpeg, "image/jpeg", "image"),
        (material.told_png, "image/png", "image"),
        (material.told_gif, "image/gif", "image"),
        (material.told_webp, "image/webp", "image"),
        (material.told_tiff, "image/tiff", "scan"),
        (material.told_pdf, "application/pdf", "scan"),
        (material.told_mp3, "audio/mpeg", "audio"),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, make, media_type: str, family: str):
    kind = sniff(at(tmp_path, make()), filename="no extension")
    assert (kind.media_type, kind.family) == (media_type, family)


def test_a_wav_recording_is_known(tmp_path: Path):
    assert sniff(material.told_wave(tmp_path / "a"), filename="a.wav").media_type == "audio/wav"


@material.needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "arguments", "media_type"),
    [
        ("a.m4a", ["-c:a", "aac"], "audio/mp4"),
        ("a.mp3", [], "audio/mpeg"),
        ("a.ogg", ["-c:a", "libvorbis"], "audio/ogg"),
        ("a.opus", [], "audio/ogg"),
        ("a.flac", [], "audio/flac"),
        ("a.aiff", [], "audio/aiff"),
        ("a.caf", [], "audio/x-caf"),
        ("a.aac", [], "audio/aac"),
        ("a.wma", [], "audio/x-ms-wma"),
        ("a.webm", ["-c:a", "libopus"], "audio/webm"),
        ("a.mka", ["-c:a", "libopus"], "audio/x-matroska"),
    ],
)
def test_recordings_are_known(tmp_path: Path, name: str, arguments: list[str], media_type: str):
    made = material.converted(material.tone(tmp_path / "t.wav"), tmp_path / name, *arguments)
    kind = sniff(made, filename=name)
    assert (kind.media_type, kind.family, kind.told) == (media_type, "audio", "")


@material.needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.mp4", "video/mp4"),
        ("a.mov", "video/quicktime"),
        ("a.webm", "video/webm"),
        ("a.mkv", "video/x-matroska"),
    ],
)
def test_videos_are_known(tmp_path: Path, name: str, media_type: str):
    kind = sniff(material.film(tmp_path / name, seconds=1), filename=name)
    assert (kind.media_type, kind.family, kind.told) == (media_type, "video", "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"<html><body>words", "web page"),
        (b"\n <!DOCTYPE html><p>", "web page"),
        ("\ufeff<svg onload='x'>".encode("utf-16-le"), "drawing made of code"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "drawing made of code"),
        (b"#!/bin/sh\nrm", "program"),
        (b"MZ" + bytes(300), "program"),
        (b"\x7fELF" + bytes(300), "program"),
        (zipped(), "archive file"),
        (b"\x1f\x8b\x08" + bytes(50), "archive file"),
        (b"Rar!\x1a\x07\0" + bytes(50), "archive file"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "cannot tell"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "cannot tell"),
        (b"plain words", "cannot tell"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + b"\0\0\xff\xffmdat" + bytes(99), "cut off"),
        (b"GIF89a=1;//<script>alert(1)</script>", "cannot be read"),
        (material.told_gif() + zipped(), "archive file in one"),
        (material.told_jpeg() + zipped(), "archive file in one"),
        (b"GIF89a" + bytes(20) + b"%PDF-1.4", "PDF document in one"),
    ],
)
def test_what_is_not_taken_is_told_in_a_sentence(tmp_path: Path, data: bytes, says: str):
    with pytest.raises(NotTaken, match=says) as told:
        sniff(at(tmp_path, data), filename="portrait of Zarvanoush.jpg")
    assert "Zarvanoush" not in told.value.sentence


def test_html_in_a_comment_does_no_harm_because_pictures_are_made_anew(tmp_path: Path):
    out = io.BytesIO()
    material.painted().save(out, "JPEG", comment=b"<script>alert(1)</script>")
    assert sniff(at(tmp_path, out.getvalue()), filename="a.jpg").family == "image"


def test_a_name_that_says_otherwise_is_told_and_not_refused(tmp_path: Path):
    kind = sniff(at(tmp_path, material.told_png()), filename="scan.JPG")
    assert (kind.media_type, kind.told) == (
        "image/png",
        "The name ends in .jpg, but the file is a PNG picture.",
    )


def test_a_picture_that_moves_is_told(tmp_path: Path):
    assert sniff(at(tmp_path, material.told_gif()), filename="a.gif").told.startswith("The picture moves")


def test_what_is_too_large_is_refused_with_both_figures(tmp_path: Path):
    path = at(tmp_path, material.told_jpeg((400, 300)))
    with pytest.raises(NotTaken, match="at most 0 MB"):
        sniff(path, filename="a.jpg", limits=Limits(image=1000))
    with pytest.raises(NotTaken, match="400 × 300 points"):
        sniff(path, filename="a.jpg", limits=Limits(pixels=1000))


def test_the_limits_are_those_that_were_agreed():
    limits = Limits()
    assert [limits.of(one) for one in ("audio", "video", "image", "scan")] == [
        2 * 10**9,
        4 * 10**9,
        6 * 10**7,
        2 * 10**8,
    ]  # type: ignore[arg-type]


STARTS = [
    b"",
    b"ID3\x03\0\0\0\0\0\x10",
    b"\xff\xfb\x90\xc4",
    b"\0\0\0\x14ftypisom",
    b"\x1aE\xdf\xa3\x42\x82\x84webm\x86\x86",
    b"OggS\0\x02",
    b"RIFF\x10\0\0\0WAVE",
    b"RIFF\x10\0\0\0AVI ",
    b"%PDF-1.7",
    b"\x47",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from(STARTS),
    rest=st.binary(max_size=2000),
)
def test_whatever_bytes_come_there_is_a_kind_or_a_sentence(tmp_path: Path, start: bytes, rest: bytes):
    try:
        kind = sniff(at(tmp_path, start + rest), filename="a.mp3")
    except NotTaken as told:
        is_a_sentence(told)
    else:
        assert kind.family in ("audio", "video", "scan", "image")
