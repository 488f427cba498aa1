"""What the forms of all kinds of proposals share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from archive.core.spans import Span
from archive.ingest.drafts.subjects import title_of
from archive.ingest.finding import place_near
from archive.ingest.matching import NAMED_KINDS, Matcher
from archive.ingest.models import Kind, Proposal, State
from archive.ingest.together import Together, label

APART = "[…]"  # between two places, on a line of its own
Choices = list[tuple[str, Any]]


class ProposalForm(forms.Form):
    """What all kinds share: the exact words, and the record of the archive that it is."""

    words = forms.CharField(
        label=_("Exact words"), widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "data-words": ""}),
        help_text=_("As they stand in the article. Between two places write […] on a line of its own."),
    )  # fmt: skip
    near = forms.IntegerField(required=False, widget=forms.HiddenInput(attrs={"data-near": ""}))
    beside = ("words", "near", "existing", "existing_other")  # what is not a field of the proposal

    def __init__(self, proposal: Proposal, together: Together, data: Any = None):
        self.proposal, self.together = proposal, together
        self.spans: list[Span] = []
        text = proposal.intake.source.text
        words = f"\n{APART}\n".join(span.of(text) for span in proposal.places)
        initial = {**self.read(proposal.fields), "words": words}
        super().__init__(data, initial=initial)
        for name, choices in self.choices().items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        if proposal.kind in NAMED_KINDS:
            self._offer_existing()
        if proposal.kind in NAMED_KINDS:  # of the others, the words themselves come first
            self.order_fields([name for name in self.fields if name not in self.beside])

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The proposal's fields as the form shows them."""
        return dict(fields)

    def choices(self) -> dict[str, Choices]:
        return {}

    def _offer_existing(self) -> None:
        proposal = self.proposal
        matches = Matcher().likely(
            proposal.kind, label(proposal), acronym=proposal.fields.get("acronym") or ""
        )
        offered: Choices = [("", _("A new record")), *((each.identifier, each.label) for each in matches)]
        if proposal.existing and proposal.existing not in dict(offered):
            offered.append((proposal.existing, proposal.existing))
        self.fields["existing"] = forms.ChoiceField(
            label=_("Which record"), choices=offered, required=False, initial=proposal.existing
        )
        self.fields["existing_other"] = forms.CharField(
            label=_("Or another record"), required=False, max_length=300,
            help_text=_("Its exact name, or its identifier."),
        )  # fmt: skip

    def clean_words(self) -> str:
        """Finds the words in the article: unchanged ones stay where they are."""
        text = self.proposal.intake.source.text
        old = self.proposal.places
        for number, words in enumerate(self.cleaned_data["words"].split(APART)):
            words = words.strip().replace("\r\n", "\n")
            if not words:
                continue
            before = old[number] if number < len(old) else None
            if before and before.of(text) == words:
                self.spans.append(before)
                continue
            span = place_near(text, words, near=self._near(before))
            if span is None:
                raise ValidationError(
                    _("These words do not stand in the article: “%(words)s”."), params={"words": words[:80]}
                )
            self.spans.append(span)
        return self.cleaned_data["words"]

    def _near(self, before: Span | None) -> int:
        """Where to look for words that stand in several places: where they were selected, or stood before."""
        given = self.data.get("near")
        if given and given.isdigit():
            return int(given)
        return before.start if before else self.spans[-1].end if self.spans else 0

    def clean_existing_other(self) -> str:
        words = self.cleaned_data["existing_other"].strip()
        if not words:
            return ""
        matcher, kind = Matcher(), self.proposal.kind
        found = matcher.identified(kind, words) or matcher.sole(kind, words)
        if not found:
            raise ValidationError(_("No record, or more than one, is called that."))
        return found

    @property
    def existing(self) -> str:
        return self.cleaned_data.get("existing_other") or self.cleaned_data.get("existing", "")

    @property
    def corrected(self) -> dict[str, Any]:
        """The proposal's fields as the curator left them."""
        return {name: self.cleaned_data[name] for name in self.fields if name not in self.beside}

    # whom a field can name

    def voices(self, nobody: Any) -> Choices:
        """Everybody in the article who can speak, assert or be asked."""
        return [("", nobody), *self._named(Kind.PERSON, Kind.ORGANISATION)]

    def _named(self, *kinds: str) -> Choices:
        return [
            (each.key, title_of(each)[:90])
            for each in self.together.of_kind(*kinds)
            if each.state in (State.OPEN, State.ACCEPTED) and each.pk != self.proposal.pk
        ]
