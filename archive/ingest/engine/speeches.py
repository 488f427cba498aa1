"""Speeches: paragraphs in the first person, without marks, under a heading that names who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from archive.ingest.engine.scenes import Story
from archive.ingest.engine.statements import Statement


def headed_statements(story: Story, quoted: Sequence[Statement]) -> list[Statement]:
    """What follows such a heading, up to the next one or to where the article speaks again."""
    page = story.page
    told = {scene.block for scene in story.scenes if any(saying.subject.who for saying in scene.sayings)}
    told |= {page.block_at(statement.start) for statement in quoted}
    found = []
    for place, mention in story.headings.items():
        spans = []
        for following in range(place + 1, len(page.blocks)):
            if following not in page.spoken_blocks or (
                following in told and not _in_first_person(story, following)
            ):
                break
            spans.append(page.span_of(following))
        if spans:
            found.append(Statement("quotation", spans, mention.who, mention.span, "headed", 0.6))
    return found


def _in_first_person(story: Story, place: int) -> bool:
    return any(token.norm in story.page.rules.first_person for token in story.page.tokens[place])
