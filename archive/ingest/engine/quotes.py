"""Quotations: which words stand between marks, also where a mark is missing or a quote runs on.

A quotation may run over several paragraphs, one span in each. Where the opening or the closing mark is
missing, the extent is worked out and the quotation says which mark was mended; the text is never changed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from archive.core.spans import Span
from archive.ingest.engine.marks import Mark, marks_in
from archive.ingest.engine.mending import Mender
from archive.ingest.engine.tokens import Page

RUNS_OVER = 4  # paragraphs an unclosed quotation may run on before it is thought to have ended


@dataclass
class Quote:
    """Words between quotation marks: inner spans without the marks, outer spans with them."""

    family: str
    spans: list[Span] = field(default_factory=list)
    outers: list[Span] = field(default_factory=list)
    inner: list[Quote] = field(default_factory=list)
    mended: str = ""

    @property
    def start(self) -> int:
        return self.outers[0].start

    @property
    def end(self) -> int:
        return self.outers[-1].end


@dataclass
class _Open:
    """A quotation whose closing mark has not come yet."""

    mark: Mark
    quote: Quote
    begins: int  # where its words begin in the present block
    outer: int


CLOSING_MISSING = "closing mark missing"
OPENING_MISSING = "opening mark missing"


def quotes_in(page: Page) -> list[Quote]:
    """All outermost quotations of the spoken blocks, in the order of the text."""
    return _Pairing(page).run()


class _Pairing:
    """One walk over the marks of a page, holding what is open."""

    def __init__(self, page: Page):
        self.page = page
        self.mender = Mender(page)
        self.blocks = page.spoken_blocks
        self.marks = {place: list(marks_in(page.text, page.block(place))) for place in self.blocks}
        self.outermost = self._house_style()
        self.done: list[Quote] = []
        self.stack: list[_Open] = []

    def _house_style(self) -> str:
        """The family of marks the text opens its quotations with: British style has single ones."""
        opened = Counter(
            marks[0].family for marks in self.marks.values() if marks and marks[0].faces == "open"
        )
        all_opened = Counter(
            mark.family for marks in self.marks.values() for mark in marks if mark.faces == "open"
        )
        return (opened or all_opened or Counter({"double": 1})).most_common(1)[0][0]

    def run(self) -> list[Quote]:
        for order, place in enumerate(self.blocks):
            marks = self._reopened(self.marks[place], place)
            for number, mark in enumerate(marks):
                following = marks[number + 1] if number + 1 < len(marks) else None
                self._take(mark, following, place)
            self._end_of_block(order)
        return sorted(self.done, key=lambda quote: quote.start)

    # one mark

    def _take(self, mark: Mark, following: Mark | None, place: int) -> None:
        if self._opens(mark):
            self._open(mark, place)
        elif not self._is_plural_possessive(mark, following):
            self._close(mark, place)

    def _is_plural_possessive(self, mark: Mark, following: Mark | None) -> bool:
        """Whether a single mark after an s, as in “the neighbours’ dogs”, closes nothing."""
        text = self.page.text
        if mark.family != "single" or text[mark.start - 1] != "s" or text[mark.end : mark.end + 1] != " ":
            return False
        if not any(opened.mark.family == "single" for opened in self.stack):
            return True
        return following is not None and following.family == "single" and following.faces != "open"

    def _opens(self, mark: Mark) -> bool:
        is_open = any(opened.mark.family == mark.family for opened in self.stack)
        if mark.faces == "either":
            return not is_open
        if mark.faces == "open" and is_open and self.stack[-1].mark.family == mark.family:
            return True  # the one before was never closed
        return mark.faces == "open"

    def _open(self, mark: Mark, place: int) -> None:
        if self.stack and self.stack[-1].mark.family == mark.family and not self._is_nested(mark):
            if self._repeats(mark):
                return
            unclosed = self.stack.pop()
            self._mend_closing(unclosed, Span(unclosed.begins, mark.start), place)
        self.stack.append(_Open(mark, Quote(mark.family), mark.end, mark.start))

    def _repeats(self, mark: Mark) -> bool:
        """Whether a mark only opens again, sentence by sentence, what is open already."""
        opened = self.stack[-1]
        room = Span(opened.begins, mark.start).trimmed(self.page.text)
        ended = room.of(self.page.text).endswith((".", "!", "?", "…"))
        if len(self.stack) > 1 or not ended or self.mender.where_speech_ends(room) < room.end:
            return False
        opened.quote.spans.append(room)
        opened.quote.outers.append(Span(opened.outer, room.end))
        opened.begins, opened.outer = mark.end, mark.start
        return True

    def _is_nested(self, mark: Mark) -> bool:
        """Whether an opening mark begins a quotation within the open one: “… she used to say, “…”."""
        room = Span(self.stack[-1].begins, mark.start)
        led_in = room.of(self.page.text).rstrip().endswith((",", ":"))
        return led_in and self.mender.where_speech_ends(room) >= room.trimmed(self.page.text).end

    def _close(self, mark: Mark, place: int) -> None:
        depth = next(
            (at for at in reversed(range(len(self.stack))) if self.stack[at].mark.family == mark.family), -1
        )
        if depth >= 0:
            del self.stack[depth + 1 :]  # inner marks that were opened and never closed
            self._finish(self.stack.pop(), mark.start, mark.end)
        elif mark.family != "single" or self._ends_a_clause(mark):
            self._mend_opening(mark, place)

    def _ends_a_clause(self, mark: Mark) -> bool:
        return self.outermost == "single" and self.page.text[mark.start - 1] in ".,!?…"

    def _finish(self, opened: _Open, end: int, outer_end: int) -> None:
        span = Span(opened.begins, end).trimmed(self.page.text)
        if span.start < span.end:
            opened.quote.spans.append(span)
            opened.quote.outers.append(Span(opened.outer, outer_end))
        if opened.quote.spans:
            self._keep(opened.quote)

    def _keep(self, quote: Quote) -> None:
        (self.stack[-1].quote.inner if self.stack else self.done).append(quote)

    # mending

    def _mend_opening(self, mark: Mark, place: int) -> None:
        """A closing mark with nothing open: the words reach back to where speech plainly begins."""
        if self.stack:
            return
        block = self.page.block(place)
        after = max(block.start, self.done[-1].end if self.done else 0)
        begins = self.mender.where_speech_begins(Span(after, mark.start), fresh=after == block.start)
        span = Span(begins, mark.start).trimmed(self.page.text)
        if span.start < span.end:
            outer = Span(span.start, mark.end)
            self._keep(Quote(mark.family, [span], [outer], mended=OPENING_MISSING))

    def _mend_closing(self, opened: _Open, room: Span, place: int) -> None:
        if opened.mark.family == "single" and not self._is_plainly_a_quote(opened, place):
            return  # an apostrophe
        opened.quote.mended = CLOSING_MISSING
        end = self.mender.where_speech_ends(room)
        self._finish(opened, end, end)

    def _is_plainly_a_quote(self, opened: _Open, place: int) -> bool:
        return self.outermost == "single" and self.page.text[opened.mark.end : opened.mark.end + 1].isalnum()

    # the end of a paragraph

    def _end_of_block(self, order: int) -> None:
        if not self.stack:
            return
        opened = self.stack[0]
        place = self.blocks[order]
        room = Span(opened.begins, self.page.block(place).end)
        del self.stack[1:]
        if self._goes_on(opened, order):
            span = room.trimmed(self.page.text)
            if span.start < span.end:
                opened.quote.spans.append(span)
                opened.quote.outers.append(Span(opened.outer, span.end))
            following = self.page.block(self.blocks[order + 1]).start
            opened.begins = opened.outer = following
            return
        self.stack.clear()
        self._mend_closing(opened, room, place)

    def _goes_on(self, opened: _Open, order: int) -> bool:
        """Whether an unclosed quotation goes on in the next paragraph."""
        if order + 1 >= len(self.blocks):
            return False
        block = self.page.block(self.blocks[order])
        room = Span(opened.begins, block.end)
        if self.mender.where_speech_ends(room) < room.trimmed(self.page.text).end:
            return False  # an attribution ended it
        if self._is_reopening(self.blocks[order + 1], opened.mark.family):
            return True
        return self._runs_over(opened, order)

    def _is_reopening(self, place: int, family: str) -> bool:
        marks = self.marks[place]
        return bool(
            marks
            and marks[0].start == self.page.block(place).start
            and marks[0].family == family
            and marks[0].faces != "close"
        )

    def _runs_over(self, opened: _Open, order: int) -> bool:
        """Whether the first mark that comes, not too far on, closes this quotation.

        It does not where both ends have a speaker of their own: then two marks are missing.
        """
        for place in self.blocks[order + 1 : order + 1 + RUNS_OVER]:
            outer = [mark for mark in self.marks[place] if mark.family == opened.mark.family]
            if not outer:
                continue
            if outer[0].faces == "open":
                return False
            led_in = self.mender.has_lead_in(opened.mark.start)
            return not (led_in and self.mender.has_attribution_after(outer[0].end))
        return False

    def _reopened(self, marks: list[Mark], place: int) -> list[Mark]:
        """The marks of a block without the one that only repeats the opening of a running quotation."""
        if self.stack and self._is_reopening(place, self.stack[0].mark.family):
            self.stack[0].begins = marks[0].end
            self.stack[0].outer = marks[0].start
            return marks[1:]
        return marks
