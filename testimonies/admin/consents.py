"""Consents on the pages of a testimony: their history, and the page where one is noted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk.admin import DeskInline
from archive.desk.admin.pages import Tools, WithPages, tried
from archive.desk.review import Refused
from testimonies.actions.consents import ADD, drafted, note_consent, take_out_evidence
from testimonies.actions.effects import effects_of
from testimonies.admin.consentforms import ConsentForm
from testimonies.admin.downloads import attachment
from testimonies.admin.lists import day, short_uses
from testimonies.admin.rows import ReadOnlyRows
from testimonies.models import Consent, Testimony


def history_of(consents: QuerySet[Consent]) -> QuerySet[Consent]:
    """Consents, newest first, each with whether it is the one in force."""
    newer = Consent.objects.filter(testimony=OuterRef("testimony"), pk__gt=OuterRef("pk"))
    return consents.annotate(in_force=~Exists(newer)).order_by("-pk")


def told_of(testimony: Testimony) -> list[Any]:
    """The same of one testimony, with their uses in words."""
    found: list[Any] = list(history_of(testimony.consents.all()))
    for each in found:
        each.uses_in_words = ", ".join(str(Consent.Use(use).label) for use in each.uses)
    return found


def mark(consent: Any) -> str:
    """Given, changed or withdrawn, and whether it is in force."""
    told = consent.get_decision_display()
    if not consent.in_force:
        return format_html('<span class="quiet">{}</span>', told)
    state = "withdrawn" if consent.decision == Consent.Decision.WITHDRAWN else "public"
    return format_html('{} <span class="state state-{}">{}</span>', told, state, _("in force"))


class Consents(ReadOnlyRows, DeskInline):
    """What the narrator agreed to, newest first."""

    model = Consent
    fields = readonly_fields = ("which", "agreed", "name_use", "period", "given_on", "taken_by", "evidence")
    verbose_name_plural = gettext_lazy("consents, newest first")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return history_of(super().get_queryset(request))

    @admin.display(description=gettext_lazy("consent"))
    def which(self, consent: Consent) -> str:
        return mark(consent)

    @admin.display(description=gettext_lazy("for"))
    def agreed(self, consent: Consent) -> str:
        return ", ".join(short_uses(consent.uses)) or "—"

    @admin.display(description=gettext_lazy("from – until"))
    def period(self, consent: Consent) -> str:
        return period_of(consent)

    @admin.display(description=gettext_lazy("evidence"))
    def evidence(self, consent: Consent) -> str:
        return consent.evidence_name or "—"


def period_of(consent: Consent) -> str:
    return f"{day(consent.embargo_until) or '…'} – {day(consent.ends_on) or '…'}"


class WithConsents(WithPages):
    """The pages of what a narrator agreed to."""

    def consent_labels(self, request: HttpRequest) -> Tools:
        may = request.user.has_perm(ADD)
        return [(_("Note a consent") if may else _("Consents"), "note_consent")]

    def note_consent_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        testimony: Testimony = self.seen(request, object_id)
        may = request.user.has_perm(ADD)
        form = ConsentForm(request.POST or None, request.FILES or None, testimony=testimony)
        effects = None
        if request.method == "POST":
            self.may(request, ADD)
            if form.is_valid():
                effects = effects_of(testimony, drafted(testimony, evidence=form.original, **form.facts))
                if form.cleaned_data["told"] == effects.key:
                    if not (why_not := self._noted(request, testimony, form)):
                        return HttpResponseRedirect(self.tool_url(testimony, "change"))
                    form.add_error(None, why_not)
                form.tell_next(effects.key)
        return self.page(
            request, testimony, "admin/testimonies/note_consent.html", _("What the narrator agreed to"),
            form=form if may else None, effects=effects, consents=told_of(testimony),
            evidence_at=self.tool_url(testimony, "evidence"),
        )  # fmt: skip

    def _noted(self, request: HttpRequest, testimony: Testimony, form: ConsentForm) -> str:
        """Notes the consent and says so; the sentence that says why not, where it could not be."""
        seen, why = form.seen_consent, form.cleaned_data["why"]
        why_not = tried(
            lambda: note_consent(
                testimony, by=request.user, seen=seen, evidence=form.original, why=why, **form.facts  # type: ignore[arg-type]
            )
        )  # fmt: skip
        if not why_not:
            told = _("The consent is noted and in force from now on.")
            self.message_user(request, told, messages.SUCCESS)
        return why_not

    def evidence_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        testimony: Testimony = self.seen(request, object_id)
        if request.method != "POST":
            raise PermissionDenied
        number = request.POST.get("consent", "")
        consent = testimony.consents.filter(pk=number).first() if number.isdigit() else None
        if consent is None:
            raise Http404
        try:
            file = take_out_evidence(consent, by=request.user)  # type: ignore[arg-type]
        except Refused as why_not:
            self.message_user(request, str(why_not), messages.ERROR)
            return HttpResponseRedirect(self.tool_url(testimony, "note_consent"))
        return attachment(file, name=f"consent-{consent.pk}", like=consent.evidence_name)
