"""The forms of the reading room: what is handed in, and in which language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.core.languages import is_language
from archive.edition.vocabulary import TranslationMeans
from testimonies.actions.transcripts import LARGEST
from testimonies.models import Media, Testimony
from testimonies.silences import HEARD


class HandIn(forms.Form):
    """A transcript or a translation, as a file or pasted."""

    pasted = forms.CharField(
        label=_("Paste it"), required=False, strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
        help_text=_("Lines with names or marks before them (“Q:”, “A:”, “Leyla:”), WebVTT or SRT."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Or choose a file"), required=False, help_text=_("WebVTT, SRT, text or .docx, up to 4 MB.")
    )
    language = forms.CharField(
        label=_("Language"), required=False, max_length=12, widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("Such as en or fa. Empty: what the file says."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [name for name in ("pasted", "file") if data.get(name)]
        if len(given) != 1:
            self.add_error("pasted", _("Paste it or choose a file: one of the two."))
        elif data.get("file") and data["file"].size > LARGEST:
            self.add_error("file", _("This is larger than 4 MB. Divide it and take in its parts."))
        return data

    def clean_language(self) -> str:
        language = self.cleaned_data["language"].strip()
        if language and not is_language(language):
            raise ValidationError(_("This is not a language tag such as en or fa."))
        return language

    def handed_in(self) -> tuple[bytes, str]:
        """The bytes, and the name of the file."""
        if file := self.cleaned_data.get("file"):
            return file.read(), file.name or ""
        return self.cleaned_data["pasted"].replace("\r\n", "\n").encode(), ""


class TranscriptForm(HandIn):
    """A transcript, and the recording whose time it counts in."""

    recording = forms.ModelChoiceField(
        Media.objects.none(), label=_("Recording"), required=False,
        empty_label=_("None, or not taken in yet"),
        help_text=_("The times of the transcript count in it."),
    )  # fmt: skip

    def __init__(self, testimony: Testimony, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        recordings = testimony.media.filter(kind__in=HEARD)
        self.fields["recording"].queryset = recordings  # type: ignore[attr-defined]
        if recordings.count() == 1:
            self.fields["recording"].initial = recordings.get()


class TranslationForm(HandIn):
    """A translation, with its author."""

    translator = forms.CharField(
        label=_("Translator"), required=False, max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Public with the translation. A translation is evidence with an author."),
    )  # fmt: skip
    means = forms.ChoiceField(label=_("How"), choices=TranslationMeans.choices)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("translator", "").strip() and data.get("means") != TranslationMeans.MACHINE:
            self.add_error("translator", _("Name the translator, or say that a machine translated it."))
        return data
