"""Why a record was found, and the words in their context, as readers are shown them."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from archive.edition.names import Hit as NameHit
from archive.edition.search.context import CUT, WITHHELD, Context, contexts
from archive.edition.search.query import Asked
from archive.edition.search.texts import TITLE, PublicText
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.rows import NOTHING, Row, row
from archive.pages.shown.texts import Text, language_name, numeral, reader

MOST_REASONS = 2
MARKS = {CUT: "…", WITHHELD: "[…]", "": ""}  # what stands where the words begin or end


@dataclass(frozen=True)
class Piece:
    """A stretch of words in context; `found` where it is what was asked for."""

    words: str
    found: bool


@dataclass(frozen=True)
class Reason:
    """One reason: what it is called, the words in context, and where exactly they stand."""

    label: str
    text: Text = NOTHING
    pieces: list[Piece] = field(default_factory=list)
    href: str = ""


@dataclass(frozen=True)
class Hit:
    """A record that was found; `careful` where its words come with a warning and wait to be opened."""

    row: Row
    reasons: list[Reason]
    careful: bool


def why(record: Published, asked: Asked, *, name: NameHit | None = None) -> Hit:
    """A record as one row, with the reasons for which it was found, the best first."""
    shown = row(record)
    if name:
        reasons = [_by_name(name)]
    else:
        found = contexts(record.kind, record.facts, asked, most=MOST_REASONS)
        reasons = [_reason(record, each) for each in found]
    if not reasons:
        reasons = [Reason(_("words in its text"))]
    return Hit(shown, reasons, bool(record.facts.get("warnings")))


def _by_name(name: NameHit) -> Reason:
    return Reason(_("name variant"), Text(name.text, name.language), [Piece(name.text, found=False)])


def _reason(record: Published, found: Context) -> Reason:
    label, href = _label(record, found.text)
    return Reason(label, Text(found.words, found.text.language), _pieces(found), href)


def _pieces(found: Context) -> list[Piece]:
    before, after = MARKS[found.before], MARKS[found.after]
    pieces, here = [Piece(f"{before} " if before else "", found=False)], 0
    for start, end in found.marks:
        pieces += [Piece(found.words[here:start], found=False), Piece(found.words[start:end], found=True)]
        here = end
    pieces += [Piece(found.words[here:], found=False), Piece(f" {after}" if after else "", found=False)]
    return [piece for piece in pieces if piece.words]


def _label(record: Published, text: PublicText) -> tuple[str, str]:
    """What a text is called for readers, and where it stands on the record's page."""
    parts, href = [], ""
    if text.passage:
        parts.append(_("passage %(number)s") % {"number": numeral(text.passage.number)})
        href = f"{address_of(reader(), record.kind, record.id, record.title)}#p-{text.passage.id}"
    elif text.weight == TITLE:
        parts.append(_("name") if text.name in {"names", "text"} else _("title"))
    elif text.name in {"summary", "description", "scope_note"}:
        parts.append(_("description"))
    else:
        parts.append(_("words in its text"))
    if text.original and text.original != text.language:
        parts.append(_("translated from %(language)s") % {"language": language_name(text.original)})
    elif text.language and text.language != reader():
        parts.append(_("in %(language)s") % {"language": language_name(text.language)})
    return " · ".join(parts), href
