"""What a file is, going by what is in it, and whether the archive takes it."""

from __future__ import annotations

import re
from pathlib import Path

import puremagic

from archive.core.media.kinds import FORMS, Form, Kind, Limits
from archive.core.media.pictures import measured
from archive.core.media.refusals import NotMade, NotTaken
from archive.core.media.signatures import form_of

TAKEN = "Recordings, videos, pictures, and scans as PDF or TIFF are taken."
CODE = re.compile(
    rb"<(!doctype|!--|\?|(html|head|body|script|style|svg|iframe|meta|title|a|p|img|xml)\b)|%!PS|\{\\rtf",
    re.I,
)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
MACH = (b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", *MACH)
ARCHIVES = (b"PK", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF")
OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END_OF_ZIP = b"PK\x05\x06"
TAIL = 22 + 65_535  # how far from its end a zip file says that it is one


def sniff(path: Path, *, filename: str, limits: Limits | None = None) -> Kind:
    """The kind of a file; raises NotTaken. The name serves only to tell when it says otherwise."""
    limits = limits or Limits()
    head, tail, size = _ends(path)
    if not size:
        raise NotTaken("The file is empty. Copy it again from where it came from.")
    _refuse_code(head)
    name = form_of(path)
    if name is None:
        raise NotTaken(_unknown(path, head))
    form = FORMS[name]
    _refuse_two_in_one(head, tail, form)
    if size > limits.of(form.family):
        largest = limits.of(form.family) // 1_000_000
        raise NotTaken(
            f"This is {form.name} of {-(-size // 1_000_000):,} MB; at most {largest:,} MB are taken. "
            "Make it smaller or divide it, and keep the original in a safe place."
        )
    told = _measure(path, form, limits) if form.family == "image" or name == "tiff" else ""
    return Kind(form, " ".join(filter(None, (_name_says_otherwise(filename, form), told))))


def _ends(path: Path) -> tuple[bytes, bytes, int]:
    with path.open("rb") as file:
        head = file.read(4096)
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL))
        return head, file.read(TAIL), size


def _refuse_code(head: bytes) -> None:
    start = head
    for bom in BOMS:
        start = start.removeprefix(bom)
    start = start.replace(b"\0", b"").lstrip()  # UTF-16 reads as ASCII without its zeros
    if CODE.match(start) and not head.startswith(b"\0\0"):
        raise NotTaken(f"This is a web page, a drawing made of code, or another text with code. {TAKEN}")
    if head.startswith(PROGRAMS) and not head.startswith(b"#!AMR"):
        raise NotTaken(f"This is a program. {TAKEN}")
    if head.startswith((*ARCHIVES, OFFICE)) or head[257:262] == b"ustar":
        raise NotTaken(
            f"This is an archive file or an office document. Add what is in it, one by one. {TAKEN}"
        )


def _refuse_two_in_one(head: bytes, tail: bytes, form: Form) -> None:
    """A picture that is also a zip file or a PDF is made to be read as something else than it looks."""
    at = tail.rfind(END_OF_ZIP)
    zipped = at >= 0 and len(tail) - at - 22 == int.from_bytes(tail[at + 20 : at + 22], "little")
    if zipped or (form is not FORMS["pdf"] and b"%PDF-" in head[:1024]):
        other = "an archive file" if zipped else "a PDF document"
        raise NotTaken(f"This is {form.name} and {other} in one. Save it anew with another program.")


def _unknown(path: Path, head: bytes) -> str:
    if head[4:8] in (b"ftyp", b"mdat", b"wide", b"free"):
        return (
            "This recording has no index: it was cut off while it was made or copied. "
            "Copy it again from the device, or have it repaired."
        )
    try:
        guesses = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError, IndexError):
        guesses = []
    looks = f"It looks like: {guesses[0].name}. " if guesses and guesses[0].confidence >= 0.4 else ""
    return f"The archive cannot tell what this file is, or does not take its kind. {looks}{TAKEN}"


def _measure(path: Path, form: Form, limits: Limits) -> str:
    """Refuses what only begins like a picture, or is too large; tells what will not be shown."""
    if form is FORMS["heic"]:
        return "A HEIC photograph is kept, but cannot be shown: add a JPEG copy of it as well."
    try:
        size = measured(path, form)
    except NotMade as problem:
        raise NotTaken(problem.sentence) from None
    if size.width * size.height > limits.pixels:
        raise NotTaken(
            f"This is {form.name} of {size.width:,} × {size.height:,} points; at most "
            f"{limits.pixels // 1_000_000:,} million are taken. Make it smaller, and keep the original safe."
        )
    if size.frames > 1 and form.family == "image":
        return "The picture moves; only its first image will be shown."
    return ""


def _name_says_otherwise(filename: str, form: Form) -> str:
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    if not re.fullmatch(r"[a-z0-9]{1,5}", extension) or extension in form.extensions:
        return ""
    return f"The name ends in .{extension}, but the file is {form.name}."
