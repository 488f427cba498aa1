"""Trimming: where what is asked for ends, before an aside that only tells more about it."""

from __future__ import annotations

from collections.abc import Sequence

from archive.ingest.engine.tokens import Token
from archive.ingest.rules.table import Rules


def without_aside(tokens: Sequence[Token], first: int, end: int, rules: Rules) -> int:
    """Before “, where satellite images show …” at the end; an aside that is followed by “to” stays."""
    for at in range(first + 1, end - 1):
        aside = tokens[at].text == "," and tokens[at + 1].norm in rules.who | rules.where
        if aside and not any(token.norm in rules.to for token in tokens[at:end]):
            return at
    return end
