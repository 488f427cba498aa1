"""What a claim is about, where that is a victim, and the testimony it is made in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.desk.history import keeps_history


@keeps_history()
class ClaimSubject(models.Model):
    """Ties a claim to the victim or group it is about, and to the testimony it is drawn from.

    Events do not know of testimonies, so the tie stands here. A claim drawn from a testimony is public
    only while the testimony is, and in no more ways.
    """

    claim = models.OneToOneField("events.Claim", on_delete=models.CASCADE, related_name="subject")
    victim = models.ForeignKey(
        "testimonies.Victim", verbose_name=_("about the victim"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="claim_subjects",
    )  # fmt: skip
    group = models.ForeignKey(
        "testimonies.VictimGroup", verbose_name=_("or about the group"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="claim_subjects",
    )  # fmt: skip
    testimony = models.ForeignKey(
        "testimonies.Testimony", verbose_name=_("made in the testimony"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="claim_subjects",
    )  # fmt: skip

    class Meta:
        verbose_name = _("whom it is about")
        verbose_name_plural = _("whom it is about")
        constraints = [
            models.CheckConstraint(
                condition=Q(victim=None) | Q(group=None),
                name="claimsubject_is_one",
                violation_error_message=_("A claim is about a victim or about a group, not both."),
            )
        ]

    def __str__(self) -> str:
        return str(self.victim or self.group or self.testimony or "")
