"""Review of many records at once, from their list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk import review
from archive.desk.admin.forms import WhyForm
from archive.desk.models import PublicationRequest, Publishable
from archive.desk.sentences import Trouble, sentence_of


class ManyAtOnce(admin.ModelAdmin):
    """Ask, approve or withdraw what is ticked. Each record is decided by itself: one that cannot be
    done does not hold up the others, and says why."""

    actions: tuple[str, ...] = ("ask_selected", "approve_selected", "withdraw_selected")

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        needed = {
            "ask_selected": "desk.ask_publication",
            "approve_selected": "desk.approve_publication",
            "withdraw_selected": "desk.withdraw_publication",
        }
        found = super().get_actions(request)
        return {name: each for name, each in found.items() if request.user.has_perm(needed.get(name, ""))
                or name not in needed}  # fmt: skip

    @admin.action(description=gettext_lazy("Ask to publish the selected %(verbose_name_plural)s"))
    def ask_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._with_reason(
            request, queryset, "ask_selected", _("Ask to publish"), review.ask, required=False,
            help=_("Somebody else has to approve each of them; until then nothing changes for readers."),
        )  # fmt: skip

    @admin.action(description=gettext_lazy("Approve the selected %(verbose_name_plural)s that wait"))
    def approve_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._with_reason(
            request, queryset, "approve_selected", _("Approve"), approve_open, required=False,
            help=_("Each becomes public at once, exactly as it was asked for. Look at its preview first."),
        )  # fmt: skip

    @admin.action(description=gettext_lazy("Withdraw the selected %(verbose_name_plural)s"))
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._with_reason(
            request, queryset, "withdraw_selected", _("Withdraw"), review.withdraw, required=True,
            help=_("Readers can no longer see them, nor any link to them, from this moment on."),
        )  # fmt: skip

    def _with_reason(
        self, request: HttpRequest, queryset: QuerySet, action: str, title: str, verb: Callable[..., Any],
        *, required: bool, help: str,
    ) -> HttpResponse | None:  # fmt: skip
        form = WhyForm(request.POST if "confirmed" in request.POST else None, required=required)
        records = list(queryset.order_by("pk"))
        if form.is_valid():
            self._each(request, records, verb, form.cleaned_data["why"])
            return None
        context = self.admin_site.each_context(request) | {
            "title": title,
            "help": help,
            "opts": self.opts,
            "records": records,
            "tool": self,
            "form": form,
            "action": action,
            "checkbox": helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "desk/many.html", context)

    def _each(
        self, request: HttpRequest, records: list[Publishable], verb: Callable[..., Any], why: str
    ) -> None:
        done = 0
        for record in records:
            try:
                with transaction.atomic():
                    verb(record, by=request.user, why=why)
                done += 1
            except Trouble as error:
                if not (told := sentence_of(error)):
                    raise
                self.message_user(request, f"“{record}”: {told}", messages.WARNING)
        if done:
            told = _("Done for %(done)s of %(all)s.") % {"done": done, "all": len(records)}
            self.message_user(request, told, messages.SUCCESS)


def approve_open(record: Publishable, *, by: Any, why: str) -> None:
    """Approves the request that waits for a record."""
    waiting = PublicationRequest.objects.filter(identifier=record.identifier, decision="").first()
    if waiting is None:
        raise review.Refused(_("Nobody has asked for it."))
    review.approve(waiting, by=by, why=why)
