"""The verbs of the sample collection: load and remove. Each is one transaction.

Loading goes the way of every publication: one account asks, another approves, the ledger tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Model
from django.utils.text import capfirst

from archive.desk import changes, review
from archive.desk.models import Publishable
from archive.desk.previews import Preview
from archive.desk.renderers import model_of
from archive.desk.roles import APPROVER, CURATOR, make_groups
from archive.edition.models import Record
from events.sample.files import EVENTS
from events.sample.leaning import Reference, leaning_on, reference
from events.sample.make import Known, made

WHY_IN = "It belongs to the sample collection."
WHY_OUT = "The sample collection is taken out."


def silent(sentence: str) -> None:
    """Says nothing."""


@transaction.atomic
def load(*, tell: Callable[[str], None] = silent) -> int:
    """Makes and publishes what is missing of the sample; returns how many records that were."""
    known: Known = {}
    fresh: list[Publishable] = []
    for entry in EVENTS.entries():
        found = model_of(entry.kind)._default_manager.filter(identifier=entry.identifier).first()
        known[entry.kind, entry.key] = record = found or made(entry, known)
        if not found:
            fresh.append(record)
    if fresh:
        tell(f"Made at the desk: {counted(fresh)}.")
        publish(fresh, tell=tell)
    return len(fresh)


def publish(records: Sequence[Publishable], *, tell: Callable[[str], None] = silent) -> None:
    """Publishes records in order: one account asks, and answers what the checks ask; another approves."""
    curator, approver = accounts()
    for _kind, group in groupby(records, key=type):
        alike = list(group)
        for record in alike:
            asked = {each.key: WHY_IN for each in Preview.of(record).findings if each.asks and not each.stops}
            request = review.ask(record, by=curator, why=WHY_IN, answers=asked)
            review.approve(request, by=approver, why=WHY_IN)
        tell(f"Published: {counted(alike)}.")
    tell(f"Each was asked for by {curator} and approved by {approver}, as any record is.")


@transaction.atomic
def remove(*, tell: Callable[[str], None] = silent) -> list[str]:
    """Withdraws the sample and deletes it; returns a sentence for each record that has to stay."""
    sample = {reference(record): record for record in _all_locked()}
    if not sample:
        return []
    curator, _approver = accounts()
    public = set(Record.objects.values_list("pk", flat=True))
    withdrawn = [record for record in sample.values() if record.identifier in public]
    for record in withdrawn:
        review.withdraw(record, by=curator, why=WHY_OUT)
    tell(f"Withdrawn from the public: {len(withdrawn)} records.")
    leaners = {key: leaning_on(record) for key, record in sample.items()}
    left = _deleted_from(sample, leaners, by=curator)
    tell(f"Deleted at the desk: {len(sample) - len(left)} records.")
    return [_stays(record, leaners[key], left) for key, record in left.items()]


def accounts() -> tuple[User, User]:
    """Who asks and who approves. Nobody can log in as them: they are active in this verb's hands only."""
    make_groups()
    accounts = []
    for name, group in (("sample-curator", CURATOR), ("sample-approver", APPROVER)):
        account, is_new = User.objects.get_or_create(username=name, defaults={"is_active": False})
        if is_new:
            account.set_unusable_password()
            account.save()
            account.groups.add(Group.objects.get(name=group))
        account.is_active = True
        accounts.append(account)
    return accounts[0], accounts[1]


def _all_locked() -> Iterator[Publishable]:
    """Every record marked as a sample: desk rows are locked before the edition is touched."""
    for kind in EVENTS.kinds:
        rows = model_of(kind)._default_manager.filter(sample=True)
        yield from rows.select_for_update(no_key=True).order_by("pk")


def _deleted_from(
    sample: dict[Reference, Publishable], leaners: dict[Reference, dict[Reference, Model]], *, by: User
) -> dict[Reference, Publishable]:
    """Deletes whatever nothing leans on, until nothing more can go; returns what is left."""
    left = dict(sample)
    gone: set[Reference] = set()
    while free := [key for key in left if leaners[key].keys() <= gone]:
        for key in free:
            changes.delete(left.pop(key), by=by, why=WHY_OUT)
        gone.update(free)
    return left


def _stays(record: Publishable, leaners: dict[Reference, Model], left: dict[Reference, Publishable]) -> str:
    others = [one for one in leaners.values() if not getattr(one, "sample", False)]
    because = [*others, *(one for key, one in leaners.items() if key in left)][0]
    return f"{capfirst(record._meta.verbose_name)} “{record}” stays at the desk: “{because}” leans on it."


def counted(records: list[Publishable]) -> str:
    counts = Counter(type(record) for record in records)
    return ", ".join(
        f"{count} {(model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural)}"
        for model, count in counts.items()
    )
