"""Writing and reading public files, piece by piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.edition.models import PIECE, File, Piece, Record
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import Output


class NotThatFile(Exception):
    """The bytes at hand are not those that were to become public."""


def settle_files(record: Record, rendering: Rendering) -> None:
    """Takes away the files a record no longer names, and brings those it names for the first time."""
    named = {each["file"]: each for each in described(rendering.document)}
    File.objects.filter(record=record).exclude(pk__in=named).delete()
    held = set(File.objects.filter(record=record).values_list("pk", flat=True))
    for name in sorted(named.keys() - held):
        _bring(record, named[name], rendering.files.get(name))


def described(document: Any) -> Iterator[Mapping[str, Any]]:
    """Every part of a document that describes a file."""
    if isinstance(document, Mapping):
        if "file" in document and "sha256" in document:
            yield document
        document = list(document.values())
    if isinstance(document, list):
        for each in document:
            yield from described(each)


def _bring(record: Record, told: Mapping[str, Any], path: Path | None) -> None:
    if path is None or not path.is_file():
        told_why = "is not at the desk any more: make it anew, and ask again"
        raise NotThatFile(f"the public copy {told['file']} {told_why}")
    row = File.objects.create(
        name=told["file"], record=record, media_type=told["media_type"], size=told["size"],
        sha256=told["sha256"],
    )  # fmt: skip
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        for number, data in enumerate(iter(lambda: file.read(PIECE), b"")):
            digest.update(data)
            size += len(data)
            Piece.objects.create(file=row, number=number, data=data)
    if (digest.hexdigest(), size) != (told["sha256"], told["size"]):
        raise NotThatFile(f"the public copy {told['file']} was changed after it was made: make it again")


@dataclass(frozen=True)
class Held:
    """A public file that is open now."""

    name: str
    media_type: str
    size: int
    sha256: str

    def read(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Its bytes from `start` up to, not including, `end`. One query for each piece."""
        end = self.size if end is None else min(end, self.size)
        while start < end:
            number, skip = divmod(start, PIECE)
            row = Piece.objects.using("public").filter(file_id=self.name, number=number)
            data = row.values_list("data", flat=True).first()
            if data is None:  # withdrawn while it was being sent
                return
            stretch = bytes(data)[skip : skip + end - start]
            start += len(stretch)
            yield stretch


def held(name: str) -> Held | None:
    """The public file of this name; None where there is none, or its record is no longer public.

    A record that may go out as a file to take away only has no file to be fetched by its address.
    """
    sent = [Output.WEB.value, Output.API.value]
    rows = File.objects.using("public").filter(pk=name, record__outputs__overlap=sent)
    found = rows.values_list("name", "media_type", "size", "sha256").first()
    return Held(*found) if found else None


def faults_of_files() -> Iterator[str]:
    """Files that are not what their record says, or whose record does not name them."""
    for record in Record.objects.iterator():
        named = {each["file"]: each for each in described(record.facts)}
        rows = {each.name: each for each in File.objects.filter(record=record)}
        for name in sorted(named.keys() - rows.keys()):
            yield f"{record.pk} names the file {name}, which is not there"
        for name in sorted(rows.keys() - named.keys()):
            yield f"{record.pk} does not name its file {name}"
        for name in sorted(rows.keys() & named.keys()):
            if not rows[name].sha256 == named[name]["sha256"] == _digest(name):
                yield f"the file {name} of {record.pk} is not what was published"


def _digest(name: str) -> str:
    digest = hashlib.sha256()
    for data in (
        Piece.objects.filter(file_id=name).order_by("number").values_list("data", flat=True).iterator()
    ):
        digest.update(bytes(data))
    return digest.hexdigest()
