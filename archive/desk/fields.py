"""Fields that several desk models share: language maps and historical dates."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.dates import HistoricalDate
from archive.core.languages import is_language
from archive.desk.formfields import LanguageMapFormField
from archive.edition.vocabulary import Calendar


def check_language_map(value: Any) -> None:
    """Raises ValidationError unless `value` maps language tags to non-empty texts."""
    if not isinstance(value, dict):
        raise ValidationError(_("Write one text per language."))
    for tag, text in value.items():
        if not is_language(tag):
            raise ValidationError(_("“%(tag)s” is not a language tag such as en or fa."), params={"tag": tag})
        if not (isinstance(text, str) and text.strip()):
            raise ValidationError(_("Leave a language out rather than empty."))


class LanguageMapField(models.JSONField):
    """One short text in several languages: `{"en": "…", "fa": "…"}`."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)
        self.validators = [check_language_map]

    def formfield(self, **kwargs: Any) -> Any:
        return models.Field.formfield(self, **{"form_class": LanguageMapFormField, **kwargs})

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "archive.desk.fields.LanguageMapField", args, kwargs


class Dated(models.Model):
    """A record with a historical date, kept in five columns that belong together."""

    date_stated = models.CharField(
        _("date as stated"), max_length=200, blank=True, help_text=_("The source’s own words.")
    )
    date_calendar = models.CharField(
        _("calendar"), max_length=10, choices=Calendar.choices, default=Calendar.GREGORIAN
    )
    date_edtf = models.CharField(_("understood as"), max_length=60, blank=True)
    date_earliest = models.DateField(_("first possible day"), null=True, blank=True, editable=False)
    date_latest = models.DateField(_("last possible day"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(date_earliest=None, date_latest=None) | Q(date_earliest__lte=F("date_latest")),
                name="%(class)s_date_has_both_ends_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(date_edtf="") | Q(date_earliest=None, date_latest=None),
                name="%(class)s_date_days_come_from_edtf",
            ),
        ]

    @property
    def date(self) -> HistoricalDate:
        return HistoricalDate(
            self.date_stated,
            self.date_calendar,
            self.date_edtf,
            self.date_earliest,
            self.date_latest,
        )

    @date.setter
    def date(self, date: HistoricalDate) -> None:
        self.date_stated, self.date_calendar, self.date_edtf = date.stated, date.calendar, date.edtf
        self.date_earliest, self.date_latest = date.earliest, date.latest
