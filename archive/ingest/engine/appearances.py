"""Appearances: who was at the event, how they took part, and lists of speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.core.spans import Span
from archive.ingest.engine.cast import Cast
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.sentences import Sentence
from archive.ingest.engine.tokens import Page, PhraseBook, Token

ATTENDS_WITHIN = 4
DIFFERENT = ("video", "telephone", "written")


class Lists:
    """Marks the people in a list of speakers: “Other speakers included …; …; and other activists.”"""

    def __init__(self, page: Page):
        self.leads = PhraseBook(page.rules.list_leads)
        self.hosts = PhraseBook(page.rules.host_leads)
        self.links = page.rules.loose_links
        self.list_words = page.rules.list_words

    def mark(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        tokens = sentence.tokens
        self._mark_hosts(tokens, mentions)
        lead = self.leads.anywhere(tokens)
        if lead < 0:
            return
        after = [m for m in mentions if m.first > lead]
        for mention in after or [m for m in mentions if m.last <= lead]:
            if mention.kind in ("person", "people", "office") and not self._belongs(mention, tokens):
                mention.evidence.add("listed")

    def _mark_hosts(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        """Whatever is listed after “organised by” is an organisation, unless it is plainly a person."""
        for place in range(len(tokens)):
            phrase = self.hosts.at(tokens, place)
            last = place + len(phrase)
            for mention in mentions if phrase else ():
                between = tokens[last : mention.first]
                if mention.first < last or mention.kind == "place":
                    continue
                if any(token.norm not in self.list_words and token.text != "," for token in between):
                    break
                if mention.kind in ("body", "people") or (mention.kind == "person" and not mention.evidence):
                    mention.kind, mention.name = "organisation", mention.name or mention.role
                last = mention.last

    def _belongs(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether the mention is only part of somebody's description: “sister of the victims”."""
        return mention.name is None and mention.first > 0 and tokens[mention.first - 1].norm in self.links


class Appearances:
    """Tells, for each member of the cast, the mode and whether they were at the event."""

    def __init__(self, page: Page, cast: Cast):
        self.page = page
        self.rules = page.rules
        self.cast = cast
        self.modes = PhraseBook(page.rules.modes)
        self.found: dict[str, str] = {}
        self.there: set[str] = set()
        self.usual = "in person"

    def read(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        tokens = sentence.tokens
        people = [m for m in mentions if m.who and m.who in self.cast.members]
        for mention in people:
            if self._attends(tokens, mention) or mention.evidence & {"listed", "speaks"}:
                self.there.add(mention.who)
        for place in range(len(tokens)):
            phrase = self.modes.at(tokens, place)
            if phrase:
                self._assign(self.rules.modes[phrase], place, people)

    def _attends(self, tokens: Sequence[Token], mention: Mention) -> bool:
        following = tokens[mention.last : mention.last + ATTENDS_WITHIN]
        return any(token.norm in self.rules.attending for token in following)

    def _assign(self, mode: str, place: int, people: Iterable[Mention]) -> None:
        """The mode belongs to the one named last before it, or to the first after it."""
        people = list(people)
        before = [m for m in people if m.last <= place + 1]
        after = [m for m in people if m.first > place]
        subject = (before or after)[:1] if len(before) == 1 or not before else before[-1:]
        for mention in subject:
            if mention.who not in self.found or self.found[mention.who] == "in person":
                self.found[mention.who] = mode

    def mode(self, key: str) -> str:
        """How somebody took part; at an event held online everybody is on a screen."""
        if key in self.found:
            return self.found[key]
        return self.usual if key in self.there else "unknown"

    def role(self, key: str) -> Span | None:
        """The fullest of the offices given: the longest, an office before a mere title."""
        member = self.cast.members[key]
        titles = {title.casefold().rstrip(".") for title in member.titles}
        roles = [
            role for role in member.roles if role.of(self.page.text).casefold().rstrip(".") not in titles
        ]
        return max(roles or member.roles, key=lambda role: role.end - role.start, default=None)
