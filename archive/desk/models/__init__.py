from archive.desk.models.accounts import GivenPassword
from archive.desk.models.publishable import DeskRecord, Publishable
from archive.desk.models.review import Deed, Difference, Opening, PublicationRequest

__all__ = [
    "Deed", "DeskRecord", "Difference", "GivenPassword", "Opening", "PublicationRequest", "Publishable",
]  # fmt: skip
