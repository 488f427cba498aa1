"""The verbs of the whole sample collection: load and remove. Each is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction

from archive.desk import changes, review
from archive.desk.models import Opening
from archive.edition.models import Record
from events.models import Claim
from events.sample import load as events_sample
from events.sample.files import EVENTS
from events.sample.load import WHY_OUT, accounts, counted, silent
from events.sample.make import Known
from testimonies.models import Derivative, Media, Narrator, Testimony, Victim, VictimGroup
from testimonies.sample.make import TESTIMONIES, made_here, model_for
from testimonies.vaults import copies, originals


@transaction.atomic
def load(*, tell: Callable[[str], None] = silent) -> int:
    """Makes and publishes what is missing of the sample; returns how many records that were."""
    many = events_sample.load(tell=tell)
    known: Known = {}
    for entry in EVENTS.entries():
        known[entry.kind, entry.key] = model_for(entry.kind)._default_manager.get(identifier=entry.identifier)
    fresh: list[Any] = []
    taken_back: list[tuple[Any, str]] = []
    for entry in TESTIMONIES.entries():
        found = model_for(entry.kind)._default_manager.filter(identifier=entry.identifier).first()
        known[entry.kind, entry.key] = record = found or made_here(entry, known)
        if not found:
            fresh.append(record)
            if why := entry.facts.get("withdrawn"):
                taken_back.append((record, why))
    if fresh:
        tell(f"Made at the desk: {counted(fresh)}.")
        events_sample.publish([each for each in fresh if not isinstance(each, Narrator)], tell=tell)
        for record, why in taken_back:
            review.withdraw(record, by=accounts()[0], why=why)
    return many + len(fresh)


@transaction.atomic
def remove(*, tell: Callable[[str], None] = silent) -> list[str]:
    """Withdraws the sample and deletes it; returns a sentence for each record that has to stay."""
    mine: list[Any] = [
        *Claim.objects.filter(sample=True, subject__isnull=False),
        *Testimony.objects.filter(sample=True),
        *Victim.objects.filter(sample=True).order_by("-pk"),
        *VictimGroup.objects.filter(sample=True).order_by("-pk"),
    ]
    if mine:
        _withdraw(mine)
        files = _forget_media()
        for each in [*mine, *Narrator.objects.filter(sample=True)]:
            changes.delete(each, by=accounts()[0], why=WHY_OUT)
        tell(f"Withdrawn and deleted: {counted(mine)}.")
        for forget in files:
            transaction.on_commit(forget)
    return events_sample.remove(tell=tell)


def _withdraw(records: list[Any]) -> None:
    curator, _approver = accounts()
    for each in records:
        type(each)._default_manager.select_for_update(no_key=True).get(pk=each.pk)
    for each in records:
        known = {"pk": each.identifier}
        if Record.objects.filter(**known).exists() or Opening.objects.filter(**known).exists():
            review.withdraw(each, by=curator, why=WHY_OUT)


def _forget_media() -> list[Callable[[], None]]:
    """Takes out the rows; what is to be done with their files once that is certain."""
    rows = Media.objects.filter(testimony__sample=True)
    made = Derivative.objects.filter(media__in=rows)
    digests = list(rows.values_list("sha256", flat=True)), list(made.values_list("sha256", flat=True))
    rows.delete()
    still = set(Media.objects.values_list("sha256", flat=True))
    return [
        *(partial(originals().forget, each) for each in digests[0] if each not in still),
        *(partial(copies().forget, each) for each in digests[1]),
    ]
