"""Where: the city of the event, from datelines and from the sentences that say what was held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.dates import Date, Dates
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.tokens import Token
from archive.ingest.rules.table import Rules

OPENING = 10  # scenes in which an article says what it is about
LINE = 16  # words of a dateline that are read
PLACE = 5  # words a dateline’s place may have
DATELINE, HELD, EVENT, TITLE, NAMED = 6, 3, 2, 3, 3  # how much each sign weighs


@dataclass(frozen=True)
class Dateline:
    """“GENEVA, March 3 (Wire) –”, “(Grandpré, 14 March)” or “Dunhaven, 9 December 2023.”"""

    city: Span
    date: Date | None


def datelines(story: Story) -> list[Dateline]:
    """The datelines at the start of the article, in its first blocks."""
    found = []
    dates = Dates(story.page)
    for place in range(min(4, len(story.page.blocks))):
        tokens: Sequence[Token] = story.page.tokens[place][:LINE]
        if tokens and tokens[0].text == "(":
            tokens = tokens[1:]
        comma = next((at for at, token in enumerate(tokens[:PLACE]) if token.text in ",(–—-"), 0)
        if not comma or not all(_may_be_place(token, story.page.rules) for token in tokens[:comma]):
            continue
        dash = any(token.text in "–—-" for token in tokens)
        date = dates.first(tokens)
        dated = date is not None and date.span.start <= tokens[comma].end + 12
        if dated or (dash and tokens[0].text.isupper()):
            found.append(Dateline(Span(tokens[0].start, tokens[comma - 1].end), date if dated else None))
    return found


def says_held(tokens: Sequence[Token], rules: Rules) -> bool:
    """Whether a sentence says that an event was held."""
    norms = {token.norm for token in tokens}
    return bool(norms & rules.events.keys() and norms & rules.held) or bool(norms & rules.gathering)


def _may_be_place(token: Token, rules: Rules) -> bool:
    dated = token.norm in rules.weekdays or token.norm in rules.months
    return token.is_capital and not dated and token.norm not in rules.organisation_words | rules.things


class Where:
    """Weighs the names that may be the city."""

    def __init__(self, story: Story, lines: Sequence[Dateline]):
        self.story = story
        self.page = story.page
        self.rules = story.page.rules
        self.lines = lines

    def city(self) -> Span | None:
        weights: dict[str, int] = {}
        spans: dict[str, Span] = {}
        for span, weight in self._candidates():
            name = span.of(self.page.text).casefold()
            spans.setdefault(name, span)
            weights[name] = weights.get(name, 0) + weight
        best = max(weights, key=lambda name: weights[name], default="")
        return spans[best] if best else None

    def _candidates(self) -> Iterator[tuple[Span, int]]:
        for line in self.lines:
            yield line.city, DATELINE
        for place, block in enumerate(self.page.blocks):
            if block.kind == "title":
                yield from ((span, TITLE) for span, _ in self._names(self.page.tokens[place], set()))
        for scene in self.story.scenes[:OPENING]:
            yield from self._in(scene)

    def _in(self, scene: Scene) -> Iterator[tuple[Span, int]]:
        tokens = scene.sentence.tokens
        people = {at for m in scene.mentions if m.who and m.kind == "person" for at in range(m.first, m.last)}
        held = says_held(tokens, self.rules)
        verbs, nouns = self.rules.held | self.rules.gathering, self.rules.events.keys()
        signs = [(verbs, HELD), (nouns, EVENT)] if held else [(nouns, EVENT)]
        for span, place in self._names(tokens, people):
            before = {token.norm for token in tokens[:place]}
            weight = sum(weight for words, weight in signs if before & words)
            signs = [sign for sign in signs if not before & sign[0]]  # each counts for the next name only
            yield span, weight
        hosting = any(token.norm in self.rules.hosting for token in tokens[:8])
        if hosting and tokens[0].is_capital and tokens[0].norm not in self.rules.stops:
            yield tokens[0].span, NAMED

    def _names(self, tokens: Sequence[Token], people: set[int]) -> Iterator[tuple[Span, int]]:
        """Names after “in”, and names before a word for an event: “the Paris conference”."""
        for place in range(len(tokens) - 1):
            token, following = tokens[place], tokens[place + 1]
            if self._leads(tokens, place) and place + 1 not in people:
                if end := self._end(tokens, place + 1):
                    yield Span(following.start, tokens[end - 1].end), place
            elif (
                following.norm in self.rules.events and place not in people and not self._owned(tokens, place)
            ):
                known = token.text in self.story.page_names.places
                if known and self._end(tokens, place) == place + 1:
                    yield token.span, place

    def _leads(self, tokens: Sequence[Token], place: int) -> bool:
        """“in”, or the “of” of “the fifth district of”."""
        city = place > 0 and tokens[place - 1].norm in self.rules.city_nouns
        return tokens[place].norm in self.rules.city_leads or (city and tokens[place].norm in self.rules.of)

    def _owned(self, tokens: Sequence[Token], place: int) -> bool:
        """“the faces of Gowhar exhibition”: a name that belongs to the words before it."""
        return place > 0 and tokens[place - 1].norm in self.rules.of

    def _end(self, tokens: Sequence[Token], place: int) -> int:
        """The end of a name that may be a city’s; 0 for a country, a month, a thing or a people."""
        rules, names = self.rules, self.story.page_names
        token = tokens[place]
        if (
            not token.is_capital
            or token.text.startswith("#")
            or token.norm in rules.months
            or token.norm in rules.weekdays
        ):
            return 0
        end = names.run(tokens, place)
        own = rules.things | rules.nationalities | rules.organisation_words | rules.stops
        if end == place or names.country(tokens, place) == end or self._has_people(token):
            return 0
        return 0 if any(each.norm in own for each in tokens[place:end]) else end

    def _has_people(self, token: Token) -> bool:
        """Whether the text has a word such as “Vardanian”, and so Vardania is a country."""
        stem = token.text.rstrip("aeiouy")
        return len(stem) > 3 and any(
            word.text.startswith(stem) and len(word.text) > len(token.text)
            for words in self.page.tokens
            for word in words
        )
