"""Decisions about what becomes public: each is a row, with who, when and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class PublicationRequest(models.Model):
    """Somebody asks that one record, exactly as it is now, becomes public; somebody else decides."""

    class Decision(models.TextChoices):
        OPEN = "", _("Waiting")
        APPROVED = "approved", _("Approved")
        DECLINED = "declined", _("Declined")
        OVERTAKEN = "overtaken", _("Overtaken")  # the record changed, or was asked for anew

    kind = models.CharField(_("kind"), max_length=20)
    identifier = models.CharField(_("identifier"), max_length=11, db_index=True)
    title = models.CharField(_("title"), max_length=200)
    digest = models.CharField(max_length=64, help_text="Of the rendering that was asked for.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    asked_why = models.TextField(_("why"), blank=True)
    decision = models.CharField(
        _("decision"), max_length=10, choices=Decision.choices, default=Decision.OPEN, blank=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_why = models.TextField(_("why so"), blank=True)
    findings = models.JSONField(
        _("what the checks found"), default=list, blank=True,
        help_text="Each warning with its answer: {check, where, what, answer}.",
    )  # fmt: skip
    one_person = models.BooleanField(
        default=False, help_text="Decided by who asked, under the one-person switch."
    )

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("request to publish")
        verbose_name_plural = _("requests to publish")
        permissions = [
            ("ask_publication", "Can ask that something becomes public"),
            ("approve_publication", "Can approve what somebody else asked for"),
            ("withdraw_publication", "Can take something out of the public at once"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["identifier"], condition=Q(decision=""), name="request_one_open_per_record"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by=None, decided_at=None)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="request_decided_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=~Q(decision="approved") | ~Q(decided_by=F("asked_by")) | Q(one_person=True),
                name="request_four_eyes",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Deed(models.Model):
    """One line of the audit: who did what to which record, and why. Only ever added to.

    No foreign keys, so that it never stands in the way of live data.
    """

    class Act(models.TextChoices):
        ASK = "ask", _("Asked to publish")
        APPROVE = "approve", _("Approved")
        DECLINE = "decline", _("Declined")
        PUBLISH = "publish", _("Published")
        NARROW = "narrow", _("Narrowed at once")
        WITHDRAW = "withdraw", _("Withdrew")
        RESTORE = "restore", _("Restored an earlier state")
        DELETE = "delete", _("Deleted")
        TAKE_IN = "take-in", _("Took in a source")
        VERSION = "version", _("Took in a new version")
        ANCHOR = "anchor", _("Anchored in a source")
        ACCEPT = "accept", _("Accepted a proposal")
        MERGE = "merge", _("Merged")
        ACCOUNT = "account", _("Changed an account")
        CONSENT = "consent", _("Noted a consent")
        WITHHOLD = "withhold", _("Withheld")
        SHOW = "show", _("No longer withholds")
        SEAL = "seal", _("Sealed an identity")
        OPEN = "open", _("Opened a sealed identity")
        TRIED = "tried", _("Tried to open a sealed identity")
        PANIC = "panic", _("Withdrew everything")
        COPY = "copy", _("Made a public copy")
        TAKE_OUT = "take-out", _("Took an original out of the vault")
        HEAR = "hear", _("Opened a recording to hear it")

    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    who = models.CharField(_("who"), max_length=150)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    why = models.TextField(_("why"), blank=True)
    kind = models.CharField(_("kind"), max_length=20)
    identifier = models.CharField(_("identifier"), max_length=11, db_index=True)
    title = models.CharField(_("title"), max_length=200)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("deed")
        verbose_name_plural = _("deeds")

    def __str__(self) -> str:
        return f"{self.who}: {self.get_act_display()}, {self.title}"


class Opening(models.Model):
    """An approval that an embargo holds back: it is carried out on its day, if nothing changed by then."""

    identifier = models.CharField(_("identifier"), primary_key=True, max_length=11)
    kind = models.CharField(_("kind"), max_length=20)
    digest = models.CharField(max_length=64, help_text="Of the rendering that was approved.")
    opens_at = models.DateTimeField(_("opens"), db_index=True)
    approved_by = models.CharField(_("approved by"), max_length=150)

    class Meta:
        ordering = ["opens_at"]
        verbose_name = _("approval under embargo")
        verbose_name_plural = _("approvals under embargo")

    def __str__(self) -> str:
        return f"{self.kind} {self.identifier}, {self.opens_at:%Y-%m-%d}"


class Difference(models.Model):
    """A public record of which the desk says something else by now than what the public is shown.

    Kept by `review.narrow`, `approve` and `withdraw`, so that lists need not render every record.
    """

    identifier = models.CharField(_("identifier"), primary_key=True, max_length=11)
    kind = models.CharField(_("kind"), max_length=20)
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("change that is not public yet")
        verbose_name_plural = _("changes that are not public yet")

    def __str__(self) -> str:
        return f"{self.kind} {self.identifier}"
