"""The verbs of review: ask, approve, decline, withdraw, narrow. Each is one transaction and one Deed.

Widening what is public takes two people, narrowing takes one and happens at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.languages import in_language
from archive.desk.checks import answered, answers_kept, findings_of
from archive.desk.models import Deed, DeskRecord, Difference, Opening, PublicationRequest, Publishable
from archive.desk.renderers import locked, model_of, rendering_of, rendering_or_none
from archive.edition import actions as edition
from archive.edition import ledger
from archive.edition.models import Act, Record
from archive.edition.narrowing import survivors
from archive.edition.published import leading_to, published_rendering
from archive.edition.rendering import MayNotBePublic, Rendering

Decision = PublicationRequest.Decision


class Refused(Exception):
    """A verb that cannot be carried out; the message tells the curator why and what to do."""


@transaction.atomic
def ask(
    record: Publishable, *, by: User, why: str = "", answers: Mapping[str, str] | None = None
) -> PublicationRequest:
    """Asks that a record becomes public exactly as it is now. A request still open is overtaken.

    `answers` holds, by the key of each warning that the checks find, what the curator says to it.
    """
    _may(by, "desk.ask_publication")
    record = locked(record)
    rendering = _may_be_public(record)
    public = published_rendering(record.identifier)
    if public and public.fingerprint == rendering.opened.fingerprint:
        raise Refused(_("Nothing to ask for: what is public is what stands here."))
    findings = _checked(record, rendering, answers or {})
    overtake(record.identifier, by=by)
    request = PublicationRequest.objects.create(
        kind=record.kind,
        identifier=record.identifier,
        title=_title(rendering),
        digest=rendering.fingerprint,
        asked_by=by,
        asked_why=why,
        findings=findings,
    )
    _note(Deed.Act.ASK, rendering, by=by, why=why)
    return request


@transaction.atomic
def approve(request: PublicationRequest, *, by: User, why: str = "") -> Record | None:
    """Publishes what was asked for, if the record is still what was asked for.

    Under an embargo nothing is public yet: the approval waits for its day, and None is returned.
    """
    _may(by, "desk.approve_publication")
    record = locked(desk_record(request.kind, request.identifier))
    ledger.lock()  # before rendering: a change of facts that others show ends first, see `narrow`
    request = _still_open(request)  # whoever narrows or withdraws closes requests under the edition's lock
    rendering = _may_be_public(record)
    alone = request.asked_by_id == by.pk
    if alone and not settings.ONE_PERSON:
        raise Refused(_("You asked for this yourself. Somebody else has to approve it."))
    if rendering.fingerprint != request.digest:
        raise Refused(_("It has changed since it was asked for. Look at the preview and ask again."))
    _checked(record, rendering, dict(answers_kept(request.findings)))
    _note_the_rule()
    published = None if rendering.waits else edition.publish(rendering)
    _keep_for_its_day(rendering, by=by)
    Difference.objects.filter(pk=request.identifier).delete()
    _decide(request, Decision.APPROVED, by=by, why=why, one_person=alone)
    _note(Deed.Act.APPROVE, rendering, by=by, why=why)
    return published


@transaction.atomic
def decline(request: PublicationRequest, *, by: User, why: str) -> None:
    """Turns a request down, with a reason."""
    _may(by, "desk.approve_publication")
    request = _still_open(request)
    _reason(why)
    _decide(request, Decision.DECLINED, by=by, why=why)
    _note(Deed.Act.DECLINE, request, by=by, why=why)


@transaction.atomic
def withdraw(record: Publishable, *, by: User, why: str) -> None:
    """Takes a record out of the public at once, and with it what may not be public without it.

    An approval that waits for the end of an embargo is taken back in the same way. One person is enough.
    """
    _may(by, "desk.withdraw_publication")
    _reason(why)
    record = locked(record)
    ledger.lock()
    public = published_rendering(record.identifier)
    waiting = Opening.objects.filter(pk=record.identifier).delete()[0]
    if public is None and not waiting:
        raise Refused(_("It is not public, so there is nothing to withdraw."))
    _take_out(record, public or rendering_of(record), by=by, why=why)
    for each in _showing_its_facts(record):
        _bring_in_line(each, by=by, why=why)


@transaction.atomic
def narrow(record: DeskRecord, *, by: User, why: str = "") -> list[Rendering]:
    """Carries what a change took away into the public at once; what it added waits for approval.

    Also narrows the records that show some of its facts on their links to it. What may not be public
    any more is withdrawn. Returns what changed.

    Call it in the transaction of the change. Under the edition's lock nothing else becomes public, so
    whoever approves a record that shows these facts has either published it before (and it is narrowed
    here) or renders it after this change has ended. The others' rows need no lock: what is left of
    them says nothing that is not public already. So each transaction holds its own record's row and
    then the edition, and no two can wait for each other.
    """
    fresh = locked(record)
    ledger.lock()
    return narrow_unlocked(fresh, by=by, why=why)


def narrow_unlocked(record: DeskRecord, *, by: User, why: str = "") -> list[Rendering]:
    """The same for a transaction that holds the edition, and may not wait for a row any more."""
    reached = _showing_its_facts(record)
    if isinstance(record, Publishable):
        reached = [record, *reached]
    return [left for each in reached if (left := _bring_in_line(each, by=by, why=why))]


def _bring_in_line(record: Publishable, *, by: User, why: str) -> Rendering | None:
    """Takes out of the public what a record may not say any more; returns what changed."""
    public, now = published_rendering(record.identifier), rendering_or_none(record)
    if now is None or (
        (opening := Opening.objects.filter(pk=record.identifier).first())
        and (opening.digest != now.fingerprint)
    ):
        Opening.objects.filter(pk=record.identifier).delete()
    if public is None:
        return None
    if now is None or now.waits:
        _take_out(record, public, by=by, why=why)
        return public
    now = now.opened
    left = survivors(public, now)
    narrower = left.fingerprint != public.fingerprint
    if narrower:
        edition.publish(left)
        _note(Deed.Act.NARROW, left, by=by, why=why)
    _note_difference(record, differs=left.fingerprint != now.fingerprint)
    return left if narrower else None


def _take_out(record: Publishable, public: Rendering, *, by: User, why: str) -> None:
    """Withdraws what is public of a record, with every decision that waits."""
    if Record.objects.filter(pk=record.identifier).exists():
        edition.withdraw(record.identifier)
    Difference.objects.filter(pk=record.identifier).delete()
    overtake(record.identifier, by=by)
    _note(Deed.Act.WITHDRAW, public, by=by, why=why)


def _may_be_public(record: Publishable) -> Rendering:
    """What would become public of a record; refused, with the reason, where nothing may."""
    try:
        return rendering_of(record)
    except MayNotBePublic as reason:
        raise Refused(str(reason)) from reason


def _checked(record: Publishable, rendering: Rendering, answers: Mapping[str, str]) -> list[dict[str, str]]:
    """What the checks found, with the answers; refused where something stops it or has no answer."""
    kept, in_the_way = answered(findings_of(record, rendering), answers)
    if in_the_way:
        raise Refused("\n".join(in_the_way))
    return kept


def _keep_for_its_day(rendering: Rendering, *, by: User) -> None:
    """Notes an approval that an embargo holds back, in place of an earlier one."""
    Opening.objects.filter(pk=rendering.identifier).delete()
    if rendering.waits and rendering.opens_at:
        Opening.objects.create(
            identifier=rendering.identifier,
            kind=rendering.kind,
            digest=rendering.fingerprint,
            opens_at=rendering.opens_at,
            approved_by=by.get_username(),
        )


def desk_record(kind: str, identifier: str) -> Publishable:
    """The desk record behind a public identifier; raises Refused where it is gone."""
    record = model_of(kind)._default_manager.filter(identifier=identifier).first()
    if record is None:
        raise Refused(_("The record is no longer at the desk."))
    return record


def _showing_its_facts(record: DeskRecord) -> list[Publishable]:
    """The records that show facts of this one, and those that show them through these.

    As the desk knows them, even through a record that is not public, and as the public links say,
    because what moved elsewhere at the desk may still show the facts until it is published anew.
    """
    found: dict[str, Publishable] = {}
    step: list[DeskRecord] = [record]
    while step:
        near = {each.identifier: each for one in step for each in one.lends_facts_to()}
        for one in step:
            for kind, identifier in leading_to(one.identifier) if one.facts_on_links else ():
                if identifier not in near:
                    near[identifier] = desk_record(kind, identifier)
        fresh = {
            identifier: each
            for identifier, each in near.items()
            if identifier not in found and identifier != record.identifier
        }
        found |= fresh
        step = list(fresh.values())
    return list(found.values())


def _note_difference(record: Publishable, *, differs: bool) -> None:
    if differs:
        Difference.objects.get_or_create(pk=record.identifier, defaults={"kind": record.kind})
    else:
        Difference.objects.filter(pk=record.identifier).delete()


def _may(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise Refused(_("Your account may not do this. Ask an administrator."))


def _reason(why: str) -> None:
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the decision."))


def _still_open(request: PublicationRequest) -> PublicationRequest:
    fresh = PublicationRequest.objects.select_for_update().get(pk=request.pk)
    if fresh.decision != Decision.OPEN:
        raise Refused(_("Somebody has already decided this request."))
    return fresh


def overtake(identifier: str, *, by: User) -> None:
    """Closes a request that is still open, because the record is asked for anew, withdrawn or gone."""
    PublicationRequest.objects.filter(identifier=identifier, decision=Decision.OPEN).update(
        decision=Decision.OVERTAKEN, decided_by=by, decided_at=timezone.now()
    )


def _decide(
    request: PublicationRequest, decision: Decision, *, by: User, why: str, one_person: bool = False
) -> None:
    request.decision, request.decided_by, request.decided_at = decision, by, timezone.now()
    request.decided_why, request.one_person = why, one_person
    request.save()


def _note(act: Deed.Act, what: Rendering | PublicationRequest, *, by: User, why: str) -> None:
    Deed.objects.create(
        act=act,
        who=by.get_username(),
        why=why,
        kind=what.kind,
        identifier=what.identifier,
        title=what.title if isinstance(what, PublicationRequest) else _title(what),
    )


def _note_the_rule() -> None:
    """The ledger says under which rule each publication was made."""
    ledger.lock()
    if ledger.one_person_allowed(using="default") != settings.ONE_PERSON:
        ledger.append(Act.ONE_PERSON_ON if settings.ONE_PERSON else Act.ONE_PERSON_OFF)


def _title(rendering: Rendering) -> str:
    return in_language(rendering.title, "en")[0][:200]
