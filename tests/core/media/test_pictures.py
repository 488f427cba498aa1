import io
import subprocess
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from archive.core.media import drawing
from archive.core.media.pictures import derive_pages, derive_picture
from archive.core.media.refusals import NotMade
from archive.core.media.traces import metadata_words
from tests.core.media import material

KNOWN = {"JFIF"}  # what every JPEG file says of itself


def is_a_sentence(told: NotMade) -> None:
    assert told.sentence.endswith(".")


def at(tmp_path: Path, data: bytes, name: str = "Keltamir in Zarvanoush.jpg") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def written(image: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    "make", [material.told_jpeg, material.told_png, material.told_webp, material.told_gif, material.told_tiff]
)
def test_no_word_of_the_original_is_in_the_picture(tmp_path: Path, make):
    original = at(tmp_path, make())
    assert material.leaks(original.read_bytes())
    made = derive_picture(original)
    assert material.leaks(made.data) == []
    assert set(shown(made.data).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert set(metadata_words(at(tmp_path, made.data, "made"))) <= KNOWN


def test_the_same_picture_twice_is_the_same_bytes(tmp_path: Path):
    original = at(tmp_path, material.told_jpeg())
    assert derive_picture(original) == derive_picture(original)


def test_a_picture_lies_as_it_was_taken(tmp_path: Path):
    made = derive_picture(at(tmp_path, material.told_jpeg()))
    assert (made.width, made.height) == (80, 120)
    red, green, blue = (
        shown(made.data).convert("RGB").getpixel((75, 5))
    )  # a quarter turn: upper left is upper right
    assert red > 200 > 100 > max(green, blue)


def test_a_large_picture_is_made_smaller_and_a_small_one_is_left(tmp_path: Path):
    large = derive_picture(at(tmp_path, written(material.painted(900, 300), "PNG")), longest_side=300)
    assert (large.width, large.height) == (300, 100)
    assert max(shown(derive_picture(at(tmp_path, written(material.painted(90, 30), "PNG"))).data).size) == 90


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_kind_of_pixel_becomes_one_that_is_shown_everywhere(tmp_path: Path, mode: str):
    form = "TIFF" if mode in ("CMYK", "F", "I") else "PNG"
    image = material.painted().convert("I").convert(mode) if mode == "I;16" else material.painted(mode=mode)
    made = derive_picture(at(tmp_path, written(image, form)))
    assert shown(made.data).mode in ("L", "RGB", "RGBA", "P")
    assert made.media_type in ("image/png", "image/jpeg")


def test_what_is_transparent_stays_so(tmp_path: Path):
    image = material.painted(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    made = derive_picture(at(tmp_path, written(image, "PNG")))
    assert shown(made.data).mode == "RGBA"
    assert made.media_type == "image/png"


def test_colours_of_another_space_are_shown_as_they_were_meant(tmp_path: Path):
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = derive_picture(at(tmp_path, written(material.painted(), "PNG", icc_profile=lab)))
    broken = derive_picture(
        at(tmp_path, written(material.painted(), "PNG", icc_profile=b"no profile at all"))
    )
    assert plain.width == broken.width == 120


def test_of_a_moving_picture_the_first_image_is_shown_and_said(tmp_path: Path):
    made = derive_picture(at(tmp_path, material.told_gif(3)))
    assert made.told == "The file holds 3 images; the first is shown."


def test_the_pages_of_a_scan_are_shown_up_to_a_number(tmp_path: Path):
    path = at(tmp_path, material.told_tiff(4))
    assert [page.width for page in derive_pages(path)] == [100, 110, 120, 130]
    first = derive_pages(path, most=2)
    assert [page.told for page in first] == ["The file holds 4 images; the first 2 are shown."] * 2
    assert not any(material.leaks(page.data) for page in first)


@pytest.mark.skipif(drawing.pypdfium2 is None, reason="pypdfium2 is not installed")
def test_the_pages_of_a_pdf_are_drawn_without_its_words(tmp_path: Path):
    path = at(tmp_path, material.told_pdf(3))
    pages = derive_pages(path)
    assert [(page.width, page.height) for page in pages] == [(625, 834)] * 3  # 300 by 400 points at 150 dpi
    assert not any(material.leaks(page.data) for page in pages)
    assert derive_picture(path).told == "The file holds 3 images; the first is shown."


def chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is huge, and partly is."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    body = zlib.compress(bytes(30_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (12_001, 10_000), (2**31 - 1, 1)])
def test_a_picture_that_would_take_the_memory_is_refused(tmp_path: Path, size: tuple[int, int]):
    with pytest.raises(NotMade, match=r"too large|cannot be read"):
        derive_picture(at(tmp_path, bomb(*size)))


def test_a_picture_that_takes_too_long_is_given_up(tmp_path: Path):
    with pytest.raises(NotMade, match="took too long"):
        derive_picture(at(tmp_path, material.told_jpeg()), time_limit_s=0.01)


@pytest.mark.parametrize(
    "data",
    [b"", b"words", b"\xff\xd8\xff\xe0", b"%PDF-1.4\nno more", b"II*\0", material.told_png()[:60]],
    ids=["empty", "words", "begun JPEG", "begun PDF", "begun TIFF", "begun PNG"],
)
def test_what_is_no_picture_gets_a_sentence(tmp_path: Path, data: bytes):
    with pytest.raises(NotMade) as told:
        derive_picture(at(tmp_path, data))
    assert told.value.sentence.endswith(".")
    assert not material.leaks(told.value.sentence.encode())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.integers(0, 4), cut=st.floats(0, 1), place=st.floats(0, 1), byte=st.integers(0, 255))
def test_a_damaged_picture_is_drawn_bare_or_refused(
    tmp_path: Path, which: int, cut: float, place: float, byte: int
):
    makers = (
        material.told_jpeg,
        material.told_png,
        material.told_webp,
        material.told_tiff,
        material.told_pdf,
    )
    data = bytearray(makers[which]())
    data[int(place * (len(data) - 1))] = byte
    try:
        made = derive_picture(at(tmp_path, bytes(data[: int(max(cut, 0.02) * len(data))])))
    except NotMade as told:
        is_a_sentence(told)
    else:
        assert material.leaks(made.data) == []


def test_a_decoder_that_falls_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fallen = subprocess.CompletedProcess([], -11, b"", b"Segmentation fault in Zarvanoush")
    monkeypatch.setattr(subprocess, "run", lambda *args, **more: fallen)
    with pytest.raises(NotMade, match="Add an undamaged copy"):
        derive_picture(at(tmp_path, material.told_jpeg()))
