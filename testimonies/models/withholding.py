"""What is not shown of a testimony: each time a decision, with its reason and who decided."""

from __future__ import annotations

import secrets

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import ALPHABET
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history
from archive.edition.vocabulary import WithheldBecause

MARK_LENGTH = 6


def new_mark() -> str:
    """A random name for a mark: the same place has it in the original and in every translation."""
    return "".join(secrets.choice(ALPHABET) for _ in range(MARK_LENGTH))


@keeps_history()
class Withholding(models.Model):
    """One decision to withhold a passage, or some words of it in the original and each translation.

    A text in which it has no place that still fits is withheld as a whole: see `renderings.passages`.
    """

    passage = models.ForeignKey("testimonies.Passage", on_delete=models.CASCADE, related_name="withholdings")
    mark = models.CharField(max_length=MARK_LENGTH, default=new_mark, editable=False)
    whole = models.BooleanField(_("the whole passage"), default=False)
    because = models.CharField(_("because"), max_length=10, choices=WithheldBecause.choices)
    why = models.TextField(_("in words"), blank=True, help_text=_("Never published."))
    decided_by = models.CharField(_("decided by"), max_length=150)
    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("withholding")
        verbose_name_plural = _("withholdings")

    def __str__(self) -> str:
        return f"{self.mark}: {self.get_because_display()}"


@keeps_history()
class WithheldSpan(models.Model):
    """Where the withheld words stand: in the original, or in one translation.

    `none` says that a translation does not render the withheld words at all.
    """

    withholding = models.ForeignKey(Withholding, on_delete=models.CASCADE, related_name="spans")
    translation = models.ForeignKey(
        "testimonies.PassageTranslation", on_delete=models.CASCADE, null=True, blank=True, related_name="+",
        help_text=_("Empty for the original."),
    )  # fmt: skip
    none = models.BooleanField(_("does not stand in this text"), default=False)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    exact = models.TextField(blank=True)

    class Meta:
        ordering = ["start", "pk"]
        verbose_name = _("withheld place")
        verbose_name_plural = _("withheld places")
        constraints = [
            models.CheckConstraint(
                condition=Q(none=True, start=0, end=0) | Q(none=False, end__gt=F("start")),
                name="withheldspan_is_a_place_or_none",
            )
        ]

    def __str__(self) -> str:
        return self.exact


@keeps_history()
class Pseudonym(models.Model):
    """A name that another stands for, everywhere in a testimony and in every script."""

    testimony = models.ForeignKey(
        "testimonies.Testimony", on_delete=models.CASCADE, related_name="pseudonyms"
    )
    names = ArrayField(
        models.CharField(max_length=200), verbose_name=_("real name"),
        help_text=_("In each script it is written in, with commas. Never published."),
    )  # fmt: skip
    instead = LanguageMapField(
        _("pseudonym"), help_text=_("In each language the testimony is shown in, such as en and fa.")
    )
    mark = models.CharField(max_length=MARK_LENGTH, default=new_mark, editable=False)
    decided_by = models.CharField(_("decided by"), max_length=150, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pseudonym")
        verbose_name_plural = _("pseudonyms")

    def __str__(self) -> str:
        return ", ".join(self.instead.values())
