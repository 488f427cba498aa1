"""Whether the public copy of a recording or picture is there, as lists and pages tell it."""

from __future__ import annotations

from django.core.cache import cache
from django.utils.html import format_html
from django.utils.translation import gettext as _

from testimonies.models import Media
from testimonies.silences import HEARD, recipe_of

A_DAY = 24 * 3600
MADE, AGAIN, MISSING, WITHHELD = "made", "again", "missing", "withheld"


def copy_state(media: Media) -> str:
    """Whether the copy that is asked for now is there. For lists: it trusts that the file is in the vault."""
    if media.withheld_because:
        return WITHHELD
    copy = getattr(media, "derivative", None)
    if copy is None:
        return MISSING
    return MADE if copy.recipe == _recipe(media) else AGAIN


def copy_mark(media: Media) -> str:
    """The same as a small mark."""
    marks = {
        MADE: ("public", _("Made")),
        AGAIN: ("changed", _("To be made again")),
        MISSING: ("draft", _("Not made yet")),
        WITHHELD: ("withdrawn", _("Withheld")),
    }
    return format_html('<span class="state state-{}">{}</span>', *marks[copy_state(media)])


def waiting_for_a_copy() -> list[Media]:
    """The recordings and pictures whose public copy is missing or has to be made again."""
    rows = Media.objects.filter(withheld_because="").select_related("testimony", "derivative")
    return [each for each in rows if copy_state(each) != MADE]


def _recipe(media: Media) -> str:
    """The recipe that is asked for now. It changes only with a revision of the testimony, so it is kept."""
    if media.testimony is None or media.kind not in HEARD:
        return recipe_of(media)
    key = f"recipe:{media.identifier}:{media.testimony.revision}"
    return str(cache.get_or_set(key, lambda: recipe_of(media), A_DAY))
