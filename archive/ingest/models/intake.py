"""An article that was taken in, and how far its reading has come."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from archive.desk.history import keeps_history


class IntakeQuerySet(models.QuerySet["Intake"]):
    """Sentences about intakes."""

    def with_progress(self) -> IntakeQuerySet:
        """Each with how many of its proposals are decided, and how many there are."""
        return self.annotate(
            decided=Count("proposals", filter=~Q(proposals__state="open")), total=Count("proposals")
        )

    def still_open(self) -> IntakeQuerySet:
        return self.filter(finished_at=None)


@keeps_history()
class Intake(models.Model):
    """One article at the desk: its source, and the work of going through its proposals. Never public."""

    source = models.OneToOneField(
        "events.Source", verbose_name=_("source"), on_delete=models.PROTECT, related_name="intake"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("taken in by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("taken in"), auto_now_add=True)
    dropped = models.JSONField(
        _("left out of the reading"), default=list, blank=True, help_text=_("The page’s furniture.")
    )
    engine_version = models.CharField(_("version of the rules"), max_length=20)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("finished by"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="+",
    )  # fmt: skip
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("article taken in")
        verbose_name_plural = _("articles taken in")
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at=None, finished_by=None)
                | Q(finished_at__isnull=False, finished_by__isnull=False, finished_at__gte=F("at")),
                name="intake_finished_whole_or_not_at_all",
            )
        ]

    def __str__(self) -> str:
        return str(self.source)

    @property
    def finished(self) -> bool:
        return self.finished_at is not None
