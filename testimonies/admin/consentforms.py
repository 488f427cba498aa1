"""The form of a consent: each use explained in a sentence, and no evidence lost when something is amiss."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.core.languages import is_language
from archive.desk.admin.forms import Reason
from archive.desk.review import Refused
from testimonies.actions.consents import against
from testimonies.actions.media import Original, keep_original
from testimonies.models import Consent, Testimony

SALT = "testimonies.consent.evidence"
HOURS = 12
Use = Consent.Use
EXPLAINED = {
    Use.WEB: gettext_lazy("Anybody can read it here. Search engines may find it and keep what they found."),
    Use.API: gettext_lazy("Programs of others can fetch it, and keep what they fetched."),
    Use.DUMPS: gettext_lazy("It is in files that anybody can download. It cannot be called back."),
    Use.RECORDING: gettext_lazy("A voice or a face is recognised by those who know it, whatever the name."),
    Use.RESEARCH: gettext_lazy("Researchers who ask may be given it, one by one."),
    Use.COURT: gettext_lazy("Courts and investigators who ask may be given it; others may then learn of it."),
    Use.MEDIA: gettext_lazy("Journalists who ask may be given it; what they make of it stays."),
}  # fmt: skip


class DayInput(forms.DateInput):
    """A day, chosen in the browser’s own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ConsentForm(forms.ModelForm):
    """What a narrator agreed to, as it is noted. The file is in the vault as soon as it arrived."""

    uses = forms.MultipleChoiceField(
        label=gettext_lazy("May be used for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=Use.choices,
    )
    evidence = forms.FileField(
        label=gettext_lazy("Evidence"),
        required=False,
        help_text=gettext_lazy(
            "The signed sheet as PDF or photograph, or the recording of the spoken words. Never published."
        ),
    )
    why = Reason(required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)  # an evidence that arrived before
    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # the consent in force on the page
    told = forms.CharField(required=False, widget=forms.HiddenInput)  # the effects that were told

    class Meta:
        model = Consent
        fields = (
            "decision", "uses", "name_use", "audience", "embargo_until", "ends_on", "explained_in", "how",
            "given_on", "taken_by", "note",
        )  # fmt: skip
        widgets: ClassVar[dict[str, Any]] = {
            "decision": forms.RadioSelect, "name_use": forms.RadioSelect, "audience": forms.RadioSelect,
            "embargo_until": DayInput, "ends_on": DayInput, "given_on": DayInput,
            "note": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }  # fmt: skip

    def __init__(self, *args: Any, testimony: Testimony, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.testimony, self.in_force = testimony, testimony.consent
        self.original: Original | None = None
        self.initial.update(self._first())

    def _first(self) -> dict[str, Any]:
        """What the page begins with: a change begins with what is in force."""
        consent, seen = self.in_force, str(self.in_force.pk) if self.in_force else ""
        if consent is None or consent.decision == Consent.Decision.WITHDRAWN:
            return {"seen": seen, "explained_in": self.testimony.narrator.language, "decision": "given"}
        said = ("uses", "name_use", "audience", "embargo_until", "ends_on", "explained_in", "how")
        return {"seen": seen, "decision": "changed"} | {name: getattr(consent, name) for name in said}

    @property
    def explained(self) -> list[tuple[Any, Any]]:
        """Each use's box with what it means."""
        return [(box, EXPLAINED[Use(box.data["value"])]) for box in self["uses"]]

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields without a part of the page of their own, in order."""
        return [self[name] for name in self.Meta.fields if name not in ("decision", "uses")]

    @cached_property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    @property
    def seen_consent(self) -> Consent | None:
        """The consent that the page showed as the one in force."""
        number = self.cleaned_data["seen"]
        return self.testimony.consents.filter(pk=number).first() if number.isdigit() else None

    def tell_next(self, told: str) -> None:
        """The page shows these effects, and the consent that is in force by now."""
        in_force = self.testimony.consent
        self._say(told=told, seen=str(in_force.pk) if in_force else "")

    def _say(self, **hidden: str) -> None:
        """What the page sends with the next attempt."""
        said = self.data.copy()  # type: ignore[attr-defined]
        for name, value in hidden.items():
            said[name] = value
        self.data = said

    @property
    def file_shown(self) -> str:
        """The evidence that was kept, for the page."""
        if self.original is None:
            return ""
        return f"{self.original.name}, {filesizeformat(self.original.size)}"

    def clean_explained_in(self) -> str:
        tag: str = self.cleaned_data["explained_in"].strip()
        if not is_language(tag):
            raise ValidationError(_("Write the language as a tag, such as fa, ar, en."))
        return tag

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._keep_evidence(cleaned)
        if cleaned.get("decision") == Consent.Decision.WITHDRAWN:
            cleaned["uses"] = []
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors and (told := against(self.instance, self.in_force)):
            self.add_error(None, told)

    def _keep_evidence(self, cleaned: dict[str, Any]) -> None:
        upload = cleaned.get("evidence")
        try:
            self.original = keep_original(upload, name=upload.name) if upload else _unsigned(self.data)
        except Refused as why_not:
            self.add_error("evidence", str(why_not))
        if self.original:
            self._say(kept=signing.dumps(list(vars(self.original).values()), salt=SALT))


def _unsigned(data: Any) -> Original | None:
    """The file that arrived with an earlier attempt; nothing that somebody else made up."""
    try:
        return Original(*signing.loads(data.get("kept", ""), salt=SALT, max_age=HOURS * 3600))
    except signing.BadSignature:
        return None
