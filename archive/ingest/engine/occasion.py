"""The occasion: what was held, when, where, by whom; and what was held at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.core.spans import Span
from archive.ingest.engine.dates import Date, Dates
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.tokens import PhraseBook, Token

OPENING = 10  # scenes in which an article says what it is about
HOSTS = 45  # words after “hosted by” in which hosts are named


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
        self.host_leads = PhraseBook(self.rules.host_leads)

    def find(self) -> Occasion:
        occasion = Occasion()
        self._what(occasion)
        self._dateline(occasion)
        for scene in self.story.scenes[:OPENING]:
            tokens = scene.sentence.tokens
            occasion.date = occasion.date or self.dates.first(tokens)
            occasion.city = occasion.city or self._city(scene)
        for scene in self.story.scenes:
            self._hosts(scene, occasion)
        self._part(occasion)
        return occasion

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
            token, occasion.kind = sure[0]
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

    # when and where

    def _dateline(self, occasion: Occasion) -> None:
        """“GENEVA, March 3 (Wire) – …” or “Dunhaven, 9 December 2023. …” at the start of the article."""
        for scene in self.story.scenes[:2]:
            tokens = scene.sentence.tokens[:16]
            comma = next((at for at, token in enumerate(tokens[:5]) if token.text in ",(–—-"), 0)
            if not comma or not all(token.is_capital for token in tokens[:comma]):
                continue
            dash = any(token.text in "–—-" for token in tokens)
            date = self.dates.first(tokens)
            dated = date is not None and date.span.start <= tokens[comma].end + 12
            if dated or (dash and tokens[0].text.isupper()):
                occasion.city = Span(tokens[0].start, tokens[comma - 1].end)
                occasion.date = date if dated else None
                return

    def _city(self, scene: Scene) -> Span | None:
        """A name after “in”, or a name that begins the article and hosts; never a country or a person."""
        tokens = scene.sentence.tokens
        people = {at for m in scene.mentions if m.who for at in range(m.first, m.last)}
        for place in range(len(tokens) - 1):
            token, before = tokens[place + 1], tokens[place].norm
            if before not in self.rules.city_leads or not token.is_capital or place + 1 in people:
                continue
            if token.norm in self.rules.months or token.norm in self.rules.weekdays:
                continue
            end = self.story.page_names.run(tokens, place + 1)
            country = self.story.page_names.country(tokens, place + 1)
            if end > place + 1 and country == place + 1 and not self._has_people(token):
                span = Span(token.start, tokens[end - 1].end)
                if tokens[end - 1].norm not in self.rules.things | self.rules.nationalities:
                    return span
        hosting = any(token.norm in self.rules.hosting for token in tokens[:8])
        if hosting and tokens[0].is_capital and tokens[0].norm not in self.rules.stops:
            return tokens[0].span
        return None

    def _has_people(self, token: Token) -> bool:
        """Whether the text has a word such as “Vardanian”, and so Vardania is a country."""
        stem = token.text.rstrip("aeiouy")
        return len(stem) > 3 and any(
            word.text.startswith(stem) and len(word.text) > len(token.text)
            for words in self.page.tokens
            for word in words
        )

    # by whom

    def _hosts(self, scene: Scene, occasion: Occasion) -> None:
        tokens = scene.sentence.tokens
        for place in range(len(tokens)):
            phrase = self.host_leads.at(tokens, place)
            if phrase:
                occasion.hosts += self._listed(scene, place + len(phrase), occasion)
            elif tokens[place].norm in self.rules.host_verbs and self._holds_event(tokens, place):
                before = [m for m in scene.mentions if m.kind == "organisation" and m.last <= place]
                if before and place - before[-1].last <= 6:
                    occasion.hosts += [m.who for m in before[-2:] if m.who not in occasion.hosts]

    def _listed(self, scene: Scene, first: int, occasion: Occasion) -> list[str]:
        """Organisations in a row: parted by commas and “and” only."""
        found: list[str] = []
        tokens = scene.sentence.tokens
        place = first
        for mention in scene.mentions:
            if mention.first < first or mention.first > first + HOSTS:
                continue
            between = tokens[place : mention.first]
            if any(token.norm not in self.rules.list_words and token.text != "," for token in between):
                break
            if mention.kind == "organisation" and mention.who not in [*found, *occasion.hosts]:
                found.append(mention.who)
            place = mention.last
        return found

    def _holds_event(self, tokens: Sequence[Token], place: int) -> bool:
        return any(token.norm in self.rules.events for token in tokens[place + 1 : place + 10])

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
