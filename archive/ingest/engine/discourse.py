"""Who is meant: pronouns, offices and kinds of people, by what the text said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.ingest.engine.cast import Cast, Member
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.sayings import Saying
from archive.ingest.engine.sentences import Sentence
from archive.ingest.rules.table import Rules

REMEMBERED = 60
LEAD = 2  # scenes in which somebody may be described who is named later
NAMED_WITHIN = 4  # scenes within which the name must come


class Discourse:
    """What a reader has in mind while reading on: who was spoken of last, and who spoke."""

    def __init__(self, cast: Cast, rules: Rules):
        self.cast = cast
        self.rules = rules
        self._recent: list[str] = []  # keys, the most recent last
        self._speakers: list[str] = []
        self._lead: str = ""  # somebody described in the first sentences, who may be named later
        self._scenes = 0
        self._asked_by = ""  # who asked a question last
        self._asker = ""  # the same, where this sentence answers
        self._here: set[str] = set()  # who is spoken of in the present sentence
        self._described: dict[str, Mention] = {}  # offices whose holder was never named
        self._waiting: Mention | None = None  # whom the last sentence was about, if only described

    # remembering

    def notice(self, sentence: Sentence, mentions: Sequence[Mention], sayings: Sequence[Saying]) -> None:
        """A sentence has been read: resolve its mentions in order, its subject coming first to mind."""
        self._scenes += 1
        speaking = {id(saying.subject) for saying in sayings}
        self._introduce(sayings)
        self._asker = self._asked_by if self._answers(sentence, sayings) else ""
        self._here = {mention.who for mention in mentions if mention.who}
        self._equate(sentence, mentions)
        begun = False
        for mention in mentions:
            if not mention.who and not mention.quoted:
                listed = "listed" in mention.evidence
                mention.who = self.resolve(mention, speaking=listed or id(mention) in speaking)
                self._here.add(mention.who)
            if mention.who and not begun and not mention.quoted and not self._governed(sentence, mention):
                begun = True  # the subject of the sentence is in mind for the pronouns after it
                self._remember(mention.who)
                if mention.kind != "pronoun":
                    self._waiting = None
        present = [m for m in mentions if m.who and not m.quoted]
        subjects = [m for m in present if not self._governed(sentence, m)]
        for mention in [*reversed(present), *reversed(subjects)]:
            self._remember(mention.who)
        self._wait_for(sentence, mentions)
        spoke = [saying for saying in sayings if saying.subject.who and saying.kind != "according"]
        for saying in reversed(spoke):  # the verb of the main clause comes first, and first to mind
            self._remember(saying.subject.who)
            self._speakers.append(saying.subject.who)
        if spoke:
            self._asked_by = spoke[-1].subject.who if spoke[-1].kind == "ask" else ""

    def _wait_for(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Whom a sentence is about and does not name: “one of the drivers”, for the “he” that follows."""
        told = [m for m in mentions if not m.quoted and m.kind in ("person", "office", "people", "pronoun")]
        subject = next((m for m in told if not self._governed(sentence, m)), None)
        if subject is not None:
            self._waiting = subject if not subject.who and subject.kind in ("office", "people") else None

    def _answers(self, sentence: Sentence, sayings: Sequence[Saying]) -> bool:
        """Whether somebody answers here: not the one who asked."""
        return any(sentence.tokens[saying.first].norm in self.rules.answering for saying in sayings)

    def _equate(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """“The first witness was Oskar Lund”, “His daughter, the painter Ida Noll,”: they are the same."""
        for office, person in pairwise(mentions):
            if office.kind != "office" or person.kind != "person" or not person.who:
                continue
            between = sentence.tokens[office.last : person.first]
            is_so = between and all(token.norm in self.rules.passives for token in between)
            if is_so or (self._in_apposition(sentence, office, person) and len(between) == 1):
                office.who = person.who
                self.cast.members[person.who].heads.add(office.head)

    def _in_apposition(self, sentence: Sentence, office: Mention, person: Mention) -> bool:
        """Whether only a comma parts “his daughter” from “the painter Ida Noll”, and one follows her."""
        tokens = sentence.tokens
        described = (office.definite or office.owner) and "office" in person.evidence
        ends = person.last < len(tokens) and tokens[person.last].text == ","
        return bool(described and ends and tokens[office.last].text == ",")

    def _introduce(self, sayings: Sequence[Saying]) -> None:
        """“A UN expert” of the first sentence is the first one who is named speaking after it."""
        if not self._lead:
            return
        for saying in sayings:
            if saying.subject.kind == "person" and saying.subject.who:
                self.cast.merge(self._lead, saying.subject.who)
                self._recent = [saying.subject.who if key == self._lead else key for key in self._recent]
                self._lead = ""
                return
        if self._scenes > LEAD + NAMED_WITHIN:
            self._lead = ""

    def _governed(self, sentence: Sentence, mention: Mention) -> bool:
        at = mention.first - 1
        while at >= 0 and sentence.tokens[at].norm in self.rules.articles:
            at -= 1
        return at >= 0 and sentence.tokens[at].norm in self.rules.prepositions

    def _remember(self, key: str) -> None:
        if key in self._recent:
            self._recent.remove(key)
        self._recent.append(key)
        del self._recent[:-REMEMBERED]

    def spoke(self, key: str) -> None:
        """Somebody's words were just read."""
        self._remember(key)
        self._speakers.append(key)

    # resolving

    def resolve(self, mention: Mention, *, speaking: bool = False) -> str:
        """The key of the one a mention points at, or an empty one."""
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "office":
            return self._office(mention, speaking)
        if mention.kind == "body":
            return self._body(mention, speaking)
        if mention.kind in ("people",) and speaking:
            return self._people(mention)
        return ""

    def _lately(self) -> Iterator[Member]:
        return (self.cast.members[key] for key in reversed(self._recent))

    def _pronoun(self, mention: Mention) -> str:
        if mention.gender == "p":
            if self._waiting is not None and self._waiting.kind == "people":
                return self.cast.unnamed(self._waiting).key
            return next((m.key for m in self._lately() if m.gender == "p" or m.kind == "organisation"), "")
        if mention.gender == "o":
            return ""
        if self._waiting is not None and self._fits(self._waiting, mention):
            return self.cast.unnamed(self._waiting).key
        people = [m for m in self._lately() if m.kind == "person" and m.gender in (mention.gender, "?")]
        people = [m for m in people if m.key != self._asker] or people
        if not people:
            return ""
        member = people[0]
        if member.gender == "?":
            member.gender = mention.gender
        return member.key

    def _fits(self, described: Mention, pronoun: Mention) -> bool:
        return described.kind == "office" and described.gender in (pronoun.gender, "?")

    def _office(self, mention: Mention, speaking: bool) -> str:
        """“the minister”: who holds that office, most recently spoken of; else the one who spoke last."""
        if mention.definite:
            holders = [m for m in self._lately() if m.kind == "person" and mention.head in m.heads]
            fitting = [m for m in holders if m.gender in (mention.gender, "?") or mention.gender == "?"]
            if fitting:
                return fitting[0].key
            later = [m for m in self.cast.by_head(mention.head) if not m.unnamed]
            if len(later) == 1 and speaking and self._bare(mention):
                return later[0].key
            known = self._described.get(mention.head)
            if speaking and known is not None:
                return self.cast.unnamed(known).key
            if speaking and self._bare(mention) and self._is_loose(mention.head):
                return next((m.key for m in self._lately() if self._may_be(m, mention)), "")
        if relative := self._relative(mention):
            return relative
        if not speaking:
            self._described.setdefault(mention.head, mention)
            return ""
        key = self.cast.unnamed(mention).key
        if self._scenes <= LEAD and not self._speakers and not mention.definite:
            self._lead = key
        return key

    def _relative(self, mention: Mention) -> str:
        """“her father”: the one man who shares a surname with the woman spoken of."""
        if mention.owner not in ("m", "f") or mention.head not in self.rules.kin:
            return ""
        people = (member for member in self._lately() if member.kind == "person")
        owner = next((member for member in people if member.gender in (mention.owner, "?")), None)
        family = self.cast.family_of(owner, mention.gender) if owner else []
        return family[0].key if len(family) == 1 else ""

    def _bare(self, mention: Mention) -> bool:
        return mention.last - mention.first <= 2

    def _is_loose(self, head: str) -> bool:
        """Whether anybody may be called so: the expert, the activist, the witness."""
        return head in self.rules.people

    def _may_be(self, member: Member, mention: Mention) -> bool:
        return (
            member.kind == "person"
            and not member.unnamed
            and member.key not in self._here
            and (mention.gender == "?" or member.gender in (mention.gender, "?"))
        )

    def _body(self, mention: Mention, speaking: bool) -> str:
        if mention.definite:
            named = {m.key for m in self.cast.organisations_with(mention.head)}
            found = next((m.key for m in self._lately() if m.key in named), "")
            if found:
                return found
            if mention.last - mention.first == 2 and mention.head in self.rules.loose_bodies:
                found = next((m.key for m in self._lately() if m.kind == "organisation"), "")
                if found:
                    return found
        return self.cast.unnamed(mention).key if speaking else ""

    def _people(self, mention: Mention) -> str:
        return self.cast.unnamed(mention).key
