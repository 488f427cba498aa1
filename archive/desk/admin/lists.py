"""The desk's lists: each record's state and last change, read in the same query as the record."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.db.models import Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Now
from django.http import HttpRequest
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from archive.desk.models import Difference, Opening, PublicationRequest, Publishable
from archive.edition.models import LedgerEntry, Record

DRAFT, ASKED, PUBLIC, CHANGED, WITHDRAWN = "draft", "asked", "public", "changed", "withdrawn"
OPENS, ENDED = "opens", "ended"
STATES = {
    DRAFT: _("Draft"),
    ASKED: _("Asked"),
    PUBLIC: _("Public"),
    CHANGED: _("Public, changed since"),
    OPENS: _("Approved, not open yet"),
    ENDED: _("Ended by itself"),
    WITHDRAWN: _("Withdrawn"),
}
_SELF = OuterRef("identifier")
IS_PUBLIC = Exists(Record.objects.filter(pk=_SELF))
HAS_ENDED = Exists(Record.objects.filter(pk=_SELF, closes_at__lte=Now()))
OPENING = Opening.objects.filter(pk=_SELF)
IS_ASKED = Exists(PublicationRequest.objects.filter(identifier=_SELF, decision=""))
IS_DIFFERENT = Exists(Difference.objects.filter(pk=_SELF))
WAS_PUBLIC = Exists(LedgerEntry.objects.filter(record=_SELF))


def with_state(queryset: QuerySet) -> QuerySet:
    """Records with what `state_of` needs to know."""
    return queryset.annotate(
        is_public=IS_PUBLIC, is_asked=IS_ASKED, is_different=IS_DIFFERENT, was_public=WAS_PUBLIC,
        has_ended=HAS_ENDED, opens_at=Subquery(OPENING.values("opens_at")),
    )  # fmt: skip


def with_last_change(queryset: QuerySet) -> QuerySet:
    """Records with the name of who changed them last."""
    versions = queryset.model._meta.get_field("history").related_model
    newest = versions._default_manager.filter(pgh_obj_id=OuterRef("pk")).order_by("-pgh_id")
    number = newest.values(number=Cast(KeyTextTransform("user", "pgh_context__metadata"), IntegerField()))
    return queryset.annotate(last_change_by_number=Subquery(number[:1])).annotate(
        last_change_by=Subquery(
            User.objects.filter(pk=OuterRef("last_change_by_number")).values("username")[:1]
        )
    )


def states_of(record: Any) -> list[str]:
    """The states of a record, from what `with_state` found: usually one, or public and asked."""
    if record.has_ended:
        states = [ENDED]
    elif record.is_public:
        states = [CHANGED if record.is_different else PUBLIC]
    elif record.opens_at:
        states = [OPENS]
    else:
        states = [WITHDRAWN] if record.was_public else []
    if record.is_asked:
        states.append(ASKED)
    return states or [DRAFT]


def state_column(record: Any) -> str:
    """The states as small marks, told apart by their words."""
    marks = [
        format_html('<span class="state state-{}">{}</span>', each, state_in_words(each, record.opens_at))
        for each in states_of(record)
    ]
    return format_html("{}" + " {}" * (len(marks) - 1), *marks)


def state_in_words(state: str, opens_at: Any = None) -> str:
    """A state as the desk calls it; under an embargo with its day."""
    if state == OPENS and opens_at:
        return _("Approved, opens on %(day)s") % {"day": formats.date_format(opens_at, "j M Y")}
    return str(STATES[state])


def states_of_records(records: QuerySet) -> dict[Any, list[str]]:
    """States by primary key."""
    return {each.pk: states_of(each) for each in with_state(records)}


class RecordChangeList(ChangeList):
    """A list whose rows carry their last change."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet:
        return with_last_change(super().get_queryset(request, exclude_parameters))

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        for record in self.result_list:
            record.last_change_shown = _last_change(record)


class DeskChangeList(RecordChangeList):
    """The same with the state of each row."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet:
        return with_state(super().get_queryset(request, exclude_parameters))


def _last_change(record: Any) -> str:
    when = formats.date_format(timezone.localtime(record.changed_at), "j M Y, H:i")
    return f"{when}, {record.last_change_by}" if record.last_change_by else when


class StateFilter(admin.SimpleListFilter):
    """Records by state."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return list(STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Publishable]) -> QuerySet[Publishable]:
        conditions = {
            DRAFT: ~IS_PUBLIC & ~WAS_PUBLIC & ~IS_ASKED & ~Exists(OPENING),
            ASKED: IS_ASKED,
            PUBLIC: IS_PUBLIC & ~HAS_ENDED & ~IS_DIFFERENT,
            CHANGED: IS_PUBLIC & ~HAS_ENDED & IS_DIFFERENT,
            OPENS: ~IS_PUBLIC & Exists(OPENING),
            ENDED: HAS_ENDED,
            WITHDRAWN: ~IS_PUBLIC & WAS_PUBLIC & ~Exists(OPENING),
        }
        chosen = conditions.get(self.value() or "")
        return queryset.filter(chosen) if chosen is not None else queryset
