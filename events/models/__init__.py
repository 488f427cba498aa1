"""The nouns of the archive, one file each."""

from events.models.anchors import AnchorRow, ClaimAnchor, DemandAnchor, StatementAnchor
from events.models.assertion import Claim, Demand
from events.models.authorities import Organisation, OrganisationName, Person, PersonName
from events.models.event import Appearance, Event
from events.models.source import Source
from events.models.statement import Statement, Translation
from events.models.subjects import Place, Topic

__all__ = [
    "AnchorRow", "Appearance", "Claim", "ClaimAnchor", "Demand", "DemandAnchor", "Event",
    "Organisation", "OrganisationName", "Person", "PersonName", "Place", "Source", "Statement",
    "StatementAnchor", "Topic", "Translation",
]  # fmt: skip
