"""Reported speech: the clause that tells what somebody said, without their own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from archive.core.spans import Span
from archive.ingest.engine.sayings import Saying
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.statements import Statement
from archive.ingest.engine.tokens import Token
from archive.ingest.engine.trimming import without_aside

THAT_WITHIN = 20  # words between a verb and its “that”
SHORTEST = 3
FRAME = 5  # a clause with fewer words of its own around a quotation only frames it
BEFORE_VERB = 5  # words of a clause that may stand before “…, she said”
CLAUSAL = ("say", "note", "ask", "mention", "feel", "read")


class Reports:
    """Makes paraphrases of the verbs of saying that introduce no quotation."""

    def __init__(self, story: Story, quoted: Sequence[Statement]):
        self.story = story
        self.page = story.page
        self.rules = story.page.rules
        self.taken = {id(statement.saying) for statement in quoted if statement.saying}
        self.direct = sorted(span for statement in quoted for span in statement.spans)

    def run(self) -> list[Statement]:
        found: list[Statement] = []
        for number, scene in enumerate(self.story.scenes):
            for at, saying in enumerate(scene.sayings):
                later = scene.sayings[at + 1] if at + 1 < len(scene.sayings) else None
                statement = self._of(scene, saying, later)
                if statement is not None and not any(each.holds(statement.spans[0]) for each in found[-3:]):
                    statement.scene = number
                    found.append(statement)
        return found

    def _of(self, scene: Scene, saying: Saying, later: Saying | None) -> Statement | None:
        if saying.subject.gender == "o" or saying.kind == "call":
            return None
        spans, rule, confidence = self._clause(scene, saying, later)
        spans = [span for span in spans if span.start < span.end]
        if not spans or self._is_frame(spans) or self._length(spans) < SHORTEST:
            return None
        unmarked = rule == "reported" and spans[0].start < saying.subject.span.start and self._is_own(spans)
        return Statement(
            kind="quotation" if unmarked else "paraphrase",
            spans=spans,
            speaker=saying.subject.who,
            words=saying.subject.span,
            rule="unmarked" if unmarked else rule,
            confidence=confidence if saying.subject.who else confidence - 0.2,
            saying=saying,
        )

    def _is_own(self, spans: list[Span]) -> bool:
        """Whether somebody speaks in the first person, outside all quotation marks."""
        words = (token for span in spans for token in self.page.tokens_of(span))
        return any(token.norm in self.rules.own_words and not self._is_quoted(token) for token in words)

    def _length(self, spans: list[Span]) -> int:
        return sum(token.is_word for span in spans for token in self.page.tokens_of(span))

    def _is_frame(self, spans: list[Span]) -> bool:
        """Whether a clause is little more than words in quotation marks."""
        own = [
            token
            for span in spans
            for token in self.page.tokens_of(span)
            if token.is_word and not self._is_quoted(token)
        ]
        quoted = self._length(spans) - len(own)
        return quoted >= len(own) or len(own) < SHORTEST or (quoted > 0 and len(own) < FRAME)

    def _is_quoted(self, token: Token) -> bool:
        at = bisect_right(self.direct, token.start, key=lambda span: span.start) - 1
        return at >= 0 and self.direct[at].holds(token.span)

    # which clause

    def _clause(self, scene: Scene, saying: Saying, later: Saying | None) -> tuple[list[Span], str, float]:
        tokens = scene.sentence.tokens
        end = self._end(tokens, saying, later)
        if saying.kind == "according":
            return self._according(scene, saying), "according", 0.75
        if saying.kind == "demand" or (saying.kind in ("ask", "note") and self._asks(scene, saying)):
            return self._asked(tokens, saying, end), "asked-for", 0.75
        if saying.kind not in CLAUSAL:
            return [], "", 0
        that = self._that(tokens, saying, end)
        if that is not None:
            return [self._span(tokens, that, end)], "reported", 0.85
        if saying.kind in ("mention", "feel", "read", "ask"):
            return [], "", 0
        if saying.follows_quote or self._introduces_quote(tokens, saying, end):
            return [], "", 0
        before = self._before(tokens, saying, end)
        if before:
            return before, "reported", 0.8
        return self._bare(scene, saying, end), "reported", 0.7

    def _asks(self, scene: Scene, saying: Saying) -> bool:
        """“asked the state to …”, “warned the conference not to …”: somebody, and “to”, come next."""
        tokens = scene.sentence.tokens
        for mention in scene.mentions:
            if mention.first == saying.last:
                following = tokens[mention.last : mention.last + 2]
                norms = [token.norm for token in following if token.norm not in self.rules.negations]
                return bool(norms) and norms[0] in self.rules.to
        return False

    def _introduces_quote(self, tokens: Sequence[Token], saying: Saying, end: int) -> bool:
        """Whether the verb leads in to a quotation: what stands before it is no report."""
        return id(saying) in self.taken and any(
            tokens[at].quote >= 0 and tokens[at - 1].text in ":," for at in range(saying.last, len(tokens))
        )

    def _that(self, tokens: Sequence[Token], saying: Saying, end: int) -> int | None:
        for at in range(saying.last, min(end, saying.last + THAT_WITHIN)):
            if tokens[at].norm in self.rules.that:
                return at + 1
            if tokens[at].quote >= 0 or tokens[at].text in ":;" or tokens[at].norm in self.rules.numbers:
                return None
        return None

    def _end(self, tokens: Sequence[Token], saying: Saying, later: Saying | None) -> int:
        """Where the clause ends: before a further verb of the same speaker, or with the sentence."""
        end = len(tokens)
        if later is not None and later.joined and later.first > saying.last:
            end = later.first
            while end > saying.last and (
                tokens[end - 1].text in ",–—-"
                or tokens[end - 1].norm in self.rules.conjunctions
                or tokens[end - 1].norm in self.rules.adverbs
            ):
                end -= 1
        while end > saying.last and not tokens[end - 1].is_word and tokens[end - 1].quote < 0:
            end -= 1
        return end

    def _before(self, tokens: Sequence[Token], saying: Saying, end: int) -> list[Span]:
        """“The dead were forty, the minister said.” and “The state, she said, must act.”"""
        first = saying.first if saying.inverted else min(saying.first, saying.subject.first)
        last = max(saying.last, saying.subject.last)
        if first < 2 or tokens[first - 1].text != "," or saying.joined:
            return []
        if any(token.quote >= 0 for token in tokens[:first]):
            return []
        comma = next((at for at in range(last, end) if tokens[at].text == ","), end)
        if last < end and tokens[last].norm in self.rules.prepositions and comma - last <= FRAME:
            last = comma  # “…, she insists on the telephone, …”
        words = sum(token.is_word for token in tokens[: first - 1])
        if last < end and tokens[last].text == "," and words < BEFORE_VERB:
            return [self._span(tokens, 0, first - 1), self._span(tokens, last + 1, end)]
        if last < end and tokens[last].text == "," and not saying.inverted and self._resumes(tokens, last):
            return [self._span(tokens, 0, first - 1), self._span(tokens, last + 1, end)]
        if (
            words >= BEFORE_VERB
            and comma - last <= THAT_WITHIN
            and not self._is_circumstance(tokens[: first - 1])
        ):
            return [self._span(tokens, 0, first - 1)]
        return []

    def _is_circumstance(self, clause: Sequence[Token]) -> bool:
        """“Testifying at the trial, she said …”: no clause of hers."""
        leads_in = clause[0].norm in self.rules.prepositions or self._is_participle(clause[0])
        return leads_in and not any(token.norm in self.rules.auxiliaries for token in clause)

    def _is_participle(self, token: Token) -> bool:
        return token.norm.endswith(self.rules.participle_endings)

    def _resumes(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether the clause goes on after “, she said,”: not with “adding that” or “who”."""
        following = tokens[comma + 1] if comma + 1 < len(tokens) else None
        return following is not None and not (
            following.norm in self.rules.who or self._is_participle(following)
        )

    def _bare(self, scene: Scene, saying: Saying, end: int) -> list[Span]:
        """The clause that follows the verb without “that”; past the one who is told, or how it was said."""
        tokens = scene.sentence.tokens
        first = saying.last
        if first >= end or tokens[first].text in ",:" or tokens[first].quote >= 0:
            return []
        if id(saying) in self.taken and any(token.quote >= 0 for token in tokens[first:end]):
            first_quote = next(at for at in range(first, end) if tokens[at].quote >= 0)
            if first_quote - first < FRAME:
                return []
        if saying.inverted:
            return []
        first = self._past_circumstance(scene, saying, end)
        clause = tokens[first:end]
        thing = len(clause) > 1 and clause[0].norm in self.rules.objects
        if thing and clause[1].norm not in self.rules.auxiliaries | self.rules.passives:
            return []
        if not clause or tokens[first].norm in self.rules.prepositions | self.rules.who | self.rules.to:
            return []
        if saying.kind == "note" and not self._has_verb(scene, first, end):
            return []
        if saying.kind == "note" and self._is_thing(clause):
            return []
        return [self._span(tokens, first, end)]

    def _is_thing(self, clause: Sequence[Token]) -> bool:
        """“noting the part the state has played”: a thing with a clause about it."""
        articles = self.rules.articles
        return clause[0].norm in articles and any(token.norm in articles for token in clause[2:4])

    def _past_circumstance(self, scene: Scene, saying: Saying, end: int) -> int:
        tokens = scene.sentence.tokens
        first = saying.last
        told = next((m for m in scene.mentions if m.first == first), None)
        tells = tokens[saying.first].norm in self.rules.telling
        if told is not None and tells and told.last < end and tokens[told.last].text not in ",.":
            return told.last
        if tells and tokens[first].norm in self.rules.addressees:
            first += 1
        elif tells and tokens[first].norm in self.rules.articles and first + 2 < end:
            first += 2  # “told the chamber her uncle had …”
        while first < end and tokens[first].norm in self.rules.weekdays | self.rules.adverbs:
            first += 1
        return first

    def _has_verb(self, scene: Scene, first: int, end: int) -> bool:
        return any(token.norm in self.rules.auxiliaries for token in scene.sentence.tokens[first:end])

    def _asked(self, tokens: Sequence[Token], saying: Saying, end: int) -> list[Span]:
        first = saying.last
        if saying.inverted or first >= end or tokens[first].text in ",:":
            return []
        if tokens[first].norm in self.rules.objects:
            return []  # “asked us to leave out his name”: said in passing
        end = without_aside(tokens, first, end, self.rules)
        if tokens[first].norm in self.rules.that:
            first += 1
        return [self._span(tokens, first, end)]

    def _according(self, scene: Scene, saying: Saying) -> list[Span]:
        """The rest of the sentence, before or after “according to …”."""
        tokens = scene.sentence.tokens
        last = saying.subject.last
        end = len(tokens)
        while end > last and not tokens[end - 1].is_word and tokens[end - 1].quote < 0:
            end -= 1
        if saying.first <= 1:
            commas = [at + 1 for at in range(last, end) if tokens[at].text == ","]
            if len(commas) > 1 and tokens[commas[0]].norm in self.rules.who:
                del commas[0]
            first = commas[0] if commas else last
            end = next((at for at in range(first, end) if tokens[at].text == ";"), end)
            return [self._span(tokens, first, end)] if first < end else []
        before = saying.first
        while before > 0 and tokens[before - 1].text in ",–—-":
            before -= 1
        spans = [self._span(tokens, 0, before)]
        if last < end and tokens[last].text == ",":
            spans.append(self._span(tokens, last + 1, end))
        return spans

    @staticmethod
    def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
        if first >= last:
            return Span(0, 0)
        return Span(tokens[first].start, tokens[last - 1].end)
