import os
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.core.media import listening, programs, sound
from archive.core.media.listening import black_within, duration_of, silent_within
from archive.core.media.refusals import NeedsFfmpeg, NotMade
from archive.core.media.silence import Stretch, widened
from archive.core.media.sound import derive_sound
from archive.core.media.traces import metadata_words
from tests.core.media import material
from tests.core.media.material import needs_ffmpeg


def is_a_sentence(told: NotMade) -> None:
    assert told.sentence.endswith(".")


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without ffmpeg."""
    monkeypatch.setattr(programs, "ffmpeg", lambda: None)


@pytest.fixture
def to(tmp_path: Path) -> Path:
    (tmp_path / "made").mkdir()
    return tmp_path / "made" / "k3v9"


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize(("width", "channels"), [(1, 1), (2, 1), (2, 2), (3, 2), (4, 1)])
def test_silence_in_a_wav_recording_is_exact_to_the_sample(
    tmp_path: Path, to: Path, width: int, channels: int
):
    path = material.tone(tmp_path / "a", width=width, channels=channels)
    derive_sound(path, silence=[Stretch(500, 1000)], to=to, margin_ms=0)
    frame, head = width * channels, 44
    before, after = path.read_bytes()[head:], to.read_bytes()[head:]
    low, high = 4000 * frame, 8000 * frame
    assert after[:low] + after[high:] == before[:low] + before[high:]
    assert set(after[low:high]) == {0x80 if width == 1 else 0}
    assert silent_within(to, Stretch(500, 1000))
    assert not silent_within(to, Stretch(499, 1000))
    assert not silent_within(to, Stretch(500, 1001))


@pytest.mark.usefixtures("_alone")
def test_a_margin_is_kept_on_both_sides(tmp_path: Path, to: Path):
    derive_sound(material.tone(tmp_path / "a"), silence=[Stretch(500, 1000)], to=to)
    assert silent_within(to, Stretch(350, 1150))
    assert not silent_within(to, Stretch(349, 1150))
    assert not silent_within(to, Stretch(350, 1151))


@pytest.mark.usefixtures("_alone")
def test_a_wav_recording_loses_every_word(tmp_path: Path, to: Path):
    path = material.told_wave(tmp_path / "interview with Keltamir.wav")
    assert len(material.leaks(path.read_bytes())) == 3
    made = derive_sound(path, silence=[], to=to)
    assert material.leaks(to.read_bytes()) == []
    assert metadata_words(to) == []
    assert (made.media_type, made.duration_ms, made.size) == ("audio/wav", 2000, to.stat().st_size)
    assert to.read_bytes()[44:] == path.read_bytes()[44 : to.stat().st_size]


@pytest.mark.usefixtures("_alone")
def test_an_mp3_recording_keeps_its_frames_and_nothing_else(tmp_path: Path, to: Path):
    path = tmp_path / "a.mp3"
    path.write_bytes(material.told_mp3(50))
    assert len(material.leaks(path.read_bytes())) == 3
    assert any("Keltamir" in word for word in metadata_words(path))
    made = derive_sound(path, silence=[], to=to)
    assert to.read_bytes() == material.SILENT_FRAME * 50
    assert made.duration_ms == duration_of(path) == 50 * 1152 * 1000 // 44100
    assert metadata_words(to) == []


@pytest.mark.usefixtures("_alone")
def test_without_ffmpeg_nothing_withheld_in_an_mp3_can_be_published(tmp_path: Path, to: Path):
    path = tmp_path / "a.mp3"
    path.write_bytes(material.told_mp3(50))
    with pytest.raises(NeedsFfmpeg, match=r"^To make an MP3 recording silent .* Install it"):
        derive_sound(path, silence=[Stretch(0, 100)], to=to)
    assert list(to.parent.iterdir()) == []


@pytest.mark.parametrize("stretch", [Stretch(5, 5), Stretch(9, 5), Stretch(-9, -5), Stretch(-5, 0)])
def test_a_stretch_without_length_is_not_guessed_at(tmp_path: Path, to: Path, stretch: Stretch):
    with pytest.raises(NotMade, match="has no length"):
        derive_sound(material.tone(tmp_path / "a"), silence=[stretch], to=to)


def test_a_stretch_after_the_end_belongs_to_another_recording(tmp_path: Path, to: Path):
    with pytest.raises(NotMade, match="after the end of the recording"):
        derive_sound(material.tone(tmp_path / "a"), silence=[Stretch(2100, 2500)], to=to)
    assert list(to.parent.iterdir()) == []


def test_stretches_that_overlap_or_reach_over_the_edges_are_all_silent(tmp_path: Path, to: Path):
    wanted = [Stretch(1800, 9000), Stretch(600, 900), Stretch(-50, 200), Stretch(700, 1000)]
    derive_sound(material.tone(tmp_path / "a"), silence=wanted, to=to)
    assert all(silent_within(to, stretch) for stretch in wanted)
    assert not silent_within(to, Stretch(1200, 1600))


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(1, 300)), max_size=8), st.integers(0, 200))
def test_widened_stretches_cover_all_and_stand_apart(pairs: list[tuple[int, int]], margin: int):
    stretches = [Stretch(start, start + length) for start, length in pairs]
    merged = widened(stretches, margin)
    hidden = {ms for start, end in merged for ms in range(start, end)}
    assert hidden == {ms for start, end in stretches for ms in range(max(0, start - margin), end + margin)}
    assert all(one.end_ms < other.start_ms for one, other in pairwise(merged))


FORMS = [
    ("a.wav", []),
    ("a.mp3", []),
    ("a.m4a", ["-c:a", "aac"]),
    ("a.ogg", ["-c:a", "libvorbis"]),
    ("a.opus", []),
    ("a.flac", []),
    ("a.mka", ["-c:a", "libopus"]),
    ("a.wma", []),
]


@needs_ffmpeg
@pytest.mark.parametrize(("name", "arguments"), FORMS)
def test_a_recording_of_any_form_is_silent_where_withheld_and_says_nothing(
    tmp_path: Path, to: Path, name: str, arguments: list[str]
):
    source = material.tone(tmp_path / "t.wav", channels=2)
    path = material.converted(source, tmp_path / name, *arguments)
    assert material.leaks(path.read_bytes())
    told: list[tuple[int, int]] = []
    made = derive_sound(path, silence=[Stretch(800, 1200)], to=to, tell=lambda *ms: told.append(ms))
    assert silent_within(to, Stretch(750, 1250))
    assert not silent_within(to, Stretch(300, 600))
    assert not silent_within(to, Stretch(1400, 1700))
    assert material.leaks(to.read_bytes()) == []
    assert metadata_words(to) == []
    assert made.media_type == "audio/mpeg"
    assert abs(made.duration_ms - 2000) < 120
    assert told[-1][0] == made.duration_ms <= told[-1][1]


@needs_ffmpeg
def test_the_same_recording_twice_is_the_same_bytes(tmp_path: Path, to: Path):
    path = material.tone(tmp_path / "a")
    first = derive_sound(path, silence=[Stretch(500, 700)], to=to).path.read_bytes()
    assert derive_sound(path, silence=[Stretch(500, 700)], to=to).path.read_bytes() == first


@needs_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv", "a.webm"])
def test_a_video_is_silent_and_black_where_withheld_and_says_nothing(tmp_path: Path, to: Path, name: str):
    path = material.film(tmp_path / name)
    assert material.leaks(path.read_bytes())
    made = derive_sound(path, silence=[Stretch(1000, 1500)], to=to)
    assert (made.media_type, made.width, made.height) == ("video/mp4", 160, 120)
    assert silent_within(to, Stretch(950, 1550))
    assert black_within(to, Stretch(900, 1600))
    for heard_and_seen in (Stretch(300, 700), Stretch(1800, 2400)):
        assert not silent_within(to, heard_and_seen)
        assert not black_within(to, heard_and_seen)
    assert material.leaks(to.read_bytes()) == []
    assert not any(mark in to.read_bytes() for mark in (b"x264", b"Lavf", b"Lavc", b"Handler"))
    assert abs(made.duration_ms - 3000) < 150


@needs_ffmpeg
def test_a_video_without_sound_is_black_where_withheld(tmp_path: Path, to: Path):
    path = material.film(tmp_path / "a.mp4", sound=False)
    derive_sound(path, silence=[Stretch(1000, 1500)], to=to)
    assert black_within(to, Stretch(1000, 1500))
    assert not black_within(to, Stretch(300, 700))


@needs_ffmpeg
def test_what_still_has_sound_is_thrown_away(tmp_path: Path, to: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sound, "Hush", lambda *args, **more: Broken())
    with pytest.raises(
        NotMade, match=r"still had something in the withheld stretch 0:00:00\.500–0:00:00\.900"
    ):
        derive_sound(material.tone(tmp_path / "a"), silence=[Stretch(500, 900)], to=to)
    assert list(to.parent.iterdir()) == []


class Broken:
    """A hush that lets everything through."""

    at = 0

    def __call__(self, chunk: bytes) -> bytes:
        self.at += len(chunk)
        return chunk


@needs_ffmpeg
def test_what_takes_too_long_is_ended_and_nothing_is_left(tmp_path: Path, to: Path):
    path = material.film(tmp_path / "a.mp4", size="640x480", seconds=8)
    with pytest.raises(NotMade, match="took longer"):
        derive_sound(path, silence=[], to=to, time_limit_s=0.3)
    assert list(to.parent.iterdir()) == []


@needs_ffmpeg
@pytest.mark.parametrize(
    "data", [b"", b"words", b"#EXTM3U\n", material.told_jpeg(), b"RIFF\x10\0\0\0WAVEfmt "]
)
def test_what_is_no_recording_gets_a_sentence(tmp_path: Path, to: Path, data: bytes):
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    for attempt in (lambda: derive_sound(path, silence=[], to=to), lambda: duration_of(path)):
        with pytest.raises(NotMade) as told:
            attempt()
        assert told.value.sentence.endswith(".")
    with pytest.raises(NotMade):
        silent_within(path, Stretch(0, 10))


@needs_ffmpeg
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.integers(0, 7), cut=st.floats(0.1, 1), place=st.floats(0, 1), byte=st.integers(0, 255))
def test_a_damaged_recording_is_silent_where_withheld_or_not_made(
    tmp_path: Path, to: Path, form: int, cut: float, place: float, byte: int
):
    name, arguments = FORMS[form]
    path = tmp_path / name
    data = bytearray(material.converted(material.tone(tmp_path / "t.wav"), path, *arguments).read_bytes())
    data[int(place * (len(data) - 1))] = byte
    path.write_bytes(data[: int(cut * len(data))])
    try:
        derive_sound(path, silence=[Stretch(300, 500)], to=to)
    except NotMade as told:
        is_a_sentence(told)
    else:
        assert silent_within(to, Stretch(300, 500))
        assert material.leaks(to.read_bytes()) == []


@needs_ffmpeg
def test_a_playlist_in_a_recordings_clothes_opens_no_other_file(tmp_path: Path):
    secret = material.tone(tmp_path / "secret.wav")
    playlist = tmp_path / "a.mp3"
    playlist.write_text(f"ffconcat version 1.0\nfile {secret}\n")
    form = programs.FORMS["mp3"]
    with programs.Workshop(10) as workshop:
        assert not listening.has_track(playlist, form, "a", workshop)


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@needs_ffmpeg
def test_another_program_finds_nothing_either(tmp_path: Path, to: Path):
    derive_sound(material.film(tmp_path / "a.mp4"), silence=[], to=to)
    seen = subprocess.run(
        ["exiftool", "-a", "-G1", "-ee", str(to)], capture_output=True, text=True, env=os.environ
    )
    assert material.leaks(seen.stdout.encode()) == []
    assert "1988" not in seen.stdout
