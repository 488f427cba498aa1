"""What went wrong, as a sentence for the person at the desk."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError
from django.db.models import ProtectedError, RestrictedError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.desk.review import Refused
from archive.edition.files import NotThatFile

RAISED = "P0001"  # by one of our own triggers: its message is a sentence
CROSSED = {"40P01", "40001", "55P03"}  # deadlock, serialization failure, lock not available
Trouble = (DatabaseError, ProtectedError, RestrictedError, Refused, NotThatFile)


def crossed(error: Exception) -> bool:
    """Whether two people changed the same records at once, so that trying again can help."""
    return _state(error) in CROSSED


def sentence_of(error: Exception) -> str:
    """The sentence for an error that people can do something about; "" for a mistake in the code."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, NotThatFile):
        return f"{capfirst(str(error))}."
    if crossed(error):
        return _("Somebody else was changing the same records just now. Nothing was saved: try again.")
    if isinstance(error, ProtectedError | RestrictedError):
        return _protected(error)
    if isinstance(error, IntegrityError):
        return _("Somebody else has just saved something that does not go together with this. Look again.")
    if _state(error) == RAISED:
        return capfirst(str(error.__cause__).split("\n")[0]) + "."
    return ""


def _protected(error: ProtectedError | RestrictedError) -> str:
    objects = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
    named = [f"“{each}”" for each in list(objects)[:3]]
    more = len(objects) - len(named)
    return _("Other records still need it: %(names)s%(more)s. Change those first.") % {
        "names": ", ".join(named),
        "more": _(" and %(count)s more") % {"count": more} if more > 0 else "",
    }


def _state(error: Exception) -> str:
    return getattr(error.__cause__, "sqlstate", None) or ""
