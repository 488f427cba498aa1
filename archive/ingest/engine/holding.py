"""Holding: which statement a stretch of text stands in, found without asking them all."""

from __future__ import annotations

from collections.abc import Sequence

from archive.core.spans import Span
from archive.ingest.engine.statements import Statement
from archive.ingest.engine.tokens import Page


class Holding:
    """The statements of an article by the block they stand in."""

    def __init__(self, page: Page, statements: Sequence[Statement]):
        self.page = page
        self._by_block: dict[int, list[Statement]] = {}
        for statement in statements:
            for block in {page.block_at(span.start) for span in statement.spans}:
                self._by_block.setdefault(block, []).append(statement)

    def innermost(self, span: Span) -> Statement | None:
        """The shortest statement that holds a span."""
        holding = [s for s in self._near(span) if s.holds(span)]
        return min(holding, key=lambda s: sum(own.end - own.start for own in s.spans), default=None)

    def nearest(self, span: Span) -> Statement | None:
        """The innermost statement that holds a span, or else the last that overlaps it."""
        overlapping = [s for s in self._near(span) if any(own.overlaps(span) for own in s.spans)]
        return self.innermost(span) or (overlapping[-1] if overlapping else None)

    def _near(self, span: Span) -> list[Statement]:
        return self._by_block.get(self.page.block_at(span.start), [])
