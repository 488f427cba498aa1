"""Where the public still reads a name after its record was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from archive.core.languages import in_language
from archive.desk.models import Publishable
from archive.desk.previews import Preview
from archive.edition.models import Record
from archive.edition.search.lexemes import Lexemes
from archive.edition.search.query import Asked

SHORTEST = 4  # letters of a surname that is looked for by itself
MOST = 200
_MARKS = dict.fromkeys(map(ord, '"“”„«»'), " ")  # what would end the phrase


@dataclass(frozen=True)
class Mention:
    """A public record in whose words a name still stands."""

    kind: str
    identifier: str
    title: str
    whole: bool  # the whole name, or only its last word


def mentions_of(record: Publishable) -> list[Mention]:
    """Public records, other than itself, whose stored text mentions one of the record's names."""
    names = _names(record)
    whole = _public_with(names, stored=True)
    last = {name.split()[-1] for name in names if " " in name}
    part = _public_with({word for word in last if len(word) >= SHORTEST}, stored=False)
    found = {each.pk: _mention(each, whole=False) for each in part if each.pk != record.identifier}
    found |= {each.pk: _mention(each, whole=True) for each in whole if each.pk != record.identifier}
    return sorted(found.values(), key=lambda each: (not each.whole, each.kind, each.title))


def _names(record: Publishable) -> set[str]:
    rendering = Preview.of(record).new
    texts = {each["text"] for each in rendering.document.get("names", []) if isinstance(each, dict)}
    return {text.strip() for text in texts | set(rendering.title.values()) if text.strip()}


def _public_with(names: set[str], *, stored: bool) -> list[Record]:
    """Records with one of these in their searchable words, or in anything they store or quote."""
    condition = Q(pk__in=[])
    for name in names:
        asked = Asked.of(f'"{name.translate(_MARKS)}"')
        if asked.asks:
            condition |= Q(found__words=Lexemes(asked.tsquery))
        if stored:
            condition |= Q(document__icontains=name) | Q(linked__icontains=name)
            condition |= Q(outgoing__note__icontains=name)
    return (
        list(Record.objects.filter(condition).distinct().only("kind", "title", "id")[:MOST]) if names else []
    )


def _mention(record: Record, *, whole: bool) -> Mention:
    return Mention(record.kind, record.pk, in_language(record.title, "en")[0], whole)
