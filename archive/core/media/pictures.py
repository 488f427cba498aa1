"""Pictures and pages of scans for the public: made anew from their pixels, and from nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.core.media import drawing
from archive.core.media.kinds import FORMS, Form
from archive.core.media.refusals import NotMade
from archive.core.media.signatures import form_of

LONGEST_SIDE = 2000
MOST_PAGES = 50
TIME_LIMIT_S = 120
DECODERS = {
    name: name.upper() for name in ("jpeg", "png", "gif", "webp", "bmp", "avif", "tiff", "pdf")
}  # as Pillow calls them
SENTENCES = {
    drawing.UNREADABLE: "The {name} cannot be read: it is damaged or unfinished. Add an undamaged copy.",
    drawing.TOO_LARGE: "The {name} is too large to be opened safely. Make it smaller, and add that as well.",
    drawing.LOCKED: "The {name} is locked with a password. Save it without one, and add that.",
    drawing.NO_PDF: "PDF pages cannot be drawn here without pypdfium2. Install it, or add them as pictures.",
}


@dataclass(frozen=True)
class Measures:
    """How large a picture says it is."""

    width: int
    height: int
    frames: int


@dataclass(frozen=True)
class MadePicture:
    """A picture for the public, without a word about where it came from."""

    data: bytes
    media_type: str
    width: int
    height: int
    told: str = ""


def derive_picture(
    path: Path, *, longest_side: int = LONGEST_SIDE, time_limit_s: float = TIME_LIMIT_S
) -> MadePicture:
    """The picture, upright and in sRGB, at most so large. Of several images in the file it is the first."""
    form = _drawable(path)
    verb = "pages" if form is FORMS["pdf"] else "picture"
    return _drawn(verb, path, form, longest_side, 1, time_limit_s)[0]


def derive_pages(
    path: Path,
    *,
    longest_side: int = LONGEST_SIDE,
    most: int = MOST_PAGES,
    time_limit_s: float = TIME_LIMIT_S,
) -> list[MadePicture]:
    """The pages of a scan, as pictures; those after the first `most` are left out, which is told."""
    return _drawn("pages", path, _drawable(path), longest_side, most, time_limit_s)


def measured(path: Path, form: Form, *, time_limit_s: float = TIME_LIMIT_S) -> Measures:
    """A picture's width, height and number of images, without decoding it."""
    answer = _ask("measure", path, form, Path(), 0, 0, time_limit_s)
    return Measures(answer["width"], answer["height"], answer["frames"])


def _drawable(path: Path) -> Form:
    name = form_of(path)
    if name == "heic":
        raise NotMade("A HEIC photograph cannot be shown. Save it as JPEG, and add that as well.")
    if name not in DECODERS:
        raise NotMade("This is neither a picture nor a scan that can be shown.")
    return FORMS[name]


def _drawn(
    verb: str, path: Path, form: Form, longest_side: int, most: int, time_limit_s: float
) -> list[MadePicture]:
    with tempfile.TemporaryDirectory(prefix="drawing-") as folder:
        answer = _ask(verb, path, form, Path(folder), longest_side, most, time_limit_s)
        count, made = answer["frames"], answer["made"]
        if not made:
            raise NotMade(SENTENCES[drawing.UNREADABLE].format(name=_bare(form)))
        told = "" if len(made) == count else _left_out(len(made), count)
        return [_read(Path(folder), one, told) for one in made]


def _read(folder: Path, one: dict[str, Any], told: str) -> MadePicture:
    data = (folder / one["file"]).read_bytes()
    return MadePicture(data, one["media_type"], one["width"], one["height"], told)


def _left_out(shown: int, count: int) -> str:
    first = "the first is" if shown == 1 else f"the first {shown} are"
    return f"The file holds {count} images; {first} shown."


def _ask(
    verb: str, path: Path, form: Form, folder: Path, longest_side: int, most: int, time_limit_s: float
) -> dict[str, Any]:
    """Lets the drawing program work, and turns what went wrong there into a sentence."""
    decoder = next(decoder for name, decoder in DECODERS.items() if FORMS[name] is form)
    command = [sys.executable, "-P", "-m", drawing.__name__]
    command += [verb, decoder, str(path.absolute()), str(folder), str(longest_side), str(most)]
    surroundings = {
        "PATH": os.defpath,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "LC_ALL": "C.UTF-8",
    }
    try:
        run = subprocess.run(  # noqa: S603 - no shell, and every argument is ours
            command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, timeout=time_limit_s
        )
    except subprocess.TimeoutExpired:
        raise NotMade(f"The {_bare(form)} took too long to be opened. Save it anew, and add that.") from None
    try:
        answer: dict[str, Any] = json.loads(run.stdout)
    except ValueError:  # the decoder fell, or was ended at its limits
        answer = {"failed": drawing.UNREADABLE}
    if failed := answer.get("failed"):
        raise NotMade(SENTENCES[failed].format(name=_bare(form)))
    return answer


def _bare(form: Form) -> str:
    """“a PNG picture” → “PNG picture”."""
    return form.name.partition(" ")[2]
