"""Feeds: what was published last of a list or a search, for readers of news and for programs.

An entry stands here only where its record may go out on the pages and to programs alike. It holds no
more than the list shows; its warnings come before its words.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from django.utils.translation import override

from archive.api.answering import ApiView, answer, unchanged
from archive.edition import freshness
from archive.edition.called import archive_name
from archive.edition.models import Record
from archive.edition.vocabulary import Output
from archive.exchange.entries import COLUMNS, Entry
from archive.exchange.formats import asked_of, narrowed
from archive.exchange.written import About, as_atom, as_json_feed

NEWEST = 30
FORMS = {"atom": as_atom, "json": as_json_feed}
TYPES = {"atom": "application/atom+xml; charset=utf-8", "json": "application/feed+json; charset=utf-8"}


class Feed(ApiView):
    """The newest publications of one list (of all, without one), as the address narrows it. Two queries."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        language, plural, form = kwargs["language"], kwargs.get("plural", ""), kwargs["form"]
        asked = asked_of(request, plural)
        etag = freshness.etag()
        if response := unchanged(request, etag):
            return response
        records = narrowed(Record.in_api.sent_to(Output.WEB), plural, asked)
        rows = records.order_by("-published_at", "-id").values_list(*COLUMNS)[:NEWEST]
        with override(language):
            entries = [Entry.of(row, language) for row in rows]
            body = FORMS[form](_about(request, language, plural), entries)
        return answer(body, etag, content_type=TYPES[form])


def _about(request: HttpRequest, language: str, plural: str) -> About:
    query = request.META.get("QUERY_STRING", "")
    below = f"{language}/{plural}/" if plural else f"{language}/search/" if query else f"{language}/"
    return About(
        title=archive_name(),
        description=_("What was published last."),
        language=language,
        page=iri_to_uri(f"{settings.ARCHIVE_URL}/{below}" + (f"?{query}" if query else "")),
        address=iri_to_uri(settings.ARCHIVE_URL + request.get_full_path()),
    )
