"""Mending proposals before they are decided: correct, split, join, add by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.spans import Span
from archive.desk.review import Refused
from archive.ingest.actions.locking import DECIDE, locked_intake, locked_proposal, verb
from archive.ingest.drafts.subjects import date_of
from archive.ingest.finding import parted, united
from archive.ingest.models import Intake, Kind, Proposal, State
from archive.ingest.models.proposal import BY_HAND
from archive.ingest.together import NAMING, Together

NAMED_BY = {
    Kind.PERSON: "name",
    Kind.ORGANISATION: "name",
    Kind.PLACE: "name",
    Kind.TOPIC: "label",
    Kind.DOCUMENT: "title",
    Kind.EVENT: "name",
    Kind.CLAIM: "value_stated",
    Kind.DEMAND: "act",
}


@verb(DECIDE)
def correct(
    proposal: Proposal,
    *,
    by: User,
    fields: dict[str, Any],
    spans: Iterable[Span] | None = None,
    kind: str = "",
    existing: str | None = None,
) -> Proposal:
    """Changes what an open proposal says, where it stands, or what it is; what was proposed is kept."""
    fresh = locked_proposal(proposal)
    text = fresh.intake.source.text
    fresh.kind = kind or fresh.kind
    fresh.fields = fresh.fields | fields
    if spans is not None:
        fresh.spans = checked(text, spans)
    if existing is not None:
        fresh.existing = existing
    _check_keys(fresh)
    if fresh.kind == Kind.EVENT:
        date_of(fresh.fields)  # refuses what is no date
    fresh.save()
    return fresh


@verb(DECIDE)
def split(proposal: Proposal, *, by: User, at: int) -> Proposal:
    """Parts a proposal in two at a point of the text; returns the second part."""
    fresh = locked_proposal(proposal)
    text = fresh.intake.source.text
    before, after = parted(text, fresh.places, at)
    if not (before and after):
        raise Refused(_("That point is not inside these words."))
    fresh.spans = [list(span) for span in before]
    fresh.save()
    return _new(fresh.intake, kind=fresh.kind, spans=after, fields=fresh.fields)


@verb(DECIDE)
def merge(proposal: Proposal, *, into: Proposal, by: User) -> Proposal:
    """Joins a proposal to another of its kind, which then stands at both places."""
    fresh = locked_proposal(proposal)
    other = locked_proposal(into)
    if other.pk == fresh.pk or other.intake_id != fresh.intake_id or other.kind != fresh.kind:
        raise Refused(_("Only two proposals of the same kind, from the same article, can be joined."))
    text = fresh.intake.source.text
    other.spans = [list(span) for span in united(text, [*other.places, *fresh.places])]
    other.fields = fresh.fields | {name: value for name, value in other.fields.items() if value}
    other.save()
    fresh.state, fresh.merged_into = State.MERGED, other
    fresh.decided_by, fresh.decided_at = by, timezone.now()
    fresh.save()
    return other


@verb(DECIDE)
def add(
    intake: Intake, *, by: User, kind: str, spans: Iterable[Span], fields: dict[str, Any] | None = None
) -> Proposal:
    """Adds what the engine missed, from words of the text; it is decided like any other proposal."""
    fresh = locked_intake(intake)
    places = [Span(*span) for span in checked(fresh.source.text, spans)]
    made = _new(fresh, kind=kind, spans=places, fields=fields or {})
    if (name := NAMED_BY.get(Kind(kind))) and not made.fields.get(name) and kind != Kind.EVENT:
        made.fields = made.fields | {name: made.exact}
        made.save()
    _check_keys(made)
    return made


def checked(text: str, spans: Iterable[Span]) -> list[list[int]]:
    """Spans in order, without white space at their ends; raises Refused where they are not in the text."""
    found = [Span(*span) for span in spans]
    if not found or any(not 0 <= span.start < span.end <= len(text) for span in found):
        raise Refused(_("Choose some words of the article."))
    trimmed = [span for span in (each.trimmed(text) for each in found) if span.start < span.end]
    if not trimmed:
        raise Refused(_("Choose some words of the article."))
    return [list(span) for span in united(text, trimmed)]


def _new(intake: Intake, *, kind: str, spans: list[Span], fields: dict[str, Any]) -> Proposal:
    number = 1 + intake.proposals.filter(key__startswith="hand-").count()
    proposal = Proposal(
        intake=intake,
        key=f"hand-{number}",
        kind=kind,
        spans=[list(span) for span in spans],
        fields=fields,
        rule=BY_HAND,
        confidence=1.0,
    )
    proposal.save()
    return proposal


def _check_keys(proposal: Proposal) -> None:
    """Whoever a proposal names is another proposal of the same article."""
    together = Together(proposal.intake)
    for name in NAMING.get(Kind(proposal.kind), ()):
        value = proposal.fields.get(name) or []
        for key in [value] if isinstance(value, str) else value:
            found = together.find(key)
            if found is None or found.pk == proposal.pk:
                raise Refused(_("“%(key)s” is nobody in this article. Choose from the list.") % {"key": key})
