"""Recordings and pictures as pages show them: with what is to be heard or seen in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from archive.edition.vocabulary import MediaKind
from archive.pages.shown.passages import clock
from archive.pages.shown.texts import Text, best

HEARD = frozenset({MediaKind.AUDIO.value, MediaKind.VIDEO.value})


@dataclass(frozen=True)
class Captions:
    """The words of a recording in one language, for the player."""

    href: str
    language: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class Recorded:
    """A recording or picture."""

    id: str
    kind: str
    kind_words: str
    href: str
    media_type: str
    size: str
    length: str
    width: int | None
    height: int | None
    title: Text
    alternative: Text
    credit: str
    rights_note: Text
    captions: list[Captions] = field(default_factory=list)

    @property
    def is_video(self) -> bool:
        return self.kind == MediaKind.VIDEO

    @property
    def is_heard(self) -> bool:
        return self.kind in HEARD


def recorded(media: dict[str, Any], captions: Iterable[Captions] = ()) -> Recorded:
    """A shape's recording or picture for a page."""
    return Recorded(
        id=media["id"],
        kind=media["media_kind"],
        kind_words=str(MediaKind(media["media_kind"]).label),
        href=reverse("file", args=[media["file"]]),
        media_type=media["media_type"],
        size=filesizeformat(media["size"]),
        length=clock(media["duration_ms"]) if media["duration_ms"] else "",
        width=media["width"],
        height=media["height"],
        title=best(media["title"]),
        alternative=best(media["alternative"]),
        credit=media["credit"],
        rights_note=best(media["rights_note"]),
        captions=list(captions),
    )
