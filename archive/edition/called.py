"""What the archive itself is called, language by language."""

from django.conf import settings
from django.utils.translation import get_language, gettext, gettext_noop

USUAL = gettext_noop("The testimony archive")


def archive_name() -> str:
    """Its name in the language of the moment: as the settings say, and the usual one translated."""
    name = settings.ARCHIVE_NAMES.get(get_language() or "") or settings.ARCHIVE_NAME
    return gettext(USUAL) if name == USUAL else name
