"""A narrator's account."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import Dated, LanguageMapField
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.vocabulary import ContentWarning
from testimonies.models.consent import Consent


@keeps_history()
class Testimony(Publishable, Dated):
    """What a narrator told: passages in order, under a consent."""

    kind = "testimony"
    facts_on_links = True  # what is drawn from it is public only while it is

    class Kept(models.TextChoices):
        DATE = "date", _("The date")
        PLACE = "place", _("The place where it was given")
        INTERVIEWER = "interviewer", _("The interviewer")

    narrator = models.ForeignKey(
        "testimonies.Narrator",
        verbose_name=_("narrator"),
        on_delete=models.PROTECT,
        related_name="testimonies",
    )
    title = LanguageMapField(_("title"))
    summary = LanguageMapField(_("summary"), blank=True)
    language = models.CharField(_("given in"), max_length=12, default="fa", help_text="fa, ar, en …")
    given_at = models.ForeignKey(
        "events.Place", verbose_name=_("given at"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="testimonies_given",
    )  # fmt: skip
    interviewer = models.CharField(
        _("interviewer"), max_length=200, blank=True,
        help_text=_("Empty where the interviewer is at risk: then seal the name with the narrator’s."),
    )  # fmt: skip
    kept_back = ArrayField(
        models.CharField(max_length=12, choices=Kept.choices), verbose_name=_("not to be shown"),
        default=list, blank=True,
    )  # fmt: skip
    warnings = ArrayField(
        models.CharField(max_length=20, choices=ContentWarning.choices), verbose_name=_("content warnings"),
        default=list, blank=True,
        help_text=_("What a reader should know before reading; those of passages are added."),
    )  # fmt: skip
    events = models.ManyToManyField(
        "events.Event", verbose_name=_("events"), blank=True, related_name="testimonies"
    )
    places = models.ManyToManyField(
        "events.Place", verbose_name=_("places"), blank=True, related_name="testimonies"
    )
    victims = models.ManyToManyField(
        "testimonies.Victim", verbose_name=_("victims"), blank=True, related_name="testimonies"
    )
    groups = models.ManyToManyField(
        "testimonies.VictimGroup", verbose_name=_("groups of victims"), blank=True, related_name="testimonies"
    )
    statements = models.ManyToManyField(
        "events.Statement", verbose_name=_("statements"), blank=True, related_name="testimonies"
    )
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="testimonies"
    )

    class Meta(Publishable.Meta):
        verbose_name = _("testimony")
        verbose_name_plural = _("testimonies")
        constraints = [*Dated.Meta.constraints]

    def __str__(self) -> str:
        return in_language(self.title, "en")[0] or f"({self.identifier})"

    def lends_facts_to(self) -> Iterator[Publishable]:
        for subject in self.claim_subjects.select_related("claim"):
            yield subject.claim

    @property
    def consent(self) -> Consent | None:
        """The consent in force: the newest; None where there is none."""
        return self.consents.order_by("-pk").first()


keeps_history_of(Testimony, "events", "places", "victims", "groups", "statements", "topics")
