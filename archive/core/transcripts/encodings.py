"""Bytes to text: the encoding found or guessed, and nothing thrown away but control signs."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from archive.core.transcripts.model import Limits, Line, NotATranscript, Troubles, quoted

# In this order: the longer marks begin with the shorter ones.
_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = {"cp1252": "windows-1252", "cp1256": "windows-1256", "iso8859_6": "iso-8859-6"}
_HIGH = re.compile(rb"[\x80-\xff]+")
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LINE_END = re.compile("\r\r?\n|\r|\n|\u2028|\u2029")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_OTHER_BREAKS = re.compile("[\x0b\x0c\x85]")
_SAMPLE = 100_000
_A_FEW = 8


def decoded(data: bytes, troubles: Troubles) -> tuple[str, str]:
    """The text of the bytes and the name of their encoding; a guess is told."""
    for mark, name in _ORDER_MARKS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], name), name
    if name := _sixteen_bits(data):
        troubles.tell("encoding", 0, f"The file does not say how it is written; it was read as {name}.")
        return _forgiving(data, name), name
    if _mostly_utf8(data):
        return _forgiving(data, "utf-8"), "utf-8"
    name = _guess(data)
    troubles.tell(
        "encoding", 0,
        f"The file is not in UTF-8; by its letters it seems to be {name} and was read so. "
        "If the words look wrong, save it as UTF-8 and take it in again.",
    )  # fmt: skip
    return _forgiving(data, name), name


def lines_of(text: str, troubles: Troubles, limits: Limits) -> list[Line]:
    """The lines that hold something, numbered as an editor would."""
    ends = {end: text.count(end) for end in ("\r\n", "\n", "\r", "\u2028", "\u2029")}
    ends["\n"] -= ends["\r\n"]
    ends["\r"] -= ends["\r\n"] + text.count("\r\r\n")
    if sum(ends.values()) > limits.lines:
        raise NotATranscript(
            f"The file has more than {limits.lines:,} lines. Divide it, and take in the parts one by one."
        )
    if sum(bool(count) for count in ends.values()) > 1:
        troubles.tell("line ends", 0, "The lines end in different ways; each was taken as an end of line.")
    lines, blank = [], True
    for number, raw in enumerate(_LINE_END.split(text), 1):
        if line := without_control(raw, number, troubles).strip():
            lines.append(Line(number, line, blank))
        blank = not line
    return lines


def without_control(raw: str, number: int, troubles: Troubles) -> str:
    """A line without signs that no one can see and no database takes; other line breaks become spaces."""
    if raw.isascii() and raw.isprintable():
        return raw
    raw, strange = _STRAY_BYTE.subn(_old_byte, raw)
    if strange:
        bytes_do = "1 byte does" if strange == 1 else f"{strange} bytes do"
        troubles.tell(
            "bytes", number, f"{bytes_do} not fit the encoding; read as Windows would: {quoted(raw, 80)}."
        )
    line, removed = _CONTROL.subn("", raw)
    if removed:
        signs = "sign was" if removed == 1 else "signs were"
        troubles.tell("control", number, f"{removed} invisible control {signs} removed.")
    return _OTHER_BREAKS.sub(" ", line)


def is_binary(text: str) -> bool:
    """Whether a text is so full of control signs that it is none."""
    sample = text[:_SAMPLE]
    strange = sum(unicodedata.category(sign) in ("Cc", "Cs", "Cn") and sign not in "\t\n\r\x0b\x0c\x85"
                  for sign in sample) + sample.count("\ufffd")  # fmt: skip
    return strange > _A_FEW and strange * 10 > len(sample)


def _sixteen_bits(data: bytes) -> str:
    """UTF-16 without its mark, by the byte that hardly changes: zero, or 6 in Arabic script."""
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2], sample[1::2]
    share_even, share_odd = (sum(map(half.count, (0, 6))) / len(half) for half in (even, odd))
    if share_odd > 0.7 and share_even < 0.2:
        return "utf-16-le"
    return "utf-16-be" if share_even > 0.7 and share_odd < 0.2 else ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand in what is UTF-8 otherwise."""
    high = sum(map(len, _HIGH.findall(data)))
    well_formed = sum(map(len, _WELL_FORMED.findall(data)))
    return well_formed >= 0.9 * high


def _guess(data: bytes) -> str:
    """The old encoding that four languages' letters fit best."""
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_OLD)).best()
    return _OLD.get(best.encoding if best else "", "windows-1252")


def _forgiving(data: bytes, name: str) -> str:
    """The text; bytes that do not fit are kept aside as surrogates, which `without_control` tells of."""
    if name.startswith("utf-") and name != "utf-8":
        return data.decode(name, "replace")
    return data.decode(name, "surrogateescape")


def _old_byte(found: re.Match[str]) -> str:
    """What Windows would have shown for a byte that is not of its encoding."""
    return bytes([ord(found[0]) - 0xDC00]).decode("windows-1252", "replace")
