"""Hearing an original while its testimony is read at the desk: who may, and that it is noted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.core.media.kinds import FORMS
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions.changing import LOOK, noted
from testimonies.models import Media, Testimony
from testimonies.silences import HEARD
from testimonies.vaults import originals

ONE_OPENING = timedelta(hours=1)  # each decision without a script loads the room anew: that is no new opening
SOUND = frozenset(form.media_type for form in FORMS.values() if form.family in HEARD)
# What browsers play by themselves. The others have to be taken out and opened with a program.
PLAYED = frozenset({
    "audio/wav", "audio/mpeg", "audio/aac", "audio/flac", "audio/ogg", "audio/mp4", "audio/webm",
    "video/ogg", "video/mp4", "video/quicktime", "video/webm",
})  # fmt: skip


def recordings_of(testimony: Testimony) -> QuerySet[Media]:
    """The recordings that a testimony is heard in. Their forms are those that were found in the files."""
    return testimony.media.filter(kind__in=HEARD, media_type__in=SOUND)


def open_to_hear(testimony: Testimony, *, by: User) -> None:
    """Notes that somebody opens the recordings of a testimony: once, however much of them is then heard."""
    if not (by.is_active and by.has_perm(LOOK)):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    count = recordings_of(testimony).count()
    since = timezone.now() - ONE_OPENING
    opened = Deed.objects.filter(
        act=Deed.Act.HEAR, who=by.get_username(), identifier=testimony.identifier, at__gt=since
    )
    if count and not opened.exists():
        told = ngettext("%(count)s recording", "%(count)s recordings", count) % {"count": count}
        noted(Deed.Act.HEAR, testimony, by=by, why=told)


def file_of(recording: Media) -> Path:
    """Where an original lies; raises Refused where the vault does not have it."""
    if not originals().holds(recording.sha256):
        raise Refused(_("The recording is not in the vault. Restore it from a backup."))
    return originals().path_of(recording.sha256)
