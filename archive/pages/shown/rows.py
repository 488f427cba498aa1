"""A record as one row of a list: what it is called, what kind it is, when, and its nearest links.

What a reader should be warned of stands in the row, before anybody opens the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from archive.edition import vocabulary as v
from archive.pages.addresses import address_of
from archive.pages.reading import Published
from archive.pages.shown.dates import DateShown, date_shown
from archive.pages.shown.texts import (
    Linked,
    Text,
    all_linked,
    best,
    language_name,
    list_of,
    others,
    reader,
    year,
)
from archive.pages.shown.warnings import warned

NOTHING = Text("", "")


@dataclass(frozen=True)
class Row:
    """`label` says what sort of thing it is; `by` who tells it; `also` are further names; `near` are links
    with a word each."""

    href: str
    kind: str
    title: Text
    label: str
    date: DateShown | None
    sample: bool
    also: list[Text] = field(default_factory=list)
    near: list[tuple[str, list[Linked]]] = field(default_factory=list)
    note: Text = NOTHING
    by: Text = NOTHING
    warnings: str = ""


def row(record: Published) -> Row:
    """The row of any kind of record."""
    label, also, note = _SAYS[record.kind](record)
    near = [(str(word), all_linked(record.linked(role))) for role, word in _near(record.kind)]
    return Row(
        href=address_of(reader(), record.kind, record.id, record.title),
        kind=record.kind,
        title=best(record.title),
        label=label,
        date=date_shown(record.facts.get("date")),
        sample=record.sample,
        also=also,
        near=[(word, links) for word, links in near if links],
        note=note,
        by=_by(record),
        warnings=list_of([each.name for each in warned(record.facts.get("warnings", ()))]),
    )


def rows(records: Iterable[Published]) -> list[Row]:
    return [row(record) for record in records]


def _near(kind: str) -> list[tuple[str, str]]:
    """The links that a row shows, and the word before them."""
    return {
        "event": [("place", _("in")), ("host", _("held by"))],
        "organisation": [("parent", _("part of"))],
        "place": [("parent", _("in"))],
        "source": [("publisher", _("published by"))],
        "claim": [("asserter", _("says")), ("event", _("about"))],
        "demand": [("maker", _("demanded by")), ("addressee", _("of")), ("event", _("at"))],
        "topic": [("broader", _("part of"))],
        "testimony": [("event", _("about"))],
        "victim": [("place", _("in")), ("victim_group", _("among"))],
        "victim_group": [("part_of", _("part of")), ("event", _("about"))],
    }.get(kind, [])


Says = Callable[[Published], tuple[str, list[Text], Text]]


def _event(record: Published) -> tuple[str, list[Text], Text]:
    return str(v.EventKind(record.facts["event_kind"]).label), [], NOTHING


def _authority(record: Published) -> tuple[str, list[Text], Text]:
    kind = record.facts.get("organisation_kind")
    label = str(v.OrganisationKind(kind).label) if kind else ""
    return label, others(record.title, best(record.title)), best(record.facts["description"])


def _place(record: Published) -> tuple[str, list[Text], Text]:
    label = str(v.PlaceKind(record.facts["place_kind"]).label)
    return label, others(record.title, best(record.title)), NOTHING


def _statement(record: Published) -> tuple[str, list[Text], Text]:
    return str(v.StatementKind(record.facts["statement_kind"]).label), [], NOTHING


def _source(record: Published) -> tuple[str, list[Text], Text]:
    return str(v.SourceKind(record.facts["source_kind"]).label), [], Text(record.facts["authors"], "")


def _claim(record: Published) -> tuple[str, list[Text], Text]:
    return str(v.Property(record.facts["property"]).label), [], NOTHING


def _demand(record: Published) -> tuple[str, list[Text], Text]:
    return _("Demand"), [], NOTHING


def _topic(record: Published) -> tuple[str, list[Text], Text]:
    return "", others(record.title, best(record.title)), best(record.facts["scope_note"])


def _testimony(record: Published) -> tuple[str, list[Text], Text]:
    return language_name(record.facts["language"]), [], NOTHING  # a summary waits behind the warnings


def _victim(record: Published) -> tuple[str, list[Text], Text]:
    years = " · ".join(year(each) for each in record.facts["years"])
    return years, others(record.title, best(record.title)), NOTHING


def _victim_group(record: Published) -> tuple[str, list[Text], Text]:
    return "", others(record.title, best(record.title)), best(record.facts["description"])


def _by(record: Published) -> Text:
    if record.kind != "testimony":
        return NOTHING
    return best(record.facts["narrator"]) or Text(_("A witness"), reader())


_SAYS: dict[str, Says] = {
    "event": _event,
    "person": _authority,
    "organisation": _authority,
    "place": _place,
    "statement": _statement,
    "source": _source,
    "claim": _claim,
    "demand": _demand,
    "topic": _topic,
    "testimony": _testimony,
    "victim": _victim,
    "victim_group": _victim_group,
}
