"""The desk's pages of narrators, testimonies, consents, recordings, victims; and what waits for a curator."""

from functools import partial

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.desk.start import Worklist
from testimonies.admin import claims, events, media, narrators, testimonies, victims
from testimonies.admin.copystate import waiting_for_a_copy
from testimonies.admin.lists import ENDING, NONE, OPENING, asking
from testimonies.models import Testimony

__all__ = ["claims", "events", "media", "narrators", "testimonies", "victims"]


def how_many(what: str) -> int:
    """How many testimonies have a consent that asks for something."""
    return asking(Testimony.objects.all(), what).count()


for told, what in (
    (_("Testimonies without consent"), NONE),
    (_("Embargoes that end within 30 days"), OPENING),
    (_("Consents that end within 30 days"), ENDING),
):
    admin.site.offer(  # type: ignore[attr-defined]
        Worklist(
            label=told,  # type: ignore[arg-type]
            count=partial(how_many, what),
            view="admin:testimonies_testimony_changelist",
            query=f"?consent={what}",
            permission="testimonies.view_testimony",
        )
    )

admin.site.offer(  # type: ignore[attr-defined]
    Worklist(
        label=_("Recordings and pictures whose public copy has to be made"),  # type: ignore[arg-type]
        count=lambda: len(waiting_for_a_copy()),
        view="admin:testimonies_media_changelist",
        query="?copy=again",
        permission="testimonies.view_media",
    )
)
