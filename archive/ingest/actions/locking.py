"""What every verb does first: may this person do it, and is nobody else at it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from archive.desk.review import Refused
from archive.ingest.models import Intake, Proposal, State

P = ParamSpec("P")
R = TypeVar("R")
TAKE_IN, DECIDE = "ingest.add_intake", "ingest.change_proposal"


def verb(permission: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorator: only for those who may, in one transaction, noted in the history with who did it."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            by = kwargs["by"]
            assert isinstance(by, User)
            may(by, permission)
            with transaction.atomic(), pghistory.context(user=by.pk):
                return function(*args, **kwargs)

        return done

    return decorate


def may(by: User, permission: str) -> None:
    """Raises Refused for an account without the right."""
    if not (by.is_active and by.has_perm(permission)):
        raise Refused(_("Your account may not do this. Ask an administrator."))


def locked_intake(intake: Intake) -> Intake:
    """The intake read anew under its row lock, until this transaction ends; raises Refused if finished."""
    fresh = (
        Intake.objects.select_for_update(no_key=True, of=("self",)).select_related("source").get(pk=intake.pk)
    )
    if fresh.finished:
        raise Refused(_("This article is finished. Take it up again first."))
    return fresh


def locked_proposal(proposal: Proposal, *, state: State | None = State.OPEN) -> Proposal:
    """A proposal read anew under its intake's lock; raises Refused where it is not in `state` any more."""
    intake = locked_intake(proposal.intake)
    fresh = intake.proposals.get(pk=proposal.pk)
    fresh.intake = intake
    if state and fresh.state != state:
        raise Refused(_SINCE_DECIDED[State(fresh.state)]())
    return fresh


_SINCE_DECIDED = {
    State.OPEN: lambda: _("This is open again. Look at it once more."),
    State.ACCEPTED: lambda: _("Somebody has accepted this already."),
    State.REJECTED: lambda: _("Somebody has rejected this already."),
    State.MERGED: lambda: _("Somebody has joined this to another already."),
}
