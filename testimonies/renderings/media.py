"""The public copy of a recording or picture, as far as there is one that may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from testimonies.models import Media
from testimonies.silences import recipe_of
from testimonies.vaults import copies


def media_of(media: Media) -> dict[str, Any] | None:
    """Its public form; None while it is withheld, or its copy is not the one that is asked for now."""
    copy = getattr(media, "derivative", None)
    if copy is None or media.withheld_because:
        return None
    recipe = recipe_of(media)
    if not recipe or copy.recipe != recipe:
        return None
    return {
        "id": media.identifier,
        "media_kind": media.kind,
        "file": copy.name,
        "media_type": copy.media_type,
        "size": copy.size,
        "sha256": copy.sha256,
        "duration_ms": copy.duration_ms,
        "width": copy.width,
        "height": copy.height,
        "title": media.title,
        "alternative": media.alternative,
        "credit": media.credit,
        "rights_note": media.rights_note,
    }


def files_of(*shown: dict[str, Any] | None) -> dict[str, Path]:
    """Where the bytes of these copies lie."""
    vault = copies()
    return {each["file"]: vault.path_of(each["sha256"]) for each in shown if each}
