"""Events at the desk, with the way out for the worst day; `events` does not know of testimonies."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from events.admin.events import EventAdmin
from events.models import Event

admin.site.unregister(Event)


@admin.register(Event)
class EventWithWayOutAdmin(EventAdmin):
    def more_tool_labels(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """Everything of an event can be taken back at once, with the testimonies of it."""
        found = list(super().more_tool_labels(request, record))
        if request.user.has_perm("desk.withdraw_publication"):
            found.append((gettext("Take everything back"), reverse("taking_back:event", args=[record.pk])))
        return found
