"""A changed text taken in from the same address: a new version of the same document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.review import Refused
from archive.ingest.actions import take_in
from archive.ingest.models import Intake
from events.models import Source


@dataclass(frozen=True)
class Carried:
    """What became of the anchors of the version before."""

    previous: Source
    carried: int
    lost: int

    @property
    def sentence(self) -> str:
        return _("Stored as a new version of “%(title)s”.") % {"title": self.previous}


def take_in_version(*, taken_from: str, **how: Any) -> tuple[Intake, Carried]:
    """Takes in a text as the new version of what was taken from the same address before."""
    raise Refused("not yet")
