from archive.desk.models.publishable import Publishable
from archive.desk.models.review import Deed, PublicationRequest

__all__ = ["Deed", "PublicationRequest", "Publishable"]
