"""A text's stretches as HTML, word by word: no blank more or less than the text has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from testimonies.desk.texts import Piece, Stretch


def marked(stretches: Iterable[Stretch]) -> SafeString:
    """The words, each with its place; what is withheld, changed or proposed stands in a mark that says so."""
    return _all(map(_stretch, stretches))


def _stretch(stretch: Stretch) -> SafeString:
    words = _all(map(_piece, stretch.pieces))
    if stretch.withholding:
        reason = stretch.withholding.get_because_display()
        tag = format_html('<span class="tag" lang="en" dir="ltr">{}</span>', stretch.withholding.because)
        return format_html('<mark class="withheld" title="{}">{}{}</mark>', reason, words, tag)
    if stretch.pseudonym:
        tag = format_html('<span class="tag" dir="auto">→ {}</span>', stretch.instead)
        return format_html('<mark class="renamed" title="{}">{}{}</mark>', _("Name changed"), words, tag)
    return format_html('<mark class="proposed">{}</mark>', words) if stretch.proposed else words


def _piece(piece: Piece) -> SafeString:
    if not piece.is_word:
        return format_html("{}", piece.text)
    return format_html(
        '<span data-s="{}" data-e="{}">{}</span>', str(piece.start), str(piece.end), piece.text
    )


def _all(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped above
