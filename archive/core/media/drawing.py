"""The program that opens pictures and scans: a process of its own, with little memory and no say in anything.

    python -m archive.core.media.drawing measure|picture|pages FORM FILE FOLDER LONGEST_SIDE MOST

Pictures come from strangers, and what decodes them is written in C. It answers with one line of JSON and with
files in FOLDER that were made from the pixels alone: no EXIF, no place, no profile, no name, no thumbnail.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

try:
    import pypdfium2  # type: ignore[import-untyped]
except ImportError:  # no wheel for this machine: everything else works
    pypdfium2 = None

MEMORY = 3_000_000_000
SECONDS = 110
PIXELS = 120_000_000
DPI = 150
FEW_COLOURS = 256
UNREADABLE, TOO_LARGE, LOCKED, NO_PDF = "unreadable", "too large", "locked", "no pdf"


class Failed(Exception):
    """One of the words above."""


def limited() -> None:
    """Ends this process rather than let a file take the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def opened(path: Path, form: str) -> Image.Image:
    """The picture, read by the one decoder that its form asks for."""
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    image = Image.open(path, formats=[form])
    if image.width * image.height > PIXELS:
        raise Failed(TOO_LARGE)
    return image


def upright(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # a broken note about which side is up is no reason to lose the picture
        return image


def in_srgb(image: Image.Image) -> Image.Image:
    """The picture's colours as every screen shows them, in RGB, RGBA or grey."""
    profile = image.info.get("icc_profile")
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        image = _eight_bits(image)
    elif image.mode == "P" or "transparency" in image.info:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode in ("LA", "PA", "La", "RGBa"):
        image = image.convert("RGBA")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        image = _from_profile(image, profile)
    return image if image.mode in ("L", "RGB", "RGBA") else image.convert("L" if image.mode == "1" else "RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    low, high = image.convert("F").getextrema()
    if image.mode.startswith("I;16"):
        low, high = 0, 65535
    scale = 255 / max(float(high) - float(low), 1e-9)  # type: ignore[arg-type]
    return image.convert("F").point(lambda value: value * scale - float(low) * scale).convert("L")  # type: ignore[arg-type]


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    plain = image.convert("RGB") if alpha else image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(plain, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if turned is None:
        return image
    if alpha:
        turned.putalpha(alpha)
    return turned


def fitted(image: Image.Image, longest_side: int) -> Image.Image:
    if max(image.size) <= longest_side:
        return image
    scale = longest_side / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def written(image: Image.Image, folder: Path, number: int) -> dict[str, object]:
    """Writes the bare pixels: a fresh image knows nothing that the old one knew."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    lossless = bare.mode == "RGBA" or bare.getcolors(FEW_COLOURS) is not None
    path = folder / f"{number}.{'png' if lossless else 'jpg'}"
    if lossless:
        bare.save(path, "PNG", optimize=True)
    else:
        bare.save(path, "JPEG", quality=85, optimize=True, progressive=True)
    media_type = "image/png" if lossless else "image/jpeg"
    return {"file": path.name, "media_type": media_type, "width": bare.width, "height": bare.height}


def measure(path: Path, form: str) -> dict[str, object]:
    image = opened(path, form)
    return {"width": image.width, "height": image.height, "frames": getattr(image, "n_frames", 1)}


def draw_picture(path: Path, form: str, folder: Path, longest_side: int) -> dict[str, object]:
    image = opened(path, form)
    frames = getattr(image, "n_frames", 1)
    image.draft(None, (longest_side, longest_side))
    return {"frames": frames, "made": [written(_ready(image, longest_side), folder, 1)]}


def draw_pages(path: Path, form: str, folder: Path, longest_side: int, most: int) -> dict[str, object]:
    pages = _pdf_pages(path, longest_side) if form == "PDF" else _tiff_pages(path, form)
    made: list[dict[str, object]] = []
    frames = next(pages)
    for number, page in enumerate(pages, 1):
        if number > most:
            break
        made.append(written(_ready(page, longest_side), folder, number))  # type: ignore[arg-type]
    return {"frames": frames, "made": made}


def _ready(image: Image.Image, longest_side: int) -> Image.Image:
    return fitted(in_srgb(upright(image)), longest_side)


def _tiff_pages(path: Path, form: str) -> Iterator[Image.Image | int]:
    image = opened(path, form)
    yield getattr(image, "n_frames", 1)
    for page in ImageSequence.Iterator(image):
        if page.width * page.height > PIXELS:
            raise Failed(TOO_LARGE)
        yield page.copy()


def _pdf_pages(path: Path, longest_side: int) -> Iterator[Image.Image | int]:
    """Pages as a reader sees them, with notes and stamps: a black bar is often one, and has to stay."""
    if pypdfium2 is None:
        raise Failed(NO_PDF)
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as problem:
        raise Failed(LOCKED if "password" in str(problem).lower() else UNREADABLE) from None
    document.init_forms()
    yield len(document)
    for page in document:
        scale = min(DPI / 72, longest_side / max(*page.get_size(), 1))
        yield page.render(scale=scale, may_draw_forms=True).to_pil()
        page.close()


def main(verb: str, form: str, file: str, folder: str, longest_side: str, most: str) -> dict[str, object]:
    limited()
    path, to, side = Path(file), Path(folder), int(longest_side)
    try:
        if verb == "measure":
            return measure(path, form)
        if verb == "picture":
            return draw_picture(path, form, to, side)
        return draw_pages(path, form, to, side, int(most))
    except Failed as failed:
        return {"failed": str(failed)}
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return {"failed": TOO_LARGE}
    except (UnidentifiedImageError, Exception):  # decoders raise whatever they like at what they are given
        return {"failed": UNREADABLE}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
