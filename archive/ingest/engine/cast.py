"""The cast: everybody and every body the article speaks of, one entry for all their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.core.spans import Span
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.names import LONGEST_PERSON, Names
from archive.ingest.engine.tokens import Page, norm, tokens_in

ENOUGH = {"title", "office", "given name", "who", "age", "speaks", "listed", "family"}


@dataclass
class Member:
    """Somebody in the article: a named person, unnamed people, or an organisation."""

    key: str
    kind: str
    span: Span  # the fullest form of the name, or the words for who is not named
    words: tuple[str, ...]
    gender: str = "?"
    unnamed: bool = False
    titles: list[str] = field(default_factory=list)
    roles: list[Span] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    acronym: Span | None = None


class Cast:
    """Gathers mentions by name."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules
        self.members: dict[str, Member] = {}
        self._by_word: dict[tuple[str, str], list[Member]] = {}  # kind and word -> members with it
        self._by_head: dict[str, list[Member]] | None = None
        self._families: set[str] = set()
        self._where = {word.casefold() for word in Names(page).places}
        self._counts: Counter[str] = Counter()
        self._unnamed: dict[tuple[str, ...], str] = {}

    # gathering

    def gather(self, mentions: Iterable[Mention]) -> None:
        """All named mentions of the article, each given the key of the one it names."""
        named = [m for m in mentions if m.name is not None]
        for mention in sorted(named, key=lambda m: -len(self._words(m))):
            if mention.kind == "organisation":
                self._organisation(mention)
        people = [m for m in named if m.kind == "person"]
        surnames = self._evident(people)
        self._families = {words[-1] for words, proof in surnames.items() if len(words) > 1 and proof & ENOUGH}
        for mention in sorted(people, key=lambda m: -len(self._words(m))):
            if self._is_person(mention, surnames):
                self._person(mention)
        for member in self.members.values():
            member.mentions.sort(key=lambda m: m.span)
            self._describe(member)

    def _words(self, mention: Mention) -> tuple[str, ...]:
        span = mention.name or mention.span
        return tuple(token.norm for token in tokens_in(self.page.text, span) if token.is_word)

    def _evident(self, people: list[Mention]) -> dict[tuple[str, ...], set[str]]:
        """What speaks for each name being a person's, over all its mentions."""
        found: dict[tuple[str, ...], set[str]] = {}
        for mention in people:
            found.setdefault(self._words(mention), set()).update(mention.evidence)
        return found

    def _is_person(self, mention: Mention, evident: dict[tuple[str, ...], set[str]]) -> bool:
        words = self._words(mention)
        if not words or len(words) > LONGEST_PERSON or self._is_thing(words):
            return False
        if self._is_known_place(words):
            return False
        if any(self._names(words, member) for member in self._with("person", words[-1])):
            return True
        evidence = evident[words]
        if len(words) == 1:
            return bool(evidence & {"title", "office", "age", "who", "speaks"})
        alone = not mention.quoted and any(
            evident.get((word,), set()) & {"speaks", "title"} for word in (words[0], words[-1])
        )
        alone = alone or (not mention.quoted and self._is_called_by_one_name(words, evident))
        kin = not mention.quoted and words[-1] in self._families
        return bool(evidence & ENOUGH) or alone or kin

    def _is_called_by_one_name(
        self, words: tuple[str, ...], evident: dict[tuple[str, ...], set[str]]
    ) -> bool:
        """Whether the text calls “Espérance Mukarutesi” also Espérance or Mukarutesi, and nothing else so."""
        if len(words) != 2 or any(
            word in self.rules.organisation_words | self.rules.things for word in words
        ):
            return False
        for word in words:
            others = [name for name in evident if word in name and name not in (words, (word,))]
            if (word,) in evident and not others and word not in self._where:
                return True
        return False

    def _is_thing(self, words: tuple[str, ...]) -> bool:
        rules = self.rules
        return (
            words[-1] in rules.things
            or words[0] in rules.stops
            or words[-1] in rules.nationalities
            or words[-1] in rules.roles
            or any(word in rules.organisation_words for word in words[-1:])
        )

    def _is_known_place(self, words: tuple[str, ...]) -> bool:
        return " ".join(words) in self.rules.countries

    def _with(self, kind: str, word: str) -> list[Member]:
        """Named members who have a word in their name."""
        return self._by_word.get((kind, word), [])

    def _names(self, words: tuple[str, ...], member: Member) -> bool:
        """Whether a name is the member's: the whole, its end (the surname), or its beginning."""
        full = member.words
        if len(words) > len(full):
            return False
        if full[-len(words) :] == words:
            return True
        if len(words) == 1:
            return words[0] in full and words[0] not in self.rules.particles
        initials = all(
            one == other or (len(one) == 1 and other.startswith(one))
            for one, other in zip(words[:-1], full, strict=False)
        )
        return words[-1] == full[-1] and initials

    def _person(self, mention: Mention) -> None:
        words = self._words(mention)
        matches = [member for member in self._with("person", words[-1]) if self._names(words, member)]
        if len(matches) > 1:
            matches = self._closest(matches, mention, words)
        member = matches[0] if matches else self._named("person", mention.name or mention.span, words)
        self._join(member, mention)

    def _closest(self, matches: list[Member], mention: Mention, words: tuple[str, ...]) -> list[Member]:
        """Among namesakes, the one named most recently before; a title must not contradict."""
        fitting = [m for m in matches if {m.gender, mention.gender} != {"m", "f"}] or matches
        if "speaks" in mention.evidence:
            fitting = [m for m in fitting if "speaks" in m.evidence] or fitting
        titled = {title.casefold().rstrip(".") for title in mention.titles}
        fitting = [m for m in fitting if titled & self._titles_of(m)] or fitting
        earlier = [
            (
                max((o.span.start for o in member.mentions if o.span.start < mention.span.start), default=-1),
                member,
            )
            for member in fitting
        ]
        return [max(earlier, key=lambda pair: pair[0])[1]]

    def _titles_of(self, member: Member) -> set[str]:
        return {title.casefold().rstrip(".") for m in member.mentions for title in m.titles}

    def _organisation(self, mention: Mention) -> None:
        words = self._words(mention)
        for member in self._with("organisation", words[0]):
            acronym = member.acronym and norm(member.acronym.of(self.page.text))
            if words in (member.words, (acronym,)) or self._shortens(words, member):
                self._join(member, mention)
                return
        member = self._named("organisation", mention.name or mention.span, words)
        if mention.acronym is not None:
            short = norm(mention.acronym.of(self.page.text))
            self._by_word.setdefault(("organisation", short), []).append(member)
        self._join(member, mention)

    def _shortens(self, words: tuple[str, ...], member: Member) -> bool:
        """“the Lantern Group” for “the Lantern Group for Vardania”; never one common word alone."""
        return len(words) > 1 and member.words[: len(words)] == words

    def _new(self, kind: str, span: Span, words: tuple[str, ...]) -> Member:
        self._counts[kind] += 1
        member = Member(f"{kind}-{self._counts[kind]}", kind, span, words)
        self.members[member.key] = member
        return member

    def _named(self, kind: str, span: Span, words: tuple[str, ...]) -> Member:
        member = self._new(kind, span, words)
        for word in set(words):
            self._by_word.setdefault((kind, word), []).append(member)
        return member

    def _join(self, member: Member, mention: Mention) -> None:
        mention.who = member.key
        member.mentions.append(mention)
        member.evidence |= mention.evidence
        if mention.acronym and not member.acronym:
            member.acronym = mention.acronym
        if member.gender == "?":
            member.gender = mention.gender

    def _describe(self, member: Member) -> None:
        for mention in member.mentions:
            member.titles += [title for title in mention.titles if title not in member.titles]
            member.heads |= mention.heads
            if mention.role is not None:
                member.roles.append(mention.role)
                member.heads |= {t.norm for t in tokens_in(self.page.text, mention.role)}

    # who is not named

    def unnamed(self, mention: Mention) -> Member:
        """The entry for people whom the text only describes, made at their first mention."""
        words = tuple(token.norm for token in tokens_in(self.page.text, mention.role or mention.span))
        key = self._unnamed.get(words)
        if key is None:
            member = self._new("person", mention.span, words)
            member.unnamed, member.gender = True, mention.gender
            member.heads = {mention.head}
            key = self._unnamed[words] = member.key
        self._join(self.members[key], mention)
        return self.members[key]

    def merge(self, unnamed: str, named: str) -> None:
        """Whoever was only described turns out to be somebody named."""
        lost = self.members.pop(unnamed, None)
        member = self.members[named]
        if lost is None or {lost.gender, member.gender} == {"m", "f"}:
            self.members |= {unnamed: lost} if lost else {}
            return
        for mention in lost.mentions:
            mention.who = named
        member.heads |= lost.heads
        self._unnamed = {words: named if key == unnamed else key for words, key in self._unnamed.items()}

    # finding

    def by_head(self, head: str) -> list[Member]:
        """Everybody with this word in their office, named or not."""
        if self._by_head is None:
            self._by_head = {}
            for member in self.members.values():
                for each in member.heads if member.kind == "person" else ():
                    self._by_head.setdefault(each, []).append(member)
        return self._by_head.get(head, [])

    def family_of(self, member: Member, gender: str) -> list[Member]:
        """Who else has a part of somebody's surname, and may be called he or she."""
        surname = set(member.words[-1].split("-"))
        return [
            other
            for other in self.members.values()
            if other.kind == "person"
            and other is not member
            and not other.unnamed
            and surname & set(other.words[-1].split("-"))
            and (gender == "?" or other.gender in (gender, "?"))
        ]

    def organisations_with(self, head: str) -> list[Member]:
        return self._with("organisation", head)
