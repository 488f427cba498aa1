"""What is typed on the pages of sealing. Browsers are asked to keep none of it and to send none of it on."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.core.names import forms_of, hits, keyed
from archive.desk.admin.forms import Reason
from testimonies.sealing.identity import LONGEST, Identity, NotAnIdentity
from testimonies.sealing.words import words_key

LARGEST_KEY = 64 * 1024  # bytes; one made here has two thousand
# A browser's spelling check may ask a machine elsewhere.
PRIVATE = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "dir": "auto"}
_HEAD = re.compile(r"(\d+):([0-9a-f]{64})")


class _Lines(forms.CharField):
    """A text of several lines that ends them as files do, whatever the browser sends."""

    def __init__(self, *, rows: int, **kwargs: Any):
        widget = forms.Textarea(attrs={**PRIVATE, "rows": rows})
        super().__init__(required=False, max_length=LONGEST, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class SealForm(forms.Form):
    """Who a narrator is, before it is sealed."""

    names = _Lines(
        rows=3, label=_("Names"),
        help_text=_("One on each line, in every script and spelling in which she is known."),
    )  # fmt: skip
    contact = _Lines(
        rows=3, label=_("Contact"),
        help_text=_("E-mail addresses and telephone numbers become protected words. An address does not."),
    )  # fmt: skip
    relations = _Lines(
        rows=3, label=_("Relations"), help_text=_("One on each line, such as “sister: Laleh Ormand”.")
    )
    interviewer = _Lines(
        rows=2, label=_("Interviewer"), help_text=_("Whoever asked the questions, where that is a secret.")
    )
    note = _Lines(
        rows=3, label=_("Note"), help_text=_("Sealed as well. What is in it does not become protected words.")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self.identity.checked()
            except NotAnIdentity as wrong:
                raise ValidationError(str(wrong)) from None
        return cleaned

    @property
    def identity(self) -> Identity:
        return Identity(**self.cleaned_data)


class WordForm(forms.Form):
    """A word to protect, and what it is called afterwards."""

    word = forms.CharField(
        label=_("Word or name"), max_length=200, widget=forms.TextInput(attrs=PRIVATE),
        help_text=_("It cannot be read afterwards, by nobody. Other spellings and scripts are found too."),
    )  # fmt: skip
    label = forms.CharField(
        label=_("What it is"), max_length=100, widget=forms.TextInput(attrs=PRIVATE),
        help_text=_("Such as “her village”; not the word. Everybody at the desk reads it."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        word, label = cleaned.get("word"), cleaned.get("label")
        if word and label and hits(label, keyed(forms_of(word), words_key()), words_key()):
            self.add_error("label", _("This holds the word or a part of it: say what it is in other words."))
        return cleaned


class ReleaseForm(forms.Form):
    """Why a word is protected no longer."""

    why = Reason()


class OpeningForm(forms.Form):
    """The private key, its passphrase, and the reason."""

    once = forms.CharField(required=False, widget=forms.HiddenInput)
    key = forms.FileField(
        label=_("File of the private key"), widget=forms.FileInput(attrs={"autocomplete": "off"}),
        help_text=_("It is read in memory and not kept."),
        error_messages={
            "required": _("Choose the file of the private key, again if you chose it before; 64 KB at most."),
            "empty": _("This file is empty; choose the file of the private key."),
        },
    )  # fmt: skip
    passphrase = forms.CharField(
        label=_("Passphrase"), max_length=1000, strip=False,
        widget=forms.PasswordInput(attrs={**PRIVATE, "autocomplete": "off"}),
    )  # fmt: skip
    why = Reason(help_text=_("Kept for good with your name, before anything is opened. Write no name here."))

    def clean_key(self) -> str:
        file = self.cleaned_data["key"]
        if file.size > LARGEST_KEY:
            raise ValidationError(_("This file is too large to be a private key; choose another."))
        return file.read().decode("utf-8", errors="replace")


class HeadForm(forms.Form):
    """A head of the list of openings that somebody noted on an earlier day."""

    head = forms.CharField(
        label=_("A head noted earlier"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def clean_head(self) -> tuple[int, str] | None:
        words = self.cleaned_data["head"]
        found = _HEAD.fullmatch(words)
        if words and not found:
            raise ValidationError(_("A head is written NUMBER:HASH, as it was shown; copy it whole."))
        return (int(found[1]), found[2]) if found else None
