"""The transcripts of an interview, as they were handed in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.desk.history import keeps_history


@keeps_history()
class HandedIn(models.Model):
    """A transcript or translation as it came: the file lies in the vault, byte for byte, under its digest.

    What became of its words are the passages. It is never changed and never public.
    """

    class What(models.TextChoices):
        ORIGINAL = "original", _("Transcript")
        TRANSLATION = "translation", _("Translation")
        VERSION = "version", _("Newer version")

    testimony = models.ForeignKey("testimonies.Testimony", on_delete=models.CASCADE, related_name="handed_in")
    what = models.CharField(_("what it is"), max_length=12, choices=What.choices)
    language = models.CharField(_("language"), max_length=12)
    form = models.CharField(_("form"), max_length=20, blank=True, help_text="vtt, srt, text, docx")
    filename = models.CharField(_("name of the file"), max_length=300, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size"))
    taken_by = models.CharField(_("taken in by"), max_length=150)
    taken_at = models.DateTimeField(_("taken in"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("transcript as handed in")
        verbose_name_plural = _("transcripts as handed in")

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.language}, {self.sha256[:12]}"
