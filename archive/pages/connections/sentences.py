"""What records say of one and another, as sentences that infer nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from archive.edition.neighbours import Tie
from archive.pages.reading import Published
from archive.pages.shown.dates import DateShown, date_shown
from archive.pages.shown.texts import Linked, linked, numeral
from archive.pages.templatetags.shown import link

EVENTS, WORDS, DEMANDS, CLAIMS = "events", "words", "demands", "claims"
# The sorts of relation, as the drawing tells them apart.
SORTS = {
    EVENTS: _("the same event"),
    WORDS: _("words read out or quoted"),
    DEMANDS: _("demands"),
    CLAIMS: _("claims"),
}
# The one that the page is about is the subject of every sentence.
SAYS: dict[str, Callable[[int], str]] = {
    "together": lambda n: ngettext(
        "Took part in the same event as {who}", "Took part in the same {number} events as {who}", n
    ),
    "held_with": lambda n: ngettext(
        "Held an event together with {who}", "Held {number} events together with {who}", n
    ),
    "held_for": lambda n: ngettext(
        "Held an event in which {who} took part", "Held {number} events in which {who} took part", n
    ),
    "guest": lambda n: ngettext(
        "Took part in an event held by {who}", "Took part in {number} events held by {who}", n
    ),
    "reads": lambda n: ngettext(
        "Read out or quoted words of {who}", "Read out or quoted words of {who} {number} times", n
    ),
    "read_by": lambda n: ngettext(
        "Was read out or quoted by {who}", "Was read out or quoted by {who} {number} times", n
    ),
    "asks": lambda n: ngettext("Addressed a demand to {who}", "Addressed {number} demands to {who}", n),
    "asked_by": lambda n: ngettext(
        "Was addressed in a demand by {who}", "Was addressed in {number} demands by {who}", n
    ),
    "claims": lambda n: ngettext("Made a claim about {who}", "Made {number} claims about {who}", n),
}
SORT_OF = {
    "together": EVENTS, "held_with": EVENTS, "held_for": EVENTS, "guest": EVENTS, "reads": WORDS,
    "read_by": WORDS, "asks": DEMANDS, "asked_by": DEMANDS, "claims": CLAIMS,
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A record that says so."""

    record: Linked
    date: DateShown | None
    sample: bool


@dataclass(frozen=True)
class Sentence:
    """What so many records say, and the newest of them; `more` are not named."""

    sort: str
    words: SafeString
    n: int
    records: list[Said]

    @property
    def more(self) -> int:
        return self.n - len(self.records)


@dataclass(frozen=True)
class Neighbour:
    """Somebody or something that public records name beside the one a page is about."""

    who: Linked
    sample: bool
    sentences: list[Sentence] = field(default_factory=list)

    def count_of(self, sort: str) -> int:
        """How many records say something of this sort."""
        return sum(each.n for each in self.sentences if each.sort == sort)


def told(ties: list[Tie], records: dict[str, Published]) -> list[Neighbour]:
    """Every neighbour with its sentences, the closest first."""
    found: dict[str, Neighbour] = {}
    for tie in ties:
        if tie.who not in found:
            other = records[tie.who]
            found[tie.who] = Neighbour(_linked(other), other.sample)
        found[tie.who].sentences.append(_sentence(tie, found[tie.who], records))
    return list(found.values())


def _sentence(tie: Tie, neighbour: Neighbour, records: dict[str, Published]) -> Sentence:
    words = format_html(SAYS[tie.relation](tie.n), who=link(neighbour.who), number=numeral(tie.n))
    return Sentence(SORT_OF[tie.relation], words, tie.n, [_said(records[each]) for each in tie.records])


def _said(record: Published) -> Said:
    return Said(_linked(record), date_shown(record.facts.get("date")), record.sample)


def _linked(record: Published) -> Linked:
    return linked({"id": record.id, "kind": record.kind, "title": record.title})
