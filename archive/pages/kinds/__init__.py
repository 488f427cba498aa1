"""What the page of each kind tells: which related records it needs, and how it puts them."""

from archive.pages.kinds.authorities import ORGANISATION, PERSON
from archive.pages.kinds.event import EVENT
from archive.pages.kinds.evidence import CLAIM, DEMAND
from archive.pages.kinds.kind import KindPage
from archive.pages.kinds.source import SOURCE
from archive.pages.kinds.statement import STATEMENT
from archive.pages.kinds.subjects import PLACE, TOPIC
from archive.pages.kinds.testimony import TESTIMONY
from archive.pages.kinds.victims import VICTIM, VICTIM_GROUP

KIND_PAGES: dict[str, KindPage] = {
    "event": EVENT,
    "person": PERSON,
    "organisation": ORGANISATION,
    "place": PLACE,
    "statement": STATEMENT,
    "claim": CLAIM,
    "demand": DEMAND,
    "source": SOURCE,
    "topic": TOPIC,
    "testimony": TESTIMONY,
    "victim": VICTIM,
    "victim_group": VICTIM_GROUP,
}

__all__ = ["KIND_PAGES", "KindPage"]
