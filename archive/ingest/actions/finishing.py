"""Leaving an article for good, and coming back to it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import ngettext

from archive.desk.review import Refused
from archive.ingest.actions.locking import DECIDE, locked_intake, verb
from archive.ingest.models import Intake, State


@verb(DECIDE)
def finish(intake: Intake, *, by: User) -> Intake:
    """Says that an article has been gone through; refuses while something is undecided."""
    fresh = locked_intake(intake)
    left = fresh.proposals.filter(state=State.OPEN).count()
    if left:
        raise Refused(
            ngettext(
                "%(count)s proposal is still open. Accept or reject it first.",
                "%(count)s proposals are still open. Accept or reject them first.",
                left,
            )
            % {"count": left}
        )
    fresh.finished_by, fresh.finished_at = by, timezone.now()
    fresh.save()
    return fresh


@verb(DECIDE)
def take_up_again(intake: Intake, *, by: User) -> Intake:
    """Opens a finished article again."""
    fresh = Intake.objects.select_for_update(no_key=True, of=("self",)).get(pk=intake.pk)
    fresh.finished_by, fresh.finished_at = None, None
    fresh.save()
    return fresh
