"""Demands: who is asked to do what, in reported speech and inside quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.holding import Holding
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.statements import Statement
from archive.ingest.engine.tokens import PhraseBook, Token
from archive.ingest.engine.trimming import without_aside

ADDRESSEE = 26  # words between a verb of asking and “to”
SHORTEST = 2


@dataclass(frozen=True)
class Demand:
    """An act that is asked for: the words of the act and of the one asked."""

    act: Span
    addressee: Span | None
    who: str
    made_by: str
    rule: str
    confidence: float
    statement: Statement | None


class Demands:
    """Finds demands in every scene, told or spoken."""

    def __init__(self, story: Story, holding: Holding):
        self.story = story
        self.rules = story.page.rules
        self.holding = holding
        self.asking = PhraseBook(self.rules.asking)
        self.modals = PhraseBook(self.rules.modals)
        self.due = PhraseBook(self.rules.time_has_come)

    def run(self) -> list[Demand]:
        found: list[Demand] = []
        for scene in (*self.story.scenes, *self.story.spoken):
            found += self._asked(scene)
            found += self._must(scene)
        found.sort(key=lambda demand: demand.act.start)
        return self._once(found)

    def _once(self, found: list[Demand]) -> list[Demand]:
        kept: list[Demand] = []
        for demand in found:
            if not any(demand.act.overlaps(other.act) for other in kept[-4:]):
                kept.append(demand)
        return kept

    # “urged the Council to act”, “called for an inquiry”

    def _asked(self, scene: Scene) -> Iterator[Demand]:
        tokens = scene.sentence.tokens
        starts = {saying.first: saying for saying in scene.sayings}
        place = 0
        while place < len(tokens):
            phrase = self.asking.at(tokens, place)
            if not phrase or not (self._is_verb(tokens, place, scene) or self._begins_item(scene, place)):
                place += 1
                continue
            after = place + len(phrase)
            end = self._end(scene, after)
            by = starts[place].subject.who if place in starts else ""
            if self.rules.asking[phrase] == "somebody" and tokens[after : after + 1]:
                if tokens[after].norm in self.rules.that:
                    yield from self._all_that(scene, after + 1, end, by)
                    place = after
                    continue
                if tokens[after].norm in self.rules.objects:
                    place = after
                    continue
                yield from self._somebody(scene, after, end, by)
            else:
                yield from self._something(scene, after, end, by)
            place = after

    def _begins_item(self, scene: Scene, place: int) -> bool:
        """Whether a verb stands at the head of an item: “(a) urges the Government to …”."""
        before = scene.sentence.tokens[:place]
        marked = bool(before) and not any(token.is_word and len(token.text) > 1 for token in before)
        return marked and scene.within < 0

    def _is_verb(self, tokens: Sequence[Token], place: int, scene: Scene) -> bool:
        before = tokens[place - 1].norm if place else ""
        nouns = self.rules.articles | self.rules.possessives.keys() | self.rules.possessive_marks
        if before in nouns | self.rules.passives | self.rules.negations:
            return False
        if before in self.rules.prepositions - self.rules.to:
            return False
        reported = any(saying.first == place for saying in scene.sayings)
        reported = reported or before in self.rules.pronouns
        word = tokens[place].norm
        doubtful = word in self.rules.doubtful_verbs or word.endswith(self.rules.participle_endings)
        spoken = scene.within >= 0 and not doubtful
        return spoken or reported or before in self.rules.to | self.rules.conjunctions

    def _somebody(self, scene: Scene, after: int, end: int, by: str) -> Iterator[Demand]:
        """Each “[addressee] to [act]” after a verb, also “and on the Council to …”."""
        tokens = scene.sentence.tokens
        first, addressee = after, None
        while first < end:
            to = self._to(tokens, first, min(end, first + ADDRESSEE)) if addressee is None else first
            if to is None:
                return
            addressee = addressee or Span(tokens[first].start, tokens[to - 1].end)
            following, same = self._next_addressee(tokens, to + 1, end)
            last = self._trim(tokens, to + 1, self._before_link(tokens, following) if following else end)
            if last - to > SHORTEST - 1:
                act = Span(tokens[to + 1].start, tokens[last - 1].end)
                yield self._demand(scene, act, addressee, by, "asked-to-act", 0.85)
            if not following:
                return
            first, addressee = following, addressee if same else None

    def _before_link(self, tokens: Sequence[Token], place: int) -> int:
        """Back over “, and on” before a second demand."""
        while tokens[place - 1].norm in self.rules.demand_links | self.rules.conjunctions:
            place -= 1
        return place

    def _to(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """The “to” before an act: not the one of “access to the sea”."""
        for place in range(first + 1, min(last, len(tokens) - 1)):
            if tokens[place].text in ";:" or tokens[place].norm in self.rules.that:
                return None
            act = tokens[place + 1]
            if (
                tokens[place].norm in self.rules.to
                and act.is_word
                and not act.is_capital
                and (
                    act.norm
                    not in self.rules.articles | self.rules.possessives.keys() | self.rules.prepositions
                )
            ):
                return place
        return None

    def _next_addressee(self, tokens: Sequence[Token], first: int, end: int) -> tuple[int, bool]:
        """Where a second demand begins, and whether it asks the same one; 0 where none does."""
        for place in range(first, end - 3):
            links = tokens[place].text == "," and tokens[place + 1].norm in self.rules.demand_links
            if tokens[place].norm not in self.rules.conjunctions and not links:
                continue
            after = place + 1
            if tokens[after].norm in self.rules.to and tokens[after + 1].norm not in self.rules.articles:
                return after, True
            if tokens[after].norm not in self.rules.demand_links:
                continue
            if self._to(tokens, after + 1, end) is not None:
                return after + 1, False
        return 0, False

    def _something(self, scene: Scene, after: int, end: int, by: str) -> Iterator[Demand]:
        tokens = scene.sentence.tokens
        if after < end and tokens[after].norm in self.rules.that:
            yield from self._all_that(scene, after + 1, end, by)
            return
        to = self._for_somebody(scene, after, end)
        if to is not None:
            addressee = Span(tokens[after].start, tokens[to - 1].end)
            act = Span(tokens[to + 1].start, tokens[end - 1].end)
            yield self._demand(scene, act, addressee, by, "asked-to-act", 0.75)
        elif end - after >= SHORTEST and (tokens[after].is_word or tokens[after].quote >= 0):
            act = Span(tokens[after].start, tokens[end - 1].end)
            yield self._demand(scene, act, None, by, "asked-for-thing", 0.75)

    def _for_somebody(self, scene: Scene, after: int, end: int) -> int | None:
        """“called for the Council to act”: the “to” right after somebody who can act."""
        tokens = scene.sentence.tokens
        for mention in scene.mentions:
            begins = mention.first in (after, after + 1)
            if begins and mention.last < end - 1 and tokens[mention.last].norm in self.rules.to:
                return mention.last
        return None

    def _all_that(self, scene: Scene, first: int, end: int, by: str) -> Iterator[Demand]:
        """Each of “that the state open its files and that it name the dead”."""
        tokens = scene.sentence.tokens
        while first < end:
            following = next((at for at in range(first, end) if tokens[at].norm in self.rules.that), end)
            last = self._trim(tokens, first, following)
            if demand := self._that(scene, first, last, by):
                yield demand
            first = following + 1

    def _that(self, scene: Scene, first: int, end: int, by: str) -> Demand | None:
        """“demanded that the state open its files”: all of it is the act, somebody in it is asked."""
        tokens = scene.sentence.tokens
        if end - first < SHORTEST:
            return None
        asked = next((m for m in scene.mentions if m.first <= first + 1 and first <= m.last <= end), None)
        act = Span(tokens[first].start, tokens[end - 1].end)
        addressee = None
        if asked is not None and asked.last < end - 1:
            addressee = Span(tokens[first].start, asked.span.end)
            act = Span(tokens[asked.last].start, tokens[end - 1].end)
        return self._demand(scene, act, addressee, by, "asked-to-act", 0.75)

    # “The Council must act”

    def _must(self, scene: Scene) -> Iterator[Demand]:
        tokens = scene.sentence.tokens
        for place in range(1, len(tokens)):
            phrase = self.modals.at(tokens, place)
            if not phrase:
                continue
            asked = self._able(scene, place)
            after = place + len(phrase)
            end = self._end(scene, after)
            if asked is None or end - after < SHORTEST or tokens[after].norm in self.rules.negations:
                continue
            if tokens[after].norm in self.rules.passives:
                continue
            addressee = Span(asked[0], tokens[place - 1].end)
            act = Span(tokens[after].start, tokens[end - 1].end)
            yield self._demand(scene, act, addressee, "", "must-act", 0.6)

    def _able(self, scene: Scene, place: int) -> tuple[int, Mention | None] | None:
        """Where the one who must act begins: words that hold a government, a council, a state…"""
        tokens = scene.sentence.tokens
        first = place
        while first > 0 and place - first < 9 and self._in_phrase(tokens[first - 1]):
            first -= 1
        words = tokens[first:place]
        if not words or not any(token.norm in self.rules.bodies for token in words):
            return None
        return words[0].start, None

    def _in_phrase(self, token: Token) -> bool:
        rules = self.rules
        if not token.is_word:
            return False
        small = token.norm in rules.stops
        return not small or token.norm in rules.articles | rules.organisation_links

    # common

    def _end(self, scene: Scene, first: int) -> int:
        """Where the act ends: with the sentence, or before who says so."""
        tokens = scene.sentence.tokens
        end = first
        while end < len(tokens) and tokens[end].text not in (";", ":"):
            if tokens[end].text in ("–", "—"):
                break
            if tokens[end].text == "," and end + 1 < len(tokens) and self._leads_away(scene, end + 1):
                break
            end += 1
        end = self._trim(tokens, first, without_aside(tokens, first, end, self.rules))
        quoted = tokens[end - 1].quote >= 0 and tokens[end - 2].norm not in self.rules.prepositions
        return self._trim(tokens, first, end - 1) if quoted and end - first > SHORTEST else end

    def _leads_away(self, scene: Scene, place: int) -> bool:
        """Whether after a comma another verb of saying begins, or its speaker."""
        tokens = scene.sentence.tokens
        token = tokens[place]
        if token.norm in self.rules.conjunctions and place + 1 < len(tokens):
            return any(saying.first == place + 1 for saying in scene.sayings)
        if token.norm in self.rules.auxiliaries:
            return True
        speaks = any(saying.subject.first == place for saying in scene.sayings)
        return speaks or (token.norm,) in self.rules.sayings or token.norm in self.rules.pronouns

    def _trim(self, tokens: Sequence[Token], first: int, end: int) -> int:
        while end > first and (
            (not tokens[end - 1].is_word and tokens[end - 1].quote < 0)
            or tokens[end - 1].norm in self.rules.conjunctions
        ):
            end -= 1
        return end

    def _demand(
        self, scene: Scene, act: Span, addressee: Span | None, by: str, rule: str, confidence: float
    ) -> Demand:
        statement = self.holding.nearest(act)
        inside = statement is not None and scene.within >= 0
        made_by = (statement.speaker if statement else "") if inside or not by else by
        who = next((m.who for m in scene.mentions if addressee and addressee.holds(m.span) and m.who), "")
        return Demand(act, addressee, who, made_by, rule, confidence, statement)
