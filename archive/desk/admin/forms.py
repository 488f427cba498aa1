"""The forms behind the desk's pages: a reason for each change, nobody's work overwritten unseen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from archive.desk.checks import Finding
from archive.desk.formfields import HistoricalDateField
from archive.desk.models import DeskRecord
from archive.desk.past import Change, changes_since
from archive.edition.published import published_rendering

SEEN = "seen_revision"  # the hidden input that says which state of the record its page showed


class Reason(forms.CharField):
    """Why somebody does something. Kept with the change, and no change by itself."""

    def __init__(self, **kwargs: Any):
        kwargs.setdefault("label", _("Why"))
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("widget", AdminTextInputWidget(attrs={"dir": "auto"}))
        super().__init__(**kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class WhyForm(forms.Form):
    """The reason for a decision."""

    why = Reason()

    def __init__(self, *args: Any, required: bool = True, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["why"].required = required


class AskForm(WhyForm):
    """Asks that a record becomes public: what the checks found, with an answer in words to each warning."""

    def __init__(self, *args: Any, findings: Sequence[Finding], **kwargs: Any):
        super().__init__(*args, required=False, **kwargs)
        self.stopping = [each for each in findings if each.stops]
        self.warnings = [each for each in findings if each.asks and not each.stops]
        self.told = [each for each in findings if not (each.asks or each.stops)]
        for each in self.warnings:
            self.fields[f"answer-{each.key}"] = forms.CharField(
                label=each.what, max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
                error_messages={"required": _("Answer in words: whoever approves it reads the answer.")},
            )  # fmt: skip

    @property
    def asked(self) -> list[tuple[Finding, forms.BoundField]]:
        """Each warning with the field for its answer."""
        return [(each, self[f"answer-{each.key}"]) for each in self.warnings]

    @property
    def answers(self) -> dict[str, str]:
        """What was answered, by the key of the warning."""
        return {each.key: self.cleaned_data.get(f"answer-{each.key}", "") for each in self.warnings}


class DeskForm(forms.ModelForm):
    """The form of a record at the desk."""

    trouble: ClassVar[str] = ""  # why the last attempt to save failed, where it was not the form's fault
    instance: DeskRecord

    why = Reason(
        required=False,
        help_text=_("Kept in the history. Needed for a record that is public."),
    )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.trouble:
            raise ValidationError(self.trouble, code="trouble")
        if self.instance.pk:
            self._check_that_nobody_else_saved()
            self._check_why()
        return cleaned

    @property
    def record(self) -> DeskRecord:
        """The record whose revision the page showed: of what belongs to a record, that record."""
        return self.instance

    def _check_why(self) -> None:
        if not self.cleaned_data.get("why") and published_rendering(self.record.identifier):
            self.add_error("why", _("This record is public: say why you change it."))

    def _check_that_nobody_else_saved(self) -> None:
        seen = str(self.data.get(SEEN, ""))
        if seen == str(self.record.revision):
            return
        changes = changes_since(self.record, int(seen)) if seen.isdigit() else []
        raise ValidationError([_told(changes), *(_line(each) for each in changes)], code="overtaken")


def _told(changes: list[Change]) -> Any:
    if not changes:
        return _(
            "The record changed while you were writing. What you typed is still here: look at the "
            "history, then save again to put it in the place of what stands now."
        )
    last = changes[0]
    return _(
        "%(who)s saved this record at %(when)s while you were writing. What you typed is still here: "
        "compare, then save again to put it in the place of what stands now."
    ) % {"who": last.who or _("Somebody else"), "when": formats.date_format(last.at, "H:i, j F Y")}


def _line(change: Change) -> str:
    told = "; ".join(f"{each.label}: “{each.before}” → “{each.after}”" for each in change.lines)
    return f"{change.who or '—'}: {told}"[:500]


class DatedForm(DeskForm):
    """The same for a record with a historical date."""

    instance: Any

    date = HistoricalDateField()

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("date", self.instance.date)

    def _post_clean(self) -> None:
        if "date" in self.cleaned_data:
            self.instance.date = self.cleaned_data["date"]
        super()._post_clean()  # type: ignore[misc]
