"""The verb for the worst day: everything of one narrator, or of one event, leaves the public at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from archive.desk import review
from archive.desk.models import Deed, DeskRecord, Opening, Publishable
from archive.desk.renderers import locked
from archive.desk.review import Refused
from archive.edition.models import Record
from events.models import Event
from events.wholes import whole
from testimonies.models import Narrator, Testimony

SUBJECTS = frozenset({"person", "organisation", "place", "topic", "source"})  # belong to other events too


def of_narrator(narrator: Narrator) -> list[Publishable]:
    """Every testimony of a narrator that is public, or waits for its day, with what is drawn from it."""
    return _public([each for one in narrator.testimonies.all() for each in (one, *one.lends_facts_to())])


def of_event(event: Event) -> list[Publishable]:
    """An event with its parts, what was said, claimed and demanded there, and the testimonies of it."""
    parts = [event, *(each for each in whole(event) if each.kind not in SUBJECTS)]
    events = [each for each in parts if isinstance(each, Event)]
    spoken = Testimony.objects.filter(
        Q(events__in=events) | Q(statements__event__in=events) | Q(groups__events__in=events)
    )
    told = [each for one in spoken.distinct() for each in (one, *one.lends_facts_to())]
    return _public([*parts, *told])


@transaction.atomic
def withdraw_everything(subject: Narrator | Event, *, by: User, why: str) -> list[Publishable]:
    """Withdraws all of it, in one transaction; returns what was withdrawn. One person is enough."""
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the decision."))
    reached = of_narrator(subject) if isinstance(subject, Narrator) else of_event(subject)
    if not reached:
        raise Refused(_("Nothing of it is public."))
    held = [locked(each) for each in sorted(reached, key=lambda each: (each.kind, each.pk))]
    for each in held:  # what is drawn from another may be gone with it already
        if _public([each]):
            review.withdraw(each, by=by, why=why)
    _note(subject, by=by, why=why)
    return held


def _public(records: Iterable[Publishable]) -> list[Publishable]:
    """Those of the records that are public or wait for their day, each once."""
    once = {each.identifier: each for each in records}
    known = set(Record.objects.filter(pk__in=once).values_list("pk", flat=True))
    known |= set(Opening.objects.filter(pk__in=once).values_list("pk", flat=True))
    return [each for identifier, each in once.items() if identifier in known]


def _note(subject: DeskRecord, *, by: User, why: str) -> None:
    Deed.objects.create(
        act=Deed.Act.PANIC, who=by.get_username(), why=why, kind=subject.kind,
        identifier=subject.identifier, title=str(subject)[:200],
    )  # fmt: skip
