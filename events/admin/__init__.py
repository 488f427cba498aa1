"""The desk's pages of events, places, people, organisations, sources, statements, claims, demands, topics."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.desk.start import Worklist
from events.actions import ANCHORS
from events.admin import assertions, authorities, events, sources, statements, subjects

__all__ = ["assertions", "authorities", "events", "sources", "statements", "subjects"]

for model, rows in ANCHORS.items():
    admin.site.offer(  # type: ignore[attr-defined]
        Worklist(
            label=_("Words that no longer stand in a newer version of their source"),  # type: ignore[arg-type]
            count=rows._default_manager.filter(lost_in__isnull=False).values(model.kind).distinct().count,
            view=f"admin:events_{model.kind}_changelist",
            query="?places=lost",
            permission=f"events.view_{model.kind}",
        )
    )
