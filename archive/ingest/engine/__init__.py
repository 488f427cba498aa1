"""The engine: from a reading to proposals. Pure; it knows no database and no word of any language.

    marks → quotations → sentences → mentions → sayings → cast → statements → claims, demands, topics …

Every stage is a small module; all vocabulary is in `archive.ingest.rules`.
"""

from __future__ import annotations

from archive.ingest.engine.proposals import Proposals
from archive.ingest.engine.proposed import KINDS, RULES, Proposed
from archive.ingest.engine.scenes import story_of
from archive.ingest.engine.tokens import Page
from archive.ingest.reading import Reading
from archive.ingest.rules import Rules, rules_for


def propose(reading: Reading, *, rules: Rules | None = None) -> tuple[Proposed, ...]:
    """All that a reading seems to hold, each with its place in the text, its rule and how sure it is."""
    page = Page(reading, rules or rules_for(reading.language))
    return tuple(Proposals(story_of(page)).run())


__all__ = ["KINDS", "RULES", "Proposed", "propose"]
