"""Drafts of events, people, bodies, places, topics and cited documents."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from archive.core.dates import HistoricalDate, NotADate
from archive.desk.review import Refused
from archive.edition.vocabulary import EventKind, NameKind
from archive.ingest import vocabulary
from archive.ingest.drafts.rows import Made, is_unnamed, language_map, language_of, saved
from archive.ingest.models import Kind, Proposal
from archive.ingest.together import Together, label
from events.models import Event, Organisation, OrganisationName, Person, PersonName, Place, Source, Topic


def event(proposal: Proposal, together: Together) -> Made:
    fields = proposal.fields
    event = Event(
        title=language_map(proposal, fields.get("name") or working_title(proposal)),
        event_kind=vocabulary.event_kind(fields.get("event_kind", "")),
    )
    event.date = date_of(fields)
    return Made(saved(event))


def title_of(one: Proposal) -> str:
    """What a proposal is called on its card: an event without a name by its kind and place."""
    if one.kind == Kind.EVENT and not one.fields.get("name"):
        return working_title(one)
    return label(one)


def working_title(proposal: Proposal) -> str:
    """A title for an event that the article does not name: its kind and where it was."""
    with override(language_of(proposal)):
        kind = EventKind(vocabulary.event_kind(proposal.fields.get("event_kind", ""))).label
    return ", ".join(filter(None, [str(kind), proposal.fields.get("city") or proposal.fields.get("country")]))


def date_of(fields: dict[str, Any]) -> HistoricalDate:
    """The date as the article states it, with the year that a curator inferred marked uncertain."""
    edtf, year = fields.get("date_edtf") or "", str(fields.get("inferred_year") or "")
    calendar = fields.get("date_calendar") or "gregorian"
    try:
        understood = HistoricalDate.understood(
            stated=fields.get("date_stated") or "", calendar=calendar, edtf=edtf
        )
        if year:
            edtf = with_year(understood.edtf, year)
            understood = HistoricalDate.understood(stated=understood.stated, calendar=calendar, edtf=edtf)
    except NotADate as error:
        raise Refused(str(error)) from error
    return understood


def with_year(edtf: str, year: str) -> str:
    """A date without a year, given one that nobody stated: it is marked uncertain."""
    if not re.fullmatch(r"\d{4}", year):
        raise Refused(_("Write the year in four figures, such as 2017."))
    if not edtf:
        return f"{year}?"
    if "XXXX" not in edtf:
        raise Refused(_("The date has a year already. Correct the date itself instead."))
    return edtf.replace("XXXX", f"{year}?")


def person(proposal: Proposal, together: Together) -> Made:
    if is_unnamed(proposal):
        return Made(None, new=False)
    person = Person(note=_absent_role(proposal))
    saved(person)
    saved(
        PersonName(
            person=person, text=_required(proposal, "name"), language=language_of(proposal), preferred=True
        )
    )
    return Made(person)


def _absent_role(proposal: Proposal) -> str:
    """The role of somebody who was not there has no appearance to stand on: the curator's note keeps it."""
    fields = proposal.fields
    if fields.get("at_event") or not fields.get("role"):
        return ""
    return _("In “%(article)s”: %(role)s") % {"article": proposal.intake.source, "role": fields["role"]}


def organisation(proposal: Proposal, together: Together) -> Made:
    name, acronym = _required(proposal, "name"), proposal.fields.get("acronym") or ""
    kind = proposal.fields.get("organisation_kind") or vocabulary.body_kind(name)
    body = saved(Organisation(organisation_kind=kind))
    language = language_of(proposal)
    saved(OrganisationName(organisation=body, text=name, language=language, preferred=True))
    if acronym and acronym != name:
        saved(OrganisationName(organisation=body, text=acronym, language=language, kind=NameKind.ACRONYM))
    return Made(body)


def place(proposal: Proposal, together: Together) -> Made:
    kind = proposal.fields.get("place_kind") or vocabulary.place_kind(proposal.rule)
    return Made(saved(Place(names=language_map(proposal, _required(proposal, "name")), place_kind=kind)))


def topic(proposal: Proposal, together: Together) -> Made:
    return Made(saved(Topic(labels=language_map(proposal, _required(proposal, "label")))))


def document(proposal: Proposal, together: Together) -> Made:
    fields = proposal.fields
    author = together.find(fields.get("author") or "")
    names = fields.get("author_words") or (author.fields.get("name", "") if author else "")
    document = Source(
        title=language_map(proposal, _required(proposal, "title")),
        source_kind=vocabulary.document_kind(fields.get("doc_kind", "")),
        authors=names,
        note=_("Cited in “%(article)s”.") % {"article": proposal.intake.source},
    )
    return Made(saved(document))


def _required(proposal: Proposal, name: str) -> str:
    words = str(proposal.fields.get(name) or "").strip()
    if not words:
        raise Refused(_("Write a name or a title first: “Correct” lets you."))
    return words
