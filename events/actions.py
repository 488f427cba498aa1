"""The verbs of events and evidence: anchor a record in a source, take in a new version of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from archive.core.canonical import sha256
from archive.core.spans import Anchor, Span
from archive.desk.changes import change, settle
from archive.desk.models import Deed, Publishable
from archive.desk.renderers import locked
from archive.desk.review import Refused
from events.models import (
    AnchorRow,
    Claim,
    ClaimAnchor,
    Demand,
    DemandAnchor,
    Source,
    Statement,
    StatementAnchor,
)

ANCHORS: dict[type[Publishable], type[AnchorRow]] = {
    Statement: StatementAnchor,
    Claim: ClaimAnchor,
    Demand: DemandAnchor,
}
KEPT_BY_A_NEW_VERSION = ("source_kind", "title", "language", "authors", "publisher", "rights", "rights_note",
                         "date", "sample")  # fmt: skip


@dataclass(frozen=True)
class NewVersion:
    """A newer version of a source, and how many places were found in it again."""

    source: Source
    carried: int
    lost: int


def anchor(
    record: Statement | Claim | Demand, *, source: Source, span: Span, by: User, why: str = ""
) -> AnchorRow:
    """Notes that a record stands at one place of a source."""
    row_type = ANCHORS[type(record)]
    owner = {record.kind: record}
    with change(record, by=by, why=why) as fresh:
        held = Source.objects.get(pk=source.pk)
        if not 0 <= span.start < span.end <= len(held.text):
            raise Refused(_("There is no such place in the source."))
        places = row_type._default_manager.filter(**owner, source=held)
        if places.filter(start__lt=span.end, end__gt=span.start).exists():
            raise Refused(_("It is anchored at this place already."))
        row = row_type(source=held, **{record.kind: fresh})
        row.anchor = Anchor.at(held.text, span)
        row.save()
        _note(Deed.Act.ANCHOR, fresh, by=by, why=why)
    return row


@transaction.atomic
def new_version(
    source: Source,
    *,
    text: str,
    blocks: list[Any],
    original: bytes,
    by: User,
    filename: str = "",
    media_type: str = "",
    taken_from: str = "",
    taken_at: datetime | None = None,
    why: str = "",
) -> NewVersion:
    """Keeps a changed text beside the one before it, which stays.

    Whatever is anchored in the old text is anchored in the new one as well where its words are still
    found; where they are not, its old place is flagged for a curator. Nothing public changes by this:
    a new place waits for approval like every addition.
    """
    source = locked(source)
    if Source.objects.filter(previous=source).exists():
        raise Refused(_("There is a newer version of this source already: take in after that one."))
    if text == source.text:
        raise Refused(_("The text is the same, sign by sign: there is no new version to keep."))
    with pghistory.context(user=by.pk, why=why):
        newer = Source(
            previous=source,
            text=text,
            text_sha256=sha256(text),
            blocks=blocks,
            original=original,
            sha256=sha256(original),
            filename=filename,
            media_type=media_type,
            taken_from=taken_from or source.taken_from,
            taken_at=taken_at,
            **{name: getattr(source, name) for name in KEPT_BY_A_NEW_VERSION if name != "date"},
        )
        newer.date = source.date
        newer.save()
        newer.topics.set(source.topics.all())
        carried, lost = _carry_anchors(source, newer, by=by, why=why)
    _note(Deed.Act.VERSION, newer, by=by, why=why)
    return NewVersion(newer, carried, lost)


def _carry_anchors(source: Source, newer: Source, *, by: User, why: str) -> tuple[int, int]:
    """How many places were found again in the newer text, and how many were not."""
    carried = lost = 0
    for model, row_type in ANCHORS.items():
        rows = row_type._default_manager.filter(source=source).order_by(f"{model.kind}_id", "start")
        for owner_id, places in groupby(rows, key=attrgetter(f"{model.kind}_id")):
            owner = locked(model._default_manager.get(pk=owner_id))
            for row in places:
                found = _carry(row, owner, newer)
                carried, lost = carried + found, lost + (not found)
            settle(owner, by=by, why=why)
    return carried, lost


def _carry(row: AnchorRow, owner: Publishable, newer: Source) -> bool:
    """Anchors a record in the newer text too, or flags its old place; whether it was found."""
    found = row.anchor.carried_to(newer.text)
    if found is None:
        row.lost_in = newer
        row.save()
        return False
    again = type(row)(source=newer, **{owner.kind: owner})
    again.anchor = found
    again.save()
    return True


def _note(act: Deed.Act, record: Publishable, *, by: User, why: str) -> None:
    Deed.objects.create(
        act=act,
        who=by.get_username(),
        why=why,
        kind=record.kind,
        identifier=record.identifier,
        title=str(record)[:200],
    )
