"""The public form of sources, statements, claims and demands."""

from __future__ import annotations

from archive.desk.renderers import renders
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import Rights
from events.models import Claim, Demand, Source, Statement
from events.renderings.parts import date_of, own, role_then, sources_of, to


@renders(Source)
def source(source: Source) -> Rendering:
    whole = source.rights == Rights.FULL
    return Rendering(
        kind=Source.kind,
        document=own(source)
        | {
            "title": source.title,
            "source_kind": source.source_kind,
            "language": source.language,
            "date": date_of(source),
            "authors": source.authors,
            "taken_from": source.taken_from,
            "taken_at": source.taken_at.isoformat() if source.taken_at else None,
            "rights": source.rights,
            "rights_note": source.rights_note,
            "held": source.held,
            "sha256": source.sha256,
            "text_sha256": source.text_sha256,
            "text": source.text if whole else "",
            "blocks": [
                {"kind": kind, "start": start, "end": end} for kind, start, end in source.blocks if whole
            ],
        },
        links=(
            *to("publisher", source.publisher),
            *to("previous", source.previous),
            *to("topic", *source.topics.order_by("pk")),
        ),
    )


@renders(Statement)
def statement(statement: Statement) -> Rendering:
    role = role_then(statement.person, statement.event)
    return Rendering(
        kind=Statement.kind,
        document=own(statement)
        | {
            "statement_kind": statement.statement_kind,
            "text": statement.text,
            "language": statement.language,
            "speaker_as_stated": statement.speaker_as_stated,
            "date": date_of(statement, statement.event),
            "position": statement.position,
            "translations": [
                {
                    "text": each.text,
                    "language": each.language,
                    "translator": each.translator,
                    "means": each.means,
                }
                for each in statement.translations.all()
            ],
        },
        links=(
            *to("speaker", statement.person, statement.organisation, role=role),
            *to("event", statement.event),
            *sources_of(statement.anchors.select_related("source"), cited=statement.cited_from),
            *to("quotes", statement.quotes),
            *to("topic", *statement.topics.order_by("pk")),
        ),
    )


@renders(Claim)
def claim(claim: Claim) -> Rendering:
    return Rendering(
        kind=Claim.kind,
        document=own(claim)
        | {
            "property": claim.property,
            "about": claim.about,
            "value": claim.value,
            "value_language": claim.value_language,
            "low": claim.low,
            "high": claim.high,
            "unit": claim.unit,
            "asserter_as_stated": claim.asserter_as_stated,
            "asserted_by_source": claim.asserted_by_source,
            "date": date_of(claim.statement, claim.statement and claim.statement.event, claim.made_at),
            "preferred": claim.preferred,
            "preferred_because": claim.preferred_because,
        },
        links=(
            *to("asserter", claim.person, claim.organisation),
            *to("statement", claim.statement),
            *to("event", claim.event),
            *to("made_at", claim.made_at or (claim.statement and claim.statement.event)),
            *sources_of(claim.anchors.select_related("source"), cited=claim.cited_from),
            *to("topic", *claim.topics.order_by("pk")),
        ),
    )


@renders(Demand)
def demand(demand: Demand) -> Rendering:
    return Rendering(
        kind=Demand.kind,
        document=own(demand)
        | {
            "act": demand.act,
            "addressee_as_stated": demand.addressee_as_stated,
            "date": date_of(demand.statement, demand.statement and demand.statement.event, demand.event),
        },
        links=(
            *to("maker", demand.person, demand.organisation),
            *to("addressee", demand.addressee, demand.addressed_person),
            *to("statement", demand.statement),
            *to("event", demand.event),
            *sources_of(demand.anchors.select_related("source"), cited=demand.cited_from),
            *to("topic", *demand.topics.order_by("pk")),
        ),
    )
