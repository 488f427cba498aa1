"""The choices that a list offers: every facet that some of its records hold, with how many, as links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from archive.edition.counts import DATED, DECADE, EVERY, Counted, Tally
from archive.edition.orders import ALPHABETS, letter
from archive.edition.shapes import SHAPES
from archive.pages.filters import ANY, CODES, HAS_YEARS, OFFERED, WITHOUT, YEAR, Narrowing
from archive.pages.shown.texts import Linked, Text, best, language_name, linked, reader
from archive.pages.shown.texts import year as in_digits

FIRST, FURTHER, ALL = 8, 40, 500  # choices of a facet: in sight, behind "more", on a page of their own
MOST_YEARS = 12  # more are folded into decades
LONG, VERY_LONG = 10, 100  # years that a date covers: no reason to offer each of them, or each decade
Address = Callable[..., str]  # of a narrowing
ROLES = {
    "person": gettext_lazy("Person"), "organisation": gettext_lazy("Organisation"),
    "place": gettext_lazy("Place"), "event": gettext_lazy("Event"), "topic": gettext_lazy("Topic"),
    "victim": gettext_lazy("Victim"), "victim_group": gettext_lazy("Group"),
    "source": gettext_lazy("Source"), "statement": gettext_lazy("Statement"),
    "testimony": gettext_lazy("Testimony"),
}  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """One facet to choose: where that leads, and how many records hold it; None where nobody counted."""

    label: Text
    href: str
    n: int | None = None


@dataclass(frozen=True)
class Facet:
    """What can be chosen of one sort; `all` leads to a page of all choices where they are many."""

    name: str
    label: str
    first: list[Choice]
    further: list[Choice]
    all: str = ""


@dataclass(frozen=True)
class Chosen:
    """One thing a list is narrowed to, and the address of the list without it."""

    sort: str
    label: Text
    without: str
    link: Linked | None = None


def wanted(kind: str, language: str, *, every: str = "") -> dict[str, int]:
    """How many choices of each facet are asked of the edition; `every` names the one that is shown whole."""
    most = {name: ALL + 1 if name == every else FURTHER + 1 for name in OFFERED[kind]}
    if SHAPES[kind].dated:
        return most | {DATED: EVERY}
    letters = f"letter_{language}" if language in ALPHABETS else "letter"
    return most | {letters: EVERY} | ({YEAR: EVERY, DECADE: EVERY} if kind in HAS_YEARS else {})


def facets(narrowing: Narrowing, counted: Counted, address: Address) -> list[Facet]:
    """Every facet of a list that leaves something to choose."""
    made = [_facet(name, str(label), narrowing, counted, address)
            for name, label in OFFERED[narrowing.kind].items()]  # fmt: skip
    if narrowing.kind in HAS_YEARS:
        made.insert(1, _years(narrowing, counted, address))
    if "warning" in OFFERED[narrowing.kind]:
        made.append(_left_out(narrowing, counted, address))
    return [facet for facet in made if facet.first]


def _facet(name: str, label: str, narrowing: Narrowing, counted: Counted, address: Address) -> Facet:
    choices = _choices(name, narrowing, counted, address)
    everything = address(narrowing, choose=name) if len(choices) > FURTHER else ""
    return Facet(name, label, choices[:FIRST], choices[FIRST:FURTHER], everything)


def every_choice(name: str, narrowing: Narrowing, counted: Counted, address: Address) -> Facet:
    """One facet with all its choices, in the order of their names."""
    choices = _choices(name, narrowing, counted, address)[:ALL]
    by_name = sorted(choices, key=lambda each: each.label.words.casefold())
    return Facet(name, str(OFFERED[narrowing.kind][name]), by_name, [])


def _choices(name: str, narrowing: Narrowing, counted: Counted, address: Address) -> list[Choice]:
    """What is still to be chosen of one facet."""
    held = {value for facet, value in narrowing.facets if facet == name}
    return [
        Choice(_label(name, each), address(narrowing.holding(name, each.value)), _number(each.n, counted))
        for each in counted.of(name)
        if each.value not in held
    ]


def _number(n: int, counted: Counted) -> int | None:
    return n if counted.exact else None


def _label(name: str, tally: Tally) -> Text:
    return best(tally.title) if tally.title else Text(value_words(name, tally.value), reader())


def value_words(name: str, value: str) -> str:
    """What a facet's value that is no record is called."""
    if name in CODES:
        return str(CODES[name](value).label)
    if name == "language":
        return language_name(value)
    if name == YEAR:
        return decade_words(value) if value.endswith("X") else in_digits(int(value))
    return value


def decade_words(value: str) -> str:
    first = int(value[:-1]) * 10
    return _("{first} to {last}").format(first=in_digits(first), last=in_digits(first + 9))


