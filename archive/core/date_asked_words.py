"""The words around a date that say before, after, since; and the names of calendars, as readers type them."""

from __future__ import annotations

import re

from archive.core.date_vocabulary import GREGORIAN, HIJRI, IMPERIAL, JALALI

IN, BEFORE, UNTIL, AFTER, SINCE = "in", "before", "until", "after", "since"


def _leading(phrases: str, signs: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{phrases})(?!\w)|{signs})\s*" if signs else rf"(?:{phrases})(?!\w)\s*", re.I)


def _anywhere(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.I)


def _closing(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?<!\w)(?:{phrases})\s*$", re.I)


LEADING = (
    (BEFORE, _leading(
        r"before|prior to|earlier than|avant(?: le| la| l'| l)?|antérieure?s? à|"
        r"قبل از|پیش از|پيش از|ما قبل|قبل", "<"
    )),
    (AFTER, _leading(
        r"after|later than|après(?: le| la| l'| l)?|postérieure?s? à|بعد از|پس از|ما بعد|بعد", ">"
    )),
    (UNTIL, _leading(
        r"until|till|up to|to|through|by|jusqu'(?:à|au|en|aux)(?: la| l')?|tout jusqu'à|"
        r"تا پایان|تا|حتی|حتى|إلى|الى|لغاية", r"\.\.|/"
    )),
    (SINCE, _leading(
        r"since|from|as of|starting(?: in| from)?|depuis(?: le| la| l')?|à partir d(?:e la|e l'|u|e)|"
        r"dès|du|de|از|منذ|ابتداءً? من|من"
    )),
)  # fmt: skip
CLOSING = (
    (SINCE, _closing(
        r"onwards?|and (?:later|after)|or later|et après|ou après|به بعد|فصاعدا|فصاعداً|وما بعده?ا?"
    )),
    (UNTIL, _closing(r"and (?:earlier|before)|or (?:earlier|before)|et avant|ou avant|به قبل|وما قبله?ا?")),
    (SINCE, re.compile(r"\s*(?:\.\.|/)$")),
)  # fmt: skip
SIGNS = re.compile(r"^(?:<|>|\.\.|/)|(?:\.\.|/)$")  # reading drops signs, and these say something
ONWARDS = _closing(r"on|onwards?|به بعد|فصاعدا|فصاعداً|et après")
# Between the two ends of a stretch, and before its first one.
BETWEEN_ENDS = "to|until|till|and|through|à|au|et|jusqu'(?:à|au|en)|تا|و|إلى|الى|حتى"
OPENING = _leading(r"between|from|entre(?: le)?|du|de|بین|بين|از|من")

# Names of calendars; the first that stands in a text decides. Of “هجری” alone the numbers decide.
CALENDAR_NAMES = (
    (GREGORIAN, _anywhere("ce|ad|gregorian|grégorienn?e?|میلادی|ميلادية|ميلادي|للميلاد|م")),
    (IMPERIAL, _anywhere("imperial|impériale?|شاهنشاهی|شاهنشاهي")),
    (JALALI, _anywhere(
        "sh|iranian|persian|solar|jalali|iranienn?e?|solaire|(?:هجری )?(?:شمسی|خورشیدی)|شمسية|شمسي|"
        r"إيراني|ه\.? ?ش\.?"
    )),
    (HIJRI, _anywhere(
        "ah|hijri|lunar|lunaire|de l'hégire|hégire|(?:هجری )?قمری|(?:هجري )?قمري|هجرية|هجري|للهجرة|"
        r"ه\.? ?ق\.?|ه"
    )),
)  # fmt: skip
# How the same number is asked for in another calendar.
CALENDAR_WORDS = {
    "en": {GREGORIAN: "CE", JALALI: "Iranian", HIJRI: "lunar", IMPERIAL: "imperial"},
    "fr": {GREGORIAN: "grégorien", JALALI: "iranien", HIJRI: "hégire", IMPERIAL: "impérial"},
    "fa": {GREGORIAN: "میلادی", JALALI: "شمسی", HIJRI: "قمری", IMPERIAL: "شاهنشاهی"},
    "ar": {GREGORIAN: "ميلادي", JALALI: "إيراني", HIJRI: "هجري", IMPERIAL: "شاهنشاهي"},
}
_TENS = {"سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90}
SPELT_DECADE = re.compile(rf"(?<!\w)ده[هۀ]ٔ?(?: ی)? ({'|'.join(_TENS)}|[3-9]0)(?!\w)")


def decade(found: re.Match[str]) -> str:
    """`دههٔ شصت`, as Iranians say it: the decade of 1360."""
    tens = found[1]
    return f"دهه 13{_TENS.get(tens) or tens}"
