"""The archive's catalogues without Django: what its pages tell dates with."""

from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from archive.core.date_phrases import Phrases, Say

LOCALE = Path(__file__).parents[2] / "archive" / "locale"


@cache
def _catalogue(language: str) -> NullTranslations:
    return translation("django", LOCALE, [language.split("-", maxsplit=1)[0]], fallback=True)


def say_in(language: str) -> Say:
    return _catalogue(language).pgettext


def phrases(language: str) -> Phrases:
    return Phrases(language, say_in(language))
