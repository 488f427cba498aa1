"""The occasion: what was held, when, where, by whom; and what was held at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.core.spans import Span
from archive.ingest.engine.dates import Date, Dates
from archive.ingest.engine.hosts import Hosts
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.scenes import Story
from archive.ingest.engine.tokens import Token
from archive.ingest.engine.where import OPENING, Dateline, Where, datelines, says_held


@dataclass
class Occasion:
    """The event an article tells of."""

    noun: Span | None = None
    kind: str = "other"
    date: Date | None = None
    city: Span | None = None
    country: Span | None = None
    name: Span | None = None
    hosts: list[str] = field(default_factory=list)
    part: Span | None = None
    part_kind: str = ""


class Occasions:
    """Reads the occasion out of the first scenes."""

    def __init__(self, story: Story, names: Sequence[Quote]):
        self.story = story
        self.page = story.page
        self.rules = story.page.rules
        self.names = names
        self.dates = Dates(story.page)

    def find(self) -> Occasion:
        occasion = Occasion()
        self._what(occasion)
        lines = datelines(self.story)
        occasion.city = Where(self.story, lines).city()
        occasion.date = self._when(lines)
        occasion.hosts = Hosts(self.story).keys()
        self._part(occasion)
        return occasion

    def _when(self, lines: Sequence[Dateline]) -> Date | None:
        """The day in the sentence that says what was held; else the dateline's; else the first day."""
        opening = [scene.sentence.tokens for scene in self.story.scenes[:OPENING]]
        held = [tokens for tokens in opening if says_held(tokens, self.rules)]
        sure = [date for tokens in held if (date := self.dates.first(tokens))]
        found = [date for tokens in opening if (date := self.dates.first(tokens)) and date.is_day]
        dated = [line.date for line in lines if line.date]
        full = [date for date in sure if date.is_full]
        return next(iter([*full, *dated, *(date for date in sure if date.is_day), *found, *sure]), None)

    # what

    def _what(self, occasion: Occasion) -> None:
        """The first word for a gathering, in the first scenes or else the title."""
        found = [
            (token, self.rules.events[token.norm])
            for scene in self.story.scenes[:OPENING]
            for token in scene.sentence.tokens
            if token.norm in self.rules.events and not token.is_capital
        ]
        sure = [pair for pair in found if pair[1] != "other"] or found or self._in_headings()
        if sure:
            whole = [pair for pair in sure[:2] if pair[0].norm not in self.rules.parts]
            token, occasion.kind = (whole or sure)[0]
            occasion.noun = token.span
            occasion.name = self._name_near(token)

    def _in_headings(self) -> list[tuple[Token, str]]:
        return [
            (token, self.rules.events[token.norm])
            for place, block in enumerate(self.page.blocks)
            if block.kind in ("title", "heading")
            for token in self.page.tokens[place]
            if token.norm in self.rules.events
        ]

    def _name_near(self, noun: Token) -> Span | None:
        near = [quote for quote in self.names if 0 <= quote.start - noun.end < 40]
        return near[0].spans[0] if near else None

    # its parts

    def _part(self, occasion: Occasion) -> None:
        """“an exhibition at the conference”: something held at the event."""
        for scene in self.story.scenes:
            tokens = scene.sentence.tokens
            for place, token in enumerate(tokens):
                if token.norm not in self.rules.parts or occasion.noun == token.span:
                    continue
                if self.rules.events.get(token.norm) == occasion.kind:
                    continue
                before = tokens[max(0, place - 3) : place]
                if any(each.norm in self.rules.articles for each in before):
                    occasion.part, occasion.part_kind = token.span, self.rules.events[token.norm]
                    return
