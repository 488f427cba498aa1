"""Lists of controlled words as boxes to tick, and counts in people's words."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst

from archive.desk.admin.keeping import KeptUnderLock


class TickedArrays(KeptUnderLock):
    """A kind whose lists of controlled words are ticked, not typed."""

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return ticked(db_field) or super().formfield_for_dbfield(db_field, request, **kwargs)


def ticked(db_field: models.Field) -> forms.Field | None:
    """Boxes for a list whose words are controlled; None for every other field."""
    if not isinstance(db_field, ArrayField) or not db_field.base_field.choices:
        return None
    return forms.MultipleChoiceField(
        choices=cast(Any, db_field.base_field.choices),
        label=capfirst(str(db_field.verbose_name)),
        help_text=db_field.help_text,
        required=not db_field.blank,
        widget=forms.CheckboxSelectMultiple,
    )
