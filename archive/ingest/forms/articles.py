"""The forms of taking in: an article, and words of it that a curator adds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.edition.vocabulary import Rights
from archive.ingest.reading import LARGEST


class TakeInForm(forms.Form):
    """An article, pasted or uploaded, with where it came from and when."""

    pasted = forms.CharField(
        label=_("Paste the article"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
        help_text=_("Its text, or the source of its web page (HTML)."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Or choose a file"), required=False, help_text=_("Plain text or HTML, up to 5 MB.")
    )
    taken_from = forms.CharField(
        label=_("Where from"), required=False, max_length=1000,
        widget=forms.TextInput(attrs={"dir": "ltr"}), help_text=_("Its address, or where it was found."),
    )  # fmt: skip
    taken_at = forms.DateTimeField(
        label=_("Taken when"), required=False, initial=timezone.now,
        widget=forms.DateTimeInput(format="%Y-%m-%d %H:%M"), help_text=_("Such as 2025-05-04 12:30."),
    )  # fmt: skip
    language = forms.CharField(
        label=_("Language"), required=False, max_length=12, help_text=_("Such as en or fa. Empty: found out.")
    )
    rights = forms.ChoiceField(label=_("Rights"), choices=Rights.choices, initial=Rights.CITATION)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [name for name in ("pasted", "file") if data.get(name)]
        if len(given) != 1:
            self.add_error(
                "pasted", _("Paste the article or choose a file: one of the two.") if given
                else _("Paste the article, or choose a file."),
            )  # fmt: skip
        elif data.get("file") and data["file"].size > LARGEST:
            self.add_error("file", _("This is larger than 5 MB. Take in one article at a time."))
        return data

    def article(self) -> dict[str, Any]:
        """What `take_in` is told."""
        data = self.cleaned_data
        how = {name: data[name] for name in ("taken_from", "taken_at", "language", "rights")}
        if file := data.get("file"):
            return how | {
                "data": file.read(),
                "filename": file.name or "",
                "media_type": (file.content_type or "").split(";")[0],
            }
        words = data["pasted"].replace("\r\n", "\n")
        return how | {"data": words.encode(), "filename": "", "media_type": ""}
