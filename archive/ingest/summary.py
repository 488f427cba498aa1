"""Proposals in words: what each says, how sure it is, and why it is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.core.spans import Span
from archive.edition.vocabulary import EventKind, Mode, SourceKind, StatementKind
from archive.ingest import vocabulary
from archive.ingest.engine import RULES
from archive.ingest.models import Kind
from archive.ingest.models.proposal import BY_HAND

VERY_SURE, SURE, LIKELY = 0.9, 0.75, 0.6
LONGEST = 90


class AnyProposal(Protocol):
    """A proposal of the engine, or its row at the desk."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def fields(self) -> dict[str, Any]: ...
    @property
    def rule(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def spans(self) -> Any: ...


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
            heading=kind_label(one.kind),
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


def kind_label(kind: str) -> str:
    """What several proposals of a kind are called."""
    return str(SEVERAL[Kind(kind)])


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
    for name in SHOWN[Kind(kind)]:
        if words := _in_words(name, fields.get(name), names):
            shown.append(f"{FIELD_NAMES[name]}: {words}")
    if kind == Kind.CLAIM and not fields.get("asserted_by"):
        shown.append(_("asserted by: the article itself"))
    return " · ".join(str(each) for each in shown)


def _in_words(name: str, value: Any, names: Mapping[str, str]) -> str:
    if name in LABELS and value:
        return str(LABELS[name](value))
    if isinstance(value, list):
        return ", ".join(names.get(each) or str(each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else ""
    return names.get(value) or str(value) if value not in (None, "") else ""


SEVERAL = {
    Kind.EVENT: gettext_lazy("Events"),
    Kind.PERSON: gettext_lazy("People"),
    Kind.ORGANISATION: gettext_lazy("Organisations"),
    Kind.PLACE: gettext_lazy("Places"),
    Kind.STATEMENT: gettext_lazy("Statements"),
    Kind.CLAIM: gettext_lazy("Claims"),
    Kind.DEMAND: gettext_lazy("Demands"),
    Kind.TOPIC: gettext_lazy("Topics"),
    Kind.DOCUMENT: gettext_lazy("Cited documents"),
}
LABELS = {
    "event_kind": lambda word: EventKind(vocabulary.event_kind(word)).label,
    "mode": lambda word: Mode(vocabulary.mode(word)).label,
    "statement_kind": lambda word: StatementKind(vocabulary.statement_kind(word)).label,
    "doc_kind": lambda word: SourceKind(vocabulary.document_kind(word)).label,
}
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
    "event_kind": gettext_lazy("kind"),
    "date_stated": gettext_lazy("date as stated"),
    "date_edtf": gettext_lazy("understood as"),
    "inferred_year": gettext_lazy("year inferred"),
    "city": gettext_lazy("city"),
    "country": gettext_lazy("country"),
    "hosts": gettext_lazy("hosts"),
    "part_of": gettext_lazy("part of"),
    "role": gettext_lazy("role then"),
    "mode": gettext_lazy("mode"),
    "at_event": gettext_lazy("at the event"),
    "unnamed": gettext_lazy("not named"),
    "acronym": gettext_lazy("acronym"),
    "host": gettext_lazy("host"),
    "statement_kind": gettext_lazy("kind"),
    "speaker": gettext_lazy("speaker"),
    "read_by": gettext_lazy("read by"),
    "mended": gettext_lazy("marks"),
    "value_stated": gettext_lazy("figure"),
    "value_low": gettext_lazy("at least"),
    "value_high": gettext_lazy("at most"),
    "counts": gettext_lazy("counts"),
    "asserted_by": gettext_lazy("asserted by"),
    "addressee": gettext_lazy("asked"),
    "addressee_words": gettext_lazy("asked, as stated"),
    "act": gettext_lazy("to"),
    "made_by": gettext_lazy("by"),
    "doc_kind": gettext_lazy("kind"),
    "author": gettext_lazy("author"),
    "author_words": gettext_lazy("author as stated"),
}
