"""Statements in quotation marks: whose words, in which spans; quotations and readings."""

from __future__ import annotations

from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.attribution import Attribution, in_sentence, subject_of
from archive.ingest.engine.context import Context
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.sayings import SPEAKS, Saying
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.titles import Titles

TELLING = ("say", "note", "read")


@dataclass
class Statement:
    """Somebody's words before they become a proposal."""

    kind: str  # quotation, paraphrase or reading
    spans: list[Span]
    speaker: str
    words: Span | None
    rule: str
    confidence: float
    mended: str = ""
    read_by: str = ""
    within: Statement | None = None
    saying: Saying | None = None
    scene: int = -1
    key: str = ""

    @property
    def start(self) -> int:
        return self.spans[0].start

    def holds(self, span: Span) -> bool:
        return any(own.holds(span) for own in self.spans)


class Quotations:
    """Makes statements of quotations, in the order of the text."""

    def __init__(self, story: Story):
        self.story = story
        self.page = story.page
        self.titles = Titles(story.page)
        self.context = Context(story)
        self.made: list[Statement] = []
        self.spoken: dict[int, list[Scene]] = {}
        for scene in story.spoken:
            self.spoken.setdefault(scene.within, []).append(scene)
        self.names: list[Quote] = []  # what stands in marks and is the name of something

    def run(self) -> list[Statement]:
        places = self.story.occurrences()
        for number, quote in enumerate(self.story.quotes):
            if number in places:
                self._take(quote, number, places[number])
        return self.made

    def _take(self, quote: Quote, number: int, places: list[tuple[int, int]]) -> None:
        first_scene, first_place = places[0]
        found = self._best(places)
        scene = self.story.scenes[first_scene]
        if found is None and not self.titles.stands_alone(scene):
            found = self._of_subject(scene) or self._goes_on_speaking(first_scene)
        if not self.titles.is_speech(quote, scene, first_place, found):
            if self.titles.is_title(quote, scene, first_place):
                self.names.append(quote)
            return
        if found is None:
            found = self._from_context(first_scene)
        if not found.speaker or self._is_only_described(found):
            found = self.context.introduced(number) or found
        statement = self._statement(quote, found, first_scene)
        self._keep(statement, found, first_scene)
        self._take_inner(quote, number, self.made[-1])

    def _best(self, places: list[tuple[int, int]]) -> Attribution | None:
        found = [in_sentence(self.page, self.story.scenes[scene], place) for scene, place in places]
        return max((each for each in found if each), key=lambda each: each.confidence, default=None)

    def _from_context(self, number: int) -> Attribution:
        scene = self.story.scenes[number]
        if self.titles.stands_alone(scene):
            if self._follows_quote_only(number):
                last = self.made[-1]
                return Attribution("paragraph-before", 0.65, last.speaker, last.words)
            found = self.context.around(number)
            if found is not None:
                return found
        return Attribution("quoted-alone", 0.5)

    def _is_only_described(self, found: Attribution) -> bool:
        unnamed = self.story.cast.members[found.speaker].unnamed or found.rule == "sentence-before"
        return unnamed or (found.saying is not None and found.saying.subject.kind in ("office", "pronoun"))

    def _of_subject(self, scene: Scene) -> Attribution | None:
        """Words quoted in a sentence without a verb of saying: those of whom it is about, if anybody's."""
        subject = subject_of(self.page, scene)
        if subject is None or (subject.kind == "person" and not subject.who):
            return None
        key = subject.who or self._described(subject)
        return Attribution("said-in-sentence", 0.45, key, subject.span)

    def _goes_on_speaking(self, number: int) -> Attribution | None:
        """Words quoted inside a sentence that follows, in its paragraph, one with a speaker."""
        before = self.story.scenes[number - 1] if number else None
        if before is None or before.block != self.story.scenes[number].block or not before.sayings:
            return None
        subject = before.sayings[-1].subject
        return Attribution("same-breath", 0.55, subject.who, subject.span)

    def _follows_quote_only(self, number: int) -> bool:
        """Whether the sentence before is a bare quotation too, whose speaker is known by now."""
        if not self.made or number == 0:
            return False
        before = self.story.scenes[number - 1]
        return (
            self.titles.stands_alone(before) and bool(before.sentence.quotes) and self.made[-1].speaker != ""
        )

    def _statement(self, quote: Quote, found: Attribution, scene: int) -> Statement:
        statement = Statement(
            kind="quotation",
            spans=[self._without_comma(span) for span in quote.spans],
            speaker=found.speaker,
            words=found.words,
            rule=found.rule,
            confidence=found.confidence - (0.1 if quote.mended else 0),
            mended=quote.mended,
            saying=found.saying,
            scene=scene,
        )
        self._make_reading(statement, found.scene or self.story.scenes[scene])
        return statement

    def _without_comma(self, span: Span) -> Span:
        """A comma inside the marks only leads on to the attribution."""
        words = span.of(self.page.text)
        return Span(span.start, span.start + len(words.rstrip(",،—– "))) if words.rstrip(",،—– ") else span

    def _keep(self, statement: Statement, found: Attribution, scene: int) -> None:
        """Add a statement, or join it to the one it goes on from."""
        last = self.made[-1] if self.made else None
        if last is not None and last.within is None and last.kind == statement.kind:
            same_verb = (
                found.saying is not None
                and self._stands_between(last, statement, found.saying)
                and (
                    found.saying is last.saying
                    or (
                        found.saying.joined
                        and last.saying is not None
                        and found.saying.subject is last.saying.subject
                    )
                )
            )
            together = self.page.block_at(last.spans[-1].start) == self._block(statement)
            alone = self.titles.stands_alone(self.story.scenes[scene])
            goes_on = found.rule == "same-breath" and together and alone
            if (same_verb and self._is_interrupted(last, statement)) or goes_on:
                last.spans += statement.spans
                last.mended = last.mended or statement.mended
                last.scene = scene
                return
        self.made.append(statement)

    def _stands_between(self, last: Statement, statement: Statement, saying: Saying) -> bool:
        """Whether the words for the speaker interrupt the speech: else these are two phrases of it."""
        return Span(last.spans[-1].end, statement.start).holds(saying.subject.span)

    def _is_interrupted(self, last: Statement, statement: Statement) -> bool:
        """Whether only the attribution stands between two parts, one of them being a clause."""
        between = Span(last.spans[-1].end, statement.start)
        return len(self.page.tokens_of(between)) <= 30

    def _block(self, statement: Statement) -> int:
        return self.page.block_at(statement.start)

    # readings

    def _make_reading(self, statement: Statement, scene: Scene) -> None:
        saying = statement.saying
        if saying is None:
            return
        if saying.kind == "read":
            self._read_aloud(statement, scene, saying)
            return
        outer = [s for s in scene.sayings if s.last <= saying.subject.first and s.kind in TELLING]
        between = scene.sentence.tokens[saying.last :]
        cites = any(token.norm in self.page.rules.documents for token in between)
        cites = cites or (bool(outer) and outer[-1].kind == "read")
        if outer and cites and outer[-1].subject.who not in ("", statement.speaker):
            statement.kind, statement.rule = "reading", "read-aloud"
            statement.read_by = outer[-1].subject.who
            statement.confidence = min(statement.confidence, 0.7)

    def _read_aloud(self, statement: Statement, scene: Scene, saying: Saying) -> None:
        """The subject is the voice; the author is named, or pointed at, between the verb and the words."""
        statement.kind, statement.rule = "reading", "read-aloud"
        statement.read_by = saying.subject.who
        between = [
            m
            for m in scene.mentions
            if saying.last <= m.first
            and m.kind in SPEAKS
            and m.who != saying.subject.who
            and m.span.end <= statement.start
            and m.gender != "o"
        ]
        named = [m for m in between if m.name and m.kind == "person"]
        author = named[-1] if named else between[0] if between else None
        statement.speaker = (author.who or self._described(author)) if author else ""
        statement.words = author.span if author else None
        statement.confidence = min(statement.confidence, 0.75 if author else 0.55)

    # quotations within quotations

    def _take_inner(self, quote: Quote, number: int, outer: Statement) -> None:
        for scene in self.spoken.get(number, ()) if quote.inner else ():
            for place, token in enumerate(scene.sentence.tokens):
                if token.quote < 0:
                    continue
                inner = quote.inner[token.quote]
                found = in_sentence(self.page, scene, place)
                if found is None or not self.titles.is_speech(inner, scene, place, found):
                    continue
                self.made.append(
                    Statement(
                        kind="quotation",
                        spans=[self._without_comma(span) for span in inner.spans],
                        speaker=found.speaker or self._unnamed_inside(found, scene, place, outer),
                        words=found.words,
                        rule="within",
                        confidence=0.6,
                        within=outer,
                    )
                )

    def _unnamed_inside(self, found: Attribution, scene: Scene, place: int, outer: Statement) -> str:
        """“A guard told her: …” inside somebody's speech: a speaker of its own; “I said: …”: the same one."""
        if found.saying:
            return self._described(found.saying.subject)
        tokens = scene.sentence.tokens
        for at in range(place - 1, 0, -1):
            if tokens[at].quote >= 0:
                break
            if self.page.sayings.at(tokens, at):
                return outer.speaker if tokens[at - 1].norm in self.page.rules.first_person else ""
        return ""

    def _described(self, mention: Mention) -> str:
        """The entry for somebody whom the text describes and does not name."""
        described = mention.kind in ("office", "people", "body")
        return self.story.cast.unnamed(mention).key if described else ""
