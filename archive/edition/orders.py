"""The orders in which a list can be read: by date, by name in the reader's alphabet, newly published first.

Every order has an index, and cursors that hold its key: page 500 costs what page 1 costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from django.db.models.fields.json import KT
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Cast, Coalesce, Collate, Left, NullIf

from archive.core.words import folded
from archive.edition.models.record import RecordQuerySet
from archive.edition.paging import LONGEST_SORT_KEY, BadCursor, Cursor, Page, cut
from archive.edition.shapes import SHAPES

NEWEST, OLDEST, NAME, RECENT = "newest", "oldest", "name", "recent"
# Letters that stand in one place of an alphabet stand together: the first is how the others sort.
# The indexes and the counts by letter hold these places: another alphabet is another migration.
ALPHABETS = {
    "fa": "ء آ اأإٱ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق کك گ ل م ن وؤ هةۀ یيىئ",
    "ar": "ء اأإآٱ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق كک گ ل م ن هةۀ وؤ يیىئ",
}
UNSEEN = "ًٌٍَُِّْٰـ\u200c\u200d\u200e\u200f"  # vowel marks and joiners make no difference
FIRST = 0x1000  # beyond the letters of Latin, Arabic and their neighbours
UNDATED = "~"  # sorts after every date


def letters_and_places(language: str) -> tuple[str, str]:
    """What SQL's `translate` makes of a name, so that signs sort as the alphabet does."""
    groups = ALPHABETS[language].split()
    places = "".join(chr(FIRST + place) * len(same) for place, same in enumerate(groups))
    return "".join(groups) + UNSEEN, places


def letter(place: str, language: str) -> str:
    """The letter that a name's key begins with, as readers write it; "" for what is none."""
    if language in ALPHABETS and ord(place) >= FIRST:
        return ALPHABETS[language].split()[ord(place) - FIRST][0]
    return place.upper() if place.isalnum() else ""


def place_of_letter(sign: str, language: str) -> str:
    """What the keys of names begin with that begin with this letter."""
    if language not in ALPHABETS:
        return folded(sign)[:1] or sign
    return sign.translate(_places(language)) or sign


def place_of_name(title: Mapping[str, str], language: str) -> str:
    """What the key of a name begins with: the same as SQL makes of it."""
    english = folded(title.get("en") or next(iter(title.values()), ""))
    if language not in ALPHABETS:
        return english[:1]
    return (title.get(language) or title.get("en") or english).translate(_places(language))[:1]


@cache
def _places(language: str) -> dict[int, str | None]:
    letters, places = letters_and_places(language)
    table: dict[int, str | None] = dict.fromkeys(map(ord, letters))
    return table | {ord(each): place for each, place in zip(letters, places, strict=False)}


class Translated(models.Func):
    """SQL that puts each letter's place in an alphabet where the letter stands."""

    function = "translate"

    def __init__(self, text: Any, language: str, **extra: Any):
        letters, places = letters_and_places(language)
        super().__init__(text, models.Value(letters), models.Value(places), **extra)


@dataclass(frozen=True)
class Order:
    """One order of a kind's list: its key in SQL, and which end comes first."""

    name: str
    key: Any
    downwards: bool = False
    is_time: bool = False

    def place(self, cursor: Cursor) -> Any:
        """The key that a cursor of this order holds; raises BadCursor."""
        if not self.is_time:
            return cursor.sort_key
        try:
            moment = datetime.fromisoformat(cursor.sort_key)
        except ValueError:
            raise BadCursor from None
        if moment.tzinfo is None:
            raise BadCursor  # the day of another order
        return moment


def orders_of(kind: str) -> list[str]:
    """The names of the orders of a kind's list; the first is the one it has where nobody asks."""
    return [NEWEST, OLDEST, RECENT] if SHAPES[kind].dated else [NAME, RECENT]


def order_of(kind: str, name: str, language: str) -> Order:
    """One of a kind's orders, for readers of a language."""
    if name == RECENT:
        return Order(name, models.F("published_at"), downwards=True, is_time=True)
    if name == NEWEST:
        return Order(name, models.F("sort_key"), downwards=True)
    if name == OLDEST:
        dated_first = Coalesce(NullIf("sort_key", models.Value("")), models.Value(UNDATED))
        return Order(name, Collate(Cast(dated_first, models.TextField()), "C"))
    return Order(name, name_key(language))


def name_key(language: str) -> Any:
    """SQL for what a record's name sorts by. The edition's own order is that of English names; in
    languages with an alphabet of their own the names are sorted as they are shown."""
    if language not in ALPHABETS:
        return models.F("sort_key")
    name = Coalesce(KT(f"title__{language}"), KT("title__en"), models.F("sort_key"))
    return Collate(Left(Translated(name, language), LONGEST_SORT_KEY), "C")


def page_in_order(
    records: RecordQuerySet, columns: Sequence[Any], order: Order, *, after: Cursor | None, size: int
) -> Page:
    """A page of a list in this order. One query; raises BadCursor for one of another order."""
    backwards = bool(after and after.backwards)
    downwards = order.downwards != backwards
    key = models.ExpressionWrapper(order.key, output_field=models.DateTimeField()) if order.is_time else (
        models.ExpressionWrapper(order.key, output_field=models.TextField())
    )  # fmt: skip
    keyed = records.annotate(in_order=key)
    if after:
        beyond = TupleLessThan if downwards else TupleGreaterThan
        keyed = keyed.filter(beyond(Tuple("in_order", "id"), (order.place(after), after.id)))
    sign = "-" if downwards else ""
    asked = keyed.order_by(f"{sign}in_order", f"{sign}id").values_list("in_order", "id", *columns)
    found = [(_as_text(row[0]), *row[1:]) for row in asked[: size + 1]]
    return cut(found, after=after, size=size)


def _as_text(key: Any) -> str:
    return key.isoformat() if isinstance(key, datetime) else key
