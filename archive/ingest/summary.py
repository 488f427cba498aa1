"""Proposals in words: what each says, how sure it is, and why it is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from archive.core.spans import Span
from archive.ingest.engine import RULES
from archive.ingest.models import Kind
from archive.ingest.models.proposal import BY_HAND

VERY_SURE, SURE, LIKELY = 0.9, 0.75, 0.6
LONGEST = 90


class AnyProposal(Protocol):
    """A proposal of the engine, or its row at the desk."""

    key: str
    kind: str
    fields: dict[str, Any]
    rule: str
    confidence: float
    spans: Any


@dataclass(frozen=True)
class Line:
    """One proposal as the command prints it."""

    key: str
    kind: str
    heading: str
    paragraph: int
    confidence: float
    words: str
    facts: str
    rule: str
    why: str
    spans: list[list[int]]
    fields: dict[str, Any]


def lines_of(proposals: Iterable[AnyProposal], text: str, blocks: Sequence[Sequence[Any]]) -> Iterator[Line]:
    """Each proposal in words, in the order of the kinds."""
    rows = list(proposals)
    names = {one.key: name_of(one.fields) for one in rows}
    order = Kind.values
    for one in sorted(rows, key=lambda each: order.index(each.kind)):
        spans = [list(span) for span in one.spans]
        yield Line(
            key=one.key,
            kind=one.kind,
            heading=str(Kind(one.kind).label),
            paragraph=paragraph_of(spans[0][0], blocks),
            confidence=one.confidence,
            words=shortened(" … ".join(Span(*span).of(text) for span in spans)),
            facts=facts_in_words(one.kind, one.fields, names),
            rule=one.rule,
            why=why(one.rule),
            spans=spans,
            fields=one.fields,
        )


def paragraph_of(start: int, blocks: Sequence[Sequence[Any]]) -> int:
    """The number, from 1, of the block in which a place of the text stands."""
    return next((n for n, (_kind, first, end) in enumerate(blocks, 1) if first <= start <= end), 0)


def name_of(fields: Mapping[str, Any]) -> str:
    """What somebody or something is called in a proposal's fields."""
    names = (fields.get(name) for name in ("name", "words", "label", "title"))
    return next((str(name) for name in names if name), "")


def why(rule: str) -> str:
    """The sentence behind a rule, for the curator."""
    if rule == BY_HAND:
        return _("Added by hand.")
    return str(RULES.get(rule, rule))


def sure(confidence: float) -> str:
    """How sure the engine is, in words."""
    if confidence >= VERY_SURE:
        return _("very sure")
    if confidence >= SURE:
        return _("sure")
    if confidence >= LIKELY:
        return _("likely")
    return _("a guess")


def shortened(words: str, most: int = LONGEST) -> str:
    """The beginning of some words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + " …"


def facts_in_words(kind: str, fields: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The fields of a proposal on one line, keys replaced by the names they stand for."""
    shown = []
    for name, value in fields.items():
        if name in SHOWN.get(Kind(kind), ()) and (words := _in_words(value, names)):
            shown.append(f"{FIELD_NAMES[name]}: {words}")
    return " · ".join(str(each) for each in shown)


def _in_words(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(names.get(each) or str(each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else ""
    return names.get(value) or str(value) if value not in (None, "") else ""


SHOWN = {
    Kind.EVENT: (
        "event_kind",
        "date_stated",
        "date_edtf",
        "inferred_year",
        "city",
        "country",
        "hosts",
        "part_of",
    ),
    Kind.PERSON: ("role", "mode", "at_event", "unnamed"),
    Kind.ORGANISATION: ("acronym", "host"),
    Kind.PLACE: (),
    Kind.STATEMENT: ("statement_kind", "speaker", "read_by", "mended"),
    Kind.CLAIM: ("value_stated", "value_low", "value_high", "counts", "asserted_by"),
    Kind.DEMAND: ("addressee", "addressee_words", "act", "made_by"),
    Kind.TOPIC: (),
    Kind.DOCUMENT: ("doc_kind", "author", "author_words"),
}
FIELD_NAMES = {
    "event_kind": "kind", "date_stated": "date as stated", "date_edtf": "understood as",
    "inferred_year": "year inferred", "city": "city", "country": "country", "hosts": "hosts",
    "part_of": "part of", "role": "role then", "mode": "mode", "at_event": "at the event",
    "unnamed": "not named", "acronym": "acronym", "host": "host", "statement_kind": "kind",
    "speaker": "speaker", "read_by": "read by", "mended": "marks", "value_stated": "figure",
    "value_low": "at least", "value_high": "at most", "counts": "counts", "asserted_by": "asserted by",
    "addressee": "asked", "addressee_words": "asked, as stated", "act": "to", "made_by": "by",
    "doc_kind": "kind", "author": "author", "author_words": "author as stated",
}  # fmt: skip
