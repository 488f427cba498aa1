"""Sayings: the verbs of saying in a sentence, each with the words for its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.sentences import Sentence
from archive.ingest.engine.tokens import PhraseBook, Token
from archive.ingest.rules.table import Rules

SPEAKS = ("person", "office", "people", "body", "organisation", "place", "pronoun")
SKIPPED = 3  # words that may stand between a verb and the speaker after it
FAR = 10  # words between a speaker and the verb
CLAUSE_ENDS = frozenset(";:")


@dataclass
class Saying:
    """A verb of saying: where it stands, its kind, who is its subject."""

    first: int
    last: int
    kind: str
    subject: Mention
    inverted: bool = False  # “said Tolen”
    joined: bool = False  # the subject is that of an earlier verb: “…, adding that”
    follows_quote: bool = False


class Sayings:
    """Finds the verbs of saying of a sentence."""

    def __init__(self, rules: Rules):
        self.rules = rules
        self.book = PhraseBook(rules.sayings)
        self.according = PhraseBook(rules.according)

    def of(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Saying]:
        tokens = sentence.tokens
        found: list[Saying] = []
        place = 0
        while place < len(tokens):
            saying = self._at(tokens, place, mentions, found)
            if saying is not None:
                found.append(saying)
            place = saying.last if saying and saying.last > place else place + 1
        return found

    def _at(
        self, tokens: Sequence[Token], place: int, mentions: Sequence[Mention], before: list[Saying]
    ) -> Saying | None:
        phrase = self.according.at(tokens, place)
        if phrase:
            source = self._starting_at(mentions, place + len(phrase), tokens)
            return Saying(place, place + len(phrase), "according", source) if source else None
        phrase = self.book.at(tokens, place)
        capital = self.rules.capitals and tokens[place].is_capital and place > 0
        if not phrase or capital or any(m.first <= place < m.last and m.name for m in mentions):
            return None
        last = place + len(phrase)
        kind = self.rules.sayings[phrase]
        after_quote = self._comes_after_quote(tokens, place)
        if after_quote:
            begins = self._past_listener(tokens, self._past_adverbs(tokens, last), mentions)
            speaker = self._starting_at(mentions, begins, tokens)
            if speaker is not None:
                return Saying(place, last, kind, speaker, inverted=True, follows_quote=True)
        if self._is_participle(phrase[0]):
            return self._participle(tokens, place, last, kind, mentions, before)
        if not self._is_finite(tokens, place):
            return None
        found = self._with_subject(tokens, place, phrase, mentions, before, after_quote)
        if kind == "speak" and found and not (found.follows_quote or self._introduces(tokens, last)):
            return None
        return found

    def _with_subject(
        self,
        tokens: Sequence[Token],
        place: int,
        phrase: tuple[str, ...],
        mentions: Sequence[Mention],
        before: list[Saying],
        after_quote: bool,
    ) -> Saying | None:
        last, kind = place + len(phrase), self.rules.sayings[phrase]
        far = 1 if phrase[0] in self.rules.doubtful_verbs else FAR
        subject, joined = self._left(tokens, place, mentions, before, far)
        if subject is not None:
            beside = subject.first > 0 and self._comes_after_quote(tokens, subject.first)
            return Saying(place, last, kind, subject, joined=joined, follows_quote=beside or after_quote)
        speaker = self._starting_at(mentions, self._past_adverbs(tokens, last), tokens)
        if speaker is not None and place > 1 and tokens[place - 1].text in ",–—-":
            return Saying(place, last, kind, speaker, inverted=True)
        return None

    # what kind of form it is

    def _is_participle(self, word: str) -> bool:
        return word.endswith(self.rules.participle_endings)

    def _is_finite(self, tokens: Sequence[Token], place: int) -> bool:
        """Not “to say”, not “was told”, not “did not say”, and not a noun such as “her reports”."""
        rules = self.rules
        at = place - 1
        while at >= 0 and tokens[at].norm.endswith(rules.adverb_endings):
            at -= 1
        if at < 0:
            return False
        before = tokens[at].norm
        nouns = rules.articles | rules.prepositions | rules.possessives.keys() | rules.possessive_marks
        return not (
            before in rules.to
            or before in rules.passives
            or before in rules.negations
            or before in nouns
            or tokens[at].is_number
        )

    def _comes_after_quote(self, tokens: Sequence[Token], place: int) -> bool:
        at = place - 1
        while at >= 0 and (tokens[at].text in ",–—-" or tokens[at].norm.endswith(self.rules.adverb_endings)):
            at -= 1
        return at >= 0 and tokens[at].quote >= 0

    def _introduces_quote(self, tokens: Sequence[Token], last: int) -> bool:
        following = [token for token in tokens[last : last + 2] if token.text not in ",:"]
        return bool(following) and following[0].quote >= 0

    def _introduces(self, tokens: Sequence[Token], last: int) -> bool:
        """Whether a quotation comes next, or a sign that leads in to one."""
        following = tokens[last : last + 2]
        return any(token.quote >= 0 or token.text == ":" for token in following) or bool(
            following and following[0].text == ","
        )

    def _past_adverbs(self, tokens: Sequence[Token], place: int) -> int:
        while place < len(tokens) and (
            tokens[place].norm in self.rules.adverbs or tokens[place].norm.endswith(self.rules.adverb_endings)
        ):
            place += 1
        return place

    def _past_listener(self, tokens: Sequence[Token], place: int, mentions: Sequence[Mention]) -> int:
        """“declared to the Agency the minister”: past the one who was told."""
        if place >= len(tokens) or tokens[place].norm not in self.rules.to:
            return place
        listener = self._starting_at(mentions, place + 1, tokens)
        return listener.last if listener else place

    # the subject

    def _starting_at(
        self, mentions: Sequence[Mention], place: int, tokens: Sequence[Token] = ()
    ) -> Mention | None:
        """The mention that begins at a place, or after an article, an age or an adjective there."""
        for mention in mentions:
            skipped = tokens[place : mention.first]
            if mention.first < place or mention.first - place > len(skipped) or len(skipped) > SKIPPED:
                continue
            if all(self._may_precede(token) for token in skipped):
                return mention if mention.kind in SPEAKS and mention.gender != "o" else None
        return None

    def _may_precede(self, token: Token) -> bool:
        rules = self.rules
        small = token.norm in rules.stops and token.norm not in rules.articles
        return token.is_word and not token.is_capital and not small

    def _participle(
        self,
        tokens: Sequence[Token],
        place: int,
        last: int,
        kind: str,
        mentions: Sequence[Mention],
        before: list[Saying],
    ) -> Saying | None:
        """“…, adding that”: the subject is the one who spoke before, or the sentence's first."""
        at = place - 1
        if at >= 0 and tokens[at].norm in self.rules.as_words:
            source = self._nearest(mentions, at, tokens)
            return Saying(place, last, kind, source) if source else None
        opens_clause = at < 0 or tokens[at].text in ",–—-" or tokens[at].norm in self.rules.conjunctions
        opens_clause = opens_clause or (kind == "read" and tokens[at].norm in self.rules.by)
        if not opens_clause and not self._introduces_quote(tokens, last):
            return None
        if before:
            return Saying(place, last, kind, before[-1].subject, joined=True)
        subject = self._first_subject(tokens, mentions, place) if at >= 0 else None
        return Saying(place, last, kind, subject, joined=True) if subject else None

    def _nearest(self, mentions: Sequence[Mention], place: int, tokens: Sequence[Token]) -> Mention | None:
        left = [m for m in mentions if m.last <= place and m.kind in SPEAKS and place - m.last <= 3]
        return left[-1] if left else None

    def _first_subject(
        self, tokens: Sequence[Token], mentions: Sequence[Mention], place: int
    ) -> Mention | None:
        return next(
            (
                m
                for m in mentions
                if m.last <= place and m.kind in SPEAKS and m.gender != "o" and not self._governed(tokens, m)
            ),
            None,
        )

    def _governed(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a preposition or a form of “to be” stands before a mention, so that it is no subject."""
        at = mention.first - 1
        while at >= 0 and tokens[at].norm in self.rules.articles:
            at -= 1
        return at >= 0 and tokens[at].norm in self.rules.prepositions | self.rules.passives

    def _left(
        self, tokens: Sequence[Token], place: int, mentions: Sequence[Mention], before: list[Saying], far: int
    ) -> tuple[Mention | None, bool]:
        """The subject to the left of a verb, and whether it is shared with an earlier verb."""
        rules = self.rules
        ending = {m.last: m for m in mentions if m.kind in SPEAKS}
        at, steps = place, 0
        while at > 0 and steps <= far:
            token = tokens[at - 1]
            if at in ending and not self._governed(tokens, ending[at]):
                subject = ending[at]
                return (subject, False) if subject.gender != "o" else (None, False)
            if at in ending:
                at = ending[at].first
                continue
            if token.text in ",)–—-":
                return self._before_parenthesis(tokens, at - 1, mentions), False
            if token.norm in rules.who:
                return self._before_parenthesis(tokens, at - 1, mentions, relative=True), False
            if token.norm in rules.conjunctions:
                shared = before[-1].subject if before else self._first_subject(tokens, mentions, at)
                return shared, True
            if token.quote >= 0 or token.text in CLAUSE_ENDS or token.norm in rules.that:
                return None, False
            at -= 1
            steps += 1
        return None, False

    def _told_of(self, tokens: Sequence[Token], place: int, mentions: Sequence[Mention]) -> Mention | None:
        """Tolen in “Tolen, who chairs the Committee, co-host of the event,”: the clause is about them."""
        for mention in mentions:
            told = mention.last + 1 < place and tokens[mention.last].text == ","
            if told and tokens[mention.last + 1].norm in self.rules.who and mention.kind in SPEAKS:
                inside = tokens[mention.last + 2 : place]
                said = any(self.book.at(inside, at) for at in range(len(inside)))
                if not said and not self._governed(tokens, mention):
                    return mention
        return None

    def _before_parenthesis(
        self, tokens: Sequence[Token], place: int, mentions: Sequence[Mention], *, relative: bool = False
    ) -> Mention | None:
        """The one spoken of before “, a lawyer,” or “, who lost two sons,”."""
        named_as_one_of = [at for at in range(place) if tokens[at].norm in self.rules.including]
        place = named_as_one_of[-1] if named_as_one_of and not relative else place
        if not relative and (told_of := self._told_of(tokens, place, mentions)):
            return told_of
        for mention in reversed(mentions):
            if named_as_one_of and mention.last == place and mention.kind in SPEAKS:
                return mention
            if mention.last > place or mention.kind not in SPEAKS or mention.gender == "o":
                continue
            beside = tokens[mention.last].text in ",(–—-" or (relative and mention.last == place)
            if beside and (relative or not self._governed(tokens, mention)):
                return mention
        return None
