"""What date words are made of, per language. A further language is one more table here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """One language's way of telling dates. `{0}` and `{1}` stand for dates or years."""

    between: str
    since: str
    until: str
    decade: str
    some_day: str
    list: str
    first_day: str
    the_day: str
    seasons: Mapping[str, str]
    not_stated: Mapping[str, str]
    doubt: Mapping[str, str]
    doubt_of: Mapping[str, Mapping[str, str]]
    digits: str = "0123456789"
    semicolon: str = "; "


def _seasons(*names: str) -> dict[str, str]:
    return dict(zip(("21", "22", "23", "24"), names, strict=True))


def _parts(year: str, month: str, day: str) -> dict[str, str]:
    return {"year": year, "month": month, "day": day}


def _marks(uncertain: object, approximate: object, both: object) -> dict:
    return {"?": uncertain, "~": approximate, "%": both}


PHRASES: dict[str, Phrases] = {
    "en": Phrases(
        between="between {0} and {1}", since="from {0} on", until="until {0}",
        decade="the {0}s", some_day="date", list=", ", first_day="1", the_day="{0}",
        seasons=_seasons("spring", "summer", "autumn", "winter"),
        not_stated=_parts("year not stated", "month not stated", "day not stated"),
        doubt=_marks("uncertain", "approximate", "uncertain and approximate"),
        doubt_of=_marks(
            _parts("the year is inferred", "the month is inferred", "the day is inferred"),
            _parts("the year is approximate", "the month is approximate", "the day is approximate"),
            _parts("the year is uncertain and approximate", "the month is uncertain and approximate",
                   "the day is uncertain and approximate"),
        ),
    ),
    "fr": Phrases(
        between="entre {0} et {1}", since="à partir de {0}", until="jusqu’à {0}",
        decade="les années {0}", some_day="date", list=", ", first_day="1er", the_day="le {0}",
        seasons=_seasons("printemps", "été", "automne", "hiver"),
        not_stated=_parts("année non indiquée", "mois non indiqué", "jour non indiqué"),
        doubt=_marks("incertain", "approximatif", "incertain et approximatif"),
        doubt_of=_marks(
            _parts("l’année est déduite", "le mois est déduit", "le jour est déduit"),
            _parts("l’année est approximative", "le mois est approximatif", "le jour est approximatif"),
            _parts("l’année est incertaine et approximative", "le mois est incertain et approximatif",
                   "le jour est incertain et approximatif"),
        ),
        semicolon="\u202f; ",
    ),
    "fa": Phrases(
        between="بین {0} و {1}", since="از {0} به بعد", until="تا {0}",
        decade="دههٔ {0}", some_day="تاریخ", list="، ", first_day="۱", the_day="{0}",
        seasons=_seasons("بهار", "تابستان", "پاییز", "زمستان"),
        not_stated=_parts("سال ذکر نشده", "ماه ذکر نشده", "روز ذکر نشده"),
        doubt=_marks("نامطمئن", "تقریبی", "نامطمئن و تقریبی"),
        doubt_of=_marks(
            _parts("سال استنباط شده است", "ماه استنباط شده است", "روز استنباط شده است"),
            _parts("سال تقریبی است", "ماه تقریبی است", "روز تقریبی است"),
            _parts("سال نامطمئن و تقریبی است", "ماه نامطمئن و تقریبی است", "روز نامطمئن و تقریبی است"),
        ),
        digits="۰۱۲۳۴۵۶۷۸۹", semicolon="؛ ",
    ),
    "ar": Phrases(
        between="بين {0} و{1}", since="منذ {0}", until="حتى {0}",
        decade="بين {0} و{1}", some_day="تاريخ", list="، ", first_day="1", the_day="{0}",
        seasons=_seasons("ربيع", "صيف", "خريف", "شتاء"),
        not_stated=_parts("السنة غير مذكورة", "الشهر غير مذكور", "اليوم غير مذكور"),
        doubt=_marks("غير مؤكد", "تقريبي", "غير مؤكد وتقريبي"),
        doubt_of=_marks(
            _parts("السنة مستنتجة", "الشهر مستنتج", "اليوم مستنتج"),
            _parts("السنة تقريبية", "الشهر تقريبي", "اليوم تقريبي"),
            _parts("السنة غير مؤكدة وتقريبية", "الشهر غير مؤكد وتقريبي", "اليوم غير مؤكد وتقريبي"),
        ),
        semicolon="؛ ",
    ),
}  # fmt: skip
