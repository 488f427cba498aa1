"""Mentions: the words by which a sentence points at somebody, by name, office, kind or pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.core.spans import Span
from archive.ingest.engine.names import LONGEST_PERSON, Names
from archive.ingest.engine.offices import Office, Offices
from archive.ingest.engine.tokens import Page, Token


@dataclass
class Mention:
    """Words that point at somebody. `first` and `last` count the words of the sentence."""

    kind: str  # person, organisation, place, office (“the minister”), people, body, pronoun
    first: int
    last: int
    span: Span
    name: Span | None = None
    titles: tuple[str, ...] = ()
    role: Span | None = None
    head: str = ""
    heads: set[str] = field(default_factory=set)
    gender: str = "?"
    definite: bool = False
    owner: str = ""  # the gender of the one in “her brother”
    acronym: Span | None = None
    quoted: bool = False
    who: str = ""  # the key of the one pointed at, once known
    evidence: set[str] = field(default_factory=set)


class Mentions:
    """Reads the mentions of a sentence from left to right."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules
        self.names = Names(page)
        self.sayings = page.sayings
        self.offices = Offices(page, self.names, self.sayings)

    def of(self, tokens: Sequence[Token], *, quoted: bool = False) -> list[Mention]:
        found: list[Mention] = []
        place = 0
        while place < len(tokens):
            mention = self._at(tokens, place)
            if mention is None:
                place += 1
                continue
            mention.quoted = quoted
            found.append(mention)
            place = max(mention.last, place + 1)
        return found

    def _at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if not token.is_word:
            return None
        if token.norm in self.rules.pronouns:
            gender = self.rules.pronouns[token.norm]
            return Mention("pronoun", place, place + 1, token.span, gender=gender)
        begins = self._after_article(tokens, place)
        if begins < len(tokens) and (organisation := self._organisation(tokens, begins)):
            after = self.offices.at(tokens, place)
            if after is None or after.last <= organisation.last or after.head_at < organisation.last:
                return organisation
        office = self.offices.at(tokens, place)
        if office is not None:
            return self._with_name(tokens, place, office)
        return self._named(tokens, place)

    def _after_article(self, tokens: Sequence[Token], place: int) -> int:
        return place + 1 if tokens[place].norm in self.rules.articles else place

    # people

    def _with_name(self, tokens: Sequence[Token], place: int, office: Office) -> Mention:
        """An office with the name that follows it, or alone."""
        name = self._name_after(tokens, office)
        role = self._span(tokens, office.role_first, office.last)
        if name is None or not office.singular:
            return Mention(
                kind=office.kind,
                first=place,
                last=office.last,
                span=self._span(tokens, place, office.last),
                role=role,
                head=office.head,
                gender=office.gender,
                definite=office.definite,
                owner=self.rules.possessives.get(tokens[place].norm, ""),
            )
        person = self._person(tokens, *name, listed=True)
        if ("office" not in person.evidence and person.role is None) or office.last - office.role_first > 1:
            person.role = role
        person.heads.add(office.head)
        person.first = place
        person.span = self._span(tokens, place, person.last)
        person.evidence.add("office")
        if person.gender == "?":
            person.gender = office.gender
        return person

    def _name_after(self, tokens: Sequence[Token], office: Office) -> tuple[int, int] | None:
        place = office.last
        if office.name_first:
            return office.name_first, self.names.run(tokens, office.name_first)
        place = self._past_brackets(tokens, place)
        comma = place < len(tokens) and tokens[place].text == ","
        if comma:
            place += 1
        if place + 1 < len(tokens) and tokens[place].norm in self.rules.naming and not office.definite:
            end = self.names.run(tokens, place + 1)
            return (place + 1, end) if end - place > 2 else None
        if place >= len(tokens):
            return None
        end = self.names.run(tokens, place)
        if end == place or (comma and (not office.introduces or end - place < 2)):
            return None
        if self.names.organisation(tokens, place) > place or self.names.country(tokens, place) == end:
            return None
        return place, end

    def _past_brackets(self, tokens: Sequence[Token], place: int) -> int:
        """“General (retd.) Quiñones”: past a remark in brackets."""
        if place >= len(tokens) or tokens[place].text != "(":
            return place
        closes = next((at for at in range(place, min(place + 5, len(tokens))) if tokens[at].text == ")"), -1)
        return closes + 1 if 0 < closes < len(tokens) - 1 else place

    def _named(self, tokens: Sequence[Token], place: int) -> Mention | None:
        end = self.names.run(tokens, place)
        if end == place:
            return None
        country = self.names.country(tokens, place)
        if country > place:
            return Mention("place", place, country, self._span(tokens, place, country))
        if tokens[place].norm in self.rules.months:
            return None
        return self._person(tokens, place, end)

    def _person(self, tokens: Sequence[Token], place: int, end: int, *, listed: bool = False) -> Mention:
        """A name as a person's, with its titles before and its office after."""
        first = place
        titles: list[str] = []
        gender = "?"
        place = self._first_title(tokens, place, end)
        while place < end - 1 and tokens[place].norm in self.rules.titles:
            titles.append(tokens[place].text)
            gender = gender if gender in "mf" else self.rules.titles[tokens[place].norm]
            place += 2 if tokens[place + 1].text == "." else 1
        while place < end - 1 and tokens[place].norm in self.rules.nationalities:
            place += 1
        if gender == "?":
            gender = self.rules.given_names.get(tokens[place].norm, "?")
        name = self._name_span(tokens, place, end)
        mention = Mention("person", first, end, self._span(tokens, first, end), name=name)
        mention.titles, mention.gender = tuple(titles), gender
        if titles:
            mention.evidence.add("title")
            if self.rules.titles[titles[-1].casefold().rstrip(".")] == "?":
                mention.role = self._span(tokens, first, place)
        if tokens[place].norm in self.rules.given_names and end - place >= 2:
            mention.evidence.add("given name")
        if end - place > LONGEST_PERSON:
            mention.evidence.add("too long")
        self._read_on(tokens, mention, listed=listed)
        return mention

    def _first_title(self, tokens: Sequence[Token], place: int, end: int) -> int:
        """Past “Old” in “Old Mr. Noor”: a title that tells he from she begins the name."""
        sure = (at for at in range(place + 1, end - 1) if self.rules.titles.get(tokens[at].norm, "?") != "?")
        return next(sure, place)

    def _read_on(self, tokens: Sequence[Token], mention: Mention, *, listed: bool) -> None:
        """Past what stands after a name: an age, an office between commas, an affiliation."""
        place = self._past_brackets(tokens, mention.last)
        mention.last = place
        if self._is_where(tokens, mention):
            return
        if length := self._age(tokens, place):
            mention.evidence.add("age")
            place += length
        if place + 1 < len(tokens) and tokens[place].text in ",(–—":
            if tokens[place + 1].norm in self.rules.who:
                mention.evidence.add("who")
            office = self.offices.apposition(tokens, place + 1)
            if office is not None and not (listed and self._belongs_to_next(tokens, office.last)):
                mention.role = self._span(tokens, office.role_first, office.last)
                mention.heads.add(office.head)
                mention.gender = mention.gender if mention.gender != "?" else office.gender
                mention.evidence.add("office")
                mention.last = office.last
                mention.span = self._span(tokens, mention.first, office.last)

    def _is_where(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a single word stands after “in”: what follows its comma is not about it."""
        before = tokens[mention.first - 1].norm if mention.first else ""
        return before in self.rules.city_leads and mention.last - mention.first == 1

    def _belongs_to_next(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether another name follows an office: in a list of offices and names it is that one's."""
        if place + 1 >= len(tokens) or tokens[place].text != ",":
            return False
        return self.names.run(tokens, place + 1) - place > 2

    def _age(self, tokens: Sequence[Token], place: int) -> int:
        """How many words “, 81” or “, aged 81” has; 0 where there is no age."""
        aged = place + 1 < len(tokens) and tokens[place + 1].norm in self.rules.aged
        number = place + 2 if aged else place + 1
        if number + 1 >= len(tokens) or tokens[place].text not in ",(":
            return 0
        old = tokens[number].is_number and len(tokens[number].text) <= 3
        return number + 1 - place if old and tokens[number + 1].text in ",).;" else 0

    def _name_span(self, tokens: Sequence[Token], first: int, end: int) -> Span:
        start = tokens[first].start + (1 if tokens[first].text.startswith("#") else 0)
        return Span(start, tokens[end - 1].end)

    # organisations

    def _organisation(self, tokens: Sequence[Token], place: int) -> Mention | None:
        end = self.names.organisation(tokens, place)
        if end == place or self.names.country(tokens, place) == end:
            return None
        span = self._span(tokens, place, end)
        mention = Mention("organisation", place, end, span, name=span)
        if end == place + 1 and self.names.is_acronym(tokens[place]):
            mention.evidence.add("acronym")
        bracketed = end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")"
        if bracketed and self.names.is_acronym(tokens[end + 1]):
            mention.acronym = tokens[end + 1].span
            mention.last = end + 3
        return mention

    @staticmethod
    def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
        return Span(tokens[first].start, tokens[max(first, last - 1)].end)
