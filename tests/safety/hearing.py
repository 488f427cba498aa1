"""One small hearing to quarrel over: a statement, its source, its event, its claim; and what must hold."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils import timezone

from archive.core.dates import HistoricalDate
from archive.desk import review
from archive.desk.changes import change
from archive.desk.models import PublicationRequest, Publishable
from archive.desk.renderers import publishable_models, rendering_or_none
from archive.desk.roles import APPROVER, CURATOR, make_groups
from archive.edition import ledger
from archive.edition.models import Record
from archive.edition.narrowing import survivors
from archive.edition.published import published_rendering
from events.models import Appearance, Claim, Event, Person, Source, Statement, StatementAnchor, Translation
from tests.universe import anchor, person, source, user

TEXT = "They held a hearing in secret. “We counted four hundred graves,” said the teacher of the school."
_number = itertools.count()


def curators() -> tuple[User, User]:
    """Ada, who asks, and Ben, who approves; what they may do is known, so that no query is spent on it."""
    make_groups()
    ada, ben = user("ada", CURATOR), user("ben", APPROVER)
    for each in (ada, ben):
        each.get_all_permissions()
    return ada, ben


@dataclass
class Hearing:
    """A statement that shows facts of its event and source, two translations, a request that waits."""

    ada: User
    ben: User
    statement_public: bool = True
    mark: str = field(default_factory=lambda: f"mark{next(_number)}x")

    def __post_init__(self) -> None:
        self.speaker: Person = person(f"Leyla {self.mark}")
        self.source: Source = source(f"{TEXT} {self.mark}", rights="excerpts")
        self.event = Event(title={"en": f"Hearing {self.mark}"}, event_kind="hearing")
        self.event.date = HistoricalDate.understood(stated="On 3 May", edtf="2025-05-03")
        self.event.save()
        self.appearance = Appearance.objects.create(
            event=self.event, person=self.speaker, role={"en": "teacher then"}
        )
        self.statement = Statement.objects.create(
            person=self.speaker, event=self.event, text="We counted four hundred graves", language="en"
        )
        anchor(StatementAnchor, self.source, self.statement.text, statement=self.statement)
        self.claim = Claim.objects.create(
            statement=self.statement, about={"en": "graves"}, value="four hundred", person=self.speaker
        )
        self.french = self.translation("fr", "Quatre cents")
        self.german = self.translation("de", "Vierhundret")
        public: list[Publishable] = [self.speaker, self.source, self.event, self.claim]
        if self.statement_public:
            public.append(self.statement)
        for each in public:
            review.approve(review.ask(each, by=self.ada), by=self.ben)
        if self.statement_public:
            with change(self.statement, by=self.ada, why="a typo"):
                Translation.objects.filter(pk=self.german.pk).update(text="Vierhundert")
        self.request = review.ask(self.statement, by=self.ada)

    def translation(self, language: str, text: str) -> Translation:
        return Translation.objects.create(
            statement=self.statement, language=language, text=f"{text} {self.mark}", translator="A. N."
        )

    # --- what takes away, and the words that must be gone then -----------------------------------

    def take_a_translation_away(self) -> None:
        with change(self.statement, by=self.ada, why="she asked for it"):
            Translation.objects.filter(pk=self.french.pk).delete()

    def withdraw(self) -> None:
        review.withdraw(self.statement, by=self.ada, why="she asked for it")

    def narrow_the_rights(self) -> None:
        with change(self.source, by=self.ada, why="the publisher asked for it") as fresh:
            fresh.rights = "citation"
            fresh.save()

    def take_the_role_away(self) -> None:
        with change(self.event, by=self.ada, why="she asked for it"):
            Appearance.objects.filter(pk=self.appearance.pk).delete()

    def take_the_date_away(self) -> None:
        with change(self.event, by=self.ada, why="it was wrong") as fresh:
            fresh.date = HistoricalDate()
            fresh.save()

    # --- what widens, or changes ------------------------------------------------------------------

    def approve(self) -> None:
        review.approve(self.request, by=self.ben)

    def ask(self) -> None:
        review.ask(self.statement, by=self.ada)

    def decline(self) -> None:
        review.decline(self.request, by=self.ben, why="not yet")

    def correct(self) -> None:
        with change(self.statement, by=self.ada, why="a typo") as fresh:
            fresh.speaker_as_stated = f"the teacher {self.mark}"
            fresh.save()

    def ask_and_approve(self) -> None:
        review.approve(review.ask(self.statement, by=self.ada), by=self.ben)


GONE_AFTER: dict[str, str] = {
    "take_a_translation_away": "Quatre cents",
    "withdraw": "four hundred graves",
    "narrow_the_rights": "in secret",
    "take_the_role_away": "teacher then",
    "take_the_date_away": "2025-05-03",
}
NARROWING = tuple(GONE_AFTER)
OTHERS = ("approve", "ask", "correct", "decline", "ask_and_approve")


def shown(record: Publishable) -> str:
    """What the public is told of a record, links included; "" where it is not public."""
    public = published_rendering(record.identifier)
    return "" if public is None else f"{public.document} {public.links}"


def wrongs(records: Iterator[Publishable] | None = None) -> list[str]:
    """Everything that must not be after any race, in words."""
    found = [*ledger.faults()]
    for record in records or every_record():
        public = published_rendering(record.identifier)
        now = rendering_or_none(record)
        closed = public and public.closes_at and public.closes_at <= timezone.now()  # the calendar is late
        if public and not closed and (now is None or survivors(public, now.opened) != public):
            found.append(f"{record.kind} {record.identifier} shows what the desk no longer says")
        last = ledger.last_act(record.identifier)
        if (last == "publish") != (public is not None):
            found.append(f"{record.kind} {record.identifier}: ledger and edition disagree")
    approved_alone = PublicationRequest.objects.filter(decision="approved", one_person=True).count()
    if approved_alone:
        found.append("somebody approved their own request")
    stale = Record.objects.extra(
        where=["linked <> edition.linked_of(id) OR facets <> edition.facets_of(id, own_facets)"]
    )
    found += [f"{record} shows links that are not as defined" for record in stale]
    return found


def every_record() -> Iterator[Publishable]:
    for model in publishable_models():
        yield from model._default_manager.all()


def bound(hearing: Hearing, verb: str) -> Callable[[], None]:
    return getattr(hearing, verb)
