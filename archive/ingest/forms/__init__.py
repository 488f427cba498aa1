"""The forms of taking in."""

from archive.ingest.forms.articles import TakeInForm
from archive.ingest.forms.base import ProposalForm
from archive.ingest.forms.proposals import FORMS

__all__ = ["FORMS", "ProposalForm", "TakeInForm"]
