"""The proposals of one intake together: they name each other by keys, and records stand behind some."""

from __future__ import annotations

from collections.abc import Iterator

from archive.core.words import folded
from archive.desk.models import Publishable
from archive.desk.renderers import model_of
from archive.ingest.models import Intake, Kind, Proposal, State

# Who must be known before a record can be made: the fields that name them, by kind.
NEEDED = {
    Kind.STATEMENT: ("speaker", "read_by"),
    Kind.CLAIM: ("asserted_by",),
    Kind.DEMAND: ("made_by", "addressee"),
}
# Every field that names another proposal.
NAMING = {
    Kind.EVENT: ("hosts", "part_of"),
    Kind.STATEMENT: ("speaker", "read_by", "within", "event"),
    Kind.CLAIM: ("asserted_by", "statement", "event"),
    Kind.DEMAND: ("made_by", "addressee", "statement"),
    Kind.DOCUMENT: ("author",),
}


class Together:
    """All proposals of an intake, found by key."""

    def __init__(self, intake: Intake):
        self.intake = intake
        self.proposals = list(intake.proposals.order_by("pk"))
        for proposal in self.proposals:
            proposal.intake = intake  # they all read the same text
        self._by_key = {proposal.key: proposal for proposal in self.proposals}
        self._by_pk = {proposal.pk: proposal for proposal in self.proposals}

    def __iter__(self) -> Iterator[Proposal]:
        return iter(self.proposals)

    def find(self, key: str) -> Proposal | None:
        """The proposal that a key names; where it was joined to another, that other."""
        proposal = self._by_key.get(key)
        while proposal and proposal.merged_into_id:
            proposal = self._by_pk[proposal.merged_into_id]
        return proposal

    def at(self, pk: int) -> Proposal:
        return self._by_pk[pk]

    def of_kind(self, *kinds: str) -> list[Proposal]:
        return [proposal for proposal in self.proposals if proposal.kind in kinds]

    def in_order(self) -> list[Proposal]:
        """By kind, and within a kind as they stand in the text: the order in which they are decided."""
        kinds = Kind.values
        return sorted(self.proposals, key=lambda each: (kinds.index(each.kind), each.spans, each.pk))

    def accepted(self, *kinds: str) -> list[Proposal]:
        return [proposal for proposal in self.of_kind(*kinds) if proposal.state == State.ACCEPTED]

    def record(self, proposal: Proposal | None) -> Publishable | None:
        """The draft or record behind an accepted proposal."""
        if proposal is None or not proposal.made_identifier:
            return None
        model = model_of(proposal.made_kind)
        return model._default_manager.filter(identifier=proposal.made_identifier).first()

    def needed(self, proposal: Proposal) -> list[Proposal]:
        """Those that have to be decided before this one can become a record."""
        keys = [proposal.fields.get(name) for name in NEEDED.get(Kind(proposal.kind), ())]
        found = [self.find(key) for key in keys if key]
        return [each for each in found if each and each.pk != proposal.pk]

    def naming(self, proposal: Proposal) -> list[Proposal]:
        """Those that name this one in their fields."""
        return [each for each in self.proposals if each.pk != proposal.pk and self._names(each, proposal)]

    def _names(self, each: Proposal, other: Proposal) -> bool:
        for name in NAMING.get(Kind(each.kind), ()):
            value = each.fields.get(name) or []
            keys = [value] if isinstance(value, str) else value
            if any(self.find(key) is other for key in keys):
                return True
        return False

    def main_event(self) -> Proposal | None:
        """The event the article tells of."""
        events = [each for each in self.of_kind(Kind.EVENT) if not each.fields.get("part_of")]
        kept = [each for each in events if each.state in (State.OPEN, State.ACCEPTED)]
        return kept[0] if kept else None

    def is_host(self, organisation: Proposal, event: Proposal) -> bool:
        """Whether the article says that this body held this event."""
        named = any(self.find(key) is organisation for key in event.fields.get("hosts") or [])
        return named or bool(organisation.fields.get("host") and event is self.main_event())

    def is_held_in(self, place: Proposal, event: Proposal) -> bool:
        """Whether a place is the city or the country where the event was held."""
        name = folded(place.fields.get("name") or place.exact)
        return name in {folded(event.fields.get(key) or "") for key in ("city", "country")}


def label(proposal: Proposal) -> str:
    """What a proposal is called in a list: its name, or its words."""
    fields = proposal.fields
    for name in ("name", "label", "title", "words", "act"):
        if fields.get(name):
            return str(fields[name])
    if proposal.kind == Kind.CLAIM:
        return f"{fields.get('value_stated', '')} {fields.get('counts', '')}".strip() or proposal.exact
    return proposal.exact
