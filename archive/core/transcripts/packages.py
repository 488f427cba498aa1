"""A DOCX as a package: what is refused before anything of it is read, and its parts in bounded pieces."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from lxml import etree

from archive.core.transcripts.model import Limits, NotATranscript

MAIN = "word/document.xml"
_MOST_PARTS = 5_000
_SMALL = 1_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
           OverflowError, IndexError, KeyError, etree.LxmlError, SyntaxError)  # fmt: skip
_OTHER_KINDS = {
    "xl/": "an Excel workbook. Save the sheet as text",
    "ppt/": "a presentation. Save its words as text",
    "content.xml": "an OpenDocument file. Save it as .docx",
    "META-INF/": "an archive of other files. Unpack it and take in the transcript",
}
DAMAGED = (
    "The DOCX file is damaged and cannot be read. Open it in a word processor, save it anew and try again."
)


class Package:
    """An opened DOCX that has passed the checks."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        with _sound():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
            self._refuse(len(data))
            self.main = self._main()

    def _refuse(self, size: int) -> None:
        parts = self._zip.infolist()
        unpacked = sum(part.file_size for part in parts)
        too_large = unpacked > self._limits.unpacked or len(parts) > _MOST_PARTS
        if too_large or (unpacked > _SMALL and unpacked > self._limits.ratio * size):
            raise NotATranscript("The file unpacks to far more than a transcript holds; it was not opened.")
        if any(part.flag_bits & 1 for part in parts):
            raise NotATranscript("The file is protected by a password. Save it without one and try again.")
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise NotATranscript("The document holds macros (small programs). Save it as .docx without them.")
        if "[Content_Types].xml" in self.names and b"macroEnabled" in self._read("[Content_Types].xml"):
            raise NotATranscript("The document holds macros (small programs). Save it as .docx without them.")

    def _main(self) -> str:
        """The part that holds the document's words; where it is, the package itself says."""
        if "_rels/.rels" in self.names:
            found = re.search(
                rb"<[^<>]*?/officeDocument\"[^<>]*>", self._read("_rels/.rels").replace(b"'", b'"')
            )
            target = found and re.search(rb'Target="/?([^"]{1,200})"', found[0])
            if target and (name := target[1].decode("utf-8", "replace")) in self.names:
                if name.startswith(("xl/", "ppt/")):
                    self._of_another_kind()
                return name
        if MAIN not in self.names:
            self._of_another_kind()
        return MAIN

    def _of_another_kind(self) -> None:
        for start, kind in _OTHER_KINDS.items():
            if any(name.startswith(start) for name in self.names):
                raise NotATranscript(f"The file is {kind}, then try again.")
        raise NotATranscript("The file is an archive of other files. Unpack it and take in the transcript.")

    def _read(self, name: str) -> bytes:
        with self._zip.open(name) as part:
            return part.read(_SMALL)

    def elements(self, name: str) -> Iterator[tuple[str, etree._Element]]:
        """The elements of a part as they start and end; none of its entities is ever followed."""
        with _sound(), self._zip.open(name) as part:
            events = etree.iterparse(
                _Bounded(part, self._limits.unpacked), events=("start", "end"), resolve_entities=False,
                load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for at, (event, element) in enumerate(events):
                if at == 0 and element.getroottree().docinfo.doctype:
                    raise NotATranscript("The document defines entities of its own; it was not read.")
                yield event, element
                if event == "end" and element.tag.endswith(("}p", "}r", "}tbl")):
                    _forget_before(element)

    def holds_words(self, name: str) -> int:
        """How many letters stand in the text elements of a part."""
        return sum(
            len((element.text or "").strip())
            for event, element in self.elements(name)
            if event == "end" and local(element) == "t"
        )


class _Bounded:
    """A part that stops at so many bytes, whatever its package claims about its size."""

    def __init__(self, part: IO[bytes], most: int) -> None:
        self._part, self._left = part, most

    def read(self, size: int = -1) -> bytes:
        chunk = self._part.read(size if size > 0 else 65_536)
        self._left -= len(chunk)
        if self._left < 0:
            raise NotATranscript("The file unpacks to far more than a transcript holds; it was not opened.")
        return chunk


def local(element: etree._Element) -> str:
    """An element's name without its namespace: Word writes two, for the same things."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute, whatever its namespace."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _forget_before(element: etree._Element) -> None:
    """Keeps memory small: what has been read of a part is not needed again."""
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


@contextmanager
def _sound() -> Iterator[None]:
    """What a damaged package makes its readers say, as one sentence."""
    try:
        yield
    except NotATranscript:
        raise
    except _BROKEN as broken:
        raise NotATranscript(DAMAGED) from broken
