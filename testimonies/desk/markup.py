"""A text's stretches as HTML, word by word: no blank more or less than the text has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from testimonies.desk.texts import Piece, Stretch


def marked(stretches: Iterable[Stretch]) -> SafeString:
    """The words, each with its place; what is withheld, changed or proposed stands in a mark that says so.

    Escaped by hand: Django's format_html takes three times as long, and an interview has 60,000 words.
    """
    return mark_safe("".join(map(_stretch, stretches)))  # noqa: S308  every word below is escaped


def _stretch(stretch: Stretch) -> str:
    words = "".join(map(_piece, stretch.pieces))
    if stretch.withholding:
        reason = escape(str(stretch.withholding.get_because_display()))
        tag = f'<span class="tag" lang="en" dir="ltr">{escape(stretch.withholding.because)}</span>'
        return f'<mark class="withheld" title="{reason}">{words}{tag}</mark>'
    if stretch.pseudonym:
        tag = f'<span class="tag" dir="auto">→ {escape(stretch.instead)}</span>'
        return f'<mark class="renamed" title="{escape(_("Name changed"))}">{words}{tag}</mark>'
    return f'<mark class="proposed">{words}</mark>' if stretch.proposed else words


def _piece(piece: Piece) -> str:
    words = escape(piece.text)
    return f'<span data-s="{piece.start}" data-e="{piece.end}">{words}</span>' if piece.is_word else words
