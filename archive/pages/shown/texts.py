"""Texts that know their language, and links that know what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from django.utils.translation import get_language, pgettext

from archive.core.date_phrases import Phrases
from archive.core.date_words import Teller
from archive.core.languages import direction, in_language, is_language
from archive.pages.addresses import address_of


@dataclass(frozen=True)
class Text:
    """Some words and the language they are in."""

    words: str
    language: str

    @property
    def dir(self) -> str:
        return direction(self.language)

    @property
    def tag(self) -> str:
        """The language as HTML says it; `und` where it is not known."""
        return self.language if is_language(self.language) else "und"

    def __bool__(self) -> bool:
        return bool(self.words)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class Linked:
    """A link to another record's page, with the role that stands on it."""

    href: str
    title: Text
    kind: str
    id: str
    role: Text
    mode: str = ""


def reader() -> str:
    """The language of the page being made."""
    return get_language() or "en"


def phrases() -> Phrases:
    """What the reader's language tells dates with, from its catalogue."""
    return _phrases(reader())


@cache
def _phrases(language: str) -> Phrases:
    return Phrases(language, pgettext)


def date_in_words(edtf: str) -> str:
    """An EDTF date with its doubts, in the reader's language and the Gregorian calendar; "" for none."""
    return Teller(phrases()).told(edtf)


def locale() -> Locale:
    """What is known of the reader's language in general; of English for one that nothing is known of."""
    return _locale(reader())


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def numeral(value: int) -> str:
    """A whole number as the reader's language writes it."""
    told = format_decimal(value, locale=locale(), numbering_system="default")
    return phrases().written(told)  # Babel keeps the digits


def year(value: int) -> str:
    """A year as the reader's language writes it: a number without groups."""
    return phrases().number(value)


def language_name(tag: str) -> str:
    """What a language is called in the reader's own."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def list_of(words: Sequence[str]) -> str:
    """Several words as the reader's language lists them: `torture, killing`."""
    return phrases().list.join(words)


def best(texts: Mapping[str, str]) -> Text:
    """The text of a language map for this reader."""
    return Text(*in_language(texts, reader()))


def others(texts: Mapping[str, str], shown: Text) -> list[Text]:
    """What a language map says in further languages."""
    return [Text(words, tag) for tag, words in sorted(texts.items()) if tag != shown.language and words]


def linked(link: Mapping[str, Any]) -> Linked:
    """A link as the edition keeps it, for a page."""
    return Linked(
        href=address_of(reader(), link["kind"], link["id"], link["title"]),
        title=best(link["title"]),
        kind=link["kind"],
        id=link["id"],
        role=best(link.get("role", {})),
        mode=link.get("mode", ""),
    )


def all_linked(links: Iterable[Mapping[str, Any]]) -> list[Linked]:
    return [linked(link) for link in links]
