"""Passages: the turns of one testimony, one by one.

They are no records of their own. Each answer is cut from its testimony's row when it is asked for, so a
passage that is withheld, or whose testimony is withdrawn, is gone from here in the same moment. Reading
the whole row and taking a page of it costs as much as letting PostgreSQL do so (4 ms for 600 passages).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django_filters import Filter

from archive.api import fields, problems
from archive.api.answering import ApiView, answer_by_content
from archive.api.asking import PAGE, Asked, Offered
from archive.api.filters import CodeFilter, LanguageFilter
from archive.api.schema.passages import PassageListSchema, PassageSchema
from archive.api.views import PASSAGES, Detail, identified, missing, naming_next, next_address, page_body
from archive.edition import vocabulary as v
from archive.edition.models import Record
from archive.edition.models.record import RecordQuerySet
from archive.edition.paging import Cursor
from archive.edition.shapes import Document


class TestimonyFilter(Filter):
    """The testimony whose passages are listed: always one."""

    field_class = fields.OneIdentifier


FILTERS: dict[str, Filter] = {
    "testimony": TestimonyFilter(help_text="Whose passages: the identifier of a testimony."),
    "language": LanguageFilter(help_text="BCP 47 tag of the passage or of one of its translations."),
    "warning": CodeFilter(
        choices=v.ContentWarning.values,
        help_text="What a reader is warned of in the passage itself; what the testimony is warned of as a "
        "whole stands in every answer.",
    ),
    "turn": CodeFilter(choices=v.Turn.values, help_text="Whose words it holds."),
}
OFFERED = Offered(FILTERS, PAGE)


@dataclass(frozen=True)
class Account:
    """A public testimony, taken apart into its passages."""

    facts: Document  # what lists show of it
    stamp: Document
    passages: list[Document]

    @classmethod
    def among(cls, records: RecordQuerySet) -> Account | None:
        """The first of these testimonies; None where there is none. One query."""
        row = records.values_list("document", "apart", "stamp").first()
        if row is None:
            return None
        facts, apart, stamp = map(orjson.loads, row)
        return cls(facts, stamp, apart["passages"])

    def answer(self, place: int) -> bytes:
        """One passage as it is answered: with its testimony, both their warnings, and the edition's stamp."""
        told = {key: self.facts[key] for key in ("id", "title", "warnings")}
        more = {"position": place + 1, "sample": self.facts["sample"], "testimony": told}
        return orjson.dumps(self.passages[place] | more | {"edition": self.stamp})

    def place_of(self, identifier: str) -> int | None:
        """Where in it a passage stands, from 0."""
        places = (place for place, each in enumerate(self.passages) if each["id"] == identifier)
        return next(places, None)

    def passing(self, filters: Mapping[str, Any]) -> list[int]:
        """The places of the passages that pass every one of these filters."""
        return [place for place, each in enumerate(self.passages) if passes(each, filters)]

    def cursor(self, place: int) -> str:
        """The cursor after a passage. It counts for this version only: see `beginning`."""
        return Cursor(str(self.stamp["version"]), self.passages[place]["id"]).encode()

    def beginning(self, after: Cursor | None) -> int:
        """The place at which a page begins.

        Pages of two versions are never mixed: what was withheld in between would stay with the reader.
        """
        if after is None:
            return 0
        if after.sort_key != str(self.stamp["version"]):
            message = (
                "The testimony has been published anew since. Start again without “after”, "
                "and put what you read in place of what you hold."
            )
            raise problems.bad_parameter("stale_cursor", "after", message)
        place = self.place_of(after.id)
        if place is None or after.backwards:
            message = "That is not a cursor of this list. Start again without it, and follow “next”."
            raise problems.bad_parameter("bad_cursor", "after", message)
        return place + 1


def passes(passage: Document, filters: Mapping[str, Any]) -> bool:
    """Whether a passage holds, of each group of values, at least one."""
    held = {
        "language": {passage["language"], *(each["language"] for each in passage["translations"])},
        "warning": set(passage["warnings"]),
        "turn": {passage["turn"]},
    }
    return all(not held[name].isdisjoint(any_of) for name in filters for any_of in filters[name])


class PassageList(ApiView):
    """The passages of one testimony, in the order in which they were told."""

    schema = PassageListSchema(FILTERS)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        asked = Asked.read(request, OFFERED)
        filters = dict(asked.filters)
        identifier = filters.pop("testimony", None)
        if identifier is None:
            message = (
                f"Name the testimony whose passages you want: {PASSAGES}?testimony=<identifier>. "
                "/api/v1/testimonies/ lists them."
            )
            raise problems.missing_parameter("testimony", message)
        account = Account.among(Record.in_api.of_kind("testimony").filter(pk=identifier))
        if account is None:
            raise missing(identifier)
        return _page(request, account, asked, filters)


class PassageDetail(Detail):
    """One passage of a public testimony."""

    schema = PassageSchema()
    plural = "passages"

    def body(self, identifier: str) -> bytes | None:
        records = Record.in_api.of_kind("testimony").holding(f"passage:{identifier}")
        account = Account.among(records)
        place = account.place_of(identifier) if account else None
        return account.answer(place) if account and place is not None else None


class PassagesOf(ApiView):
    """The passages of a testimony, below its own address: leads to their list."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        address = f"{PASSAGES}?testimony={identified(kwargs['identifier'])}"
        words = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(
            f"{address}&{words}" if words else address, preserve_request=True
        )


def _page(request: HttpRequest, account: Account, asked: Asked, filters: Mapping[str, Any]) -> HttpResponse:
    beginning = account.beginning(asked.after)
    passing = account.passing(filters)
    places = [place for place in passing if place >= beginning]
    page = places[: asked.size]
    after = account.cursor(page[-1]) if len(places) > asked.size else None
    following = next_address(f"{settings.ARCHIVE_URL}{PASSAGES}", asked, after)
    count = b',"count":%d,"count_is_exact":true' % len(passing) if asked.counted else b""
    body = page_body(map(account.answer, page), following, count)
    return naming_next(answer_by_content(request, body), following)
