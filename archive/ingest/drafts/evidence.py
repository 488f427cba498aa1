"""Drafts of statements, claims and demands, each anchored in the article."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from archive.core.spans import Anchor
from archive.desk.models import Publishable
from archive.desk.review import Refused
from archive.edition.vocabulary import StatementKind
from archive.ingest import vocabulary
from archive.ingest.drafts.rows import Made, language_map, language_of, saved
from archive.ingest.models import Proposal, State
from archive.ingest.together import Together
from events.models import (
    AnchorRow,
    Claim,
    ClaimAnchor,
    Demand,
    DemandAnchor,
    Organisation,
    Person,
    Statement,
    StatementAnchor,
)


def statement(proposal: Proposal, together: Together) -> Made:
    kind = vocabulary.statement_kind(proposal.fields.get("statement_kind", ""))
    if kind == StatementKind.READING:
        return _reading(proposal, together)
    return Made(_said(proposal, kind, **_voice(proposal, together, "speaker")))


def _reading(proposal: Proposal, together: Together) -> Made:
    """Two statements: the author's own words, and their reading by the voice that was heard."""
    if not (proposal.fields.get("read_by") or proposal.fields.get("read_by_words")):
        raise Refused(_("Say who reads these words, or make it a quotation of their author."))
    quoted = _said(proposal, StatementKind.QUOTATION, **_voice(proposal, together, "speaker"))
    reading = _said(proposal, StatementKind.READING, quotes=quoted, **_voice(proposal, together, "read_by"))
    return Made(reading, beside=[["events.Statement", quoted.pk]])


def _said(proposal: Proposal, kind: str, **more: Any) -> Statement:
    statement = Statement(
        statement_kind=kind,
        text=text_of(proposal),
        language=language_of(proposal),
        position=proposal.places[0].start,  # the order of the article
        **more,
    )
    saved(statement)
    _anchor(StatementAnchor, proposal, statement=statement)
    return statement


def text_of(proposal: Proposal) -> str:
    """The words of all spans: an interruption is shown as such, a paragraph stays a paragraph."""
    text, words, last = proposal.intake.source.text, "", 0
    for start, end in proposal.places:
        between = text[last:start]
        if words:
            words += "\n\n" if re.fullmatch(r"\W*\n\W*", between) else " … "
        words, last = words + text[start:end], end
    return words


def _voice(proposal: Proposal, together: Together, name: str) -> dict[str, Any]:
    """Who says it, as the columns of a statement."""
    who = together.find(proposal.fields.get(name) or "")
    record = _known(who, together)
    if isinstance(record, Person):
        return {"person": record}
    if isinstance(record, Organisation):
        return {"organisation": record}
    words = (who.fields.get("words") if who else "") or proposal.fields.get(f"{name}_words") or ""
    return {"speaker_as_stated": words}


def _known(who: Proposal | None, together: Together) -> Publishable | None:
    if who is not None and who.state == State.REJECTED:
        raise Refused(
            _("“%(name)s” was rejected, but is named here. Choose somebody else under “Correct”.")
            % {"name": who.fields.get("name") or who.exact}
        )
    return together.record(who)


def claim(proposal: Proposal, together: Together) -> Made:
    fields = proposal.fields
    about = fields.get("counts") or fields.get("unit") or proposal.exact
    low, high = _bounds(fields.get("value_low"), fields.get("value_high"))
    claim = Claim(
        property=fields.get("property") or vocabulary.counted(f"{about} {fields.get('unit') or ''}"),
        about=language_map(proposal, about),
        value=fields.get("value_stated") or proposal.exact,
        value_language=language_of(proposal),
        low=low,
        high=high,
        unit=language_map(proposal, fields.get("unit") or ""),
        **_asserter(proposal, together),
    )
    saved(claim)
    _anchor(ClaimAnchor, proposal, claim=claim)
    return Made(claim)


def _bounds(low: Any, high: Any) -> tuple[int | None, int | None]:
    """Whole numbers in order; the open end of “at least 800” stays open."""
    least, most = (
        int(each) if each is not None and float(each).is_integer() else None for each in (low, high)
    )
    if least is not None and most is not None and least > most:
        return most, least
    return least, most


def _asserter(proposal: Proposal, together: Together) -> dict[str, Any]:
    who = together.find(proposal.fields.get("asserted_by") or "")
    if who is None:
        return {"asserted_by_source": True}
    record = _known(who, together)
    if isinstance(record, Person):
        return {"person": record}
    if isinstance(record, Organisation):
        return {"organisation": record}
    return {"asserter_as_stated": who.fields.get("words") or who.exact}


def demand(proposal: Proposal, together: Together) -> Made:
    fields = proposal.fields
    demand = Demand(
        act=language_map(proposal, fields.get("act") or proposal.exact),
        addressee_as_stated=fields.get("addressee_words") or "",
    )
    maker = _known(together.find(fields.get("made_by") or ""), together)
    asked = _known(together.find(fields.get("addressee") or ""), together)
    demand.person, demand.organisation = _person_or_body(maker)
    demand.addressed_person, demand.addressee = _person_or_body(asked)
    saved(demand)
    _anchor(DemandAnchor, proposal, demand=demand)
    return Made(demand)


def _person_or_body(record: Publishable | None) -> tuple[Person | None, Organisation | None]:
    return (
        record if isinstance(record, Person) else None,
        record if isinstance(record, Organisation) else None,
    )


def _anchor(row_type: type[AnchorRow], proposal: Proposal, **owner: Any) -> None:
    source = proposal.intake.source
    for span in proposal.places:
        row = row_type(source=source, **owner)
        row.anchor = Anchor.at(source.text, span)
        row.save()
