"""Records with names at the desk: found in any script, and not written twice by mistake."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.template.loader import render_to_string

from archive.desk.likely import Match, Names, texts_of
from archive.desk.models import Publishable
from archive.desk.review import Refused

LISTED = 50  # records that a search by name puts first
ANOTHER = "another"  # the tick that says: none of these


class FoundByName(admin.ModelAdmin):
    """Searches names in any script and spelling, in lists and where a record is chosen."""

    model: type[Publishable]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """What Django finds, and the records with names like these words; the likeliest come first."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if not self.model.bears_names or not search_term.strip():
            return found, may_repeat
        likely = [each.identifier for each in Names(self.model).likely(search_term, most=LISTED)]
        if not likely:
            return found, may_repeat
        either = Q(pk__in=found.order_by().values("pk")) | Q(identifier__in=likely)
        order = [When(identifier=each, then=Value(place)) for place, each in enumerate(likely)]
        likeliest = Case(*order, default=Value(LISTED), output_field=IntegerField())
        chosen = "o" in request.GET  # somebody clicked on a column
        rows = queryset.filter(either)
        return rows if chosen else rows.order_by(likeliest, *queryset.query.order_by), False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change and self.model.bears_names and not request.POST.get(ANOTHER):
            self._ask_whether_it_is_known(request, form.instance)

    def _ask_whether_it_is_known(self, request: HttpRequest, new: Publishable) -> None:
        """Refuses to save a record whose names others bear, until somebody says that it is another."""
        own = texts_of(self.model, "names", of=new.identifier)
        names = Names(self.model)
        found: dict[str, Match] = {}
        for _identifier, text in own:
            for each in names.likely(text, without=new.identifier):
                found.setdefault(each.identifier, each)
        if found:
            rows = self.model._default_manager.filter(identifier__in=found)
            context = {"matches": [(found[row.identifier], row) for row in rows], "another": ANOTHER}
            raise Refused(render_to_string("desk/_known.html", context, request))
