"""What a reader should know before reading: each content warning in words, and with what it means."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from archive.edition.vocabulary import ContentWarning

MEANINGS = {
    ContentWarning.TORTURE: _("It tells how people were tortured."),
    ContentWarning.EXECUTION: _("It tells how people were executed."),
    ContentWarning.KILLING: _("It tells how people were killed."),
    ContentWarning.SEXUAL_VIOLENCE: _("It tells of rape or other sexual violence."),
    ContentWarning.CHILDREN: _("It tells of harm done to children."),
    ContentWarning.SUICIDE: _("It tells of suicide, or of people who hurt themselves."),
    ContentWarning.BODIES: _("It describes dead bodies or graves."),
    ContentWarning.IMPRISONMENT: _("It describes imprisonment under inhuman conditions."),
    ContentWarning.INSULTS: _("It repeats insults and humiliations."),
}


@dataclass(frozen=True)
class Warned:
    """One warning: its name, and a sentence that says what is to be expected."""

    code: str
    name: str
    meaning: str


def warned(codes: Collection[str]) -> list[Warned]:
    """Warnings in the order of the archive's list, however they were noted."""
    return [
        Warned(each.value, str(each.label), str(MEANINGS[each])) for each in ContentWarning if each in codes
    ]
