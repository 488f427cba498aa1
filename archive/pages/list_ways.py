"""The ways in which a list goes on: as a feed to follow, as a file to take away.

Both speak the API's language of filters; what that cannot say (a letter) has no such ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from archive.edition.shapes import SHAPES
from archive.edition.vocabulary import ContentWarning
from archive.pages.addresses import below
from archive.pages.dates_asked import years_of
from archive.pages.filters import ANY, Narrowing

ATOM = "application/atom+xml"


@dataclass(frozen=True)
class Way:
    """One way on: what it is called, where it is, and its type where a reader of feeds looks for it."""

    label: str
    href: str
    type: str = ""


def list_ways(narrowing: Narrowing) -> list[Way]:
    """The feed and the files of exactly this list."""
    filters = _filters(narrowing)
    if filters is None:
        return []
    query = f"?{urlencode(filters)}" if filters else ""
    plural = SHAPES[narrowing.kind].plural
    return [
        Way(_("Follow this list (Atom)"), below(narrowing.language, f"{plural}/feed.atom") + query, ATOM),
        Way(_("Follow this list (JSON Feed)"), below(narrowing.language, f"{plural}/feed.json") + query),
        Way(_("Take this list away (JSON lines)"), f"/{plural}/dump.ndjson{query}"),
        Way(_("Take this list away (CSV)"), f"/{plural}/dump.csv{query}"),
    ]


def _filters(narrowing: Narrowing) -> list[tuple[str, str]] | None:
    """The narrowing as the API's filters say it; None where they cannot."""
    if narrowing.letter:
        return None
    said = [("q", narrowing.words)] if narrowing.words else []
    said += narrowing.facets
    if unwanted := _unwanted(narrowing):
        said.append(("without_warning", ",".join(unwanted)))
    if not SHAPES[narrowing.kind].dated:
        return [*said, ("year", narrowing.year)] if narrowing.year else said
    days = _days(narrowing)
    return None if days is None else [*said, *days]


def _unwanted(narrowing: Narrowing) -> tuple[str, ...]:
    return tuple(ContentWarning.values) if ANY in narrowing.without else narrowing.without


def _days(narrowing: Narrowing) -> list[tuple[str, str]] | None:
    """The days of a date and a year together; None where no filter says what both say."""
    asked = (told := narrowing.told) and told.asked
    years = years_of(narrowing.year)
    if asked and years:
        return None
    first, last = (asked.earliest, asked.latest) if asked else (None, None)
    if years:
        first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    return [(name, str(day)) for name, day in (("from", first), ("to", last)) if day]
