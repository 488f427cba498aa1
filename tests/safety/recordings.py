"""Recordings of an interview with their public copies, without the hour it takes to make one."""

from __future__ import annotations

import secrets
from io import BytesIO

from archive.edition.models import PIECE
from testimonies.models import Derivative, Media, Testimony
from testimonies.silences import recipe_of
from testimonies.vaults import copies

BYTES = PIECE * 2 + 100  # three pieces


def record(testimony: Testimony) -> Media:
    """A recording in which every passage is heard, and its copy, which is the one that is asked for."""
    kept = copies().put(BytesIO(secrets.token_bytes(BYTES)))
    made = Media.objects.create(testimony=testimony, kind="audio", sha256=secrets.token_hex(32), size=1,
                                media_type="audio/wav", title={"en": "The recording"})  # fmt: skip
    for number, passage in enumerate(testimony.passages.all()):
        passage.recording, passage.start_ms, passage.end_ms = made, number * 1000, number * 1000 + 900
        passage.save()
    Derivative.objects.create(media=made, name=f"{secrets.token_hex(16)}.mp3", media_type="audio/mpeg",
                              size=kept.size, sha256=kept.sha256, recipe=recipe_of(made))  # fmt: skip
    return made
