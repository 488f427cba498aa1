"""Bringing back an earlier state of a record's own fields."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils import formats
from django.utils.translation import gettext as _

from archive.desk.changes import change
from archive.desk.models import Deed, Publishable
from archive.desk.review import Refused

NEVER_RESTORED = {"id", "identifier", "sample", "revision", "created_at", "changed_at"}


def restore(record: Publishable, version: Any, *, by: User, why: str) -> Publishable:
    """Gives a record the fields it had in an earlier version; what belongs to it stays as it is.

    Nothing becomes public by this: what it takes away goes at once, what it brings back waits for
    approval like any other change.
    """
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the history."))
    if version.pgh_obj_id != record.pk:
        raise Refused(_("That is the history of another record."))
    with change(record, by=by, why=why) as fresh:
        for each in restored_fields(type(record)):
            setattr(fresh, each.attname, getattr(version, each.attname))
        fresh.full_clean()
        fresh.save()
        Deed.objects.create(
            act=Deed.Act.RESTORE,
            who=by.get_username(),
            why=why,
            kind=fresh.kind,
            identifier=fresh.identifier,
            title=str(fresh)[:200],
        )
    return fresh


def restored_fields(model: type[Publishable]) -> list[models.Field]:
    """A record's own fields that a curator can bring back: not what identifies it, nor a stored text."""
    return [
        each
        for each in model._meta.concrete_fields
        if each.name not in NEVER_RESTORED and (each.editable or each.name.startswith("date_"))
    ]


def when(version: Any) -> str:
    """When a version was made, for a message."""
    return formats.date_format(version.pgh_created_at, "j F Y, H:i")
