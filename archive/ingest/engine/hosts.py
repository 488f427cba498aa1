"""Hosts: who held, organised or invited to the event."""

from __future__ import annotations

from collections.abc import Iterator

from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.tokens import PhraseBook

ROW = 45  # words after “hosted by” in which hosts are named
NEAR = 6  # words between a host and its verb
EVENT_WITHIN = 10  # words between a verb and the event that is its object


class Hosts:
    """Reads the hosts out of all sentences, in the order in which they are named."""

    def __init__(self, story: Story):
        self.story = story
        self.rules = story.page.rules
        self.leads = PhraseBook(self.rules.host_leads)
        self.nouns = PhraseBook(self.rules.host_nouns)

    def keys(self) -> list[str]:
        return list(dict.fromkeys(key for scene in self.story.scenes for key in self._in(scene)))

    def _in(self, scene: Scene) -> Iterator[str]:
        for place in range(len(scene.sentence.tokens)):
            yield from self._at(scene, place)

    def _at(self, scene: Scene, place: int) -> Iterator[str]:
        tokens = scene.sentence.tokens
        before = tokens[place - 1] if place else tokens[place]
        if phrase := self.leads.at(tokens, place):
            yield from self._row(scene, place + len(phrase))
        elif self.nouns.at(tokens, place) and before.text == ",":
            yield from self._before(scene, place)
        elif tokens[place].norm not in self.rules.host_verbs:
            return
        elif before.norm in self.rules.passives:
            for by in range(place + 1, len(tokens)):
                if tokens[by].norm in self.rules.by:
                    yield from self._row(scene, by + 1)
        elif self._has_event(scene, place):
            yield from self._before(scene, place)

    def _row(self, scene: Scene, first: int) -> Iterator[str]:
        """Organisations in a row: parted by commas and “and” only."""
        tokens = scene.sentence.tokens
        place = first
        for mention in scene.mentions:
            if mention.first < first or mention.first > first + ROW:
                continue
            between = tokens[place : mention.first]
            if any(token.norm not in self.rules.list_words and token.text != "," for token in between):
                return
            if mention.kind == "organisation" and mention.who:
                yield mention.who
            place = mention.last

    def _before(self, scene: Scene, place: int) -> Iterator[str]:
        before = [m for m in scene.mentions if m.kind == "organisation" and m.last <= place and m.who]
        if before and place - before[-1].last <= NEAR:
            yield from (mention.who for mention in before[-2:])

    def _has_event(self, scene: Scene, place: int) -> bool:
        following = scene.sentence.tokens[place + 1 : place + EVENT_WITHIN]
        return any(token.norm in self.rules.events for token in following)
