"""What statements and sources assert and ask for: claims and demands."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.vocabulary import Property
from events.models.statement import CITED_ONLY


def _to(model: str, label, name: str, **kwargs):
    return models.ForeignKey(
        model,
        verbose_name=label,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name=name,
        **kwargs,
    )


@keeps_history()
class Claim(Publishable):
    """One attributed assertion of a fact or figure. Contradicting claims live side by side."""

    kind = "claim"

    event = _to("events.Event", _("about the event"), "claims")
    property = models.CharField(
        _("property"), max_length=16, choices=Property.choices, default=Property.OTHER
    )
    about = LanguageMapField(_("what is counted or described"))
    value = models.CharField(_("figure or fact as stated"), max_length=300)
    value_language = models.CharField(_("language"), max_length=12, default="en")
    low = models.BigIntegerField(_("at least"), null=True, blank=True)
    high = models.BigIntegerField(_("at most"), null=True, blank=True)
    unit = LanguageMapField(_("unit"), blank=True)
    person = _to("events.Person", _("asserted by"), "claims")
    organisation = _to("events.Organisation", _("or by the body"), "claims")
    asserter_as_stated = models.CharField(
        _("or in the source’s words"),
        max_length=300,
        blank=True,
        help_text=_("Where nobody is named: “prosecutors”, “a guard”."),
    )
    asserted_by_source = models.BooleanField(
        _("or by the source itself"),
        default=False,
        help_text=_("In its own voice, quoting nobody."),
    )
    statement = _to("events.Statement", _("made in the statement"), "claims")
    made_at = _to("events.Event", _("made or reported at"), "claims_made")
    cited_from = _to("events.Source", _("known from"), "cited_claims", help_text=CITED_ONLY)
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="claims"
    )
    preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The best supported; say why.")
    )
    preferred_because = LanguageMapField(_("preferred because"), blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    person__isnull=False, organisation=None, asserted_by_source=False, asserter_as_stated=""
                )
                | Q(person=None, organisation__isnull=False, asserted_by_source=False, asserter_as_stated="")
                | Q(person=None, organisation=None, asserted_by_source=True, asserter_as_stated="")
                | (Q(person=None, organisation=None, asserted_by_source=False) & ~Q(asserter_as_stated="")),
                name="claim_has_one_asserter",
                violation_error_message=_(
                    "Say who asserts it: one person, one body, some words for them, or the source itself."
                ),
            ),
            models.CheckConstraint(
                condition=Q(preferred=False, preferred_because={})
                | (Q(preferred=True) & ~Q(preferred_because={})),
                name="claim_preferred_with_a_reason",
                violation_error_message=_(
                    "A preferred claim needs a reason, and only a preferred one has it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")),
                name="claim_numbers_in_order",
                violation_error_message=_("The smaller number comes first; leave the open end empty."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} — {in_language(self.about, 'en')[0]}"


@keeps_history()
class Demand(Publishable):
    """A call for action: who is asked to do what."""

    kind = "demand"

    act = LanguageMapField(_("what is asked"))
    person = _to("events.Person", _("made by"), "demands")
    organisation = _to("events.Organisation", _("or by the body"), "demands")
    addressee = _to("events.Organisation", _("addressed to the body"), "addressed_in")
    addressed_person = _to("events.Person", _("or to the person"), "addressed_in")
    addressee_as_stated = models.CharField(
        _("addressee as stated"), max_length=300, blank=True, help_text=_("The source’s own words.")
    )
    event = _to("events.Event", _("made at"), "demands")
    statement = _to("events.Statement", _("made in the statement"), "demands")
    cited_from = _to("events.Source", _("known from"), "cited_demands", help_text=CITED_ONLY)
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="demands"
    )

    class Meta(Publishable.Meta):
        verbose_name = _("demand")
        verbose_name_plural = _("demands")
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None) | Q(organisation=None),
                name="demand_has_one_maker",
                violation_error_message=_("It is made either by a person or by a body, not both."),
            ),
            models.CheckConstraint(
                condition=Q(addressee=None) | Q(addressed_person=None),
                name="demand_has_one_addressee",
                violation_error_message=_("It is addressed either to a body or to a person, not both."),
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.act, "en")[0]


keeps_history_of(Claim, "topics")


keeps_history_of(Demand, "topics")
