"""What a witness agreed to, in plain words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from archive.edition.vocabulary import NameUse, ReuseKind

PUBLISHED = {
    NameUse.REAL: _("It is published with the consent of the witness, under their own name."),
    NameUse.PSEUDONYM: _("It is published with the consent of the witness, under another name."),
    NameUse.WITNESS: _("It is published with the consent of the witness, without a name."),
}


def published_as(name_use: str, *, named: bool) -> str:
    """Under which kind of name it is published; without one where no name is shown any more."""
    return str(PUBLISHED[NameUse(name_use) if named else NameUse.WITNESS])


def given_out_for(reuse: Iterable[str]) -> list[str]:
    """For what else it may be given out."""
    return [str(ReuseKind(each).label) for each in reuse]
