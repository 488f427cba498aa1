"""Deciding about proposals: accept, reject, undo. Accepting makes drafts; nothing becomes public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk import changes
from archive.desk.models import PublicationRequest, Publishable
from archive.desk.renderers import locked, model_of
from archive.desk.review import Refused
from archive.desk.sentences import sentence_of
from archive.edition.models import Record
from archive.ingest.actions.locking import DECIDE, locked_intake, locked_proposal, verb
from archive.ingest.drafts import WORDS_ONLY, Made, is_unnamed, make
from archive.ingest.drafts.rows import language_of
from archive.ingest.matching import Matcher
from archive.ingest.models import Intake, Proposal, State
from archive.ingest.ties import also_present, settled, tie
from archive.ingest.together import Together, label
from events.models import Event

PICKED_AS = {"document": "source"}  # kinds whose records have another name than their proposals


@verb(DECIDE)
def accept(proposal: Proposal, *, by: User, existing: str | None = None) -> list[Proposal]:
    """Makes the draft of a proposal, or picks the `existing` record that it is.

    Whoever it names as speaker, asserter, maker or addressee is accepted first. Returns all that were.
    """
    fresh = locked_proposal(proposal)
    return _Acceptance(fresh.intake, by).of([fresh.pk], {} if existing is None else {fresh.pk: existing})


@dataclass
class Several:
    """What became of proposals that were accepted together."""

    done: list[Proposal]
    refused: list[str]  # sentences: which one, and why it stays open


@verb(DECIDE)
def accept_all(
    intake: Intake, *, proposals: Iterable[int], by: User, existing: dict[int, str] | None = None
) -> Several:
    """Accepts several at once. What was decided meanwhile is left as it is, what cannot be stays open."""
    acceptance = _Acceptance(locked_intake(intake), by, one_by_one=True)
    return Several(acceptance.of(proposals, existing or {}), acceptance.refused)


@verb(DECIDE)
def reject(proposal: Proposal, *, by: User) -> None:
    """Puts a proposal aside; it can be taken back with `undo`."""
    fresh = locked_proposal(proposal)
    _decided(fresh, State.REJECTED, by=by).save()


@verb(DECIDE)
def undo(proposal: Proposal, *, by: User) -> None:
    """Opens a decided proposal again and takes away the draft it made, while nothing depends on it."""
    fresh = locked_proposal(proposal, state=None)
    if fresh.state == State.OPEN:
        return
    if fresh.state == State.ACCEPTED:
        _take_away(fresh, by=by)
    if fresh.state == State.MERGED and fresh.merged_into:
        _part(fresh, fresh.merged_into)
    fresh.state, fresh.decided_by, fresh.decided_at, fresh.merged_into = State.OPEN, None, None, None
    fresh.made_kind = fresh.made_identifier = ""
    fresh.made_new, fresh.made_revision, fresh.made_beside = False, 0, []
    fresh.save()


class _Acceptance:
    """One decision to accept, with everything that has to be accepted before."""

    def __init__(self, intake: Intake, by: User, *, one_by_one: bool = False):
        self.together = Together(intake)
        self.by = by
        self.one_by_one = one_by_one
        self.done: list[Proposal] = []
        self.refused: list[str] = []
        self.matcher = Matcher()

    def of(self, chosen: Iterable[int], existing: dict[int, str]) -> list[Proposal]:
        for pk in chosen:
            if self.together.at(pk).state == State.OPEN:
                self._try(pk, existing)
        tie(self.together, self.done, by=self.by)
        return self.done

    def _try(self, pk: int, existing: dict[int, str]) -> None:
        before = len(self.done)
        try:
            with transaction.atomic():
                self._take(self.together.at(pk), existing)
        except Refused as error:
            if not self.one_by_one:
                raise
            self.refused.append(f"“{label(self.together.at(pk))[:60]}”: {error}")
            del self.done[before:]
            self.together = Together(self.together.intake)  # as the database has it again

    def _take(self, proposal: Proposal, existing: dict[int, str]) -> None:
        _decided(proposal, State.ACCEPTED, by=self.by)  # first, so that two that name each other end
        for needed in self.together.needed(proposal):
            if needed.state == State.OPEN:
                needed.existing = needed.existing or self._known(needed)
                self._take(needed, existing)
        proposal.existing = existing.get(proposal.pk, proposal.existing)
        made = self._made(proposal)
        proposal.made_kind = made.record.kind if made.record else WORDS_ONLY
        proposal.made_identifier = made.record.identifier if made.record else ""
        proposal.made_new, proposal.made_beside = made.new, made.beside
        proposal.made_revision = made.record.revision if made.record else 0
        proposal.decided_at = timezone.now()
        proposal.save()
        self.done.append(proposal)

    def _known(self, proposal: Proposal) -> str:
        """The only record with the very same name: who is accepted on the way is not made twice."""
        return "" if is_unnamed(proposal) else self.matcher.sole(proposal.kind, label(proposal))

    def _made(self, proposal: Proposal) -> Made:
        if not proposal.existing:
            return make(proposal, self.together)
        model = model_of(PICKED_AS.get(proposal.kind, proposal.kind))
        record = model._default_manager.filter(identifier=proposal.existing).first()
        if record is None:
            raise Refused(
                _("The record chosen for “%(name)s” is no longer at the desk.") % {"name": label(proposal)}
            )
        return Made(locked(record), new=False)


def _decided(proposal: Proposal, state: State, *, by: User) -> Proposal:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, timezone.now()
    return proposal


# undoing


def _take_away(proposal: Proposal, *, by: User) -> None:
    """Deletes what an acceptance made, or raises Refused with what stands in the way."""
    together = Together(proposal.intake)
    _refuse_while_needed(proposal, together)
    record = together.record(together.at(proposal.pk))
    if record is not None and proposal.made_new:
        _refuse_if_worked_on(record, proposal)
    rows, records = _beside(proposal)
    try:
        for row in rows:
            row.delete()
        if record is not None and proposal.made_new:
            changes.delete(record, by=by, why=_("Undone"))
        for other in records:
            changes.delete(other, by=by, why=_("Undone"))
    except ProtectedError as error:
        raise Refused(sentence_of(error)) from error
    if is_unnamed(proposal):
        _no_longer_present(proposal, together, by=by)


def _refuse_while_needed(proposal: Proposal, together: Together) -> None:
    me = together.at(proposal.pk)
    users = [each for each in together if each.state == State.ACCEPTED and me in together.needed(each)]
    if users:
        raise Refused(
            ngettext(
                "“%(name)s” is named by an accepted proposal: %(others)s. Undo that one first.",
                "“%(name)s” is named by accepted proposals: %(others)s. Undo those first.",
                len(users),
            )
            % {"name": label(proposal), "others": "; ".join(f"“{label(each)[:50]}”" for each in users[:3])}
        )


def _refuse_if_worked_on(record: Publishable, proposal: Proposal) -> None:
    public = Record.objects.filter(pk=record.identifier).exists()
    asked = PublicationRequest.objects.filter(identifier=record.identifier, decision="").exists()
    if public or asked:
        raise Refused(_("“%(name)s” is public or asked for. Withdraw it first.") % {"name": record})
    if record.revision != proposal.made_revision:
        raise Refused(
            _("“%(name)s” has been worked on since. Delete it at the desk if it should go.")
            % {"name": record}
        )


def _beside(proposal: Proposal) -> tuple[list[models.Model], list[Publishable]]:
    """What else an acceptance made: rows that tie records, and records of their own."""
    found = [
        row
        for name, pk in proposal.made_beside
        if (row := apps.get_model(name)._default_manager.filter(pk=pk).first())
    ]
    records = [row for row in found if isinstance(row, Publishable)]
    return [row for row in found if row not in records], records


def _no_longer_present(proposal: Proposal, together: Together, *, by: User) -> None:
    main = together.main_event()
    event = together.record(main)
    if main and isinstance(event, Event):
        words = proposal.fields.get("words") or proposal.exact
        if also_present(locked(event), language_of(proposal), remove=words):
            settled(main, event, by=by)


def _part(proposal: Proposal, other: Proposal) -> None:
    """Takes the spans of a joined proposal out of the other again."""
    if other.state != State.OPEN:
        raise Refused(_("It was joined to another that is decided by now. Undo that one first."))
    left = [span for span in other.spans if span not in proposal.spans]
    other.spans = left or other.spans
    other.save()
