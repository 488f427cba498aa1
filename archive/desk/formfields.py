"""Form fields of the desk: what was typed becomes what the archive keeps, or a sentence says why not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.core.dates import HistoricalDate, NotADate
from archive.core.languages import is_language
from archive.desk.widgets import HistoricalDateWidget, LanguageMapWidget
from archive.edition.vocabulary import Calendar


class LanguageMapFormField(forms.Field):
    """A text in one or more languages; `lists=True`: several texts per language, one a line."""

    widget = LanguageMapWidget

    def __init__(self, *, long: bool = False, lists: bool = False, **kwargs: Any):
        widget = kwargs.pop("widget", None)
        if not isinstance(widget, LanguageMapWidget):
            widget = LanguageMapWidget(long=long, lists=lists)
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        super().__init__(widget=widget, **kwargs)
        self.empty_values = [None, {}]
        self.show_hidden_initial = False  # Django asks for it where a default is callable, as dict is

    def to_python(self, value: Any) -> dict[str, Any]:
        return dict(value or {})

    def validate(self, value: dict[str, Any]) -> None:
        if "" in value:
            raise ValidationError(_("Say which language the other text is in, for example ku or de."))
        for tag, text in value.items():
            if not is_language(tag):
                raise ValidationError(
                    _("“%(tag)s” is not a language tag such as en or fa."), params={"tag": tag}
                )
            if not text:
                raise ValidationError(_("There is no text beside “%(tag)s”."), params={"tag": tag})
        if self.required and not value:
            raise ValidationError(_("Write it in at least one language."))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and (initial or {}) != (data or {})


class HistoricalDateField(forms.MultiValueField):
    """A historical date: the source's words, their calendar, and where they are unclear an EDTF."""

    widget = HistoricalDateWidget

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("label", _("Date"))
        parts = (
            forms.CharField(required=False, max_length=200),
            forms.ChoiceField(choices=Calendar.choices, required=False),
            forms.CharField(required=False, max_length=60),
        )
        super().__init__(parts, require_all_fields=False, required=False, **kwargs)

    def compress(self, parts: list[str]) -> HistoricalDate:
        if not parts:
            return HistoricalDate()
        stated, calendar, edtf = parts
        try:
            return HistoricalDate.understood(
                stated=stated, calendar=calendar or Calendar.GREGORIAN, edtf=edtf
            )
        except NotADate as error:
            raise ValidationError(str(error), code="not_a_date") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = HistoricalDateWidget().decompress(initial)
        return [part or "" for part in before] != [part or "" for part in data or ["", "gregorian", ""]]
