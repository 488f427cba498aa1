"""What the engine, or a curator by hand, draws out of an article; nothing of it is a record yet."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.spans import Span
from archive.desk.history import keeps_history
from archive.ingest.models.intake import Intake

BY_HAND = "by-hand"


class Kind(models.TextChoices):
    """The kinds of records an article can hold, in the order in which a curator decides them."""

    EVENT = "event", _("Event")
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    PLACE = "place", _("Place")
    STATEMENT = "statement", _("Statement")
    CLAIM = "claim", _("Claim")
    DEMAND = "demand", _("Demand")
    TOPIC = "topic", _("Topic")
    DOCUMENT = "document", _("Cited document")


class State(models.TextChoices):
    """What has become of a proposal."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    MERGED = "merged", _("Joined to another")


@keeps_history()
class Proposal(models.Model):
    """One record the article seems to hold: where it stands, what it says, and what was decided.

    `kind`, `spans` and `fields` are what counts now, `proposed` what the engine said, which never
    changes. Fields name other proposals of the same intake by their keys.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="proposals")
    key = models.CharField(max_length=60)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    spans = models.JSONField(default=list)
    fields = models.JSONField(default=dict)
    proposed = models.JSONField(default=dict)
    rule = models.CharField(max_length=40)
    confidence = models.FloatField()
    existing = models.CharField(
        max_length=11, blank=True, help_text=_("The record in the archive that this is, where it has one.")
    )
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.OPEN)
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="merged")
    made_kind = models.CharField(max_length=12, blank=True)
    made_identifier = models.CharField(max_length=11, blank=True)
    made_new = models.BooleanField(default=False)
    made_revision = models.PositiveIntegerField(default=0)  # as this article left it: a later one is work
    made_beside = models.JSONField(default=list)  # what an undo takes away too: [["events.Appearance", 3]]
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True)

    class Meta:
        ordering = ["intake", "pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.UniqueConstraint(fields=["intake", "key"], name="proposal_key_names_one"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="proposal_confidence_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(state="open", decided_by=None, decided_at=None)
                | (~Q(state="open") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="proposal_decided_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=(Q(state="accepted") & ~Q(made_kind=""))
                | (~Q(state="accepted") & Q(made_kind="", made_identifier="", made_new=False)),
                name="proposal_accepted_made_something",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into=None)),
                name="proposal_merged_into_another",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_proposed_stays",
                fields=["intake", "key", "proposed", "rule", "confidence"],
            )
        ]

    def __str__(self) -> str:
        return self.exact[:80] or self.key

    @property
    def places(self) -> list[Span]:
        """Where it stands in the text of its source, in order."""
        return [Span(start, end) for start, end in self.spans]

    @property
    def exact(self) -> str:
        """The words it stands on."""
        text = self.intake.source.text
        return " … ".join(span.of(text) for span in self.places)

    @property
    def by_hand(self) -> bool:
        return self.rule == BY_HAND

    @property
    def corrected(self) -> bool:
        """Whether a curator changed what was proposed."""
        return not self.by_hand and self.proposed != {
            "kind": self.kind,
            "spans": self.spans,
            "fields": self.fields,
        }
