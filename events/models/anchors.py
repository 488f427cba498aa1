"""Where in a source a statement, claim or demand stands."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.spans import Anchor
from archive.desk.history import keeps_history

STANDS_WHERE_IT_SAYS = """
    IF NOT EXISTS (
        SELECT FROM events_source WHERE id = NEW.source_id AND text_sha256 = NEW.text_sha256
        AND substr(text, NEW.start + 1, NEW."end" - NEW.start) = NEW.exact
    ) THEN
        RAISE EXCEPTION 'the quoted words do not stand at % to % of the source', NEW.start, NEW."end";
    END IF;
    RETURN NEW;
"""


class AnchorRow(models.Model):
    """One stretch of a source's text; a quote that is interrupted has several, in order.

    The database refuses a row whose words do not stand where it says.
    """

    source = models.ForeignKey(
        "events.Source",
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    exact = models.TextField(_("exact words"))
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text_sha256 = models.CharField(max_length=64)
    lost_in = models.ForeignKey(
        "events.Source", verbose_name=_("not found in"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", help_text=_("A newer version in which these words no longer stand."),
    )  # fmt: skip

    class Meta:
        abstract = True
        ordering = ["source", "start"]
        constraints = [models.CheckConstraint(condition=Q(end__gt=F("start")), name="%(class)s_is_not_empty")]
        triggers = [
            pgtrigger.Trigger(
                name="stands_where_it_says",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=STANDS_WHERE_IT_SAYS,
            )
        ]

    def __str__(self) -> str:
        return f"“{self.exact[:60]}”"

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.exact, self.prefix, self.suffix, self.start, self.end, self.text_sha256)

    @anchor.setter
    def anchor(self, anchor: Anchor) -> None:
        self.exact, self.prefix, self.suffix = anchor.exact, anchor.prefix, anchor.suffix
        self.start, self.end, self.text_sha256 = anchor.start, anchor.end, anchor.text_sha256


@keeps_history()
class StatementAnchor(AnchorRow):
    statement = models.ForeignKey("events.Statement", on_delete=models.CASCADE, related_name="anchors")

    class Meta(AnchorRow.Meta):
        verbose_name = _("place in a source")
        verbose_name_plural = _("places in sources")


@keeps_history()
class ClaimAnchor(AnchorRow):
    claim = models.ForeignKey("events.Claim", on_delete=models.CASCADE, related_name="anchors")

    class Meta(AnchorRow.Meta):
        verbose_name = _("place in a source")
        verbose_name_plural = _("places in sources")


@keeps_history()
class DemandAnchor(AnchorRow):
    demand = models.ForeignKey("events.Demand", on_delete=models.CASCADE, related_name="anchors")

    class Meta(AnchorRow.Meta):
        verbose_name = _("place in a source")
        verbose_name_plural = _("places in sources")
