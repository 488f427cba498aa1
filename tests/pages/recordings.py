"""A recording for a testimony of the small world, and its public copy, made without any program."""

from __future__ import annotations

import io
import struct
import wave
import zlib

from archive.desk.changes import change
from archive.desk.models import Publishable
from testimonies.models import Derivative, Media, Testimony, Victim
from testimonies.silences import recipe_of
from testimonies.vaults import copies, originals
from tests.universe import Universe
from tests.witnesses import Told

SECONDS = 40
HEARD_AT = [(0, 4_000), (4_000, 12_500), (12_500, 21_000), (21_000, 40_000)]


def sound(seconds: int = SECONDS) -> bytes:
    """A quiet recording, about 640 thousand bytes long: several pieces of a public file."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(range(256)) * (seconds * 8000 * 2 // 256))
    return whole.getvalue()


def picture(width: int = 240, height: int = 300) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + bytes((row % 200 + 30,)) * width for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def kept(data: bytes, name: str, media_type: str, **fields: object) -> Media:
    """A recording or picture in the vault, with a public copy that is the same."""
    original = originals().put(io.BytesIO(data))
    media = Media.objects.create(sha256=original.sha256, size=original.size, media_type=media_type, **fields)
    return _copied(media, data, name, media_type)


def _copied(media: Media, data: bytes, name: str, media_type: str) -> Media:
    copy = copies().put(io.BytesIO(data))
    heard = media.kind == "audio"
    Derivative.objects.create(
        media=media, name=name, recipe=recipe_of(media), media_type=media_type, size=copy.size,
        sha256=copy.sha256, duration_ms=SECONDS * 1000 if heard else None,
        width=None if heard else 240, height=None if heard else 300,
    )  # fmt: skip
    return media


def heard(world: Universe, told: Told) -> Media:
    """Makes the account be heard, passage by passage, and publishes it anew."""
    account: Testimony
    with change(told.account, by=world.ada) as account:
        media = Media.objects.create(
            testimony=account, kind="audio", title={"en": "Interview at the harbour"}, credit="The families",
            sha256="0" * 64, size=1, media_type="audio/wav",
        )  # fmt: skip
        for passage, (start, end) in zip(account.passages.all(), HEARD_AT, strict=True):
            passage.recording, passage.start_ms, passage.end_ms = media, start, end
            passage.save()
        _copied(media, sound(), "heardheardheard.wav", "audio/wav")
    world.publish(told.account)
    return media


def portrayed(world: Universe, victim: Victim) -> Media:
    """Gives a victim a portrait, and publishes it anew."""
    owner: Publishable
    with change(victim, by=world.ada) as owner:
        media = kept(picture(), "facefaceface.png", "image/png", kind="image", victim=victim,
                     alternative={"en": "A young man at a window"}, credit="The family")  # fmt: skip
        Victim.objects.filter(pk=owner.pk).update(portrait=media)
    world.publish(Victim.objects.get(pk=victim.pk))
    return media
