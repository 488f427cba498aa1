"""What the desk keeps of an article that is being taken in: the intake and its proposals."""

from archive.ingest.models.intake import Intake
from archive.ingest.models.proposal import Kind, Proposal, State

__all__ = ["Intake", "Kind", "Proposal", "State"]
