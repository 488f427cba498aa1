"""Headings that name who speaks: nothing but a person, right over a paragraph in the first person."""

from __future__ import annotations

from archive.ingest.engine.mentions import Mention, Mentions
from archive.ingest.engine.tokens import Page


def speakers_in_headings(page: Page, mentions: Mentions) -> dict[int, Mention]:
    """Such headings by the number of their block."""
    found: dict[int, Mention] = {}
    for place, block in enumerate(page.blocks[:-1]):
        if block.kind != "heading" or not _is_own(page, place + 1):
            continue
        tokens = page.tokens[place]
        named = [m for m in mentions.of(tokens) if m.kind == "person"]
        if len(named) == 1 and named[0].first == 0 and named[0].last == len(tokens):
            named[0].evidence.add("speaks")
            found[place] = named[0]
    return found


def _is_own(page: Page, place: int) -> bool:
    own = page.rules.own_words
    return place in page.spoken_blocks and any(token.norm in own for token in page.tokens[place])
