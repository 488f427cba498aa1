"""From one accepted proposal to a draft at the desk. Nothing here is public, and nothing is invented."""

from archive.ingest.drafts import evidence, subjects
from archive.ingest.drafts.rows import WORDS_ONLY, Made, is_unnamed
from archive.ingest.models import Kind, Proposal
from archive.ingest.together import Together

_MAKERS = {
    Kind.EVENT: subjects.event,
    Kind.PERSON: subjects.person,
    Kind.ORGANISATION: subjects.organisation,
    Kind.PLACE: subjects.place,
    Kind.STATEMENT: evidence.statement,
    Kind.CLAIM: evidence.claim,
    Kind.DEMAND: evidence.demand,
    Kind.TOPIC: subjects.topic,
    Kind.DOCUMENT: subjects.document,
}


def make(proposal: Proposal, together: Together) -> Made:
    """The draft of a proposal; raises Refused with what is missing."""
    return _MAKERS[Kind(proposal.kind)](proposal, together)


__all__ = ["WORDS_ONLY", "Made", "is_unnamed", "make"]
