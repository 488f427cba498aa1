"""Protected words in what is public already: a word may be protected after it went out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.desk.checks import Finding
from archive.desk.models import Publishable
from archive.edition.models import Record
from archive.edition.published import published_rendering
from events.models import Claim
from testimonies.checks.sealed import of_claim, of_group, of_testimony, of_victim
from testimonies.models import Narrator, Testimony, Victim, VictimGroup

SECONDS = 8.0  # for which one page looks; then it says how far it came
_CHECKS: dict[type[Publishable], Callable[..., Iterable[Finding]]] = {
    Testimony: of_testimony,
    Claim: of_claim,
    Victim: of_victim,
    VictimGroup: of_group,
}


@dataclass(frozen=True)
class PublicHit:
    """A public record in which a protected word may stand, and where in it."""

    record: Publishable
    findings: list[Finding]

    def ways(self) -> Iterator[tuple[str, str]]:
        """What to do about it: a label, and the address of the desk's page for it."""
        yield _("Withdraw it"), _page(self.record, "withdraw")
        if isinstance(self.record, Testimony):
            yield _("Withhold the words"), reverse("testimonies:read", args=[self.record.pk])
            yield _("Give a pseudonym"), reverse("testimonies:pseudonyms", args=[self.record.pk])
        else:
            yield _("Change it"), _page(self.record, "change")


@dataclass
class Looked:
    """What was found, in how many public records of all; `next` is where to go on looking."""

    of: int = 0
    upto: int = 0
    hits: list[PublicHit] = field(default_factory=list)

    @property
    def next(self) -> int | None:
        return self.upto if self.upto < self.of else None


def in_what_she_told(narrator: Narrator, *, after: int = 0, seconds: float = SECONDS) -> Looked:
    """A narrator's public testimonies, and the public claims drawn from them."""
    told = narrator.testimonies.order_by("pk")
    records = [each for one in told for each in (one, *one.lends_facts_to())]
    public = _public(each.identifier for each in records)
    return _look([each for each in records if each.identifier in public], after=after, seconds=seconds)


def in_everything(*, after: int = 0, seconds: float = SECONDS) -> Looked:
    """Every public testimony, claim drawn from one, victim and group."""
    kinds: list[QuerySet[Any]] = [
        Testimony.objects.all(),
        Claim.objects.filter(subject__testimony__isnull=False),
        Victim.objects.all(),
        VictimGroup.objects.all(),
    ]
    records: list[Publishable] = []
    for each in kinds:
        public = Record.objects.filter(kind=each.model.kind).values("pk")
        records += each.filter(identifier__in=public).order_by("pk")
    return _look(records, after=after, seconds=seconds)


def _look(records: list[Publishable], *, after: int, seconds: float) -> Looked:
    """Looks at one record after the other until the time is over; at one at least."""
    looked, until = Looked(of=len(records), upto=after), time.monotonic() + seconds
    for record in records[after:]:
        rendering = published_rendering(record.identifier)
        findings = list(_CHECKS[type(record)](record, rendering)) if rendering else []
        if findings:
            looked.hits.append(PublicHit(record, list(dict.fromkeys(findings))))
        looked.upto += 1
        if time.monotonic() > until:
            break
    return looked


def _public(identifiers: Iterable[str]) -> set[str]:
    return set(Record.objects.filter(pk__in=list(identifiers)).values_list("pk", flat=True))


def _page(record: Publishable, tool: str) -> str:
    named = f"admin:{record._meta.app_label}_{record._meta.model_name}_{tool}"
    return reverse(named, args=[record.pk])
