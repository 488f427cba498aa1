"""The memorial list: names in the order of the reader's own alphabet, and the years they stand under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Coalesce, Collate, Left

from archive.edition.models import Record
from archive.edition.models.record import RecordQuerySet
from archive.edition.paging import LONGEST_SORT_KEY, Cursor, Page, cut, page_of

# Letters that stand in one place of an alphabet stand together: the first is how the others sort.
ALPHABETS = {
    "fa": "ء آ اأإٱ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق کك گ ل م ن وؤ هةۀ یيىئ",
    "ar": "ء اأإآٱ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق كک گ ل م ن هةۀ وؤ يیىئ",
}
_UNSEEN = "ًٌٍَُِّْٰـ\u200c\u200d\u200e\u200f"  # vowel marks and joiners make no difference
_FIRST = 0x1000  # beyond the letters of Latin, Arabic and their neighbours
YEAR = "year:"


class Translated(models.Func):
    """SQL that puts each letter's place in an alphabet where the letter stands."""

    function = "translate"

    def __init__(self, text: Any, alphabet: str, **extra: Any):
        groups = alphabet.split()
        letters = "".join(groups)
        places = "".join(chr(_FIRST + place) * len(same) for place, same in enumerate(groups))
        super().__init__(text, models.Value(letters + _UNSEEN), models.Value(places), **extra)


def page_by_name(
    records: RecordQuerySet, columns: Sequence[Any], language: str, *, after: Cursor | None, size: int
) -> Page:
    """A page of a list by name. The edition's own order is that of English names; in languages with an
    alphabet of their own the names are sorted as they are shown. One query."""
    if language not in ALPHABETS:
        return page_of(records, columns, after=after, size=size, descending=False)
    backwards = bool(after and after.backwards)
    name = Coalesce(KT(f"title__{language}"), KT("title__en"), models.F("sort_key"))
    key = Collate(Left(Translated(name, ALPHABETS[language]), LONGEST_SORT_KEY), "C")
    named = records.annotate(by_name=models.ExpressionWrapper(key, models.TextField()))
    if after:
        beyond = TupleLessThan if backwards else TupleGreaterThan
        named = named.filter(beyond(Tuple("by_name", "id"), (after.sort_key, after.id)))
    order = ("-by_name", "-id") if backwards else ("by_name", "id")
    found = named.order_by(*order).values_list("by_name", "id", *columns)[: size + 1]
    return cut(list(found), after=after, size=size)


def every_year() -> ArraySubquery:
    """SQL for all years under which some victim is named, as facets."""
    facets = models.Func(
        models.F("own_facets"),
        template="unnest(ARRAY(SELECT f FROM unnest(%(expressions)s) AS f WHERE f LIKE 'year:%%%%'))",
        output_field=models.CharField(),
    )
    victims = Record.on_pages.of_kind("victim").annotate(each_year=facets)
    return ArraySubquery(victims.values("each_year").distinct())


def years_of(facets: Sequence[str]) -> list[int]:
    """The years that facets name, in order."""
    return sorted(int(each.removeprefix(YEAR)) for each in facets)


def that_some_lead_to(kind: str, of: str) -> RecordQuerySet:
    """The records of a kind that at least one record of another kind leads to."""
    facet = models.Func(
        models.Value(f"{kind}:"), models.OuterRef("pk"),
        template="ARRAY[concat(%(expressions)s)]::varchar[]",
        output_field=ArrayField(models.CharField()),
    )  # fmt: skip
    leading = Record.on_pages.of_kind(of).filter(facets__contains=facet)
    return Record.on_pages.of_kind(kind).filter(models.Exists(leading))
