"""Interviews: paragraphs that begin with a speaker's label, and whose words need no marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.scenes import Story
from archive.ingest.engine.statements import Statement
from archive.ingest.engine.tokens import Page, Token

LABEL = 5  # words a label may have
OFTEN = 2  # times a label must come


@dataclass
class Turn:
    """A paragraph that begins a turn of speech: its label, and where the words begin."""

    block: int
    label: tuple[str, ...]
    span: Span  # of the label
    begins: int
    asks: bool


def interview_statements(story: Story, quoted: Sequence[Statement]) -> list[Statement]:
    """The answers of an interview as statements; empty where the article is none."""
    turns = _turns(story.page)
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


def _turns(page: Page) -> list[Turn]:
    turns = []
    for block in page.spoken_blocks:
        tokens = page.tokens[block]
        colon = next((at for at, token in enumerate(tokens[: LABEL + 1]) if token.text in (":", ".")), 0)
        if not colon or not all(token.is_word and _is_label(token, page) for token in tokens[:colon]):
            continue
        label = tuple(token.norm for token in tokens[:colon])
        short = len(label) == 1 and label[0] in page.rules.question_labels | page.rules.answer_labels
        if (tokens[colon].text == "." and not short) or colon + 1 >= len(tokens):
            continue
        asks = label[0] in page.rules.question_labels or page.text[: page.block(block).end].endswith("?")
        span = Span(tokens[0].start, tokens[colon - 1].end)
        turns.append(Turn(block, label, span, tokens[colon].end, asks))
    labels = [turn.label for turn in turns]
    often = {label for label in labels if labels.count(label) >= OFTEN}
    if len(often) < 2:
        return _with_askers([turn for turn in turns if turn.label in often])
    return _with_askers(_under_one_label(turns, often))


def _under_one_label(turns: list[Turn], often: set[tuple[str, ...]]) -> list[Turn]:
    """A name in full at the first turn, and its initials later, are one label."""
    for turn in turns:
        initials = "".join(part[0] for word in turn.label for part in word.split("-"))
        short = "".join(word[0] for word in turn.label)
        turn.label = next((label for label in often if label[0] in (initials, short)), turn.label)
    return turns


def _is_label(token: Token, page: Page) -> bool:
    return token.is_capital or token.norm in page.rules.question_labels or not page.rules.capitals


def _with_askers(turns: list[Turn]) -> list[Turn]:
    """A label most of whose turns end with a question mark asks in all of them."""
    for label in {turn.label for turn in turns}:
        own = [turn for turn in turns if turn.label == label]
        asks = sum(turn.asks for turn in own) * 2 > len(own)
        for turn in own:
            turn.asks = asks
    return turns


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
