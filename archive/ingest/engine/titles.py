"""What stands in quotation marks and is not speech: titles, names, slogans, words held at a distance."""

from __future__ import annotations

from archive.ingest.engine.attribution import Attribution
from archive.ingest.engine.quotes import Quote
from archive.ingest.engine.scenes import Scene, words_of
from archive.ingest.engine.tokens import Page, PhraseBook

POINTED = 4  # words a phrase inside somebody's sentence must have to be a statement
WHOLE = 3  # words that words standing alone must have
NEAR = 4
WEAK = 0.5  # below this confidence in who speaks, more words must stand between the marks
TITLE_LENGTH = 12


class Titles:
    """Tells speech from other words in quotation marks."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules
        self.so_called = PhraseBook(page.rules.so_called)

    def is_speech(self, quote: Quote, scene: Scene, place: int, found: Attribution | None) -> bool:
        """Whether a quotation is somebody's words, given who seems to say them."""
        length = sum(words_of(self.page, span) for span in quote.spans)
        if self._is_named_after_noun(quote, scene, place) or self._heads_a_line(scene, place):
            return False
        if found is not None and found.direct and not self._is_led_by_title(quote, scene, place):
            in_passing = self._is_in_passing(quote, scene, place)
            if in_passing and length < POINTED and quote.spans[0].of(self.page.text)[:1].islower():
                return False
            if length < POINTED and (in_passing or found.saying is None):
                return self._ends_like_sentence(quote) or quote.spans[-1].of(self.page.text).endswith(",")
            return length > 0 and not (found.saying and found.saying.kind == "call" and length < POINTED)
        if self.stands_alone(scene):
            return length >= WHOLE or self._ends_like_sentence(quote)
        if self.is_title(quote, scene, place):
            return False
        if place == 0 and found is not None and quote.spans[0].of(self.page.text).endswith(","):
            return True
        if found is None:
            begins = quote.spans[0].of(self.page.text)[:1]
            return length >= 2 * POINTED and self._ends_like_sentence(quote) and not begins.islower()
        return length >= POINTED + (found.confidence < WEAK)

    def stands_alone(self, scene: Scene) -> bool:
        return scene.sentence.is_bare

    def _heads_a_line(self, scene: Scene, place: int) -> bool:
        """““We will dig”: Families speak”: a line that begins so, and ends as no sentence does."""
        tokens = scene.sentence.tokens
        block = self.page.block(scene.block)
        if tokens[0].start != block.start or tokens[-1].end != block.end:
            return False
        if scene.block == 0 and place and tokens[place - 1].text == ":" and place == len(tokens) - 1:
            inside = tokens[place].text.rstrip("\"”’»' ")
            return inside[-1:] not in ".!?…," and not scene.sayings
        return place == 0 and len(tokens) > 1 and tokens[1].text == ":" and tokens[-1].is_word

    def _is_in_passing(self, quote: Quote, scene: Scene, place: int) -> bool:
        """“He said “Farid” again”: a word inside the sentence, no comma before or behind it."""
        tokens = scene.sentence.tokens
        led_in = place == 0 or tokens[place - 1].text in ",:"
        follows = place + 1 < len(tokens) and tokens[place + 1].text == ","
        return not led_in and not follows and not quote.spans[-1].of(self.page.text).endswith(",")

    def _ends_like_sentence(self, quote: Quote) -> bool:
        return quote.spans[-1].of(self.page.text).endswith((".", "!", "?", "…", "؟"))

    def is_title(self, quote: Quote, scene: Scene, place: int) -> bool:
        """Whether the words name a thing: by the noun beside them or by their capitals."""
        return self._is_led_by_title(quote, scene, place) or (
            self._is_in_capitals(quote) and not self._ends_like_sentence(quote)
        )

    def _is_led_by_title(self, quote: Quote, scene: Scene, place: int) -> bool:
        tokens = scene.sentence.tokens
        if place and tokens[place - 1].text == "," and not self._is_in_capitals(quote):
            return False
        before = [token for token in tokens[max(0, place - NEAR) : place] if token.text not in ","]
        rules = self.rules
        words = [t for t in tokens[:place] if t.is_word and t.norm not in rules.conjunctions]
        if any(token.norm in rules.display_words for token in words[-NEAR:]):
            return True
        if not before or before[-1].text == ":":
            return False
        return before[-1].norm in rules.title_leads | rules.title_nouns or any(
            self.so_called.at(before, at) and at + len(self.so_called.at(before, at)) == len(before)
            for at in range(len(before))
        )

    def _is_named_after_noun(self, quote: Quote, scene: Scene, place: int) -> bool:
        """“the report of the Group, “The Seven Weeks”, …”: in capitals, after a noun for such things."""
        before = scene.sentence.tokens[max(0, place - TITLE_LENGTH) : place]
        nouns = any(token.norm in self.rules.title_nouns for token in before)
        few = words_of(self.page, quote.spans[0]) > 1 and not self._ends_like_sentence(quote)
        return nouns and few and self._is_in_capitals(quote)

    def _is_in_capitals(self, quote: Quote) -> bool:
        """“The Voices of the Valley”: every word but the small ones has a capital."""
        if not self.rules.capitals:
            return False
        words = [token for token in self.page.tokens_of(quote.spans[0]) if token.is_word]
        large = [token for token in words if token.norm not in self.rules.stops]
        return (
            len(words) <= TITLE_LENGTH
            and bool(large)
            and all(token.is_capital or token.is_number for token in large)
        )
