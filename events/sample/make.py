"""Desk records made from the sample's files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Model

from archive.core.canonical import sha256
from archive.core.dates import HistoricalDate
from archive.core.spans import Anchor, Span
from archive.desk.models import DeskRecord
from archive.desk.renderers import model_of
from events.models import Appearance, Source, Translation
from events.sample.files import Entry, article

BETWEEN_BLOCKS = "\n\n"
Known = dict[tuple[str, str], Any]  # the records made so far, by kind and key
RowMaker = Callable[[Any, Any, "Known"], Any]


def made(
    entry: Entry,
    known: Known,
    *,
    model: type[DeskRecord] | None = None,
    more_rows: Mapping[str, RowMaker] | None = None,
) -> Any:
    """A desk record, whole: its own fields, its relations and its rows. A room above names its own rows."""
    record: Any = (model or model_of(entry.kind))(identifier=entry.identifier, sample=True)
    makers = ROWS | dict(more_rows or {})
    many: dict[str, list[DeskRecord]] = {}
    rows: dict[str, list] = {}
    for name, value in entry.facts.items():
        if name == "date":
            record.date = HistoricalDate.understood(**value)
        elif name == "file":
            _hold(record, value)
        elif name in makers and isinstance(value, list):
            rows[name] = value
        else:
            _set(record, name, value, many, known)
    save(record)
    for name, targets in many.items():
        getattr(record, name).set(targets)
    for name, values in rows.items():
        for each in values:
            save(makers[name](record, each, known))
    return record


def save(row: Model) -> None:
    """Saves a row whose fields are checked one by one; what holds between them, the database checks."""
    row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
    row.clean()
    row.save()


def _set(record: DeskRecord, name: str, value: Any, many: dict, known: Known) -> None:
    field = record._meta.get_field(name)
    target: Any = field.related_model
    if field.many_to_many:
        many[name] = [known[target.kind, key] for key in value]
    elif field.many_to_one:
        setattr(record, name, known[target.kind, value])
    else:
        setattr(record, name, datetime.fromisoformat(value) if name == "taken_at" else value)


def _hold(source: Source, name: str) -> None:
    """Keeps a text with its digests, and what stands in it: a title, headings, paragraphs."""
    source.original = article(name)
    source.text = source.original.decode().strip()
    source.filename, source.media_type = f"{name}.txt", "text/plain"
    source.sha256, source.text_sha256 = sha256(source.original), sha256(source.text)
    start = 0
    for words in source.text.split(BETWEEN_BLOCKS):
        source.blocks.append([_kind_of_block(words, first=not start), start, start + len(words)])
        start += len(words) + len(BETWEEN_BLOCKS)


def _kind_of_block(words: str, *, first: bool) -> str:
    if first:
        return "title"
    return "paragraph" if words.endswith((".", "”", "»", "؟", "?", ":", ",", "،")) else "heading"


def _name(authority: Any, name: list[str], known: Known) -> Any:
    """`["own", "fa", "…"]`: the first name of a language is the one shown to its readers."""
    kind, language, text = name
    first = not authority.names.filter(language=language).exists()
    return authority.names.model(
        **{authority.kind: authority}, text=text, language=language, kind=kind, preferred=first
    )


def _appearance(event: Any, facts: dict, known: Known) -> Appearance:
    return Appearance(event=event, **facts | {"person": known["person", facts["person"]]})


def _translation(statement: Any, facts: dict, known: Known) -> Translation:
    return Translation(statement=statement, **facts)


def _anchor(record: Any, place: list[str], known: Known) -> Any:
    """`["selde-en", "the words"]`: the words stand exactly once in that source."""
    key, words = place
    source: Any = known["source", key]
    if source.text.count(words) != 1:
        raise ValueError(f"“{words}” stands {source.text.count(words)} times in {key}, not once")
    start = source.text.index(words)
    row = record.anchors.model(source=source, **{record.kind: record})
    row.anchor = Anchor.at(source.text, Span(start, start + len(words)))
    return row


ROWS: dict[str, RowMaker] = {
    "names": _name,
    "appearances": _appearance,
    "translations": _translation,
    "anchors": _anchor,
}
