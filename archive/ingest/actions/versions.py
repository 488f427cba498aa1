"""A changed text taken in from the same address: a new version of the same document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.words import folded
from archive.desk.models import Publishable
from archive.desk.review import Refused
from archive.ingest.actions.locking import TAKE_IN, may
from archive.ingest.actions.taking_in import intake_of, one_at_a_time, prepared, refuse_twice, taken_before
from archive.ingest.matching import NAMED_KINDS
from archive.ingest.models import Intake, Proposal, State
from archive.ingest.together import label
from events.actions import ANCHORS, new_version
from events.models import Source


@dataclass(frozen=True)
class Carried:
    """What became of the places that were noted in the version before."""

    previous: Source
    found: int
    lost: int

    @property
    def sentence(self) -> str:
        """What a curator is told."""
        return _(
            "Stored as a new version of “%(title)s”. Places found again: %(found)s; no longer there and "
            "flagged: %(lost)s."
        ) % {"title": self.previous, "found": self.found, "lost": self.lost}


def take_in_version(
    *,
    data: bytes,
    by: User,
    taken_from: str,
    media_type: str = "",
    filename: str = "",
    taken_at: datetime | None = None,
    language: str = "",
    **_kept: Any,
) -> tuple[Intake, Carried]:
    """Takes in a text as the newer version of what was taken from the same address before.

    Rights and title stay those of the version before. What is anchored in both texts already is not
    proposed anew, and names decided there are chosen beforehand.
    """
    may(by, TAKE_IN)
    article = prepared(data, media_type=media_type, taken_from=taken_from, language=language)
    with transaction.atomic(), pghistory.context(user=by.pk):
        one_at_a_time()
        refuse_twice(article)
        before = taken_before(taken_from)
        if before is None:
            raise Refused(_("Nothing was taken from this address before, so this is no new version."))
        version = new_version(
            before,
            text=article.reading.text,
            blocks=[list(block) for block in article.reading.blocks],
            original=data,
            by=by,
            filename=filename,
            media_type=media_type,
            taken_from=taken_from.strip(),
            taken_at=taken_at or timezone.now(),
        )
        intake = intake_of(version.source, article, by=by)
        _recognise(intake, before, by=by)
    return intake, Carried(before, version.carried, version.lost)


def _recognise(intake: Intake, before: Source, *, by: User) -> None:
    """Proposals that are records already, by their place or by their name."""
    anchored = _anchored(intake.source)
    known = _known(before)
    for proposal in intake.proposals.all():
        record = anchored.get((proposal.kind, *proposal.spans[0]))
        if record is not None:
            proposal.state, proposal.decided_by, proposal.decided_at = State.ACCEPTED, by, timezone.now()
            proposal.made_kind, proposal.made_identifier = record.kind, record.identifier
            proposal.made_revision = record.revision
            proposal.save()
        elif proposal.kind in NAMED_KINDS and not proposal.fields.get("unnamed"):
            proposal.existing = known.get((proposal.kind, folded(label(proposal))), "")
            proposal.save()


def _anchored(source: Source) -> dict[tuple[str, int, int], Publishable]:
    """The records that stand in a source, by kind and place. Where two do, the reading, not what it reads."""
    found: dict[tuple[str, int, int], Publishable] = {}
    for model, row_type in ANCHORS.items():
        for row in row_type._default_manager.filter(source=source).order_by("pk"):
            found[model.kind, row.start, row.end] = getattr(row, model.kind)
    return found


def _known(before: Source) -> dict[tuple[str, str], str]:
    """The records that names in the version before were decided to be."""
    accepted = Proposal.objects.filter(intake__source=before, state=State.ACCEPTED, kind__in=NAMED_KINDS)
    rows = accepted.select_related("intake__source")
    return {(row.kind, folded(label(row))): row.made_identifier for row in rows if row.made_identifier}
