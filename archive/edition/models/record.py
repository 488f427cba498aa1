"""One published record: finished, redacted, ready to be sent."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now

from archive.core.canonical import canonical, sha256
from archive.core.words import address_words
from archive.edition.search.lexemes import Lexemes
from archive.edition.search.query import Asked
from archive.edition.shapes import SHAPES, Document
from archive.edition.vocabulary import Output


class RecordQuerySet(models.QuerySet["Record"]):
    """What can be asked of the edition."""

    def open(self) -> RecordQuerySet:
        """Without the records whose consent has ended: they close by themselves, on the day."""
        return self.filter(models.Q(closes_at=None) | models.Q(closes_at__gt=Now()))

    def sent_to(self, output: str) -> RecordQuerySet:
        """What may go out in this way: `web`, `api`, `dumps`."""
        return self.filter(outputs__contains=[output])

    def of_kind(self, *kinds: str) -> RecordQuerySet:
        return self.filter(kind__in=kinds) if len(kinds) > 1 else self.filter(kind=kinds[0])

    def holding(self, *facets: str) -> RecordQuerySet:
        """With every one of these facets: `event_kind:conference`, `speaker:<id>`, `person:<id>`."""
        return self.filter(facets__contains=list(facets)) if facets else self

    def holding_any(self, *facets: str) -> RecordQuerySet:
        """With at least one of these facets."""
        return self.filter(facets__overlap=list(facets)) if len(facets) > 1 else self.holding(*facets)

    def between(self, earliest: date | str | None, latest: date | str | None) -> RecordQuerySet:
        """Whose date can fall on these days; open at an end that is None. Without a date none is found."""
        records = self.filter(latest__gte=earliest) if earliest else self
        if not latest:
            return records
        # the key begins with the same day: said too, newest first starts there instead of looking for it
        return records.filter(earliest__lte=latest, sort_key__lte=str(latest))

    def in_order(self, kind: str) -> RecordQuerySet:
        """As a list of this kind shows them: dated kinds newest first, the others by name."""
        return self.order_by(*(("-sort_key", "-id") if SHAPES[kind].dated else ("sort_key", "id")))

    def matching(self, words: str | Asked) -> RecordQuerySet:
        """With everything that a reader's words ask for, however typed; the last may still be unfinished.

        Blank words ask for nothing and leave all; words that nothing can be found by find nothing.
        """
        asked = Asked.of(words) if isinstance(words, str) else words
        if asked.blank:
            return self
        return self.filter(found__words=Lexemes(asked.tsquery)) if asked.asks else self.none()

    def answers(self, *, whole: bool = False) -> models.QuerySet[Record, str]:
        """The finished JSON of each record: its document, its stamp and its links, never built again.

        Lists leave out what its shape keeps apart; a record's own answer is `whole`.
        """
        return self.values_list(WHOLE_ANSWER if whole else ANSWER, flat=True)


class Answer(models.Func):
    """SQL that joins a record's document, stamp and links into one finished JSON object."""

    output_field = models.TextField()

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # type: ignore[override]
        document, stamp, linked = (compiler.compile(each)[0] for each in self.source_expressions)
        return f"""left({document}, -1) || ',"edition":' || {stamp} || ',"linked":' || {linked} || '}}'""", []


class Whole(models.Func):
    """SQL that joins a record's document with what is kept apart from it into one JSON object."""

    output_field = models.TextField()

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # type: ignore[override]
        document, apart = (compiler.compile(each)[0] for each in self.source_expressions)
        return (
            f"CASE {apart} WHEN '' THEN {document} ELSE left({document}, -1) || ',' || substr({apart}, 2) END"
        ), []


WHOLE = Whole("document", "apart")
ANSWER = Answer("document", "stamp", "linked")
WHOLE_ANSWER = Answer(WHOLE, "stamp", "linked")


class PublicRecords(models.Manager.from_queryset(RecordQuerySet)):  # type: ignore[misc]
    """The edition as the public reads it: open records, through the read-only login.

    A public room reads only what may go out in its own way: it names its output.
    """

    def __init__(self, output: str = ""):
        super().__init__()
        self.output = output

    def get_queryset(self) -> RecordQuerySet:
        records = super().get_queryset().using("public").open()
        return records.sent_to(self.output) if self.output else records


def every_output() -> list[str]:
    """The ways out of a record about which nobody said anything narrower."""
    return list(Output.values)


class Record(models.Model):
    """A published record. Only `archive.edition.actions` writes it."""

    id = models.CharField(primary_key=True, max_length=11)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in SHAPES])
    version = models.PositiveIntegerField()
    title = models.JSONField()
    document = models.TextField(help_text="Canonical JSON of its own public facts, but for those kept apart.")
    apart = models.TextField(default="", help_text="JSON of the facts too long for a list; empty without.")
    stamp = models.TextField(help_text="JSON: version, digest of the document, when published.")
    linked = models.TextField(default="{}", help_text="JSON: the public records it links to, by role.")
    digest = models.CharField(max_length=64)
    own_facets = ArrayField(models.CharField(max_length=80), default=list)
    facets = ArrayField(models.CharField(max_length=80), default=list)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    sort_key = models.CharField(max_length=80, db_collation="C")
    warnings = ArrayField(models.CharField(max_length=40), default=list)
    published_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True)
    outputs = ArrayField(models.CharField(max_length=8), default=every_output)

    objects = RecordQuerySet.as_manager()
    public = PublicRecords()  # in any way: for tests and checks
    on_pages = PublicRecords(Output.WEB)
    in_api = PublicRecords(Output.API)
    in_dumps = PublicRecords(Output.DUMPS)

    class Meta:
        db_table = "record"  # in the schema "edition"
        indexes = [
            models.Index(fields=["kind", "sort_key", "id"], name="record_in_order"),
            models.Index(fields=["kind", "earliest", "latest"], name="record_by_date"),
            GinIndex(fields=["facets"], name="record_facets"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def facts(self) -> Document:
        """The whole document, as Python data."""
        return orjson.loads(self.document) | orjson.loads(self.apart or "{}")

    @property
    def links(self) -> dict[str, list[dict[str, Any]]]:
        """The public records it links to, by role: each with id, kind, title and what stands on the link."""
        return orjson.loads(self.linked)

    def computed_digest(self) -> str:
        """The digest of the whole document as it is stored."""
        return sha256(canonical(self.facts) if self.apart else self.document)

    @property
    def path(self) -> str:
        """Its address below a language: `events/<id>/<words>`."""
        return record_path(self.kind, self.id, self.title)


def record_path(kind: str, identifier: str, title: dict[str, str]) -> str:
    """The address of a record below a language; the words at its end are decoration."""
    words = address_words(title.get("en") or next(iter(title.values()), ""))
    return f"{SHAPES[kind].plural}/{identifier}/{words}".rstrip("/")
