"""The worklist of those who approve, and the rows that nobody can change: deeds and the ledger."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.desk import review
from archive.desk.admin.forms import WhyForm
from archive.desk.admin.lookups import OnlyDeclaredLookups
from archive.desk.admin.many import ManyAtOnce
from archive.desk.models import Deed, Opening, PublicationRequest
from archive.desk.previews import Preview
from archive.desk.sentences import Trouble, sentence_of
from archive.edition.models import LedgerEntry


class ReadOnly(OnlyDeclaredLookups):
    """Rows that stand for good."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DecisionFilter(admin.SimpleListFilter):
    """Requests by decision; those that wait, unless others are asked for."""

    title = gettext_lazy("decision")
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        decided = [each for each in PublicationRequest.Decision.choices if each[0]]
        return [*decided, ("all", gettext_lazy("All"))]

    def choices(self, changelist: Any) -> Any:
        first = {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": gettext_lazy("Waiting"),
        }
        return [first, *list(super().choices(changelist))[1:]]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset if self.value() == "all" else queryset.filter(decision=self.value() or "")


@admin.register(PublicationRequest)
class RequestAdmin(ManyAtOnce, ReadOnly):
    """What waits for approval. Each request's page shows what would become public, and decides."""

    actions = ("approve_selected",)
    list_display = ("title", "kind", "asked_by", "asked_at", "asked_why", "decision_shown")
    list_filter = (DecisionFilter, "kind")
    list_select_related = ("asked_by", "decided_by")
    sortable_by = ("asked_at",)
    search_fields = ("title",)

    @admin.display(description=gettext_lazy("decision"))
    def decision_shown(self, request: PublicationRequest) -> str:
        told = request.get_decision_display()
        return f"{told}, {request.decided_by}" if request.decided_by else told

    @admin.action(description=gettext_lazy("Approve the selected requests"))
    def approve_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        return self._with_reason(
            request, queryset, "approve_selected", _("Approve"), review.approve, required=False,
            help=_("Each becomes public at once, exactly as it was asked for. Look at its preview first."),
        )  # fmt: skip

    def tool_url(self, obj: PublicationRequest, tool: str) -> str:
        """For the page that lists what is ticked."""
        return reverse("admin:desk_publicationrequest_change", args=[obj.pk])

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        asked = self.get_object(request, unquote(object_id))
        if asked is None:
            raise Http404
        if not self.has_view_permission(request, asked):
            raise PermissionDenied
        form = WhyForm(request.POST or None, required="decline" in request.POST)
        if request.method == "POST" and form.is_valid():
            return self._decide(request, asked, form.cleaned_data["why"])
        return self._page(request, asked, form)

    def _decide(self, request: HttpRequest, asked: PublicationRequest, why: str) -> HttpResponse:
        verb = review.decline if "decline" in request.POST else review.approve
        try:
            verb(asked, by=request.user, why=why)  # type: ignore[arg-type]
        except Trouble as error:
            if not (told := sentence_of(error)):
                raise
            self.message_user(request, told, messages.ERROR)
            return HttpResponseRedirect(request.path)
        opening = Opening.objects.filter(pk=asked.identifier).first()
        told = _("“%(title)s” is public.") if verb is review.approve else _("“%(title)s” is declined.")
        if verb is review.approve and opening:
            told = _("“%(title)s” is approved, and opens on %(day)s.")
        day = formats.date_format(opening.opens_at, "j F Y") if opening else ""
        self.message_user(request, told % {"title": asked.title, "day": day}, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:desk_publicationrequest_changelist"))

    def _page(self, request: HttpRequest, asked: PublicationRequest, form: WhyForm) -> HttpResponse:
        try:
            preview = Preview.of(review.desk_record(asked.kind, asked.identifier))
        except review.Refused:
            preview = None
        own_request = asked.asked_by_id == request.user.pk and not review.settings.ONE_PERSON
        stale = preview is not None and preview.new.fingerprint != asked.digest
        answered = {each["key"] for each in asked.findings}
        findings = preview.findings if preview and not asked.decision else []
        unanswered = [each for each in findings if each.stops or (each.asks and each.key not in answered)]
        approvable = preview is not None and not (preview.barred or stale or unanswered or own_request)
        context = self.admin_site.each_context(request) | {
            "title": _("Asked to publish"),
            "subtitle": asked.title,
            "opts": self.opts,
            "asked": asked,
            "preview": preview,
            "form": form,
            "act": "decide",
            "stale": stale,
            "unanswered": unanswered,
            "opening": Opening.objects.filter(pk=asked.identifier).first() if asked.decision else None,
            "may_decide": request.user.has_perm("desk.approve_publication") and not asked.decision,
            "may_approve": approvable,
            "own_request": own_request,
        }
        return TemplateResponse(request, "desk/request.html", context)


@admin.register(Deed)
class DeedAdmin(ReadOnly):
    """Who did what to which record, and why."""

    list_display = ("at", "who", "act", "kind", "title", "why", "record")
    list_display_links = None
    list_filter = ("act", "kind")
    date_hierarchy = "at"
    sortable_by = ("at",)
    search_fields = ("title", "identifier", "who")

    @admin.display(description=gettext_lazy("record"))
    def record(self, deed: Deed) -> str:
        return format_html("<code>{}</code>", deed.identifier)


@admin.register(LedgerEntry)
class LedgerAdmin(ReadOnly):
    """The ledger, as everybody can read it: a chain in which no line can be changed unseen."""

    list_display = ("sequence", "at", "act", "record", "version", "short_digest", "short_hash")
    list_display_links = None
    list_filter = ("act",)
    ordering = ("-sequence",)
    sortable_by = ("sequence",)
    search_fields = ("record", "digest", "hash")

    @admin.display(description=gettext_lazy("digest"))
    def short_digest(self, entry: LedgerEntry) -> str:
        return entry.digest[:16]

    @admin.display(description=gettext_lazy("hash"))
    def short_hash(self, entry: LedgerEntry) -> str:
        return entry.hash[:16]
