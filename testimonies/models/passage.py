"""The unit of a testimony: one turn, in the original and in translation."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import new_identifier
from archive.desk.history import keeps_history
from archive.edition.shapes.base import beginning
from archive.edition.vocabulary import ContentWarning, TranslationMeans, Turn


@keeps_history()
class Passage(models.Model):
    """One turn of a testimony, in the words it was told in.

    `words` holds the time of each word where it is known: `[[start_ms, start, end], …]`, offsets in `text`.
    """

    testimony = models.ForeignKey("testimonies.Testimony", on_delete=models.CASCADE, related_name="passages")
    identifier = models.CharField(max_length=11, unique=True, default=new_identifier, editable=False)
    position = models.PositiveIntegerField(_("order"), default=0)
    turn = models.CharField(_("who speaks"), max_length=10, choices=Turn.choices, default=Turn.ANSWER)
    speaker_as_stated = models.CharField(
        _("speaker as written"),
        max_length=200,
        blank=True,
        help_text=_("In the transcript; never published."),
    )
    text = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=12)
    recording = models.ForeignKey(
        "testimonies.Media", verbose_name=_("recording"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="passages", help_text=_("The times count in it."),
    )  # fmt: skip
    start_ms = models.PositiveIntegerField(_("begins at (ms)"), null=True, blank=True)
    end_ms = models.PositiveIntegerField(_("ends at (ms)"), null=True, blank=True)
    words = models.JSONField(default=list, blank=True, editable=False)
    warnings = ArrayField(
        models.CharField(max_length=20, choices=ContentWarning.choices), verbose_name=_("content warnings"),
        default=list, blank=True,
    )  # fmt: skip

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [
            models.CheckConstraint(
                condition=Q(start_ms=None) | Q(end_ms=None) | Q(start_ms__lte=F("end_ms")),
                name="passage_times_in_order",
                violation_error_message=_("It ends before it begins."),
            )
        ]

    def __str__(self) -> str:
        return beginning(self.text)


@keeps_history()
class PassageTranslation(models.Model):
    """A passage in another language: evidence with an author of its own."""

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"))
    translator = models.CharField(_("translator"), max_length=200, blank=True)
    means = models.CharField(
        _("how"), max_length=20, choices=TranslationMeans.choices, default=TranslationMeans.HUMAN
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("translation of a passage")
        verbose_name_plural = _("translations of passages")
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "language"],
                name="passagetranslation_one_per_language",
                violation_error_message=_("This passage has a translation into that language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.language}, {beginning(self.text)}"
