"""One published record as a feed tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from babel.lists import format_list
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.core.languages import in_language
from archive.edition.models.record import record_path
from archive.edition.vocabulary import ContentWarning

COLUMNS = ("id", "kind", "title", "document", "published_at")
TOLD_IN = ("summary", "description", "act", "about", "scope_note")  # fields that say what a record is
LONGEST = 600


@dataclass(frozen=True)
class Entry:
    """What was published, where it is read, and what to know before reading it."""

    id: str
    kind: str
    title: str
    language: str
    text: str
    warnings: dict[str, str]  # code: in words
    sample: bool
    published: datetime
    page: str

    @classmethod
    def of(cls, row: tuple[Any, ...], language: str) -> Entry:
        identifier, kind, title, document, published = row
        title = title if isinstance(title, dict) else orjson.loads(title)
        facts = orjson.loads(document)
        called, in_which = in_language(title, language)
        return cls(
            id=identifier,
            kind=kind,
            title=called or identifier,
            language=in_which or language,
            text=_told(facts, language),
            warnings={code: str(ContentWarning(code).label) for code in facts.get("warnings", [])},
            sample=facts["sample"],
            published=published,
            page=f"{settings.ARCHIVE_URL}/{language}/{record_path(kind, identifier, title)}",
        )

    @property
    def permanent(self) -> str:
        """The address that stays, whatever the record is called."""
        return f"{settings.ARCHIVE_URL}/{record_path(self.kind, self.id, {})}"

    @property
    def words(self) -> str:
        """Warnings first, then the text."""
        before = [_("Speaks of: %s.") % _together(self.warnings.values())] if self.warnings else []
        marked = [_("Sample, not evidence of anything.")] if self.sample else []
        return " ".join([*marked, *before, self.text]).strip()


def _together(words: Iterable[str]) -> str:
    return format_list(list(words), locale=get_language() or "en")


def _told(facts: dict[str, Any], language: str) -> str:
    text = ""
    if facts.get("statement_kind"):
        text = next(
            (each["text"] for each in facts["translations"] if each["language"] == language), facts["text"]
        )
    for name in TOLD_IN:
        text = text or in_language(facts.get(name) or {}, language)[0]
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
