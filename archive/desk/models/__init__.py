from archive.desk.models.accounts import GivenPassword
from archive.desk.models.publishable import Publishable
from archive.desk.models.review import Deed, Difference, PublicationRequest

__all__ = ["Deed", "Difference", "GivenPassword", "PublicationRequest", "Publishable"]
