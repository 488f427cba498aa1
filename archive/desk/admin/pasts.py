"""The history of a record, and the way back to an earlier state of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from archive.desk.admin.forms import WhyForm
from archive.desk.admin.pages import WithPages
from archive.desk.models import Deed
from archive.desk.past import history_of, lines_back_to
from archive.desk.restoring import restore, when
from archive.desk.sentences import Trouble, sentence_of


class WithPast(WithPages):
    """Who changed what, when and why; restore."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self.seen(request, object_id)
        context = {
            "changes": history_of(record),
            "deeds": Deed.objects.filter(identifier=record.identifier)[:200],
            "may_restore": self.has_change_permission(request, record),
        }
        return self.page(request, record, "desk/history.html", _("History"), **context)

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen(request, object_id)
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        version = self._version(request, record)
        form = WhyForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self._restore(request, record, version, form.cleaned_data["why"])
        context = {"form": form, "version": version, "was": self._told(record, version)}
        return self.page(request, record, "desk/restore.html", _("Bring back an earlier state"), **context)

    def _restore(self, request: HttpRequest, record: Any, version: Any, why: str) -> HttpResponse:
        try:
            restore(record, version, by=request.user, why=why)  # type: ignore[arg-type]
        except (*Trouble, ValidationError) as error:
            if not (told := sentence_of(error)):
                raise
            self.message_user(request, told, messages.ERROR)
            return HttpResponseRedirect(self.tool_url(record, "history"))
        told = _("It is again as it was on %(when)s. What this adds is not public until it is approved.")
        self.message_user(request, told % {"when": when(version)}, messages.SUCCESS)
        return HttpResponseRedirect(self.tool_url(record, "change"))

    def _version(self, request: HttpRequest, record: Any) -> Any:
        number = request.POST.get("version") or request.GET.get("version") or ""
        version = record.history.filter(pgh_id=number).first() if number.isdigit() else None
        if version is None:
            raise Http404
        return version

    def _told(self, record: Any, version: Any) -> list[Any]:
        """The fields that would change, as they are and as they would be."""
        return lines_back_to(record, version)
