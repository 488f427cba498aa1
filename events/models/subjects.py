"""Places and topics: where it was, and what it is about."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history
from archive.desk.models import Publishable
from archive.edition.vocabulary import PlaceKind


@keeps_history()
class Place(Publishable):
    """A country, city, building, prison, burial site…"""

    kind = "place"
    bears_names = True

    names = LanguageMapField(_("names"))
    place_kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices, default=PlaceKind.CITY)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    parent = models.ForeignKey(
        "self", verbose_name=_("lies in"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="parts",
    )  # fmt: skip

    class Meta(Publishable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="place_has_both_coordinates_or_none",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    def __str__(self) -> str:
        return in_language(self.names, "en")[0]


@keeps_history()
class Topic(Publishable):
    """A subject heading, as in SKOS."""

    kind = "topic"

    labels = LanguageMapField(_("preferred labels"))
    alternative_labels = models.JSONField(
        _("other labels"),
        default=dict,
        blank=True,
        help_text=_("Other words that lead here, per language."),
    )
    scope_note = LanguageMapField(_("scope note"), blank=True)
    broader = models.ForeignKey(
        "self", verbose_name=_("broader topic"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="narrower",
    )  # fmt: skip

    class Meta(Publishable.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return in_language(self.labels, "en")[0]
