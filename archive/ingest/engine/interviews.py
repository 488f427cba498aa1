"""Interviews: paragraphs that begin with a speaker's label, and whose words need no marks."""

from __future__ import annotations

from collections.abc import Sequence

from archive.core.spans import Span
from archive.ingest.engine.labels import OFTEN, Turn, turns_in
from archive.ingest.engine.scenes import Story
from archive.ingest.engine.statements import Statement


def interview_statements(story: Story, quoted: Sequence[Statement]) -> list[Statement]:
    """The answers of an interview as statements; empty where the article is none."""
    turns = turns_in(story.page)
    if len(turns) < 2 * OFTEN or (not any(turn.asks for turn in turns) and len({t.label for t in turns}) < 2):
        return []
    people = _who_answers(story, turns)
    found = []
    for number, turn in enumerate(turns):
        if turn.asks:
            continue
        following = turns[number + 1].block if number + 1 < len(turns) else None
        spans = _spans(story, turn, following)
        if spans:
            speaker = people.get(turn.label, "")
            sure = 0.85 if speaker else 0.6
            found.append(Statement("quotation", spans, speaker, turn.span, "interview", sure))
    return found


def _who_answers(story: Story, turns: Sequence[Turn]) -> dict[tuple[str, ...], str]:
    """The member of the cast behind each label: by name, by initials, or as the only one who could."""
    people = [m for m in story.cast.members.values() if m.kind == "person" and not m.unnamed]
    found: dict[tuple[str, ...], str] = {}
    for turn in turns:
        for member in people:
            initials = "".join(part[0] for word in member.words for part in word.split("-"))
            label = "".join(turn.label)
            named = set(turn.label) & set(member.words)
            if named or label in (initials, "".join(word[0] for word in member.words)):
                found.setdefault(turn.label, member.key)
        if turn.label[0] in story.page.rules.answer_labels and people and turn.label not in found:
            found[turn.label] = max(people, key=lambda member: len(member.mentions)).key
    return found


def _spans(story: Story, turn: Turn, following: int | None) -> list[Span]:
    """The words of a turn: the rest of its paragraph and the paragraphs up to the next turn."""
    page = story.page
    own = Span(turn.begins, page.block(turn.block).end).trimmed(page.text)
    spans = [own] if own.start < own.end else []
    for block in page.spoken_blocks:
        if following is not None and turn.block < block < following:
            spans.append(Span(page.block(block).start, page.block(block).end))
    return spans
