"""The search over everything public, for programs: what was found, why, and where the search ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import urlencode

from archive.api import problems
from archive.api.answering import ApiView, answer_by_content
from archive.api.asking import LONGEST
from archive.api.schema.search import EXACT, LIMIT, MOST_PAGES, SearchSchema
from archive.api.views import ROOT, SEARCH, naming_next
from archive.edition import names
from archive.edition.models import Record
from archive.edition.models.record import WHOLE
from archive.edition.search.context import Context, contexts
from archive.edition.search.finding import MOST_HITS, MOST_READ, Answer, find
from archive.edition.search.query import LONGEST_QUERY, Asked
from archive.edition.search.texts import TITLE
from archive.edition.shapes import SHAPES, Document
from archive.edition.vocabulary import Output

COLUMNS = ("id", "kind", "title", WHOLE)
MOST_NAMED = 6
MOST_REASONS = 5
OUTPUT = Output.API.value


@dataclass(frozen=True)
class Sought:
    """What a program asks for."""

    asked: Asked
    kind: str
    size: int
    number: int  # of the page, from 1

    @classmethod
    def read(cls, request: HttpRequest) -> Sought:
        """What a request asks for; raises the Problem that says what cannot be read."""
        given = {name: _one(name, values) for name, values in request.GET.lists()}
        if "q" not in given:
            raise problems.missing_parameter("q", f"Say what you look for: {SEARCH}?q=<words>.")
        if len(given["q"]) > LONGEST_QUERY:
            raise problems.bad_parameter("too_long", "q", f"Search for at most {LONGEST_QUERY} signs.")
        exact = _among(given, "exact", EXACT) == "1"
        size = _number(given, "limit", usual=LIMIT.usual, most=LIMIT.most)
        number = _number(given, "page", usual=1, most=MOST_PAGES)
        return cls(Asked.of(given["q"], exact=exact), _among(given, "kind", tuple(SHAPES)), size, number)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    def address(self, number: int) -> str:
        """Where another page of the same stands."""
        given = {"q": self.asked.typed, "kind": self.kind, "exact": "1" if self.asked.exact else ""}
        given |= {"limit": "" if self.size == LIMIT.usual else str(self.size), "page": str(number)}
        return f"{settings.ARCHIVE_URL}{SEARCH}?{urlencode({k: v for k, v in given.items() if v})}"


class Search(ApiView):
    """What holds a reader's words, or bears a name like them. Two queries."""

    schema = SearchSchema()
    parameters = ("q", "exact", "kind", "limit", "page")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        sought = Sought.read(request)
        by_name = _names(sought)
        found = _answer(sought, by_name)
        more = sought.start + len(found.rows) < found.total and sought.number < MOST_PAGES
        following = sought.address(sought.number + 1) if found.rows and more else None
        body = {
            "results": [*_named(found, by_name), *_held(found, sought.asked)],
            "next": following,
            "count": found.total,
            "count_is_exact": not found.bounded,
            "kinds": found.counts,
            "looked_at": (MOST_READ if sought.asked.reads else MOST_HITS) if found.bounded else None,
            "left_out": list(sought.asked.left_out),
            "instead": [each.words for each in found.others],
        }
        return naming_next(answer_by_content(request, orjson.dumps(body)), following)


def _names(sought: Sought) -> dict[str, names.Hit]:
    """The records that bear a name like the words, the best first. One query."""
    asked = sought.asked
    if not asked.plain or sought.number > 1:
        return {}
    kinds = [sought.kind] if sought.kind else None
    found = names.find(asked.plain, output=OUTPUT, kinds=kinds, exact=asked.exact, most=MOST_NAMED)
    return {each.record: each for each in found}


def _answer(sought: Sought, by_name: dict[str, names.Hit]) -> Answer:
    if not (sought.asked.asks or by_name):
        return Answer()
    records = Record.in_api.values_list(*COLUMNS)
    page: dict[str, Any] = {"size": sought.size, "start": sought.start}
    return find(sought.asked, records, output=OUTPUT, kind=sought.kind, named=list(by_name), **page)


def _named(found: Answer, by_name: dict[str, names.Hit]) -> Iterator[Document]:
    order = {identifier: place for place, identifier in enumerate(by_name)}
    for row in sorted(found.named, key=lambda row: order[row[0]]):
        name = by_name[row[0]]
        yield _result(row, "name", [_reason("names", name.language, name.text)])


def _held(found: Answer, asked: Asked) -> Iterator[Document]:
    for row in found.rows:
        held = contexts(row[1], orjson.loads(row[3]), asked, most=MOST_REASONS)
        by = "title" if any(each.text.weight == TITLE for each in held) else "text"
        yield _result(row, by, [_context(each) for each in held])


def _result(row: tuple[Any, ...], by: str, reasons: list[Document]) -> Document:
    identifier, kind, title, document = row
    facts = orjson.loads(document)
    return {
        "id": identifier,
        "kind": kind,
        "title": title if isinstance(title, dict) else orjson.loads(title),
        "sample": facts["sample"],
        "warnings": facts.get("warnings", []),
        "address": f"{settings.ARCHIVE_URL}{ROOT}{SHAPES[kind].plural}/{identifier}/",
        "found_by": by,
        "why": reasons,
    }


def _context(found: Context) -> Document:
    text = found.text
    return _reason(text.name, text.language, found.words) | {
        "translated_from": text.original,
        "passage": text.passage.id if text.passage else "",
        "marks": [{"start": start, "end": end} for start, end in found.marks],
        "begins": found.before,
        "ends": found.after,
    }


def _reason(field: str, language: str, words: str) -> Document:
    empty: Document = {"translated_from": "", "passage": "", "marks": [], "begins": "", "ends": ""}
    return {"field": field, "language": language, "text": words} | empty


def _one(name: str, values: list[str]) -> str:
    if len(values) > 1:
        raise problems.bad_parameter("given_twice", name, "Give it once.")
    if "\0" in values[0]:
        raise problems.bad_parameter("bad_value", name, "A value cannot hold the sign NUL.")
    if len(values[0]) > LONGEST:
        raise problems.bad_parameter("too_long", name, f"A value has at most {LONGEST} signs.")
    if not values[0].strip():
        raise problems.bad_parameter("empty_value", name, f"Give “{name}” a value, or leave it out.")
    return values[0]


def _among(given: dict[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = given.get(name, "")
    if value and value not in allowed:
        message = f"“{name}” is one of: {', '.join(allowed)}."
        raise problems.bad_parameter("unknown_value", name, message, allowed=list(allowed))
    return value


def _number(given: dict[str, str], name: str, *, usual: int, most: int) -> int:
    words = given.get(name)
    if words is None:
        return usual
    if words.isascii() and words.isdigit() and len(words) <= 3 and 1 <= int(words) <= most:
        return int(words)
    raise problems.bad_parameter(f"bad_{name}", name, f"“{name}” is a whole number from 1 to {most}.")
