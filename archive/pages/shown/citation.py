"""How to cite a record: plain lines to copy, with its permanent address, version and digest."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from archive.edition.called import archive_name
from archive.edition.shapes import SHAPES
from archive.pages.addresses import absolute, below
from archive.pages.reading import Published
from archive.pages.shown.dates import date_shown
from archive.pages.shown.texts import best, date_in_words, numeral, reader


def day(moment: date) -> str:
    """A day of our own time, in the reader's language."""
    return date_in_words(f"{moment:%Y-%m-%d}")


def permanent_address(record: Published) -> str:
    """The address that never changes: without the words that decorate it, in the reader's language."""
    return absolute(below(reader(), f"{SHAPES[record.kind].plural}/{record.id}"))


def citation(record: Published) -> list[str]:
    """The lines of a citation, each whole in itself."""
    return [line for line in (_what(record), *_where(record), *_archive(record)) if line]


def _what(record: Published) -> str:
    speakers = record.linked("speaker")
    words = {"title": str(best(record.title))}
    if record.kind == "testimony":
        words["narrator"] = str(best(record.facts["narrator"])) or _("A witness")
        return _("%(narrator)s: testimony “%(title)s”") % words
    if record.kind != "statement":
        return _("“%(title)s”") % words
    speaker = str(best(speakers[0]["title"])) if speakers else record.facts["speaker_as_stated"]
    words["speaker"] = speaker or _("Unnamed speaker")
    return {
        "quotation": _("%(speaker)s: “%(title)s”"),
        "paraphrase": _("%(speaker)s, as reported: %(title)s"),
        "reading": _("%(speaker)s, reading another’s words: “%(title)s”"),
    }[record.facts["statement_kind"]] % words


def _where(record: Published) -> list[str]:
    when = date_shown(record.facts.get("date"))
    events = [str(best(link["title"])) for link in record.linked("event")]
    sources = [str(best(link["title"])) for link in record.linked("source")]
    said = events
    if when:
        said.append(when.words)
    return said + [_("In: “%(source)s”") % {"source": source} for source in sources]


def _archive(record: Published) -> list[str]:
    return [
        _("%(archive)s, version %(version)s, published %(day)s")
        % {
            "archive": archive_name(),
            "version": numeral(record.version),
            "day": day(record.published_at),
        },
        permanent_address(record),
        _("SHA-256 of the record: %(digest)s") % {"digest": record.digest},
    ]


def citation_of_passage(record: Published, passage: str, time: str) -> list[str]:
    """The lines of a citation of one passage of a testimony."""
    where = _("Passage %(passage)s") % {"passage": passage}
    if time:
        where = _("Passage %(passage)s, at %(time)s of the recording") % {"passage": passage, "time": time}
    archive, address, digest = _archive(record)
    when = date_shown(record.facts["date"])
    told = when.words if when else ""
    lines = (_what(record), told, where, archive, f"{address}#p-{passage}", digest)
    return [line for line in lines if line]
