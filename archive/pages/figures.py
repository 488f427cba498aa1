"""Figures over time: what the collection holds by year, by topic and by speaker. Numbers beside every bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from archive.edition.by_time import years_of
from archive.edition.counts import DATED, counted
from archive.edition.shapes import SHAPES
from archive.edition.vocabulary import Output
from archive.pages.addresses import below, with_query
from archive.pages.page import Head, Shown, page
from archive.pages.shown.texts import Text, best, reader
from archive.pages.shown.texts import year as in_digits

MOST_YEARS = 60  # beyond that bars stand for decades
MOST_BARS = 12  # topics, speakers
LONG_GAP = 4  # so many empty years are told in one line
EVERY = 10_000
BY_YEAR = {
    "statement": (
        _("Statements by year"),
        _("The year in which it was said. A year that is marked as uncertain is counted like any other."),
    ),
    "event": (
        _("Events by year"),
        _("The year in which it took place. A year that is marked as uncertain is counted like any other."),
    ),
    "testimony": (_("Testimonies by year"), _("The year in which it was given, not of what it tells.")),
}


@dataclass(frozen=True)
class Bar:
    """One line of a chart: what it counts, how many, and where these are listed; `share` of the longest."""

    label: Text
    n: int
    share: int
    href: str


@dataclass(frozen=True)
class Chart:
    """Bars from zero. `uncertain` have a date that may lie in more than one year, `undated` have none."""

    name: str
    title: str
    about: str
    head: str
    bars: list[Bar]
    uncertain: int = 0
    undated: int = 0
    more: bool = False


@page
def figures(request: HttpRequest, language: str) -> HttpResponse:
    """The collection's own content in numbers."""
    statements, _also = counted(
        "statement", {DATED: EVERY, "topic": MOST_BARS + 1, "speaker": MOST_BARS + 1}, output=Output.WEB
    )
    dated = years_of(["event", "testimony"])
    dated["statement"] = Counter({each.value: each.n for each in statements.of(DATED)})
    charts = [
        *(_by_year(kind, dated.get(kind, Counter()), language) for kind in BY_YEAR),
        _by_record("topic", _("Statements by topic"), _("Topic"), statements.of("topic"), language),
        _by_record("speaker", _("Statements by speaker"), _("Speaker"), statements.of("speaker"), language),
    ]
    about = _("What is public in this archive, counted. It is no measure of what happened.")
    head = Head(language, "figures/", str(_("Figures over time")), str(about), section="figures")
    content = {"about": about, "charts": [each for each in charts if each.bars or each.undated]}
    return Shown(head, "pages/figures.html", content).answer()


def _by_year(kind: str, dated: Counter[str], language: str) -> Chart:
    title, about = BY_YEAR[kind]
    years: Counter[int] = Counter()
    uncertain = 0
    for between, n in dated.items():
        first, _slash, last = between.partition("/")
        if first and first == last:
            years[int(first)] += n
        elif between:
            uncertain += n
    address = below(language, f"{SHAPES[kind].plural}/")
    lines = list(_decades(years) if _span(years) > MOST_YEARS else _years(years))
    longest = max((n for _label, n, _asked in lines), default=0)
    bars = [
        Bar(Text(label, reader()), n, _share(n, longest), with_query(address, year=asked) if n else "")
        for label, n, asked in lines
    ]
    return Chart(kind, str(title), str(about), str(_("Year")), bars, uncertain, dated.get("", 0))


def _span(years: Counter[int]) -> int:
    return max(years) - min(years) + 1 if years else 0


def _years(years: Counter[int]) -> Iterator[tuple[str, int, str]]:
    """Every year from the first to the last; a long stretch of empty ones in one line."""
    before: int | None = None
    for each in sorted(years):
        empty = range(before + 1, each) if before is not None else range(0)
        if len(empty) >= LONG_GAP:
            yield f"{in_digits(empty[0])}–{in_digits(empty[-1])}", 0, ""
        else:
            yield from ((in_digits(gap), 0, "") for gap in empty)
        yield in_digits(each), years[each], str(each)
        before = each


def _decades(years: Counter[int]) -> Iterator[tuple[str, int, str]]:
    """Every decade from the first to the last."""
    for first in range(min(years) // 10 * 10, max(years) + 1, 10):
        n = sum(years[each] for each in range(first, first + 10))
        yield f"{in_digits(first)}–{in_digits(first + 9)}", n, f"{first // 10:03}X"


def _by_record(name: str, title: object, head: object, tallies: Iterable, language: str) -> Chart:
    found = list(tallies)
    shown, address = found[:MOST_BARS], below(language, "statements/")
    longest = max((each.n for each in shown), default=0)
    bars = [
        Bar(best(each.title), each.n, _share(each.n, longest), with_query(address, **{name: each.value}))
        for each in shown
    ]
    about = _("One statement may stand under several of them.")
    return Chart(name, str(title), str(about), str(head), bars, more=len(found) > MOST_BARS)


def _share(n: int, longest: int) -> int:
    return round(1000 * n / longest) if longest else 0
