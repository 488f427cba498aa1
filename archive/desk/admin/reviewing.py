"""The pages of review that every record has: preview, ask, withdraw, and what still mentions it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.desk import review
from archive.desk.admin.forms import WhyForm
from archive.desk.admin.lists import states_of_records
from archive.desk.mentions import mentions_of
from archive.desk.models import PublicationRequest, Publishable
from archive.desk.previews import Preview
from archive.desk.sentences import Trouble, sentence_of
from archive.edition.models import Record

TOOLS = ("preview", "ask", "withdraw", "mentions", "ask_whole", "restore")  # each has its page


class Reviewed(admin.ModelAdmin):
    """Preview, ask, withdraw. Each page says what it will do before it does it."""

    more_tools: ClassVar[Sequence[str]] = ()  # further pages of a kind: `read` stands for `read_view`

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path(
                f"<path:object_id>/{tool.replace('_', '-')}/",
                self.admin_site.admin_view(getattr(self, f"{tool}_view")),
                name=f"{name}_{tool}",
            )
            for tool in (*TOOLS, *self.more_tools)
        ]
        return own + super().get_urls()

    def tool_url(self, obj: Publishable, tool: str) -> str:
        """The address of one of a record's own pages: preview, ask, withdraw, history …"""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{tool}", args=[obj.pk])

    def whole(self, record: Any) -> Iterable[Publishable]:
        """The records that belong to this one and are best published with it; none by default."""
        return ()

    def more_tool_labels(self, request: HttpRequest, record: Any) -> list[tuple[str, str]]:
        """What the further pages of a kind are called, as label and tool."""
        return []

    # --- the pages --------------------------------------------------------------------------------

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        return self.review_page(request, record, "preview", _("Preview"))

    def ask_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self._may(request, "desk.ask_publication")
        form = WhyForm(request.POST or None, required=False)
        if request.method == "POST" and form.is_valid():
            why = form.cleaned_data["why"]
            return self._done(
                request, record, lambda: review.ask(record, by=request.user, why=why),  # type: ignore[arg-type]
                _("Asked. Somebody else has to approve it; until then nothing changes for readers."),
            )  # fmt: skip
        return self.review_page(request, record, "ask", _("Ask to publish"), form=form)

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self._may(request, "desk.withdraw_publication")
        form = WhyForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            why = form.cleaned_data["why"]
            return self._done(
                request, record, lambda: review.withdraw(record, by=request.user, why=why),  # type: ignore[arg-type]
                _("Withdrawn. Readers can no longer see it, nor any link to it."), then="mentions",
            )  # fmt: skip
        return self.review_page(request, record, "withdraw", _("Withdraw"), form=form)

    def mentions_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        context = {"mentions": mentions_of(record)}
        return self.page(request, record, "desk/mentions.html", _("What readers still read of it"), **context)

    def ask_whole_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        self._may(request, "desk.ask_publication")
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
        rows = [(each, states[each.record.kind, each.record.pk]) for each in news]
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
        return self._done(request, record, ask, told)

    # --- what they share --------------------------------------------------------------------------

    def seen(self, request: HttpRequest, object_id: str) -> Publishable:
        """The record a page is about, for those who may look at it."""
        record = self.get_object(request, admin.utils.unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def page(
        self, request: HttpRequest, record: Publishable, template: str, title: str, **more: Any
    ) -> HttpResponse:
        """One of a record's own pages."""
        context = self.admin_site.each_context(request) | {
            "title": title,
            "subtitle": str(record),
            "opts": self.opts,
            "original": record,
            "object_id": record.pk,
            "tools": self.tools(request, record),
        }
        return TemplateResponse(request, template, context | more)

    def review_page(
        self, request: HttpRequest, record: Publishable, act: str, title: str, **more: Any
    ) -> HttpResponse:
        return self.page(
            request, record, "desk/review.html", title, act=act, preview=Preview.of(record), **more
        )

    def tools(self, request: HttpRequest, record: Publishable) -> list[tuple[str, str]]:
        """What can be done with a record in its state, as label and address."""
        [states] = states_of_records(self.model._default_manager.filter(pk=record.pk)).values() or [[]]
        public, asked = "public" in states or "changed" in states, "asked" in states
        may = request.user.has_perm
        found = [(_("Edit"), "change"), (_("Preview"), "preview")]
        if asked:
            request_pk = PublicationRequest.objects.get(identifier=record.identifier, decision="").pk
            found.append((_("Waiting for approval"), f"request:{request_pk}"))
        elif "public" not in states and may("desk.ask_publication"):
            found.append((_("Ask to publish"), "ask"))
        if type(self).whole is not Reviewed.whole and may("desk.ask_publication"):
            found.append((_("Ask for the whole event"), "ask_whole"))
        found += self.more_tool_labels(request, record)
        if public and may("desk.withdraw_publication"):
            found.append((_("Withdraw"), "withdraw"))
        found.append((_("History"), "history"))
        links = [(label, self._tool_address(record, tool)) for label, tool in found]
        if public and settings.SERVES_SITE:
            links.append((_("See it as readers do"), f"/en/{Record.objects.get(pk=record.identifier).path}"))
        return links

    def _tool_address(self, record: Publishable, tool: str) -> str:
        if tool.startswith("request:"):
            return reverse("admin:desk_publicationrequest_change", args=[tool.removeprefix("request:")])
        return self.tool_url(record, tool)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if original := context.get("original"):
            context["tools"] = self.tools(request, original)[1:]
        return super().render_change_form(request, context, *args, **kwargs)

    def _may(self, request: HttpRequest, permission: str) -> None:
        if not request.user.has_perm(permission):
            raise PermissionDenied

    def _done(
        self, request: HttpRequest, record: Publishable, verb: Any, told: str, *, then: str = "change"
    ) -> HttpResponse:
        """Does it, says so, and goes on; or says why not and stays."""
        try:
            verb()
        except Trouble as error:
            if not (sentence := sentence_of(error)):
                raise
            self.message_user(request, sentence, messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.message_user(request, format_html("“{}”: {}", str(record), told), messages.SUCCESS)
        return HttpResponseRedirect(self.tool_url(record, then))
