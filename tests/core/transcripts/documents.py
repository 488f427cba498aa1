"""DOCX files for tests: real ones by python-docx, broken ones by hand."""

from __future__ import annotations

import io
import zipfile

from docx import Document

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'officeDocument" Target="word/document.xml"/></Relationships>'
)


def paragraphs(*lines: str | list[tuple[str, bool]]) -> bytes:
    """A document of paragraphs; a list is a paragraph of runs, bold or not."""
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph("" if isinstance(line, list) else line)
        for text, bold in line if isinstance(line, list) else []:
            paragraph.add_run(text).bold = bold
    return saved(document)


def table(*rows: tuple[str, ...]) -> bytes:
    """A document that is one table."""
    document = Document()
    made = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            made.cell(at, column).text = text
    return saved(document)


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(xml: str, *, before: str = "", **parts: str | bytes) -> bytes:
    """A document with this inside its body; `parts` are other files (`__` for `/`)."""
    whole = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{xml}</w:body></w:document>'
    return package({"word/document.xml": whole, "_rels/.rels": RELATIONS} | {
        name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()
    })  # fmt: skip


def package(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run's XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
