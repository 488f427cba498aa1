"""The desk's first page: what can be begun, what waits, and what happened last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from archive.desk.models import Deed, Difference, PublicationRequest, Publishable
from archive.desk.renderers import model_of

SHOWN = 8
MOST = 500


@dataclass(frozen=True)
class Door:
    """Something a curator can begin from the desk's first page."""

    label: str
    help: str
    view: str  # the name of an address, such as "admin:ingest_take_in"
    permission: str = ""


@dataclass(frozen=True)
class Worklist:
    """Something that waits for a curator: how many there are, and where to find them."""

    label: str
    count: Callable[[], int]
    view: str
    query: str = ""
    permission: str = ""


class _Site(Protocol):
    doors: list[Door]
    worklists: list[Worklist]


def start_of(site: _Site, request: HttpRequest) -> dict[str, Any]:
    """What the first page shows to whoever asks."""
    user = request.user
    waiting = PublicationRequest.objects.filter(decision="").select_related("asked_by")
    declined = PublicationRequest.objects.filter(decision="declined", asked_by=user.pk)
    return {
        "doors": list(_doors(site, user)),
        "worklists": list(_worklists(site, user)),
        "waiting": waiting[:SHOWN],
        "waiting_count": waiting.count(),
        "declined": declined.select_related("decided_by")[:SHOWN],
        "differences": Difference.objects.count(),
        "recent": LogEntry.objects.select_related("user", "content_type").order_by("-pk")[:SHOWN],
        "deeds": Deed.objects.all()[:SHOWN],
    }


def differing() -> list[tuple[Publishable, datetime]]:
    """Public records that were changed and not asked for since, oldest first."""
    since = {each.pk: each for each in Difference.objects.order_by("since")[:MOST]}
    kinds = {each.kind for each in since.values()}
    found = [
        record for kind in kinds for record in model_of(kind)._default_manager.filter(identifier__in=since)
    ]
    return sorted(
        ((record, since[record.identifier].since) for record in found), key=lambda pair: (pair[1], pair[0].pk)
    )


def _doors(site: _Site, user: Any) -> Any:
    for each in site.doors:
        if _may(user, each.permission) and (at := _at(each.view)):
            yield each, at


def _worklists(site: _Site, user: Any) -> Any:
    for each in site.worklists:
        if _may(user, each.permission) and (at := _at(each.view)) and (count := each.count()):
            yield each.label, count, at + each.query


def _may(user: AbstractBaseUser | AnonymousUser, permission: str) -> bool:
    return not permission or user.has_perm(permission)  # type: ignore[union-attr]


def _at(view: str) -> str:
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""
