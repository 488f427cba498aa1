"""The nouns of testimony, one file each."""

from testimonies.models.claims import ClaimSubject
from testimonies.models.consent import Consent
from testimonies.models.media import Derivative, Media
from testimonies.models.narrator import Narrator
from testimonies.models.passage import Passage, PassageTranslation
from testimonies.models.sealed import IdentityOpened, ProtectedWord, SealedIdentity
from testimonies.models.testimony import Testimony
from testimonies.models.transcript import HandedIn
from testimonies.models.victims import Victim, VictimGroup, VictimName, VictimRelation
from testimonies.models.withholding import Pseudonym, WithheldSpan, Withholding

__all__ = [
    "ClaimSubject", "Consent", "Derivative", "HandedIn", "IdentityOpened", "Media", "Narrator", "Passage",
    "PassageTranslation", "ProtectedWord", "Pseudonym", "SealedIdentity", "Testimony", "Victim",
    "VictimGroup", "VictimName", "VictimRelation", "WithheldSpan", "Withholding",
]  # fmt: skip
