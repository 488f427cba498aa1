"""The words of a DOCX as lines: paragraphs and rows of tables, as they would stand if printed clean.

Read from the XML itself: python-docx leaves out tracked insertions, content controls and text boxes,
and a survivor's words can stand in any of them. Deleted text never comes in, not even into a message.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from archive.core.transcripts.encodings import without_control
from archive.core.transcripts.model import Limits, Line, Troubles
from archive.core.transcripts.packages import Package, attribute, local
from archive.core.transcripts.tables import lines_of_table

_OUT = frozenset(("del", "moveFrom", "Fallback", "delText", "delInstrText", "instrText", "tblGrid"))
_SIGNS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "sym": "\ufffd",
}
_OFF = ("0", "false", "off", "none")
_PARTS_BESIDE = (
    ("comments", "comment"), ("footnotes", "footnote"), ("endnotes", "endnote"),
    ("header", "heading at the top of pages"), ("footer", "line at the foot of pages"),
)  # fmt: skip


@dataclass
class _Paragraph:
    number: int = 0
    text: list[str] = field(default_factory=list)
    bold: int = 0
    bold_ended: bool = False
    goes_on: bool = False  # its end was deleted: the next one continues it

    def add(self, words: str, *, bold: bool) -> None:
        self.text.append(words)
        if words.strip() and not bold:
            self.bold_ended = True
        if not self.bold_ended:
            self.bold += len(words)


class _Reader:
    """Walks through the document's elements once, in order."""

    def __init__(self, troubles: Troubles) -> None:
        self.troubles = troubles
        self.lines: list[Line] = []
        self.seen: Counter[str] = Counter()
        self.open: list[_Paragraph] = []  # a text box is a paragraph inside a paragraph
        self.tables: list[list[list[list[str]]]] = []  # rows, cells, paragraphs; a table can stand in a cell
        self.number, self.blank, self.out = 0, False, 0
        self.bold = self.in_run = False
        self.table_line = 0
        self.unfinished: _Paragraph | None = None

    def event(self, event: str, element: etree._Element) -> None:
        name = local(element)
        if name in _OUT and not self._marks_only(element):
            self.out += 1 if event == "start" else -1
            self.seen[name] += event == "start"
        elif not self.out:
            (self._start if event == "start" else self._end)(name, element)

    @staticmethod
    def _marks_only(element: etree._Element) -> bool:
        """Whether w:del says that the end of a paragraph, or a row, was deleted; it holds no words then."""
        parent = element.getparent()
        return parent is not None and local(parent) in ("rPr", "trPr")

    def _start(self, name: str, element: etree._Element) -> None:
        if name == "p":
            self.number += 1
            self.open.append(self.unfinished or _Paragraph(self.number))
            self.unfinished = None
        elif name == "r":
            self.bold, self.in_run = False, True
        elif name == "tbl":
            self.table_line = self.table_line if self.tables else self.number + 1
            self.tables.append([])
        elif name == "tr" and self.tables:
            self.tables[-1].append([])
        elif name == "tc" and self.tables and self.tables[-1]:
            self.tables[-1][-1].append([])

    def _end(self, name: str, element: etree._Element) -> None:
        if name == "p" and self.open:
            self._close(self.open.pop())
        elif name == "r":
            self.in_run = False
        elif name == "tbl" and self.tables:
            self._close_table()
        elif not self.open:
            return
        elif name == "t":
            self._words(element)
        elif name in _SIGNS and self.in_run:
            self.open[-1].add(_SIGNS[name], bold=self.bold)
        elif attribute(element, "val") not in _OFF:
            self._property(name, element)

    def _words(self, element: etree._Element) -> None:
        words = "".join(map(str, element.itertext()))
        words = words.replace("\r", "\n")
        self.open[-1].add(without_control(words, self.number, self.troubles), bold=self.bold)

    def _property(self, name: str, element: etree._Element) -> None:
        if self.in_run and name in ("b", "bCs"):
            self.bold = True
        elif self.in_run and name in ("vanish", "strike", "dstrike"):
            self.seen[name] += 1
        elif name == "del" and not self.in_run:
            self.open[-1].goes_on = True
        elif name in ("ins", "moveTo", "altChunk"):
            self.seen[name] += 1

    def _close(self, paragraph: _Paragraph) -> None:
        if paragraph.goes_on and not self.open:
            self.unfinished = paragraph
            return
        whole = "".join(paragraph.text)
        text = whole.strip()
        bold = max(0, min(paragraph.bold - (len(whole) - len(whole.lstrip())), len(text)))
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1].append(text)
        elif text:
            self.lines.append(Line(paragraph.number, text, self.blank, bold))
        self.blank = not text

    def _close_table(self) -> None:
        table = self.tables.pop()
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += [text for row in table for cell in row for text in cell]
            return
        self.lines += lines_of_table(table, self.table_line, self.troubles)
        self.blank = True


def lines_of(data: bytes, troubles: Troubles, limits: Limits) -> list[Line]:
    """The lines of a DOCX, numbered by its paragraphs."""
    package = Package(data, limits)
    reader = _Reader(troubles)
    for event, element in package.elements(package.main):
        reader.event(event, element)
    if reader.unfinished:
        reader.unfinished.goes_on = False
        reader._close(reader.unfinished)
    _tell_of_changes(reader.seen, troubles)
    _tell_of_parts(package, troubles)
    return reader.lines


def _tell_of_changes(seen: Counter[str], troubles: Troubles) -> None:
    sentences = (
        (seen["del"] + seen["moveFrom"], "tracked deletions were left out"),
        (seen["ins"] + seen["moveTo"], "tracked insertions were taken in as words"),
        (seen["vanish"], "stretches of hidden text were taken in; look whether they should be"),
        (seen["strike"] + seen["dstrike"], "stretches struck through were taken in; look at them"),
        (seen["altChunk"], "pieces of other files were not read; paste them as text"),
    )  # fmt: skip
    for count, sentence in sentences:
        if count:
            troubles.tell("changes", 0, f"Of the document, {count} {sentence}.")


def _tell_of_parts(package: Package, troubles: Troubles) -> None:
    folder = package.main.rpartition("/")[0]
    for name in sorted(package.names):
        for start, what in _PARTS_BESIDE:
            if (
                name.startswith(f"{folder}/{start}")
                and name.endswith(".xml")
                and (count := package.holds_words(name))
            ):
                troubles.tell(
                    "beside", 0,
                    f"The document has words in a {what} ({count} signs); they are no part of the speech "
                    "and were left out. Open the document to read them.",
                )  # fmt: skip
