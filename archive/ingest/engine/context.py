"""Context: whose words a quotation holds that is a sentence of its own, told by the text around it."""

from __future__ import annotations

from archive.ingest.engine.attribution import Attribution
from archive.ingest.engine.sayings import Saying
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.tokens import PhraseBook, Token

NEAR = 8  # words at the start of a sentence or quotation that may name who speaks


class Context:
    """Asks, in this order, the quotation itself, the sentences before it, and the one after it."""

    def __init__(self, story: Story):
        self.story = story
        self.page = story.page
        self.rules = story.page.rules
        self.introducing = PhraseBook(self.rules.introducing)
        self.words_of = PhraseBook(self.rules.words_of)
        self._openings: dict[int, Scene] = {}
        for scene in story.spoken:
            self._openings.setdefault(scene.within, scene)

    def introduced(self, quote: int) -> Attribution | None:
        """“I am Mrs. Laura Vázquez and …”: the speaker says who she is."""
        scene = self._openings.get(quote)
        for place in range(NEAR if scene else 0):
            if scene is None or place >= len(scene.sentence.tokens):
                break
            last = place + len(self.introducing.at(scene.sentence.tokens, place))
            named = next((m for m in scene.mentions if m.first == last > place and m.who), None)
            if named is not None and named.kind == "person":
                return Attribution("introduces-self", 0.8, named.who, named.span)
        return None

    def around(self, number: int) -> Attribution | None:
        """The sentence after where it says whose words these were, else those before."""
        return self._after(number) or self._before(number)

    def _after(self, number: int) -> Attribution | None:
        following = self.story.scenes[number + 1 : number + 2]
        for scene in following:
            for place in range(min(NEAR, len(scene.sentence.tokens))):
                last = place + len(self.words_of.at(scene.sentence.tokens, place))
                named = next((m for m in scene.mentions if m.first == last > place and m.who), None)
                if named is not None:
                    return Attribution("sentence-after", 0.7, named.who, named.span)
        return None

    def _before(self, number: int) -> Attribution | None:
        """The sentence before is asked, then the earlier ones of its paragraph."""
        scenes = self.story.scenes
        block = scenes[number - 1].block if number else -1
        for at in range(number - 1, -1, -1):
            if scenes[at].block != block:
                break
            found = self._from(scenes[at], scenes[number], next_to=at == number - 1)
            if found is not None:
                return found
        return None

    def _from(self, before: Scene, scene: Scene, *, next_to: bool) -> Attribution | None:
        same_block = before.block == scene.block
        speaking = [saying for saying in before.sayings if saying.subject.who]
        if speaking:
            rule = "same-breath" if same_block and next_to and before.sentence.quotes else "sentence-before"
            last = speaking[-1] if not before.sentence.quotes else speaking[0]
            if next_to and not before.sentence.quotes and (asked := self._asked(before, last)):
                return asked
            sure = 0.85 if same_block else 0.7
            if last.kind == "read" and not before.sentence.quotes and self._cites(before, last):
                return Attribution(rule, sure, last.subject.who, last.subject.span, last, scene=before)
            return Attribution(rule, sure, last.subject.who, last.subject.span)
        subject = before.subject(self.page)
        if subject is not None and self.story.cast.members[subject.who].kind == "person":
            return Attribution("sentence-before", 0.6 if same_block else 0.5, subject.who, subject.span)
        return None

    def _asked(self, before: Scene, saying: Saying) -> Attribution | None:
        """“The judge asked Lund how …”: the words that follow are the answer."""
        if saying.kind != "ask" or saying.inverted:
            return None
        asked = next((m for m in before.mentions if m.first == saying.last and m.who), None)
        return Attribution("asked-before", 0.65, asked.who, asked.span) if asked else None

    def _cites(self, scene: Scene, saying: Saying) -> bool:
        """Whether a verb of reading has a letter, a poem or the like for its object."""
        rest: tuple[Token, ...] = scene.sentence.tokens[saying.last :]
        return any(token.norm in self.rules.documents.keys() | self.rules.title_nouns for token in rest)
