"""Taking in an article: its bytes, its clean reading and what the engine proposes, stored together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.canonical import sha256
from archive.core.languages import is_language
from archive.core.spans import Span, digest
from archive.desk.review import Refused
from archive.edition.vocabulary import Rights, SourceKind
from archive.ingest.actions.locking import TAKE_IN, may
from archive.ingest.drafts.rows import saved
from archive.ingest.engine import Proposed, propose
from archive.ingest.engineversion import engine_version
from archive.ingest.finding import united
from archive.ingest.models import Intake, Proposal
from archive.ingest.reading import Reading, Unreadable, read
from events.models import Source

ONE_AT_A_TIME = 0x7E57  # the advisory lock under which “has it been taken in before?” is asked
LONGEST_TITLE = 120


class AlreadyTaken(Refused):
    """The same bytes or the same words are in the archive already."""

    def __init__(self, source: Source):
        self.source = source
        self.intake = Intake.objects.filter(source=source).first()
        super().__init__(
            _("This has been taken in already: “%(title)s”, on %(day)s.")
            % {"title": source, "day": f"{source.created_at:%-d %B %Y}"}
        )


class TakenBefore(Refused):
    """Other words were taken from the same address before: say whether this is their new version."""

    def __init__(self, source: Source):
        self.source = source
        super().__init__(
            _(
                "Something else was taken from the same address before: “%(title)s”. Say whether this is a "
                "new version of it, or another document."
            )
            % {"title": source}
        )


@dataclass(frozen=True)
class Prepared:
    """An article read and searched for proposals, before anything is stored."""

    data: bytes
    reading: Reading
    proposals: tuple[Proposed, ...]


def prepared(data: bytes, *, media_type: str = "", taken_from: str = "", language: str = "") -> Prepared:
    """Reads an article and asks the engine; stores nothing. Raises Refused with what to do instead."""
    if language and not is_language(language):
        raise Refused(_("“%(tag)s” is not a language tag such as en or fa.") % {"tag": language})
    try:
        reading = read(data, media_type=media_type, url=taken_from)
    except Unreadable as error:
        raise Refused(str(error)) from error
    if "\0" in reading.text:
        raise Refused(_("This is not text. Save the article as text or as a web page and take that in."))
    if language:
        reading = Reading(**(vars(reading) | {"language": language}))
    return Prepared(data, reading, tuple(_sound(propose(reading), reading.text)))


def _sound(proposals: Iterable[Proposed], text: str) -> Iterable[Proposed]:
    """Each with its spans in order and inside the text; one that stands nowhere is not shown."""
    for one in proposals:
        spans = [Span(*span).trimmed(text) for span in one.spans if 0 <= span[0] < span[1] <= len(text)]
        kept = united(text, [span for span in spans if span.start < span.end])
        if kept:
            yield Proposed(one.key, one.kind, tuple(kept), one.fields, one.rule, one.confidence)


def take_in(
    *,
    data: bytes,
    by: User,
    media_type: str = "",
    filename: str = "",
    taken_from: str = "",
    taken_at: datetime | None = None,
    rights: str = Rights.CITATION,
    language: str = "",
    another_document: bool = False,
) -> Intake:
    """Stores an article byte for byte, with its reading and its proposals; all of it or nothing.

    Raises AlreadyTaken, TakenBefore (unless it is said to be `another_document`) or Refused.
    """
    may(by, TAKE_IN)
    article = prepared(data, media_type=media_type, taken_from=taken_from, language=language)
    with transaction.atomic(), pghistory.context(user=by.pk):
        one_at_a_time()
        refuse_twice(article)
        if not another_document and (before := taken_before(taken_from)):
            raise TakenBefore(before)
        source = _source(
            article,
            media_type=media_type,
            filename=filename,
            taken_from=taken_from,
            taken_at=taken_at,
            rights=rights,
        )
        return intake_of(source, article, by=by)


def one_at_a_time() -> None:
    """Until this transaction ends nobody else takes in an article: the same one comes in once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def refuse_twice(article: Prepared) -> None:
    """Raises AlreadyTaken where the same bytes, or the same words, are in the archive."""
    same = Q(sha256=sha256(article.data)) | Q(text_sha256=digest(article.reading.text))
    if source := Source.objects.filter(same).order_by("pk").first():
        raise AlreadyTaken(source)


def taken_before(taken_from: str) -> Source | None:
    """The newest version of what was taken from an address before."""
    if not taken_from.strip():
        return None
    before = Source.objects.filter(taken_from=taken_from.strip(), sha256__gt="", next=None)
    return before.order_by("-pk").first()


def _source(article: Prepared, **how: Any) -> Source:
    reading = article.reading
    language = reading.language if is_language(reading.language) else "en"
    how["taken_from"] = how["taken_from"].strip()
    how["taken_at"] = how["taken_at"] or timezone.now()
    source = Source(
        source_kind=SourceKind.ARTICLE,
        title={language: _title(reading)},
        language=language,
        original=article.data,
        sha256=sha256(article.data),
        text=reading.text,
        text_sha256=digest(reading.text),
        blocks=[list(block) for block in reading.blocks],
        **how,
    )
    return saved(source)


def _title(reading: Reading) -> str:
    """The article's own title; where it has none, its first words."""
    title = " ".join((reading.title or reading.text).split())
    first = re.match(rf".{{20,{LONGEST_TITLE}}}?[.!?؟](?=\s)", title)
    if not reading.title and first:
        return first[0]
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def intake_of(source: Source, article: Prepared, *, by: User) -> Intake:
    """The intake of a stored source, with a row for each proposal."""
    intake = Intake.objects.create(
        source=source, by=by, dropped=list(article.reading.dropped), engine_version=engine_version()
    )
    Proposal.objects.bulk_create(_row(intake, one) for one in article.proposals)
    return intake


def _row(intake: Intake, one: Proposed) -> Proposal:
    spans = [list(span) for span in one.spans]
    return Proposal(
        intake=intake,
        key=one.key,
        kind=one.kind,
        spans=spans,
        fields=one.fields,
        proposed={"kind": one.kind, "spans": spans, "fields": one.fields},
        rule=one.rule,
        confidence=one.confidence,
    )
