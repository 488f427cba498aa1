"""What lists of testimonies say of the consent in force, and what waits for a curator."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from testimonies.models import Consent, Testimony

SOON_DAYS = 30
FACTS = ("decision", "uses", "audience", "embargo_until", "ends_on")
NONE, ENDING, OPENING, ENDED, WITHDRAWN = "none", "ending", "opening", "ended", "withdrawn"


def with_consent(testimonies: QuerySet[Testimony]) -> QuerySet[Testimony]:
    """Testimonies with the facts of the consent in force, read in the same query."""
    newest = Consent.objects.filter(testimony=OuterRef("pk")).order_by("-pk")
    return testimonies.annotate(**{f"consent_{name}": Subquery(newest.values(name)[:1]) for name in FACTS})


def in_short(testimony: Any) -> str:
    """The consent in force in a few words: for what, from when, until when."""
    if testimony.consent_decision is None:
        return format_html('<span class="state state-draft">{}</span>', _("None yet"))
    if testimony.consent_decision == Consent.Decision.WITHDRAWN:
        return format_html('<span class="state state-withdrawn">{}</span>', _("Withdrawn"))
    told = [", ".join(short_uses(testimony.consent_uses)) or "—"]
    if testimony.consent_audience != Consent.Audience.ANYBODY:
        told = [str(Consent.Audience(testimony.consent_audience).label)]
    if testimony.consent_embargo_until and testimony.consent_embargo_until > timezone.now().date():
        told.append(_("from %(day)s") % {"day": day(testimony.consent_embargo_until)})
    if testimony.consent_ends_on:
        told.append(_("until %(day)s") % {"day": day(testimony.consent_ends_on)})
    return " · ".join(told)


def short_uses(uses: list[str]) -> list[str]:
    """What was agreed to, a word each."""
    words = {"web": _("pages"), "api": _("API"), "dumps": _("dumps"), "recording": _("recording"),
             "research": _("research"), "court": _("courts"), "media": _("press")}  # fmt: skip
    return [words[each.value] for each in Consent.Use if each in uses]


def day(date: Any) -> str:
    return formats.date_format(date, "j M Y") if date else ""


class ConsentFilter(admin.SimpleListFilter):
    """Testimonies by what the consent in force asks of the curator."""

    title = gettext_lazy("consent")
    parameter_name = "consent"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [
            (NONE, gettext_lazy("None yet")),
            (OPENING, gettext_lazy("Embargo ends within 30 days")),
            (ENDING, gettext_lazy("Ends within 30 days")),
            (ENDED, gettext_lazy("Has ended")),
            (WITHDRAWN, gettext_lazy("Withdrawn")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return asking(queryset, self.value() or "") if self.value() else queryset


def asking(testimonies: QuerySet[Testimony], what: str) -> QuerySet[Testimony]:
    """The testimonies whose consent is missing, ends soon, opens soon, has ended, or was withdrawn."""
    today = timezone.now().date()
    soon = today + timedelta(days=SOON_DAYS)
    conditions = {
        NONE: Q(consent_decision=None),
        OPENING: Q(consent_embargo_until__gt=today, consent_embargo_until__lte=soon),
        ENDING: Q(consent_ends_on__gt=today, consent_ends_on__lte=soon),
        ENDED: Q(consent_ends_on__lte=today),
        WITHDRAWN: Q(consent_decision=Consent.Decision.WITHDRAWN),
    }
    chosen = conditions.get(what)
    return with_consent(testimonies).filter(chosen) if chosen is not None else testimonies
