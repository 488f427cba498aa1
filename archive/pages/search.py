"""The search over everything public: one box, the best of the newest first, each with why it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.edition import names
from archive.edition.models import Record
from archive.edition.search.finding import MOST_HITS, MOST_READ, Answer, find
from archive.edition.search.query import LONGEST_QUERY, Asked
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from archive.edition.vocabulary import Output
from archive.pages.addresses import below, with_query
from archive.pages.lists import TITLES
from archive.pages.page import Head, Shown, page
from archive.pages.reading import WHOLE_COLUMNS, Published
from archive.pages.shown.hits import why
from archive.pages.shown.texts import numeral

PAGE_SIZE = 20
MOST_NAMED = 6
# What a record that is found by its name leads to: what was said, what was done, who told of it.
LEADS = {
    "person": (("statement", "speaker"), ("event", "person"), ("demand", "maker")),
    "organisation": (("statement", "speaker"), ("event", "host"), ("demand", "addressee")),
    "place": (("event", "place"), ("victim", "place"), ("testimony", "place")),
    "victim": (("testimony", "victim"), ("claim", "victim")),
    "victim_group": (("victim", "victim_group"), ("testimony", "victim_group"), ("claim", "victim_group")),
}


@dataclass(frozen=True)
class Sought:
    """What a reader's address asks for."""

    language: str
    asked: Asked
    kind: str
    number: int  # of the page, from 1

    @classmethod
    def of(cls, request: HttpRequest, language: str) -> Sought:
        given = request.GET
        kind = given.get("kind", "")
        number = given.get("page", "")
        most = MOST_HITS * 2 // PAGE_SIZE
        usable = number.isascii() and number.isdigit() and len(number) < 4
        return cls(
            language,
            Asked.of(given.get("q", ""), exact=given.get("exact") == "1"),
            kind if kind in SHAPES else KIND_OF_PLURAL.get(kind, ""),
            min(max(int(number), 1), most) if usable else 1,
        )

    def address(self, *, words: str | None = None, kind: str | None = None, number: int = 1) -> str:
        return with_query(
            below(self.language, "search/"),
            q=self.asked.typed if words is None else words,
            kind=self.kind if kind is None else kind,
            exact="1" if self.asked.exact else "",
            page=str(number) if number > 1 else "",
        )


@page
def search(request: HttpRequest, language: str) -> HttpResponse:
    """A page of what holds a reader's words. Two queries beside the ledger's."""
    sought = Sought.of(request, language)
    asked = sought.asked
    by_name = _names(sought)
    answer = _answer(sought, by_name)
    named = [why(Published.of(row), asked, name=by_name[row[0]]) for row in answer.named]
    hits = [why(Published.of(row), asked) for row in answer.rows]
    title = _("Search") if asked.blank else _("Search: %(words)s") % {"words": asked.typed}
    sample = any(each.row.sample for each in (*named, *hits))
    head = Head(language, "search/", title, sample=sample, indexed=False, section="search")
    start = (sought.number - 1) * PAGE_SIZE
    content = {
        "words": asked.typed,
        "asked": asked,
        "trouble": _trouble(asked, found=bool(named)),
        "kind": sought.kind,
        "kinds": _kinds(sought, answer),
        "named": [(hit, _leads(language, row)) for hit, row in zip(named, answer.named, strict=True)],
        "hits": hits,
        "nothing": not asked.blank and not named and not hits,
        "total": _at_least(answer.total, bounded=answer.bounded),
        "bounded": numeral(MOST_READ if asked.reads else MOST_HITS) if answer.bounded else "",
        "others": [(sought.address(words=each.words), each) for each in answer.others],
        "next": sought.address(number=sought.number + 1) if start + len(hits) < answer.total else "",
        "previous": sought.address(number=sought.number - 1) if sought.number > 1 else "",
        "ways": _ways(sought) if asked.asks else [],
        "longest": LONGEST_QUERY,
    }
    return Shown(head, "pages/search.html", content).answer()


def _names(sought: Sought) -> dict[str, names.Hit]:
    """The records that bear a name like the words, the best first. One query."""
    if not sought.asked.plain or sought.number > 1:
        return {}
    kinds = [sought.kind] if sought.kind else None
    output = Output.WEB.value
    found = names.find(
        sought.asked.plain, output=output, kinds=kinds, exact=sought.asked.exact, most=MOST_NAMED
    )
    return {each.record: each for each in found}


def _answer(sought: Sought, by_name: dict[str, names.Hit]) -> Answer:
    if not (sought.asked.asks or by_name):
        return Answer()
    found = find(
        sought.asked,
        Record.on_pages.values_list(*WHOLE_COLUMNS),
        output=Output.WEB.value,
        kind=sought.kind,
        named=list(by_name),
        size=PAGE_SIZE,
        start=(sought.number - 1) * PAGE_SIZE,
    )
    order = {identifier: place for place, identifier in enumerate(by_name)}
    found.named.sort(key=lambda row: order[row[0]])
    return found


def _trouble(asked: Asked, *, found: bool) -> str:
    """Why nothing was looked for; "" where something was."""
    if asked.cut:
        return _("Only the first %(most)s signs were looked for.") % {"most": numeral(LONGEST_QUERY)}
    if asked.blank or asked.asks or found:
        return ""
    if asked.unwanted:
        return _("Write at least one word that is to be found, besides those that are not.")
    return _("These words stand in almost every text: add one that says more.")


def _kinds(sought: Sought, answer: Answer) -> list[dict[str, Any]]:
    """The kinds among what was found, each with how many, as links."""
    kinds: list[dict[str, Any]] = [
        {
            "title": TITLES[kind][0],
            "count": _at_least(answer.counts.get(kind, 0), bounded=answer.bounded),
            "href": sought.address(kind=kind),
            "here": kind == sought.kind,
        }
        for kind in SHAPES
        if kind in answer.counts or kind == sought.kind
    ]
    if not kinds:
        return []
    return [{"title": _("Everything"), "count": "", "href": sought.address(kind=""), "here": not sought.kind},
            *kinds]  # fmt: skip


def _at_least(many: int, *, bounded: bool) -> str:
    return numeral(many) + ("+" if bounded else "")


def _leads(language: str, row: tuple[Any, ...]) -> list[tuple[str, str]]:
    """The lists that a named record leads to."""
    identifier, kind = row[:2]
    return [
        (str(TITLES[other][0]), with_query(below(language, f"{SHAPES[other].plural}/"), **{role: identifier}))
        for other, role in LEADS.get(kind, ())
    ]


def _ways(sought: Sought) -> list[tuple[str, str]]:
    """The feed and the file of the same words."""
    plural = f"{SHAPES[sought.kind].plural}/" if sought.kind else ""
    query = f"?{urlencode({'q': sought.asked.typed})}"
    return [
        (_("Follow this search (Atom)"), below(sought.language, f"{plural}feed.atom") + query),
        (_("Take it away (JSON lines)"), f"/{plural}dump.ndjson{query}"),
    ]
