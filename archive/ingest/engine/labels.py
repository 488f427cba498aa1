"""Labels: the words before a colon that say, at the start of a paragraph, who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.tokens import Page, Token

LABEL = 5  # words a label may have
OFTEN = 2  # times a label must come
INITIALS = 3  # letters in capitals that may be initials and no name
SHOUTED = 4  # paragraphs with labels in capitals that make a transcript, however often each label comes


@dataclass
class Turn:
    """A paragraph that begins a turn of speech: its label, and where the words begin."""

    block: int
    label: tuple[str, ...]
    span: Span  # of the label
    begins: int
    asks: bool
    shouted: bool


def turns_in(page: Page) -> list[Turn]:
    """The turns of an interview or a transcript; fewer than two of each label where the text is neither."""
    turns = [turn for block in page.spoken_blocks if (turn := _turn(page, block))]
    shouted = [turn for turn in turns if turn.shouted]
    if len(shouted) >= SHOUTED and len({turn.label for turn in shouted}) > 2:
        return _with_askers(_in_full(shouted), page)
    labels = [turn.label for turn in turns]
    often = {label for label in labels if labels.count(label) >= OFTEN}
    if len(often) < 2:
        return _with_askers([turn for turn in turns if turn.label in often], page)
    return _with_askers(_under_one_label(turns, often), page)


def _turn(page: Page, block: int) -> Turn | None:
    tokens = page.tokens[block]
    colon = next((at for at, token in enumerate(tokens[: LABEL + 1]) if token.text in (":", ".")), 0)
    words = [token for token in tokens[:colon] if token.is_word]
    capitals = bool(words) and all(token.text.isupper() for token in words)
    shouted = capitals and max(len(token.text) for token in words) > INITIALS
    if not words or not all(
        _is_label(token, page) or (shouted and token.text == ",") for token in tokens[:colon]
    ):
        return None
    label = tuple(token.norm for token in words)
    short = len(label) == 1 and label[0] in page.rules.question_labels | page.rules.answer_labels
    if (tokens[colon].text == "." and not short) or colon + 1 >= len(tokens):
        return None
    asks = label[0] in page.rules.question_labels or page.text[: page.block(block).end].endswith("?")
    span = Span(tokens[0].start, tokens[colon - 1].end)
    return Turn(block, label, span, _past_direction(tokens, colon), asks, shouted)


def _past_direction(tokens: tuple[Token, ...], colon: int) -> int:
    """Where the words begin: after the colon, and after “(Through an interpreter)”."""
    if tokens[colon + 1].text != "(":
        return tokens[colon].end
    closes = next((token for token in tokens[colon + 2 : colon + 2 + LABEL] if token.text == ")"), None)
    return closes.end if closes else tokens[colon].end


def _in_full(turns: list[Turn]) -> list[Turn]:
    """A surname that stands for a name in full, elsewhere in the transcript, is one label with it."""
    labels = sorted({turn.label for turn in turns}, key=len, reverse=True)
    for turn in turns:
        turn.label = next(label for label in labels if set(turn.label) <= set(label))
    return turns


def _under_one_label(turns: list[Turn], often: set[tuple[str, ...]]) -> list[Turn]:
    """A name in full at the first turn, and its initials later, are one label."""
    for turn in turns:
        initials = "".join(part[0] for word in turn.label for part in word.split("-"))
        short = "".join(word[0] for word in turn.label)
        turn.label = next((label for label in often if label[0] in (initials, short)), turn.label)
    return turns


def _is_label(token: Token, page: Page) -> bool:
    return token.is_word and (
        token.is_capital or token.norm in page.rules.question_labels or not page.rules.capitals
    )


def _with_askers(turns: list[Turn], page: Page) -> list[Turn]:
    """A label most of whose turns end with a question mark asks in all of them."""
    for label in {turn.label for turn in turns}:
        own = [turn for turn in turns if turn.label == label]
        asks = sum(turn.asks for turn in own) * 2 > len(own) or bool(set(label) & page.rules.question_labels)
        for turn in own:
            turn.asks = asks
    return turns


def is_labelled(words: tuple[str, ...], labels: set[tuple[str, ...]]) -> bool:
    """Whether a name, in full or by its initials, is one of the labels."""
    if words in labels:
        return True
    initials = "".join(part[0] for word in words for part in word.split("-") if part)
    short = "".join(word[0] for word in words)
    return len(words) > 1 and bool({(initials,), (short,)} & labels)
