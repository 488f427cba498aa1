"""The time line: events and statements in order, each drawn over all the days that its date can mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from archive.edition.by_time import in_units, within, years_of
from archive.edition.shapes import SHAPES
from archive.pages.addresses import below, with_query
from archive.pages.page import Head, Shown, page
from archive.pages.reading import COLUMNS, Published
from archive.pages.shown.dates import DateShown, gregorian
from archive.pages.shown.rows import Row, row
from archive.pages.timeline.spans import DECADE, YEAR, Span

KINDS = {"event": _("Events"), "statement": _("Statements")}
MOST = 60  # records drawn one by one
ALL_UNITS = 12  # of a longer row only those that hold something
WIDTH = 1000
NARROWEST = 9  # of WIDTH: what takes one day is still seen in a decade


@dataclass(frozen=True)
class Unit:
    """A year of a decade, a month of a year: how many records lie in it, and the way into it."""

    date: DateShown
    n: int
    share: int
    href: str


@dataclass(frozen=True)
class Strip:
    """Where a record lies on the span: from `x`, so wide. `day` where one day is known; `unsure` where its
    date is doubted; `over` where it goes on beyond the span."""

    x: int
    width: int
    day: bool
    unsure: bool
    over: bool


@dataclass(frozen=True)
class Line:
    row: Row
    strip: Strip


@dataclass(frozen=True)
class Counts:
    """What a span holds: by unit, how much may lie in more than one of them, how much has no date."""

    by_unit: Counter[str]
    wider: int = 0
    undated: int = 0

    @property
    def total(self) -> int:
        return self.by_unit.total() + self.wider


@page
def timeline(request: HttpRequest, language: str) -> HttpResponse:
    """All of the time line, or a decade, a year or a month of it. Three queries with the ledger's."""
    kind = request.GET.get("kind", "")
    kinds = [kind] if kind in KINDS else list(KINDS)
    kind = kind if kind in KINDS else ""
    span = Span.asked(request.GET.get("in", ""))
    if span is None or span.unit == YEAR:
        span, counts = _of_years(kinds, span)
    else:
        held = in_units(within(kinds, span.first, span.last), span.unit)
        wider = held.pop(None, 0)
        counts = Counts(Counter({_edtf(day, span): n for day, n in held.items() if day}), wider)
    lines = list(_lines(kinds, span)) if span and counts.total else []
    head = Head(
        language, "timeline/", _title(span), str(_("Events and statements in the order of time.")),
        sample=any(each.row.sample for each in lines), indexed=not request.GET, section="timeline",
    )  # fmt: skip

    def address(**said: str) -> str:
        here = {"in": span.edtf if span else "", "kind": kind}
        return with_query(below(language, "timeline/"), **{**here, **said})

    content = {
        "span": span,
        "date": gregorian(span.edtf) if span and span.edtf else None,
        "whole": address(**{"in": ""}),
        "wider": [(gregorian(each), address(**{"in": each})) for each in span.wider] if span else [],
        "beside": [
            (word, gregorian(each), address(**{"in": each}))
            for word, each in (_beside(span) if counts.total else ())
        ],
        "kinds": [(name, address(kind=each), each == kind) for each, name in {"": _("All"), **KINDS}.items()],
        "units": list(_units(span, counts, address)) if span else [],
        "counts": counts,
        "lines": lines,
        "width": WIDTH,
        "ticks": list(_ticks(span)) if span else [],
        "more": _lists(kinds, span, language) if span and counts.total > len(lines) else [],
    }
    return Shown(head, "pages/timeline.html", content).answer()


def _title(span: Span | None) -> str:
    date = f" · {gregorian(span.edtf).words}" if span and span.edtf else ""
    return f"{_('Timeline')}{date}"


def _of_years(kinds: list[str], span: Span | None) -> tuple[Span | None, Counts]:
    """A decade by its years, or everything by its decades, from the counts that are kept."""
    held: Counter[str] = sum(years_of(kinds).values(), Counter())
    undated = held.pop("", 0)
    between = {tuple(int(year) for year in each.split("/")): n for each, n in held.items()}
    if not between:
        return span, Counts(Counter(), undated=undated)
    span = span or Span.of_years(min(first for first, _ in between), max(last for _, last in between))
    unit = "{0:.3}X" if span.unit == DECADE else "{0}"
    by_unit: Counter[str] = Counter()
    wider = 0
    for (first, last), n in between.items():
        if first > span.last.year or last < span.first.year:
            continue
        begins, ends = (unit.format(f"{year:04}") for year in (first, last))
        if begins == ends:
            by_unit[begins] += n
        else:
            wider += n
    return span, Counts(by_unit, wider, 0 if span.edtf else undated)


def _edtf(day: object, span: Span) -> str:
    return f"{day:%Y-%m}" if span.unit == "month" else f"{day:%Y-%m-%d}"


def _units(span: Span, counts: Counts, address: Callable[..., str]) -> Iterator[Unit]:
    units = list(span.units)
    most = max(counts.by_unit.values(), default=0)
    for each in units:
        n = counts.by_unit[each.edtf]
        if n or len(units) <= ALL_UNITS:
            href = address(**{"in": each.edtf}) if n and each.unit else ""
            yield Unit(gregorian(each.edtf), n, round(WIDTH * n / most) if most else 0, href)


def _lines(kinds: list[str], span: Span) -> Iterator[Line]:
    in_time = ("earliest", "latest", "id")
    first, *others = (  # of each kind by itself, as the index holds them
        within([kind], span.first, span.last).order_by(*in_time).values_list(*in_time[:2], *COLUMNS)[:MOST]
        for kind in kinds
    )
    for found in first.union(*others, all=True).order_by(*in_time)[:MOST] if others else first:
        first, last, *columns = found
        shown = row(Published.of(tuple(columns)))
        begin, end = span.share(first, last)
        width = max(round((end - begin) * WIDTH), NARROWEST)
        x = min(round(begin * WIDTH), WIDTH - width)
        unsure = bool(shown.date and shown.date.doubtful)
        over = first < span.first or last > span.last
        yield Line(shown, Strip(x, width, first == last, unsure, over))


def _ticks(span: Span) -> Iterator[int]:
    """Where its units begin, but for the first."""
    for each in span.units:
        if each.first > span.first:
            yield round(span.share(each.first, each.first)[0] * WIDTH)


def _lists(kinds: list[str], span: Span, language: str) -> list[tuple[object, str]]:
    """The lists of all that it holds."""
    lists = {each: below(language, f"{SHAPES[each].plural}/") for each in kinds}
    return [(KINDS[each], with_query(href, date=span.edtf, order="oldest")) for each, href in lists.items()]


def _beside(span: Span | None) -> list[tuple[str, str]]:
    """The spans before and after it: of one that holds something, so that nobody walks through nothing."""
    if span is None:
        return []
    return [(rel, each) for rel, each in (("prev", span.before), ("next", span.after)) if each]
