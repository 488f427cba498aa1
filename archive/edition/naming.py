"""Keeping the names of a record beside it, with the keys under which they are found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef

from archive.core.languages import script_of
from archive.core.names.searching import index_keys, parts
from archive.edition.models import Name, Record
from archive.edition.shapes import Document

NAMED = frozenset(("person", "organisation", "victim", "place", "victim_group"))
MEND = "run renew_search --all"


class Said(NamedTuple):
    """A name as a public document has it."""

    text: str
    language: str
    script: str
    kind: str


def names_in(kind: str, document: Document) -> list[Said]:
    """The names that a document of this kind gives its record, each once."""
    return list(dict.fromkeys(_names_in(document))) if kind in NAMED else []


def _names_in(document: Document) -> Iterator[Said]:
    names = document["names"]
    if isinstance(names, dict):
        for language, text in names.items():
            yield Said(text, language, script_of(text), "")
        return
    for name in names:
        yield Said(name["text"], name["language"], name["script"], name["kind"])


@transaction.atomic
def keep_names(record: Record, document: Document) -> None:
    """Puts the names of a document in place of those that were kept of its record."""
    Name.objects.filter(record=record).delete()
    Name.objects.bulk_create(_kept(record, said) for said in names_in(record.kind, document))


def renew(record: Record) -> None:
    """Keeps the names of a public record anew, from its own document: for records of before."""
    keep_names(record, record.facts)


def _kept(record: Record, said: Said) -> Name:
    return Name(
        record=record,
        kind=record.kind,
        text=said.text,
        language=said.language,
        script=said.script,
        name_kind=said.kind,
        parts=len(parts(said.text)),
        keys=sorted(index_keys(said.text)),
        outputs=record.outputs,
        closes_at=record.closes_at,
    )


def faults_of_names() -> Iterator[str]:
    """Names that are not those of their record's document, or are open or found otherwise than it."""
    for record in Record.objects.filter(kind__in=NAMED).prefetch_related("names").iterator(chunk_size=500):
        kept = list(record.names.all())
        found = {Said(name.text, name.language, name.script, name.name_kind) for name in kept}
        if found != _expected(record):
            yield f"the names kept for {record.pk} are not those of its document: {MEND}"
        elif any(sorted(index_keys(name.text)) != name.keys for name in kept):
            yield f"the names kept for {record.pk} are found by other rules: {MEND}"
        if any(_open(name) != _open(record) for name in kept):
            yield f"the names kept for {record.pk} are not open as it is: {MEND}"
    nameable = Record.objects.filter(pk=OuterRef("record_id"), kind__in=NAMED)
    left = Name.objects.filter(~Exists(nameable)).order_by("record_id").values_list("record_id", flat=True)
    for identifier in left.distinct():
        yield f"edition.name has names of {identifier}, which is not public or has none: delete them there"


def _expected(record: Record) -> set[Said] | None:
    try:
        return set(names_in(record.kind, record.facts))
    except (LookupError, TypeError, ValueError, AttributeError):
        return None  # its document is not of its kind's shape: the check of records says so too


def _open(kept: Name | Record) -> tuple[object, ...]:
    return kept.kind, kept.outputs, kept.closes_at
