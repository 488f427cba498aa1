"""What a narrator agreed to, and later narrowed or took back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.desk.append_only import only_grows
from archive.edition.vocabulary import NameUse


class Consent(models.Model):
    """One decision of a narrator about one testimony. Rows are only added; the newest is in force."""

    class Decision(models.TextChoices):
        GIVEN = "given", _("Given")
        CHANGED = "changed", _("Changed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Use(models.TextChoices):
        WEB = "web", _("Pages of this archive")
        API = "api", _("Programs (API)")
        DUMPS = "dumps", _("Files to take away (dumps)")
        RECORDING = "recording", _("Voice and picture, wherever the text is shown")
        RESEARCH = "research", _("Research, on request")
        COURT = "court", _("Courts and investigations")
        MEDIA = "media", _("Press and broadcasting")

    class Audience(models.TextChoices):
        ANYBODY = "anybody", _("Anybody")
        REQUEST = "request", _("Only who asks the archive and is let in")
        NOBODY = "nobody", _("Nobody outside the archive")

    class How(models.TextChoices):
        SIGNED = "signed", _("Signed")
        RECORDED = "recorded", _("Spoken on a recording")
        WITNESSED = "witnessed", _("Spoken before a witness")

    testimony = models.ForeignKey(
        "testimonies.Testimony",
        verbose_name=_("testimony"),
        on_delete=models.CASCADE,
        related_name="consents",
    )
    decision = models.CharField(
        _("decision"), max_length=10, choices=Decision.choices, default=Decision.GIVEN
    )
    uses = ArrayField(
        models.CharField(max_length=10, choices=Use.choices), verbose_name=_("may be used for"), default=list,
        blank=True,
    )  # fmt: skip
    name_use = models.CharField(
        _("under which name, at most"), max_length=10, choices=NameUse.choices, default=NameUse.WITNESS
    )
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience.choices, default=Audience.ANYBODY
    )
    embargo_until = models.DateField(
        _("not before"), null=True, blank=True, help_text=_("Public from this day on, 0:00 UTC.")
    )
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("From this day on, 0:00 UTC, nothing is public.")
    )
    explained_in = models.CharField(_("explained in"), max_length=12, help_text="fa, ar, en …")
    how = models.CharField(_("how"), max_length=10, choices=How.choices, default=How.SIGNED)
    evidence_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    evidence_name = models.CharField(_("evidence"), max_length=200, blank=True, editable=False)
    given_on = models.DateField(_("on"))
    taken_by = models.CharField(_("to whom"), max_length=150, help_text=_("Who took the consent."))
    note = models.TextField(_("in the narrator’s words"), blank=True, help_text=_("Never published."))
    noted_by = models.CharField(_("noted by"), max_length=150, editable=False)
    noted_at = models.DateTimeField(_("noted"), auto_now_add=True)
    sample = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="withdrawn") | Q(uses=[]),
                name="consent_withdrawn_allows_nothing",
                violation_error_message=_("A consent that is withdrawn allows no use."),
            ),
            models.CheckConstraint(
                condition=Q(embargo_until=None) | Q(ends_on=None) | Q(embargo_until__lt=F("ends_on")),
                name="consent_opens_before_it_ends",
                violation_error_message=_("It would end before it opens."),
            ),
        ]
        triggers = only_grows(may_go=pgtrigger.Q(old__sample=True))

    def __str__(self) -> str:
        return f"{self.get_decision_display()}, {self.given_on}"

    @property
    def outputs(self) -> tuple[str, ...]:
        """The ways in which the testimony may be public; none where it is not for anybody."""
        ways = (self.Use.WEB, self.Use.API, self.Use.DUMPS)
        if self.audience != self.Audience.ANYBODY:
            return ()
        return tuple(each.value for each in ways if each in self.uses)

    @property
    def reuse(self) -> list[str]:
        """For what else it may be given out, when asked."""
        return [
            each.value for each in (self.Use.RESEARCH, self.Use.COURT, self.Use.MEDIA) if each in self.uses
        ]

    @property
    def opens_at(self) -> datetime | None:
        return _midnight(self.embargo_until)

    @property
    def closes_at(self) -> datetime | None:
        return _midnight(self.ends_on)

    @property
    def has_ended(self) -> bool:
        return self.closes_at is not None and self.closes_at <= timezone.now()


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), UTC) if day else None
