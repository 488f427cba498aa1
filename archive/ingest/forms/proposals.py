"""The forms in which a curator corrects a proposal: one per kind, over the same fields the engine fills."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.desk.review import Refused
from archive.edition.vocabulary import (
    Calendar,
    EventKind,
    Mode,
    OrganisationKind,
    PlaceKind,
    Property,
    SourceKind,
    StatementKind,
)
from archive.ingest import vocabulary
from archive.ingest.drafts.subjects import date_of
from archive.ingest.forms.base import Choices, ProposalForm
from archive.ingest.models import Kind


def _text(label: Any, help_text: Any = "", most: int = 300, **kwargs: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto", "size": 50})
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=False, widget=widget, **kwargs
    )


def _choice(label: Any, choices: Any = (), help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, help_text=help_text)


class EventForm(ProposalForm):
    name = _text(_("Title"), _("Left empty, it is called after its kind and its city."))
    event_kind = _choice(_("Kind"), EventKind.choices)
    date_stated = _text(_("Date as stated"), _("The article’s own words."), most=200)
    date_calendar = _choice(_("Calendar"), Calendar.choices)
    date_edtf = _text(
        _("Understood as"), _("Such as 2017-11-28; XXXX-11-28 where no year is given."), most=60
    )
    inferred_year = forms.IntegerField(
        label=_("Year, if you can infer it"), required=False, min_value=1000, max_value=9999,
        help_text=_("The article does not give it: it will be marked uncertain."),
    )  # fmt: skip
    city = _text(_("City"))
    country = _text(_("Country"))
    hosts = forms.MultipleChoiceField(label=_("Hosts"), required=False, widget=forms.CheckboxSelectMultiple)
    part_of = _choice(_("Part of"))

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"event_kind": vocabulary.event_kind(fields.get("event_kind", ""))}

    def choices(self) -> dict[str, Choices]:
        return {
            "hosts": self._named(Kind.ORGANISATION),
            "part_of": [("", _("No other event")), *self._named(Kind.EVENT)],
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        try:
            date_of(data)
        except Refused as error:
            self.add_error("date_edtf", str(error))
        return data


class PersonForm(ProposalForm):
    name = _text(_("Name"))
    role = _text(_("Role then"), _("In the article’s words."))
    mode = _choice(_("How they were there"), Mode.choices)
    at_event = forms.BooleanField(label=_("Was at the event"), required=False)
    unnamed = forms.BooleanField(
        label=_("Not named"), required=False, help_text=_("Only described: no person is made of it.")
    )
    described = _text(_("Described as"), _("For those who are not named."))

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {
            "mode": vocabulary.mode(fields.get("mode", "")),
            "described": fields.get("words", ""),
        }

    @property
    def corrected(self) -> dict[str, Any]:
        fields = super().corrected
        return fields | {"words": fields.pop("described")}


class OrganisationForm(ProposalForm):
    name = _text(_("Name"))
    acronym = _text(_("Acronym"))
    organisation_kind = _choice(_("Kind"), OrganisationKind.choices)
    host = forms.BooleanField(label=_("Held the event"), required=False)

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {"organisation_kind": vocabulary.body_kind(fields.get("name", ""))} | fields


class PlaceForm(ProposalForm):
    name = _text(_("Name"))
    place_kind = _choice(_("Kind"), PlaceKind.choices)

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {"place_kind": vocabulary.place_kind(self.proposal.rule)} | fields


class StatementForm(ProposalForm):
    statement_kind = _choice(_("Kind"), StatementKind.choices)
    speaker = _choice(_("Who said it"), help_text=_("For a reading: whose words are read."))
    speaker_words = _text(_("Speaker as stated"), _("Where nobody is named."))
    read_by = _choice(_("Read by"), help_text=_("Only for a reading."))
    event = _choice(_("Said at"))

    def choices(self) -> dict[str, Choices]:
        return {
            "speaker": self.voices(_("Nobody in the list")),
            "read_by": self.voices(_("Nobody")),
            "event": [("", _("Not at an event")), *self._named(Kind.EVENT)],
        }


class ClaimForm(ProposalForm):
    value_stated = _text(_("Figure or fact as stated"))
    value_low = forms.IntegerField(label=_("At least"), required=False)
    value_high = forms.IntegerField(
        label=_("At most"), required=False, help_text=_("Leave the open end of “at least 800” empty.")
    )
    counts = _text(_("What it counts"))
    unit = _text(_("Unit"))
    property = _choice(
        _("Property"), Property.choices, _("So that figures of several sources can be compared.")
    )
    asserted_by = _choice(_("Asserted by"))
    statement = _choice(_("Made in the statement"))
    event = _choice(_("About the event"), help_text=_("Only where the figure is about this very event."))

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {
            "property": vocabulary.counted(f"{fields.get('counts', '')} {fields.get('unit', '')}")
        } | fields

    def choices(self) -> dict[str, Choices]:
        return {
            "asserted_by": self.voices(_("The article itself")),
            "statement": [("", _("None")), *self._named(Kind.STATEMENT)],
            "event": [("", _("None")), *self._named(Kind.EVENT)],
        }


class DemandForm(ProposalForm):
    act = forms.CharField(
        label=_("What is asked"), widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), required=False
    )
    addressee = _choice(_("Who is asked"))
    addressee_words = _text(_("Who is asked, as stated"))
    made_by = _choice(_("Who asks"))
    statement = _choice(_("Made in the statement"))

    def choices(self) -> dict[str, Choices]:
        return {
            "addressee": self.voices(_("Nobody in the list")),
            "made_by": self.voices(_("Not said")),
            "statement": [("", _("None")), *self._named(Kind.STATEMENT)],
        }


class TopicForm(ProposalForm):
    label = _text(_("Label"))


class DocumentForm(ProposalForm):
    title = _text(_("Title, or the words that name it"))
    doc_kind = _choice(_("Kind"), SourceKind.choices)
    author = _choice(_("Author"))
    author_words = _text(_("Author as stated"))

    def read(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"doc_kind": vocabulary.document_kind(fields.get("doc_kind", ""))}

    def choices(self) -> dict[str, Choices]:
        return {"author": self.voices(_("Nobody in the list"))}


FORMS: dict[str, type[ProposalForm]] = {
    Kind.EVENT: EventForm,
    Kind.PERSON: PersonForm,
    Kind.ORGANISATION: OrganisationForm,
    Kind.PLACE: PlaceForm,
    Kind.STATEMENT: StatementForm,
    Kind.CLAIM: ClaimForm,
    Kind.DEMAND: DemandForm,
    Kind.TOPIC: TopicForm,
    Kind.DOCUMENT: DocumentForm,
}
