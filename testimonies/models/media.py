"""Recordings, photographs and scans: the original in the vault, and the copy made for the public."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import new_identifier
from archive.core.languages import in_language
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history
from archive.edition.vocabulary import MediaKind, WithheldBecause


@keeps_history()
class Media(models.Model):
    """A recording or picture of a testimony or a victim. Its original lies in the vault, byte for byte."""

    belongs_to_one = True  # its history is told with its owner's, though it is not deleted with it

    identifier = models.CharField(max_length=11, unique=True, default=new_identifier, editable=False)
    testimony = models.ForeignKey(
        "testimonies.Testimony", on_delete=models.PROTECT, null=True, blank=True, related_name="media"
    )
    victim = models.ForeignKey(
        "testimonies.Victim", on_delete=models.PROTECT, null=True, blank=True, related_name="media"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=MediaKind.choices, editable=False)
    position = models.PositiveIntegerField(_("order"), default=0)
    title = LanguageMapField(_("title"), blank=True)
    alternative = LanguageMapField(
        _("what is to be seen, in words"), blank=True, help_text=_("For those who cannot see it.")
    )
    credit = models.CharField(_("credit"), max_length=300, blank=True)
    rights_note = LanguageMapField(_("rights"), blank=True)
    withheld_because = models.CharField(
        _("withheld because"), max_length=10, choices=WithheldBecause.choices, blank=True,
        help_text=_("Empty where it may be shown."),
    )  # fmt: skip
    sha256 = models.CharField(_("SHA-256 of the original"), max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False)
    media_type = models.CharField(_("form"), max_length=100, editable=False)
    filename = models.CharField(_("name of the file"), max_length=300, blank=True, editable=False)
    taken_at = models.DateTimeField(_("taken in"), auto_now_add=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("recording or picture")
        verbose_name_plural = _("recordings and pictures")
        constraints = [
            models.CheckConstraint(
                condition=Q(testimony=None, victim__isnull=False) | Q(testimony__isnull=False, victim=None),
                name="media_belongs_to_one",
            )
        ]

    def __str__(self) -> str:
        return in_language(self.title, "en")[0] or f"{self.get_kind_display()} {self.identifier}"


class Derivative(models.Model):
    """The copy of a recording or picture that the public may get: without metadata, and silent where
    something is withheld. It counts only while its recipe is what the desk's decisions ask for."""

    media = models.OneToOneField(Media, on_delete=models.CASCADE, related_name="derivative")
    name = models.CharField(max_length=40, unique=True, help_text="Random; the file's name for the public.")
    recipe = models.CharField(max_length=64, help_text="Digest of the original and of what was silenced.")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    duration_ms = models.PositiveBigIntegerField(null=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("public copy")
        verbose_name_plural = _("public copies")

    def __str__(self) -> str:
        return self.name
