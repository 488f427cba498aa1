"""Where speech begins and ends when a quotation mark is missing."""

from __future__ import annotations

from archive.core.spans import Span
from archive.ingest.engine.tokens import Page, Token

SENTENCE_END = frozenset(".!?…؟")
NEAR = 7  # words within which a verb of saying and its speaker stand together


class Mender:
    """Looks for the attribution that tells speech from the sentence around it."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules
        self.sayings = page.sayings

    def where_speech_ends(self, room: Span) -> int:
        """The end of speech in a room that has no closing mark: before an attribution, or at its end.

        An attribution is a comma, a verb of saying and its speaker, or the other way round.
        """
        tokens = self.page.tokens_of(room)
        if self._is_led_by_title(room.start):
            return next((t.start for t in tokens if t.text in SENTENCE_END), room.trimmed(self.page.text).end)
        for place, token in enumerate(tokens):
            if token.text in ",?!" and self._attribution_at(tokens, place + 1):
                return token.start if token.text == "," else token.end
        return room.trimmed(self.page.text).end

    def _is_led_by_title(self, start: int) -> bool:
        """Whether “entitled” or the like stands before an opening mark: a title ends with its sentence."""
        block = self.page.block(self.page.block_at(start))
        before = [t for t in self.page.tokens_of(Span(max(block.start, start - 30), start)) if t.is_word]
        return bool(before) and before[-1].norm in self.rules.title_leads

    def _attribution_at(self, tokens: list[Token], place: int) -> bool:
        if place >= len(tokens):
            return False
        verb = self._finite_saying(tokens, place)
        if verb:
            speaker = place + verb
            return speaker < len(tokens) and self._may_speak(tokens[speaker])
        if not self._may_speak(tokens[place]) or self._first_person(tokens, place):
            return False
        return any(
            self._finite_saying(tokens, at) and self._ends_soon(tokens, at)
            for at in range(place + 1, min(place + 5, len(tokens)))
            if not any(token.text in ",;:." for token in tokens[place + 1 : at])
        )

    def _finite_saying(self, tokens: list[Token], place: int) -> int:
        phrase = self.sayings.at(tokens, place)
        kind = self.rules.sayings.get(phrase, "")
        return len(phrase) if kind in ("say", "note", "ask", "call") else 0

    def _ends_soon(self, tokens: list[Token], at: int) -> bool:
        """Whether the sentence ends within a few words of the verb, as attributions do."""
        return any(token.text in SENTENCE_END for token in tokens[at : at + NEAR]) or at + NEAR >= len(tokens)

    def _may_speak(self, token: Token) -> bool:
        rules = self.rules
        return (
            (token.is_capital and token.norm not in rules.first_person)
            or token.norm in rules.pronouns
            or token.norm in rules.articles
            or token.norm in rules.roles
            or token.norm in rules.people
            or token.norm in rules.possessives
        )

    def _first_person(self, tokens: list[Token], place: int) -> bool:
        return tokens[place].norm in self.rules.first_person

    def where_speech_begins(self, room: Span, *, fresh: bool) -> int:
        """The beginning of speech in a room that has no opening mark.

        After a colon that follows a verb of saying; else at the start of the paragraph; else, after an
        earlier quotation in it, with the sentence after that one's attribution.
        """
        tokens = self.page.tokens_of(room)
        colon = next((place for place, token in enumerate(tokens) if token.text == ":"), -1)
        if colon >= 0 and any(self.sayings.at(tokens, place) for place in range(colon)):
            return tokens[colon].end
        if fresh:
            return self._after_reported(tokens, room)
        for place, token in enumerate(tokens[:-1]):
            if token.text in SENTENCE_END and tokens[place + 1].is_capital:
                return token.end
        return room.start

    def _after_reported(self, tokens: list[Token], room: Span) -> int:
        """The start of the paragraph, or of its first sentence that is not reported speech."""
        begins = room.start
        sentence: list[Token] = []
        for place, token in enumerate(tokens):
            sentence.append(token)
            ends = token.text in SENTENCE_END and place + 1 < len(tokens) and tokens[place + 1].is_capital
            if ends and self._is_told_by_the_article(sentence):
                begins = token.end
            if ends:
                sentence = []
        return begins

    def _is_told_by_the_article(self, sentence: list[Token]) -> bool:
        """Whether a sentence has a third person saying something, and so is not speech itself."""
        for place in range(1, len(sentence)):
            phrase = self.sayings.at(sentence, place)
            if phrase:
                before = self._past_adverbs(sentence, place)
                if before.norm in self.rules.pronouns or (
                    before.is_capital and before.norm not in self.rules.first_person
                ):
                    return True
        return False

    def _past_adverbs(self, sentence: list[Token], place: int) -> Token:
        """The word before a verb, “also” and the like left out."""
        at = place - 1
        adverbs = self.rules.adverbs - self.rules.auxiliaries
        while at > 0 and (
            sentence[at].norm in adverbs or sentence[at].norm.endswith(self.rules.adverb_endings)
        ):
            at -= 1
        return sentence[at]

    def has_lead_in(self, start: int) -> bool:
        """Whether the sentence before an opening mark already says who speaks."""
        block = self.page.block(self.page.block_at(start))
        tokens = self.page.tokens_of(Span(block.start, start))
        if not tokens or tokens[-1].text not in ",:":
            return False
        sentence: list[Token] = []
        for token in reversed(tokens):
            if token.text in SENTENCE_END:
                break
            sentence.insert(0, token)
        return any(self.sayings.at(sentence, place) for place in range(len(sentence)))

    def has_attribution_after(self, end: int) -> bool:
        """Whether a verb of saying stands right after a closing mark."""
        block = self.page.block(self.page.block_at(end))
        tokens = self.page.tokens_of(Span(end, block.end))[:NEAR]
        return any(self.sayings.at(tokens, place) for place in range(len(tokens)))
