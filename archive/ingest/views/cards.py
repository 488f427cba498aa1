"""What a page shows of a proposal: its words, what it says, how sure, why, and what can be done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from archive.desk.likely import Match
from archive.desk.renderers import model_of
from archive.ingest.drafts.subjects import title_of
from archive.ingest.highlight import Mark, Paragraph, marked
from archive.ingest.matching import NAMED_KINDS, Matcher
from archive.ingest.models import Intake, Kind, Proposal, State
from archive.ingest.summary import facts_in_words, kind_label, paragraph_of, shortened, sure, why
from archive.ingest.together import Together, label

LONG = 420  # signs of a quotation shown on a card before it is shortened


@dataclass
class Card:
    """One proposal on a page."""

    proposal: Proposal
    label: str
    words: str
    facts: str
    sure: str
    why: str
    paragraph: int
    first: str  # whom accepting accepts too
    matches: list[Match]
    chosen: str
    record_url: str = ""
    current: bool = False

    @property
    def open(self) -> bool:
        return self.proposal.state == State.OPEN

    @property
    def named(self) -> bool:
        """Whether it has a name of its own, rather than being a stretch of the text."""
        return self.proposal.kind in NAMED_KINDS

    @property
    def places(self) -> int:
        return len(self.proposal.spans)

    @property
    def asks_at_event(self) -> bool:
        return self.proposal.kind == Kind.PERSON

    @property
    def at_event(self) -> bool:
        return bool(self.proposal.fields.get("at_event"))

    @property
    def asks_year(self) -> bool:
        """Whether the article gives its date without a year, which a curator may be able to infer."""
        return "XXXX" in (self.proposal.fields.get("date_edtf") or "")


@dataclass
class Group:
    """All proposals of one kind."""

    kind: str
    label: str
    cards: list[Card]

    @property
    def left(self) -> int:
        return sum(card.open for card in self.cards)


class Deck:
    """The cards of an intake."""

    def __init__(self, intake: Intake, *, current: int = 0):
        self.intake = intake
        self.together = Together(intake)
        self.current = current
        self.matcher = Matcher()
        self.names = {one.key: shortened(title_of(one), 60) for one in self.together}
        self.urls = self._record_urls()

    def groups(self) -> list[Group]:
        found: dict[str, list[Card]] = {}
        for one in self.together.in_order():
            found.setdefault(one.kind, []).append(self.card(one))
        return [Group(kind, kind_label(kind), cards) for kind, cards in found.items()]

    def card(self, one: Proposal) -> Card:
        source = self.intake.source
        is_open = one.state == State.OPEN
        name = title_of(one)
        matches = self._matches(one, name) if is_open else []
        return Card(
            proposal=one,
            label=shortened(name, 90),
            words=shortened(one.exact, LONG),
            facts=facts_in_words(one.kind, one.fields, self.names),
            sure=sure(one.confidence),
            why=why(one.rule),
            paragraph=paragraph_of(one.places[0].start, source.blocks) if one.spans else 0,
            first=self._first(one) if is_open else "",
            matches=matches,
            chosen=one.existing or self._sole(matches),
            record_url=self.urls.get((one.made_kind, one.made_identifier), ""),
            current=one.pk == self.current,
        )

    def _matches(self, one: Proposal, name: str) -> list[Match]:
        if one.kind not in NAMED_KINDS or one.fields.get("unnamed"):
            return []
        return self.matcher.likely(one.kind, name, acronym=one.fields.get("acronym") or "")

    def _first(self, one: Proposal) -> str:
        """Who is accepted on the way: known to the archive, or new."""
        first = [each for each in self.together.needed(one) if each.state == State.OPEN]
        known = {each.pk for each in first if each.existing or self._sole(self._matches(each, label(each)))}
        return ", ".join(
            _("%(name)s, known to the archive") % {"name": label(each)} if each.pk in known else label(each)
            for each in first
        )

    @staticmethod
    def _sole(matches: list[Match]) -> str:
        """The record chosen beforehand: the only one with the very same name."""
        same = [match for match in matches if match.same]
        return same[0].identifier if len(same) == 1 else ""

    def chosen(self, pks: list[int]) -> dict[int, str]:
        """For several proposals at once: the record that each is, where one was chosen or is plain."""
        cards = [self.card(self.together.at(pk)) for pk in pks]
        return {card.proposal.pk: card.chosen for card in cards if card.named}

    def _record_urls(self) -> dict[tuple[str, str], str]:
        """Where the drafts are at the desk."""
        made: dict[str, list[str]] = {}
        for one in self.together:
            if one.made_identifier:
                made.setdefault(one.made_kind, []).append(one.made_identifier)
        urls = {}
        for kind, identifiers in made.items():
            model = model_of(kind)
            rows = model._default_manager.filter(identifier__in=identifiers)
            for identifier, pk in rows.values_list("identifier", "pk"):
                urls[kind, identifier] = desk_url(model, pk)
        return urls

    # the text

    def paragraphs(self) -> list[Paragraph]:
        shown = [one for one in self.together if one.state in (State.OPEN, State.ACCEPTED)]
        marks = [Mark(one.pk, one.kind, one.places, one.state == State.ACCEPTED) for one in shown]
        return marked(self.intake.source.text, self.intake.source.blocks, marks)

    def progress(self) -> dict[str, Any]:
        states = Counter(one.state for one in self.together)
        total = len(self.together.proposals)
        return {"total": total, "left": states[State.OPEN], "decided": total - states[State.OPEN]}

    def next_open(self, after: int) -> int:
        """The next open proposal in the order of the page: the one to decide next."""
        order = self.together.in_order()
        place = next((number for number, one in enumerate(order) if one.pk == after), -1)
        following = [*order[place + 1 :], *order[: place + 1]]
        return next((one.pk for one in following if one.state == State.OPEN), 0)


def desk_url(model: Any, pk: int, tool: str = "change") -> str:
    """The address of a record's page at the desk; "" where the desk has none."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{tool}", args=[pk])
    except NoReverseMatch:
        return ""
