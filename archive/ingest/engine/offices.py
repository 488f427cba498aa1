"""Offices: “the UN Special Rapporteur on …”, “a former prison guard”, “the ministry of justice”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.ingest.engine.names import Names
from archive.ingest.engine.tokens import Page, PhraseBook, Token

BEFORE_HEAD = 6  # words that may stand between an article and the noun
LOWER_AFTER_NAME = 2  # lower-case words between a name and the noun it qualifies
COMPLEMENT = 22  # the longest “for Foreign Affairs and Human Rights of …”


@dataclass(frozen=True)
class Office:
    """A noun phrase for somebody: its words run from `role_first` to `last`."""

    role_first: int
    last: int
    head: str
    kind: str  # office, people or body
    gender: str
    definite: bool
    introduces: bool  # whether a name may follow after a comma
    head_at: int = 0
    name_first: int = 0  # where a name begins that follows without one

    @property
    def singular(self) -> bool:
        return self.kind == "office"

    @property
    def people(self) -> bool:
        return self.kind == "people"


class Offices:
    """Reads noun phrases for people and bodies."""

    def __init__(self, page: Page, names: Names, sayings: PhraseBook):
        self.rules = page.rules
        self.names = names
        self.sayings = sayings

    def at(self, tokens: Sequence[Token], place: int) -> Office | None:
        """The phrase that begins at a place, or None."""
        return self._one_of(tokens, place) or self._phrase(tokens, place)

    def _one_of(self, tokens: Sequence[Token], place: int) -> Office | None:
        """“one of the two drivers”: a single one of several."""
        rules = self.rules
        if tokens[place].norm not in rules.single or place + 2 >= len(tokens):
            return None
        alone = Office(place, place + 1, tokens[place].norm, "office", "?", definite=False, introduces=False)
        if self.sayings.at(tokens, place + 1):
            return alone
        if tokens[place + 1].norm not in rules.of:
            return None
        if tokens[place + 2].norm in rules.objects:
            return replace(alone, last=place + 3)
        several = self._phrase(tokens, place + 2)
        if several is None or not several.people:
            return None
        return replace(several, role_first=place, kind="office", gender="?", definite=False)

    def _phrase(self, tokens: Sequence[Token], place: int) -> Office | None:
        first = self._after_determiner(tokens, place)
        head = self._head(tokens, first, determined=first > place)
        if head is None:
            return None
        word = self._noun(tokens[head].norm)
        determiner = tokens[place].norm if first > place else ""
        end, name = self._complement(tokens, head + 1)
        former = any(token.norm in self.rules.former for token in tokens[first:head])
        return Office(
            role_first=first,
            last=end,
            head=word,
            kind=self._kind(word),
            gender=self.rules.people.get(word, "?"),
            definite=determiner in self.rules.definite_articles,
            head_at=head,
            introduces=bool(determiner) or former or tokens[first].is_capital,
            name_first=name,
        )

    def apposition(self, tokens: Sequence[Token], place: int) -> Office | None:
        """The office after a name and a comma, where no other name follows it."""
        if tokens[place].norm in self.rules.who:
            return None
        office = self.at(tokens, place)
        if office is None or office.kind != "office" or office.name_first:
            return None
        office = self._with_second(tokens, office)
        if office.last < len(tokens) and tokens[office.last].is_capital:
            return None
        return office

    def _with_second(self, tokens: Sequence[Token], office: Office) -> Office:
        """“former senator and co-chair of the Committee”: two offices of one person."""
        if office.last + 1 >= len(tokens) or tokens[office.last].norm not in self.rules.conjunctions:
            return office
        second = self.at(tokens, office.last + 1)
        bare = second is not None and second.role_first == office.last + 1 and second.kind == "office"
        return replace(office, last=second.last) if second and bare and not second.name_first else office

    def _after_determiner(self, tokens: Sequence[Token], place: int) -> int:
        rules = self.rules
        while place < len(tokens) and (
            tokens[place].norm in rules.articles
            or tokens[place].norm in rules.possessives
            or tokens[place].norm in rules.unnamed_leads
        ):
            place += 1
        return place

    def _head(self, tokens: Sequence[Token], first: int, *, determined: bool) -> int | None:
        """The noun of the phrase: the last of the first nouns in a row that mean a person or a body."""
        lower = 0
        if first < len(tokens) and tokens[first].norm in self.rules.stops - self.rules.former:
            return None
        for place in range(first, min(first + BEFORE_HEAD, len(tokens))):
            token = tokens[place]
            if token.norm in self.rules.possessive_marks and place > first:
                continue
            if not token.is_word or self._ends_phrase(tokens, place):
                return None
            if self._is_head(token) and not self._qualifies(tokens, place):
                return self._last_in_row(tokens, place)
            lower = 0 if token.is_capital else lower + 1
            if tokens[first].is_capital and lower > LOWER_AFTER_NAME:
                return None
            is_verb = not token.is_capital and token.norm.endswith(self.rules.verb_endings)
            if is_verb and not (determined and place == first):
                return None
        return None

    def _qualifies(self, tokens: Sequence[Token], place: int) -> bool:
        """“veteran”, “chief” and the like before another noun only qualify it."""
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        return (
            tokens[place].norm in self.rules.former
            and following is not None
            and following.is_word
            and not following.is_capital
            and not self._ends_phrase(tokens, place + 1)
        )

    def _is_head(self, token: Token) -> bool:
        return bool(self._kind(self._noun(token.norm))) and not token.is_number

    def _noun(self, word: str) -> str:
        """“minister” for “ex-minister”: the last part of a word with hyphens, unless all of it is known."""
        return word if self._kind(word) else word.rpartition("-")[2]

    def _kind(self, word: str) -> str:
        if self.rules.people.get(word) == "p":
            return "people"
        if word in self.rules.roles or word in self.rules.people:
            return "office"
        return "body" if word in self.rules.organisation_nouns else ""

    def _last_in_row(self, tokens: Sequence[Token], place: int) -> int:
        """“student leader”, “press office director”: the noun that rules the row."""
        while place + 1 < len(tokens) and self._is_head(tokens[place + 1]):
            if self.sayings.at(tokens, place + 1):
                break
            nothing_after = place + 2 >= len(tokens) or not tokens[place + 2].is_capital
            if tokens[place + 1].is_capital and not tokens[place].is_capital and nothing_after:
                break
            place += 1
        return self._owned(tokens, place)

    def _owned(self, tokens: Sequence[Token], place: int) -> int:
        """“the secretary-general’s spokesman”: the noun that the first one owns, where there is one."""
        if place + 2 >= len(tokens) or tokens[place + 1].norm not in self.rules.possessive_marks:
            return place
        for at in range(place + 2, min(place + 5, len(tokens))):
            if not tokens[at].is_word or self._ends_phrase(tokens, at):
                return place
            if self._is_head(tokens[at]):
                return self._last_in_row(tokens, at)
        return place

    def _ends_phrase(self, tokens: Sequence[Token], place: int) -> bool:
        rules = self.rules
        word = tokens[place].norm
        if word in rules.former:
            return False
        return (
            word in rules.prepositions
            or word in rules.conjunctions
            or word in rules.auxiliaries
            or word in rules.who
            or word in rules.pronouns
            or word in rules.articles
            or word in rules.that
            or word in rules.possessives
            or bool(self.sayings.at(tokens, place))
        )

    # what comes after the noun

    def _complement(self, tokens: Sequence[Token], place: int) -> tuple[int, int]:
        """The end of “of the Lantern Group”, and where a person's name begins right after it."""
        begun = place
        end = place
        while end < min(len(tokens), begun + COMPLEMENT):
            following = self._linked(tokens, end, begun)
            if following == end:
                break
            last, name = self._stretch(tokens, following)
            if last == following:
                break
            end = last
            if name:
                return end, name
            end = self._series(tokens, end)
        if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")" and end > begun:
            end += 3
        return end, 0

    def _series(self, tokens: Sequence[Token], end: int) -> int:
        """Past “, Prisons and the Civil Registry” or “, summary or arbitrary executions”."""
        rules = self.rules
        place, capital = end, tokens[end - 1].is_capital
        while place + 1 < len(tokens) and tokens[place].text == ",":
            following = place + 1
            if tokens[following].norm in rules.conjunctions and not capital:
                place = following
                break
            last, name = self._stretch(tokens, following)
            given = tokens[following].norm in rules.given_names
            if last == following or name or given or tokens[following].is_capital != capital:
                return end
            place = last
        if place == end or place + 1 >= len(tokens) or tokens[place].norm not in rules.conjunctions:
            return end
        following = place + 1
        if tokens[following].norm in rules.articles:
            following += 1
        last, _ = self._stretch(tokens, following) if following < len(tokens) else (following, 0)
        return last if last > following and tokens[following].is_capital == capital else end

    def _linked(self, tokens: Sequence[Token], place: int, begun: int) -> int:
        """Past a link such as “of the”; the place itself where the link leads out of the phrase."""
        rules = self.rules
        link = tokens[place].norm
        if tokens[place].norm in self.rules.possessive_marks:
            return place + 1 if place > begun else place
        if link not in rules.role_links or place + 1 >= len(tokens):
            return place
        after = place + 1
        while after < len(tokens) - 1 and (
            tokens[after].norm in rules.articles or tokens[after].norm in rules.possessives
        ):
            after += 1
        word = tokens[after]
        if not word.is_word or word.norm in rules.weekdays or word.norm in rules.months or word.is_number:
            return place
        if link in rules.conjunctions:
            inside = place > begun and after == place + 1
            return after if inside and word.is_capital and tokens[place - 1].is_capital else place
        if link in rules.loose_links:
            return after
        return after if word.is_capital else place

    def _stretch(self, tokens: Sequence[Token], place: int) -> tuple[int, int]:
        """The words after a link, and where a person's name begins in them."""
        end = self.names.run(tokens, place)
        if end > place:
            person = self.names.place_then_person(tokens, place, end)
            known = any(t.norm in self.rules.organisation_words for t in tokens[place:end])
            if person < end and not known:
                return person, person
            organisation = self.names.organisation(tokens, place)
            return max(end, organisation), 0
        words = 0
        end = place
        while end < len(tokens) and words < 4:
            token = tokens[end]
            if not token.is_word or token.is_capital or self._ends_phrase(tokens, end):
                break
            if token.norm in self.rules.stops - self.rules.numbers.keys():
                break
            words += 1
            end += 1
        return end, 0
