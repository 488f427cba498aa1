"""Names: runs of capitals that may name a person, an organisation or a place."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

from archive.ingest.engine.tokens import Page, Token

LONGEST_PERSON = 6
LONGEST_ORGANISATION = 18


class Names:
    """Finds the names in a row of words."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules

    # runs of capitals

    def run(self, tokens: Sequence[Token], place: int) -> int:
        """The end of the run of capitals that begins at a place; the place itself where none does."""
        if place >= len(tokens) or not self._begins_name(tokens, place):
            return place
        end = self._step(tokens, place)
        while end < len(tokens):
            if self._goes_on(tokens, end):
                end = self._step(tokens, end)
            elif length := self._particles(tokens, end):
                end += length
            else:
                break
        return end

    def _begins_name(self, tokens: Sequence[Token], place: int) -> bool:
        token = tokens[place]
        if not self._is_name_word(token):
            particle = token.norm in self.rules.particles and token.is_word and place + 1 < len(tokens)
            return particle and self._is_known_surname(tokens, place)
        starts_sentence = place == 0 or tokens[place - 1].text in ".!?:"
        if token.norm in self.rules.stops and (starts_sentence or token.norm not in self.rules.numbers):
            return False
        starts = place == 0 or not tokens[place - 1].is_word
        follows = place + 1 < len(tokens) and self._is_name_word(tokens[place + 1])
        common = token.text[:1].lower() + token.text[1:] in self.page.lower_words
        return not (starts and common and not follows)

    def _is_known_surname(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether “van der Wielen” stands elsewhere after a given name, and so begins a name itself."""
        words = [tokens[place].norm]
        for token in tokens[place + 1 : place + 4]:
            words.append(token.norm)
            if token.is_capital:
                return tuple(words) in self.surnames_with_particles
            if token.norm not in self.rules.particles:
                return False
        return False

    @cached_property
    def surnames_with_particles(self) -> frozenset[tuple[str, ...]]:
        found = set()
        for words in self.page.tokens:
            for place in range(1, len(words)):
                if words[place].norm not in self.rules.particles or not words[place - 1].is_capital:
                    continue
                last = place
                while last < len(words) and words[last].norm in self.rules.particles:
                    last += 1
                if last < len(words) and words[last].is_capital:
                    found.add(tuple(token.norm for token in words[place : last + 1]))
        return frozenset(found)

    def _is_name_word(self, token: Token) -> bool:
        if (
            not token.is_word
            or token.norm in self.rules.weekdays
            or token.norm in self.rules.possessive_marks
        ):
            return False
        return token.is_capital or ("-" in token.text and token.text.split("-")[-1][:1].isupper())

    def _goes_on(self, tokens: Sequence[Token], place: int) -> bool:
        token = tokens[place]
        if token.text.startswith("#") or not self._is_name_word(token):
            return False
        is_month = token.norm in self.rules.months
        dated = place + 1 < len(tokens) and tokens[place + 1].is_number
        return not (is_month and dated)

    def _step(self, tokens: Sequence[Token], place: int) -> int:
        """Past one word of a name, and past the stop after an initial or a short title."""
        token = tokens[place]
        stops = place + 2 < len(tokens) and tokens[place + 1].text == "."
        short = len(token.text) == 1 or token.norm in self.rules.titles
        if stops and short and tokens[place + 1].start == token.end and self._is_name_word(tokens[place + 2]):
            return place + 2
        return place + 1

    def _particles(self, tokens: Sequence[Token], place: int) -> int:
        length = 0
        while place + length < len(tokens) and tokens[place + length].norm in self.rules.particles:
            length += 1
        if not length or place + length >= len(tokens):
            return 0
        return length + 1 if self._is_name_word(tokens[place + length]) else 0

    # organisations

    def organisation(self, tokens: Sequence[Token], place: int) -> int:
        """The end of the organisation's name that begins at a place; the place itself where none does."""
        end = self._past_owner(tokens, self.run(tokens, place))
        if end == place:
            return place
        if end == place + 1 and self.is_acronym(tokens[place]):
            return end
        heads = [at for at in range(place, end) if tokens[at].norm in self.rules.organisation_words]
        if not heads or (end - place == 1 and not self._links_on(tokens, end)):
            return place
        if any(tokens[at].norm in self.rules.roles for at in range(heads[-1] + 1, end)):
            return place
        return self._with_links(tokens, end, limit=place + LONGEST_ORGANISATION)

    def _past_owner(self, tokens: Sequence[Token], end: int) -> int:
        """Past “’ Union” after “Law Students”: what several own belongs to the name."""
        if end == 0 or end + 1 >= len(tokens) or tokens[end].norm not in self.rules.possessive_marks:
            return end
        owned = self.run(tokens, end + 1)
        body = any(token.norm in self.rules.organisation_words for token in tokens[end + 1 : owned])
        return owned if body and tokens[end - 1].end == tokens[end].start else end

    def _links_on(self, tokens: Sequence[Token], end: int) -> bool:
        return self._with_links(tokens, end, limit=end + LONGEST_ORGANISATION) > end

    def _with_links(self, tokens: Sequence[Token], end: int, *, limit: int) -> int:
        """Past “of Mayors of France for a Democratic Iran”."""
        linked = False
        while end < min(limit, len(tokens)):
            following = end
            while following < len(tokens) and (
                tokens[following].norm in self.rules.organisation_links
                or (following > end and tokens[following].norm in self.rules.articles)
            ):
                following += 1
            if following in (end, len(tokens)) or following - end > 3:
                break
            if not self._may_link(tokens, end, following, linked):
                break
            last = self.run(tokens, following)
            last = self.place_then_person(tokens, following, last) if last > following else last
            if last == following:
                break
            end, linked = last, True
        return end

    def _may_link(self, tokens: Sequence[Token], end: int, following: int, linked: bool) -> bool:
        links = [token.norm for token in tokens[end:following]]
        if tokens[following].norm in self.rules.months or tokens[following].norm in self.rules.weekdays:
            return False
        if links[0] in self.rules.conjunctions:
            last = self.run(tokens, following)
            own = any(token.norm in self.rules.organisation_words for token in tokens[following:last])
            person = tokens[following].norm in self.rules.given_names
            return len(links) == 1 and linked and not own and not person
        beside = links[0] in self.rules.list_words - self.rules.articles
        if beside and tokens[end - 1].norm in self.rules.organisation_words:
            return False  # “the Museum with the Network”: two of them
        last = self.run(tokens, following)
        names_aim = last < len(tokens) and tokens[last].norm in self.rules.of
        return links[0] not in self.rules.place_leads or linked or names_aim

    def is_acronym(self, token: Token) -> bool:
        letters = token.text.replace(".", "").replace("/", "").replace("-", "")
        if (
            token.norm in self.rules.things
            or not token.is_word
            or token.text.startswith("#")
            or not 2 <= len(letters) <= 8
        ):
            return False
        capitals = sum(letter.isupper() for letter in letters)
        return capitals >= 2 and capitals >= len(letters) - 1 and not set(letters) <= set("IVXLCM")

    # places

    def country(self, tokens: Sequence[Token], place: int) -> int:
        """The end of a country's name that begins at a place; the place itself where none does."""
        for length in (4, 3, 2, 1):
            words = " ".join(token.norm for token in tokens[place : place + length])
            if words in self.rules.countries and tokens[place].is_capital:
                return min(place + length, len(tokens))
        return place

    def place_then_person(self, tokens: Sequence[Token], place: int, end: int) -> int:
        """Where a person begins in “Algeria Sid Ahmed Ghozali”: after a country, or at a given name."""
        after = self.country(tokens, place)
        if place < after < end:
            return after
        body = tokens[place].norm in self.rules.organisation_nouns
        if body and end - place >= 3 and tokens[place + 1].norm not in self.rules.particles:
            return place + 1
        if tokens[place].text in self.places and end - place >= 3:
            return place + 1
        return next(
            (at for at in range(place + 1, end - 1) if tokens[at].norm in self.rules.given_names), end
        )

    @cached_property
    def places(self) -> frozenset[str]:
        """Words that the text uses after a word of place, and that are not months or people's titles."""
        found = set()
        for words in self.page.tokens:
            for before, token in itertools.pairwise(words):
                if before.norm in self.rules.place_leads and token.is_capital:
                    found.add(token.text)
        dates = self.rules.months.keys() | self.rules.weekdays
        return frozenset(word for word in found if word.casefold() not in dates)