def _years(narrowing: Narrowing, counted: Counted, address: Address) -> Facet:
    spans = _spans(counted) if SHAPES[narrowing.kind].dated else []
    years = _by_year(spans) if spans else {int(each.value): each.n for each in counted.of(YEAR)}
    within = narrowing.year
    if within and not within.endswith("X"):
        return Facet(YEAR, "", [], [])
    if within:
        years = {year: n for year, n in years.items() if str(year)[:-1] == within[:-1]}
    values = {f"{year}": n for year, n in years.items()}
    if len(years) > MOST_YEARS:
        decades = {each.value: each.n for each in counted.of(DECADE)}
        values = _by_decade(spans) if spans else decades
    choices = [
        Choice(Text(value_words(YEAR, value), reader()), address(narrowing.holding(YEAR, value)),
               _number(n, counted))
        for value, n in sorted(values.items())
    ]  # fmt: skip
    return Facet(YEAR, _("Year"), choices, [])


def _spans(counted: Counted) -> list[tuple[int, int, int]]:
    """First year, last year, and how many dates cover just these."""
    return [(*map(int, each.value.split("/")), each.n) for each in counted.of(DATED) if each.value]  # type: ignore[misc]


def _by_year(spans: list[tuple[int, int, int]]) -> Mapping[int, int]:
    """How many dates can fall in each year that some date of few years names."""
    named = {year for first, last, _n in spans if last - first < LONG for year in range(first, last + 1)}
    return {year: sum(n for first, last, n in spans if first <= year <= last) for year in named}


def _by_decade(spans: list[tuple[int, int, int]]) -> dict[str, int]:
    named: Counter[int] = Counter()
    for first, last, _n in spans:
        if last - first < VERY_LONG:
            named.update(range(first // 10, last // 10 + 1))
    return {
        f"{decade}X": sum(n for first, last, n in spans if first // 10 <= decade <= last // 10)
        for decade in named
        if decade >= 10  # years of four figures
    }


def _left_out(narrowing: Narrowing, counted: Counted, address: Address) -> Facet:
    """The warnings that a reader can leave out."""
    warnings = [each.value for each in counted.of("warning")]
    if not warnings or ANY in narrowing.without:
        return Facet(WITHOUT, "", [], [])
    words = [(ANY, _("anything that needs a warning"))]
    words += [(each, value_words("warning", each)) for each in warnings if each not in narrowing.without]
    choices = [
        Choice(Text(text, reader()), address(narrowing.holding(WITHOUT, value))) for value, text in words
    ]
    return Facet(WITHOUT, _("Leave out what speaks of"), choices, [])


def letters(narrowing: Narrowing, counted: Counted, address: Address) -> list[Choice]:
    """The letters that names begin with, in the order of the reader's alphabet."""
    language = narrowing.language
    name = next((each for each in counted.tallies if each.startswith("letter")), "")
    tallies = sorted(counted.of(name), key=lambda each: each.value)
    found: dict[str, int] = {}
    for each in tallies:
        if sign := letter(each.value, language) if each.value else "":
            found[sign] = found.get(sign, 0) + each.n
    return [
        Choice(Text(sign, language), address(narrowing.under(sign)), _number(n, counted))
        for sign, n in found.items()
    ]


def chosen(narrowing: Narrowing, records: Mapping[str, Any], address: Address) -> Iterator[Chosen]:
    """Everything a list is narrowed to, each with the way out."""
    for name, value in narrowing.parameters:
        without = address(narrowing.but(name, value))
        if name in SHAPES or name in SHAPES[narrowing.kind].roles:
            yield _chosen_record(narrowing.kind, name, records.get(value), without)
        else:
            sort, words = _sort_and_words(name, value, narrowing)
            yield Chosen(sort, Text(words, reader() if name != "q" else ""), without)


def _chosen_record(kind: str, name: str, record: Any, without: str) -> Chosen:
    label = OFFERED[kind].get(name) or ROLES.get(name) or ""
    if record is None:
        return Chosen(str(label), Text(_("a record that is not public"), reader()), without)
    link = linked({"id": record.id, "kind": record.kind, "title": record.title})
    return Chosen(str(label), link.title, without, link)


def _sort_and_words(name: str, value: str, narrowing: Narrowing) -> tuple[str, str]:
    if name == WITHOUT:
        words = _("anything that needs a warning") if value == ANY else value_words("warning", value)
        return _("Leave out what speaks of"), words
    alphabetic = pgettext("of the alphabet", "Letter")
    sorts = {"q": _("Words"), "date": _("Date"), "letter": alphabetic, YEAR: _("Year")}
    sort = sorts.get(name) or str(OFFERED[narrowing.kind].get(name, ""))
    return sort, value if name in ("q", "date", "letter") else value_words(name, value)
