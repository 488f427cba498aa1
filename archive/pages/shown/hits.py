"""Why a record was found, and the words in their context: worked out from the public record itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from archive.core.analysis import tokens
from archive.edition.names import Hit as NameHit
from archive.edition.search.query import Asked, Term
from archive.edition.search.texts import TITLE, PublicText, texts
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.rows import NOTHING, Row, row
from archive.pages.shown.texts import Text, language_name, numeral, reader

MOST_REASONS = 2
BEFORE, AFTER = 90, 190  # signs shown around the first word found
PART = 2400  # signs of a long text that are read at once
MOST_READ = 24_000  # signs of one record that are read for showing words in context
MARK = "[…]"  # stands where something is withheld


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
    reasons = [_by_name(name)] if name else []
    found = sorted(_found(record, asked), key=lambda each: -each[0])
    if not name:
        reasons += [reason for _worth, reason in found[:MOST_REASONS]]
    if not reasons:
        reasons = [Reason(_("words in its text"))]
    return Hit(shown, reasons, bool(record.facts.get("warnings")))


def _by_name(name: NameHit) -> Reason:
    return Reason(_("name variant"), Text(name.text, name.language), [Piece(name.text, found=False)])


def _found(record: Published, asked: Asked) -> Iterator[tuple[int, Reason]]:
    """The texts in which something stands that was asked for, with how much of it stands there."""
    left, seen = MOST_READ, set()
    for text in texts(record.kind, record.facts):
        for start, end in _parts(text.words, asked):
            if (left := left - (end - start)) < 0:
                return
            part = text.words[start:end]
            places, held = _places(part, text.language, asked)
            if not places or (key := (text.name, text.language, text.passage)) in seen:
                continue
            seen.add(key)
            label, href = _label(record, text)
            pieces = _in_context(part, places, text, cut=(start > 0, end < len(text.words)))
            yield held * 10 + (text.weight == TITLE), Reason(label, Text(part, text.language), pieces, href)


def _parts(words: str, asked: Asked) -> list[tuple[int, int]]:
    """A long text in parts, those first that look as if a word stood in them."""
    cuts = [0]
    while len(words) - cuts[-1] > PART:
        blank = words.rfind(" ", cuts[-1] + 1, cuts[-1] + PART)
        cuts.append(blank if blank > 0 else cuts[-1] + PART)
    parts = list(pairwise([*cuts, len(words)]))
    if len(parts) == 1:
        return parts
    beginnings = {word.exact[:3] for term in asked.wanted for word in term.words}
    return sorted(parts, key=lambda part: -_looks(words[slice(*part)].casefold(), beginnings))


def _looks(words: str, beginnings: set[str]) -> int:
    return sum(each in words for each in beginnings)


def _places(words: str, language: str, asked: Asked) -> tuple[list[tuple[int, int]], int]:
    """Where in a text something stands that was asked for, in order; and how many terms of it stand there."""
    read = tokens(words, language)
    held: set[int] = set()
    places: list[tuple[int, int]] = []
    for number, term in enumerate(asked.wanted):
        for first, last in term.at(read):
            held.add(number)
            places.append((read[first].start, read[last].end))
    return _apart(places), sum(_worth(asked.wanted[number]) for number in held)


def _worth(term: Term) -> int:
    return len(term.words)


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _in_context(
    words: str, places: list[tuple[int, int]], text: PublicText, *, cut: tuple[bool, bool]
) -> list[Piece]:
    begin, end = _window(words, places[0])
    before = " … " if begin or cut[0] else MARK + " " if text.after else ""
    after = " … " if end < len(words) or cut[1] else " " + MARK if text.before else ""
    pieces, here = [Piece(before, found=False)], begin
    for start, until in places:
        if until > end:
            break
        pieces += [Piece(words[here:start], found=False), Piece(words[start:until], found=True)]
        here = until
    pieces += [Piece(words[here:end], found=False), Piece(after, found=False)]
    return [piece for piece in pieces if piece.words]


def _window(words: str, place: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a text around a place, cut between words."""
    begin, end = max(0, place[0] - BEFORE), min(len(words), place[1] + AFTER)
    if begin:
        begin = next((at + 1 for at in range(begin, place[0]) if words[at].isspace()), begin)
    if end < len(words):
        end = next((at for at in range(end, place[1], -1) if words[at].isspace()), end)
    return begin, end


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
