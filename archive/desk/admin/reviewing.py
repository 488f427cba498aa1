"""The pages of review that every record has: preview, ask, withdraw, and what still mentions it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk import review
from archive.desk.admin.forms import AskForm, WhyForm
from archive.desk.admin.lists import CHANGED, ENDED, OPENS, PUBLIC, states_of_records
from archive.desk.admin.pages import Tools, WithPages, tried
from archive.desk.mentions import mentions_of
from archive.desk.models import Opening, PublicationRequest, Publishable
from archive.desk.previews import Preview
from archive.desk.went_out import times_public
from archive.edition.models import Record

PAGES = ("preview", "ask", "withdraw", "mentions", "ask_whole")


@dataclass(frozen=True)
class Belonging:
    """One record of those that are asked for together, and what keeps it from being among them."""

    preview: Preview
    states: list[str]

    @property
    def why_not(self) -> str:
        if self.preview.barred:
            return self.preview.barred
        if any(each.stops for each in self.preview.findings):
            return _("The checks found something that has to be changed first.")
        asking = any(each.asks for each in self.preview.findings)
        return _("The checks ask something: ask for it by itself.") if asking else ""

    @property
    def waits(self) -> bool:
        return "asked" in self.states or OPENS in self.states


class Reviewed(WithPages):
    """Preview, ask, withdraw. Each page says what it will do before it does it."""

    whole_label: ClassVar[Any] = gettext_lazy("Ask for the whole event")

    def whole(self, record: Any) -> Iterable[Publishable]:
        """The records that belong to this one and are best published with it; none by default."""
        return ()

    # --- the pages --------------------------------------------------------------------------------

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        return self.review_page(request, record, "preview", _("Preview"))

    def ask_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self.may(request, "desk.ask_publication")
        preview = Preview.of(record)
        form = AskForm(request.POST or None, findings=preview.findings)
        if request.method == "POST" and form.is_valid():
            why, answers = form.cleaned_data["why"], form.answers
            why_not = tried(lambda: review.ask(record, by=request.user, why=why, answers=answers))  # type: ignore[arg-type]
            if not why_not:
                told = _("Asked. Somebody else has to approve it; until then nothing changes for readers.")
                self.message_user(request, format_html("“{}”: {}", str(record), told), messages.SUCCESS)
                return HttpResponseRedirect(self.tool_url(record, "change"))
            preview = Preview.of(record)
            form = AskForm(request.POST, findings=preview.findings)
            form.add_error(None, why_not)
        return self.review_page(request, record, "ask", _("Ask to publish"), form=form, preview=preview)

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self.may(request, "desk.withdraw_publication")
        form = WhyForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            why = form.cleaned_data["why"]
            return self.done(
                request, record, lambda: review.withdraw(record, by=request.user, why=why),  # type: ignore[arg-type]
                _("Withdrawn. Readers can no longer see it, nor any link to it."), then="mentions",
            )  # fmt: skip
        title = _("Withdraw")
        return self.review_page(request, record, "withdraw", title, form=form, opening=opening_of(record))

    def mentions_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        context = {"mentions": mentions_of(record), "times": times_public(record.identifier)}
        return self.page(request, record, "desk/mentions.html", _("What readers still read of it"), **context)

    def ask_whole_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self.may(request, "desk.ask_publication")
        form = WhyForm(request.POST or None, required=False)
        news = [each for each in (Preview.of(one) for one in [record, *self.whole(record)]) if each.is_news]
        if request.method == "POST" and form.is_valid():
            chosen = set(request.POST.getlist("chosen"))
            records = [each.record for each in news if each.record.identifier in chosen]
            return self._ask_all(request, record, records, form.cleaned_data["why"])
        states: dict[tuple[str, Any], list[str]] = {}
        for model in {type(each.record) for each in news}:
            pks = [each.record.pk for each in news if type(each.record) is model]
            found = states_of_records(model._default_manager.filter(pk__in=pks))
            states |= {(model.kind, pk): state for pk, state in found.items()}
        rows = [Belonging(each, states[each.record.kind, each.record.pk]) for each in news]
        title = _("Ask for everything that belongs to it")
        return self.page(request, record, "desk/ask_whole.html", title, rows=rows, form=form)

    def _ask_all(
        self, request: HttpRequest, record: Publishable, records: list[Publishable], why: str
    ) -> HttpResponse:
        def ask() -> None:
            with transaction.atomic():
                for each in records:
                    review.ask(each, by=request.user, why=why)  # type: ignore[arg-type]

        told = _("Asked for %(count)s records. Somebody else has to approve them.") % {"count": len(records)}
        return self.done(request, record, ask, told)

    def review_page(
        self, request: HttpRequest, record: Publishable, act: str, title: str, **more: Any
    ) -> HttpResponse:
        context = {"act": act, "preview": more.pop("preview", None) or Preview.of(record)} | more
        return self.page(request, record, "desk/review.html", title, **context)

    # --- the buttons ------------------------------------------------------------------------------

    def tool_labels(self, request: HttpRequest, record: Publishable) -> Tools:
        [states] = states_of_records(self.model._default_manager.filter(pk=record.pk)).values() or [[]]
        may = request.user.has_perm
        found = [(_("Edit"), "change"), (_("Preview"), "preview")]
        if "asked" in states:
            waiting = PublicationRequest.objects.get(identifier=record.identifier, decision="")
            at = reverse("admin:desk_publicationrequest_change", args=[waiting.pk])
            found.append((_("Waiting for approval"), at))
        elif PUBLIC not in states and may("desk.ask_publication"):
            found.append((_("Ask to publish"), "ask"))
        if type(self).whole is not Reviewed.whole and may("desk.ask_publication"):
            found.append((str(self.whole_label), "ask_whole"))
        found += self.more_tool_labels(request, record)
        if {PUBLIC, CHANGED, ENDED} & set(states) and may("desk.withdraw_publication"):
            found.append((_("Withdraw"), "withdraw"))
        elif OPENS in states and may("desk.withdraw_publication"):
            found.append((_("Take the approval back"), "withdraw"))
        found.append((_("History"), "history"))
        if {PUBLIC, CHANGED} & set(states) and settings.SERVES_SITE:
            public = Record.on_pages.filter(pk=record.identifier).first()
            found += [(_("See it as readers do"), f"/en/{public.path}")] if public else []
        return found


def opening_of(record: Publishable) -> Opening | None:
    """The approval of a record that an embargo holds back."""
    return Opening.objects.filter(pk=record.identifier).first()
