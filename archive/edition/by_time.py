"""How many public records have their date in which year, month or day, and which these are, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Case, CharField, Count, DateField, F, IntegerField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, ExtractYear, Trunc

from archive.edition.counts import DATED
from archive.edition.models import Record
from archive.edition.models.count import Count as Kept
from archive.edition.models.record import RecordQuerySet
from archive.edition.vocabulary import Output


def years_of(kinds: Iterable[str]) -> dict[str, Counter[str]]:
    """How many records of these kinds have their first and last day in which years: `1988/1989`, "" for
    those without a date. One query, for the kept counts and for what closes by itself."""
    years = [Coalesce(Cast(ExtractYear(day), CharField()), Value("")) for day in ("earliest", "latest")]
    kinds = list(kinds)
    kept = Kept.objects.using("public").filter(output=Output.WEB, kind__in=kinds, name=DATED)
    closing = (
        Record.on_pages.of_kind(*kinds)
        .filter(closes_at__isnull=False)
        .annotate(between=Concat(years[0], Value("/"), years[1], output_field=CharField()))
        .values("kind", "between")
        .annotate(many=Cast(Count("id"), IntegerField()))
        .values_list("kind", "between", "many")
    )
    found: dict[str, Counter[str]] = {}
    for kind, between, n in kept.values_list("kind", F("value"), F("n")).union(closing, all=True):
        found.setdefault(kind, Counter())["" if between == "/" else between] += n
    return found


def within(kinds: Iterable[str], first: date, last: date) -> RecordQuerySet:
    """Records whose date can fall between two days: a date that is not certain, by all it can mean."""
    return Record.on_pages.of_kind(*kinds).filter(earliest__lte=last, latest__gte=first)


def in_units(records: RecordQuerySet, unit: str) -> Counter[date | None]:
    """How many of them lie in which month or day, by its first day; None: in more than one. One query."""
    begins, ends = (Trunc(day, unit, output_field=DateField()) for day in ("earliest", "latest"))
    at = Case(When(begins=F("ends"), then=F("begins")), output_field=DateField())
    counted = records.annotate(begins=begins, ends=ends).annotate(at=at).values("at").annotate(n=Count("id"))
    return Counter(dict(counted.values_list("at", "n")))
